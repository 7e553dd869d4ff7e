import { databases } from "../db/pools.ts";
import { factorsOf, hasFactor } from "./factors.ts";
import { type Role, rolesOf } from "./people.ts";
import type { Session } from "./sessions.ts";

export type Door = {
  readonly area: "coach" | "client" | "physio";
  readonly practiceId: string;
  readonly practiceName: string;
};

/** Where each area begins. */
export const AREA_HOME = { coach: "/coach/today", client: "/me", physio: "/physio" } as const;

export type WayOn =
  /** She has a second factor and has not shown it in this session. */
  | { readonly kind: "prove" }
  /** She coaches and has none: that comes before anything else. */
  | { readonly kind: "enrol" }
  /** No practice is open to her: she founds one. */
  | { readonly kind: "found" }
  | { readonly kind: "doors"; readonly doors: readonly Door[] };

const areaOf = (role: Role["role"]) => (role === "owner" || role === "coach" ? "coach" : role);

/** What comes next for somebody signed in. Postgres holds the same rule (`app.begin_session`); this one explains it. */
export async function wayOn(session: Session): Promise<WayOn> {
  const roles = await rolesOf(databases().auth, session.userId);
  if (session.provedAgo === null) {
    const factors = await factorsOf(session.userId);
    const coaches = roles.some((role) => areaOf(role.role) === "coach" && !role.isDemo);
    if (factors.generator || (coaches && hasFactor(factors))) return { kind: "prove" };
    if (coaches) return { kind: "enrol" };
  }
  if (roles.length === 0) return { kind: "found" };
  return {
    kind: "doors",
    doors: roles.map(({ role, practiceId, practiceName }) => ({
      area: areaOf(role),
      practiceId,
      practiceName,
    })),
  };
}
