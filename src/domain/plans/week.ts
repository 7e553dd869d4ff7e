import { addDays, type Day, weekStart } from "../shared/day.ts";

export type WeekDay<Planned, Log> = {
  readonly day: Day;
  readonly planned: readonly Planned[];
  readonly done: readonly Log[];
};

/**
 * Monday to Sunday of the week `today` lies in. Days gone by hold only what was done: a session that did not happen is
 * not owed, so it is not told. Today and later hold what her calendar says as well.
 */
export function weekOf<Planned extends { readonly day: Day }, Log extends { readonly doneOn: Day }>(
  calendar: readonly Planned[],
  logs: readonly Log[],
  today: Day,
): readonly WeekDay<Planned, Log>[] {
  const monday = weekStart(today);
  return Array.from({ length: 7 }, (_, at) => {
    const day = addDays(monday, at);
    return {
      day,
      planned: calendar.filter((row) => row.day === day && day >= today),
      done: logs.filter((log) => log.doneOn === day),
    };
  });
}
