import { addDays, type Day, day, daysBetween, weekday, weekStart } from "@/domain/shared/day.ts";

/** How much of a calendar is looked at: whole weeks, Monday first. */
export const SPANS = ["week", "four_weeks", "month"] as const;
export type Span = (typeof SPANS)[number];

/** The first of the month `of` lies in, `months` later. */
function firstOfMonth(of: Day, months = 0): Day {
  const at = Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7)) - 1 + months;
  const month = String((at % 12) + 1).padStart(2, "0");
  return day(`${String(Math.floor(at / 12)).padStart(4, "0")}-${month}-01`);
}

/** From which Monday, and how many days (a multiple of seven). A month is the weeks that hold any of its days. */
export function daysOf(span: Span, anchor: Day): { readonly fromDay: Day; readonly days: number } {
  if (span !== "month") return { fromDay: weekStart(anchor), days: span === "week" ? 7 : 28 };
  const fromDay = weekStart(firstOfMonth(anchor));
  const last = addDays(firstOfMonth(anchor, 1), -1);
  return { fromDay, days: daysBetween(fromDay, addDays(last, 7 - weekday(last))) + 1 };
}

/** A day of the span before or after. */
export function turned(span: Span, anchor: Day, by: -1 | 1): Day {
  if (span === "month") return firstOfMonth(anchor, by);
  return addDays(anchor, by * (span === "week" ? 7 : 28));
}

/** Does the day belong to what is looked at? A month shows days of its neighbours too, more quietly. */
export function isOwn(span: Span, anchor: Day, of: Day): boolean {
  return span !== "month" || of.slice(0, 7) === anchor.slice(0, 7);
}
