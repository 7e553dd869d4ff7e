import { day, type Day } from "../domain/shared/day.ts";

/** The calendar date in a zone at an instant. The shell asks once per request and hands it on. */
export function todayIn(zone: string, now: Date): Day {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(now);
  return day(parts);
}

/** A `date` column as Prisma hands it out (midnight UTC) as the day it is. */
export function dayOf(column: Date): Day {
  return day(column.toISOString().slice(0, 10));
}

/** True for a zone this runtime knows, so that a mistyped one is refused at the field. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
