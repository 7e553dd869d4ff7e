import type { Credentials } from "../db/with-actor.ts";

/** The areas of the product; each speaks for one role, whatever else the person may be elsewhere. */
export type Area = "person" | "coach" | "client" | "physio";

/** What every procedure receives from its mount: tokens, never ids. */
export type Context = {
  readonly sessionToken: string | null;
  readonly linkToken: string | null;
  readonly area: Area;
  /** Whose page sends this, when the page says so: a page kept on a phone may outlive the session it was made under. */
  readonly owner?: string | null | undefined;
  readonly practiceId: string | null;
  readonly requestId: string;
  readonly now: Date;
};

/** What to show Postgres for this request, or null when there is nothing to show. */
export function credentialsOf(context: Context): Credentials | null {
  if (context.area === "physio" && context.linkToken) return { kind: "link", token: context.linkToken };
  if (!context.sessionToken) return null;
  return { kind: "session", token: context.sessionToken, as: context.area, practiceId: context.practiceId };
}
