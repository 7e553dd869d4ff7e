import type { Context } from "../journey/context.ts";
import type { ClearanceState } from "../journey/journey.ts";
import { addDays, type Day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";

/**
 * The day from which hopping and bounding may begin, or null when they may already: 12 weeks after the birth, or at
 * once when a physio's sign-off that stands covers impact. Running has its own lock.
 */
export function impactOpensOn(
  { since, day }: Pick<Context, "since" | "day">,
  clearance: ClearanceState,
): Day | null {
  if (clearance.status === "standing" && clearance.scope.includes("impact")) return null;
  if (since === null) return addDays(day, 1);
  const on = addDays(since, ruleValue("impact_days_since_birth"));
  return day < on ? on : null;
}
