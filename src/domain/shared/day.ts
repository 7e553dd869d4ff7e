import { z } from "zod";

/**
 * A calendar date in the client's own time zone, ISO 8601 (`2026-11-22`). A day of training is never an
 * instant: it does not move when clocks change or when she travels.
 */
export type Day = string & { readonly __brand: "Day" };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms", 2013). */
function fromCivil(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** "00" to "99". */
const TWO_DIGITS = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, "0"));

/** The inverse of `fromCivil`, as ISO text. Years 0000 to 9999. */
function textOf(epochDay: number): string {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const century = Math.floor(year / 100);
  return `${TWO_DIGITS[century]}${TWO_DIGITS[year - century * 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[dayOfMonth]}`;
}

/** Two digits of ISO text as a number. */
function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/**
 * Whole days since 1970-01-01. Written out instead of asking Date: a year of facts is derived in a fraction of a
 * millisecond, and the domain has no clock to reach for.
 */
export function epochDay(of: Day): number {
  return fromCivil(two(of, 0) * 100 + two(of, 2), two(of, 5), two(of, 8));
}

/** True when the text is a date that exists, written YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  // Text there and back again: "2026-02-30" does not survive it.
  return SHAPE.test(text) && textOf(epochDay(text as Day)) === text;
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
  return textOf(epochDay(from) + count) as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from);
}

/** ISO weekday, 1 = Monday to 7 = Sunday. */
export function weekday(of: Day): Weekday {
  // 1970-01-01 was a Thursday (4).
  return (((((epochDay(of) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The Monday of the week that `of` lies in. */
export function weekStart(of: Day): Day {
  return addDays(of, 1 - weekday(of));
}

/** Number of the week (Monday to Sunday) a day lies in; consecutive weeks have consecutive numbers. */
export function weekIndex(of: Day): number {
  return Math.floor((epochDay(of) + 3) / 7);
}

/** The Sunday of the week with that number (`weekIndex`). */
export function weekEnd(index: number): Day {
  return textOf(index * 7 + 3) as Day;
}

/** ISO weekday numbers. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The later of two days. ISO dates sort as text. */
export function laterOf(a: Day, b: Day): Day {
  return a >= b ? a : b;
}
