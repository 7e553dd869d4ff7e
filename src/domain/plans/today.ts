import type { PlanState } from "../journey/journey.ts";
import type { ProtocolKind } from "../journey/steps.ts";
import { addDays, type Day, weekday } from "../shared/day.ts";

/** Which kinds may be done today: running only when the lock is open, nothing under a hold that covers it. */
export type Allowed = (plan: PlanState) => boolean;

const ORDER: readonly ProtocolKind[] = ["walk_run", "technique", "strength", "restoration", "walking"];
const LOOK_AHEAD_DAYS = 14;

/** Plans with a session on that day, the most telling first. A walk/run session takes the place of that day's walk. */
export function sessionsOn(plans: readonly PlanState[], day: Day, isAllowed: Allowed): readonly PlanState[] {
  const due = plans.filter(
    (plan) =>
      !plan.paused &&
      plan.startsOn <= day &&
      plan.weekdays.includes(weekday(day)) &&
      plan.lastDoneOn !== day &&
      isAllowed(plan),
  );
  const hasRun = plans.some(
    (plan) => plan.kind === "walk_run" && (due.includes(plan) || plan.lastDoneOn === day),
  );
  return due
    .filter((plan) => !(hasRun && plan.kind === "walking"))
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** The next day after `day` with a session, within two weeks, or null. */
export function nextSessionDay(plans: readonly PlanState[], day: Day, isAllowed: Allowed): Day | null {
  for (let ahead = 1; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const on = addDays(day, ahead);
    if (sessionsOn(plans, on, isAllowed).length > 0) return on;
  }
  return null;
}
