import { addDays, type Day } from "../../src/domain/shared/day.ts";

const MINUTE = 60_000;

/**
 * An instant on that day of a person in New Zealand, each `order` a little later: from her morning on, and today, where that
 * may still lie ahead, from shortly after her midnight. Microseconds as Postgres tells them, so that instants sort as text.
 */
export function instantOn(day: Day, order: number, today: Day): string {
  const midnight = new Date(`${addDays(day, -1)}T11:05:00.000Z`).getTime();
  const ms = day < today ? midnight + 440 * MINUTE + order * 4 * MINUTE : midnight + order;
  return new Date(ms).toISOString().replace("Z", "000Z");
}
