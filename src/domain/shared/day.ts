import { z } from "zod";

/**
 * A calendar date in the client's own time zone, ISO 8601 (`2026-11-22`). A day of training is never an
 * instant: it does not move when clocks change or when she travels.
 */
export type Day = string & { readonly __brand: "Day" };

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a date that exists, or null ("2026-02-30" does not exist). */
function dayNumber(text: string): number | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return textOf(ms / MS_PER_DAY) === text ? ms / MS_PER_DAY : null;
}

function textOf(number: number): string {
  // Pure: an explicit number in, UTC text out. The only place in the domain that may name Date.
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** True when the text is a date that exists, written YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  return dayNumber(text) !== null;
}

/** The text as a Day. Throws a RangeError for a date that does not exist: parse people's input with `daySchema`. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

/** zod schema for a day typed by a person or sent by a phone. */
export const daySchema = z.string().refine(isDay, "not_a_date") as unknown as z.ZodType<Day, string>;

/** The day `count` days later (earlier when negative). */
export function addDays(from: Day, count: number): Day {
  return textOf((dayNumber(from) ?? 0) + count) as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);
}

/** ISO weekday, 1 = Monday to 7 = Sunday. */
export function weekday(of: Day): Weekday {
  // 1970-01-01 was a Thursday (4).
  return (((((dayNumber(of) ?? 0) + 3) % 7) + 7) % 7 + 1) as Weekday;
}

/** The Monday of the week that `of` lies in. */
export function weekStart(of: Day): Day {
  return addDays(of, 1 - weekday(of));
}

/** ISO weekday numbers. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The later of two days. ISO dates sort as text. */
export function laterOf(a: Day, b: Day): Day {
  return a >= b ? a : b;
}
