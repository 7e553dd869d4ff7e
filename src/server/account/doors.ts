import { databases } from "../db/pools.ts";
import { factorsOf, hasFactor } from "./factors.ts";
import { type Role, rolesOf } from "./people.ts";

export type Door = { area: "coach" | "client" | "physio"; practiceId: string; practiceName: string };

export type WayOn =
  /** She has a second factor and has not shown it in this session. */
  | { kind: "prove"; passkey: boolean; generator: boolean }
  /** She coaches and has none: that comes before anything else. */
  | { kind: "enrol" }
  /** No practice is open to her: she founds one. */
  | { kind: "found" }
  | { kind: "doors"; doors: Door[] };

const areaOf = (role: Role["role"]): Door["area"] => (role === "owner" || role === "coach" ? "coach" : role);

async function isProved(sessionId: string): Promise<boolean> {
  const [row] = await databases().auth.$queryRaw<{ proved: boolean }[]>`
    SELECT step_up_at IS NOT NULL AS proved FROM sign_in_session WHERE id = ${sessionId}::uuid`;
  return row?.proved ?? false;
}

/** What comes next for somebody signed in. Postgres holds the same rule (`app.begin_session`); this one explains it. */
export async function wayOn(userId: string, sessionId: string): Promise<WayOn> {
  const roles = await rolesOf(databases().auth, userId);
  if (!(await isProved(sessionId))) {
    const factors = await factorsOf(userId);
    const coaches = roles.some((role) => areaOf(role.role) === "coach" && !role.isDemo);
    if (factors.generator || (coaches && hasFactor(factors)))
      return { kind: "prove", passkey: factors.passkeys.length > 0, generator: factors.generator };
    if (coaches) return { kind: "enrol" };
  }
  if (roles.length === 0) return { kind: "found" };
  return {
    kind: "doors",
    doors: doorsOf(roles),
  };
}

/** A door for each practice she coaches or trains with; as a physio one for all, behind which her clients stand together. */
export function doorsOf(roles: readonly Pick<Role, "role" | "practiceId" | "practiceName">[]): Door[] {
  const asPhysio = roles.find(({ role }) => role === "physio");
  return roles
    .filter((one) => one.role !== "physio" || one === asPhysio)
    .map(({ role, practiceId, practiceName }) => ({ area: areaOf(role), practiceId, practiceName }));
}
