import type { PlanState } from "../journey/journey.ts";
import { addDays, type Day, daysBetween } from "../shared/day.ts";
import { schedule, type Scheduling } from "./schedule.ts";

/** When a level would be reached: at best, and at the pace she has had. */
export type Forecast = { readonly level: number; readonly early: Day; readonly late: Day };

/** How far ahead a forecast looks; beyond that it says nothing. */
const YEAR_DAYS = 365;
/** Her pace is read off so many days, and only when the plan is at least half as old. */
const PACE_DAYS = 28;
/** Design: without a pace of her own, every second session may be lost; slower than four times is no forecast. */
const UNKNOWN_SLOWNESS = 1.5;
const MOST_SLOWNESS = 4;

/**
 * A range, never a promise. Early: every session on her weekdays goes well. Late: at the pace of the last four weeks,
 * sessions done against weekdays that went by. Null when no level of the plan is as far, or a limit stands before it.
 * @param level the level asked for, an index
 */
export function forecast(plan: PlanState, level: number, scheduling: Scheduling): Forecast | null {
  const { today, logs } = scheduling;
  if (plan.paused || plan.level >= level) return null;
  const free = { ...scheduling, plans: [plan], placed: [], days: YEAR_DAYS, isAllowed: () => true };
  const early = schedule(free).find((due) => due.level >= level)?.day;
  if (!early) return null;
  const since = daysBetween(plan.startsOn, today);
  const seen = Math.min(PACE_DAYS, since);
  const done = logs.filter(
    (log) => log.planId === plan.planId && log.doneOn > addDays(today, -seen) && log.doneOn <= today,
  ).length;
  const planned = (seen / 7) * plan.weekdays.length;
  const isKnown = since >= PACE_DAYS / 2 && done > 0;
  const slowness = isKnown ? Math.min(MOST_SLOWNESS, Math.max(1, planned / done)) : UNKNOWN_SLOWNESS;
  return { level, early, late: addDays(today, Math.ceil(daysBetween(today, early) * slowness)) };
}
