import { addDays, type Day } from "../../src/domain/shared/day.ts";

/**
 * An instant on that day of a person in New Zealand, which is always past once the day has begun there: shortly after her
 * midnight, `order` milliseconds on. Microseconds as Postgres tells them, so that instants sort as text.
 */
export function instantOn(day: Day, order: number): string {
  const ms = new Date(`${addDays(day, -1)}T11:05:00.000Z`).getTime() + order;
  return new Date(ms).toISOString().replace("Z", "000Z");
}
