import type { PlanState } from "../journey/journey.ts";
import { addDays, type Day, weekStart } from "../shared/day.ts";
import { type Allowed, sessionsOn } from "./today.ts";

export type WeekDay<Log> = {
  readonly day: Day;
  readonly planned: readonly PlanState[];
  readonly done: readonly Log[];
};

/**
 * Monday to Sunday of the week `today` lies in. Days gone by hold only what was done: a session that did not happen is
 * not owed, so it is not told. Today and later hold what the plans say as well.
 */
export function weekOf<Log extends { readonly doneOn: Day }>(
  plans: readonly PlanState[],
  logs: readonly Log[],
  today: Day,
  isAllowed: Allowed,
): readonly WeekDay<Log>[] {
  const monday = weekStart(today);
  return Array.from({ length: 7 }, (_, at) => {
    const day = addDays(monday, at);
    return {
      day,
      planned: day < today ? [] : sessionsOn(plans, day, isAllowed),
      done: logs.filter((log) => log.doneOn === day),
    };
  });
}
