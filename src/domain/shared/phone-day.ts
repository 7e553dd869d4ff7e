import { day, type Day, laterOf } from "./day.ts";

/** The day of an instant, in milliseconds, in a zone. */
export function dayAt(zone: string, at: number): Day {
  const format = { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return day(new Intl.DateTimeFormat("en-CA", format).format(at));
}

/**
 * Today where she is trained, by the phone's clock; never before the day the page was made on. A page that was kept, or
 * left open over midnight, is of a day gone by: what she tells and does now is of today.
 * @param now an instant in milliseconds
 */
export function phoneDay(zone: string, pageDay: Day, now: number): Day {
  return laterOf(pageDay, dayAt(zone, now));
}
