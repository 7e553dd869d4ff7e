import { factorsOf, hasFactor } from "./factors.ts";
import type { Session } from "./sessions.ts";

const FRESH_SECONDS = 15 * 60;

/** Whether she showed that she is herself a moment ago: by her factor, or without one by the sign-in. */
export async function isFresh({ userId, provedAgo, openedAgo }: Session): Promise<boolean> {
  const ago = hasFactor(await factorsOf(userId)) ? provedAgo : openedAgo;
  return ago !== null && ago <= FRESH_SECONDS;
}
