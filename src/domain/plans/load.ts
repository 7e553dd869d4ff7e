import type { SessionLog } from "../journey/facts.ts";

/**
 * Session load in arbitrary units: minutes times how hard the whole of it felt, 0 to 10 (session RPE; C. Foster et al.,
 * "A new approach to monitoring exercise training", J Strength Cond Res 15(1), 2001). Null when she did not say: not
 * said is not nought. A figure to look at; no rule of progression asks it.
 */
export function sessionLoad({
  minutesTotal,
  effort,
}: Pick<SessionLog, "minutesTotal" | "effort">): number | null {
  return effort === null ? null : Math.round(minutesTotal * effort);
}
