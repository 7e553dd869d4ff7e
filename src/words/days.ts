import { LOCALE } from "./locale.ts";

const LONG = new Intl.DateTimeFormat(LOCALE, {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});
const SHORT = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", timeZone: "UTC" });
const WITH_YEAR = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: "long", timeZone: "UTC" });

const FORMS = { long: LONG, short: SHORT, year: WITH_YEAR, weekday: WEEKDAY } as const;

/** A calendar date in words. `long`: Sunday 22 November · `short`: 22 November · `year`: 22 November 2026 · `weekday`: Sunday. */
export function dayInWords(day: string, form: keyof typeof FORMS = "short"): string {
  return FORMS[form].format(new Date(`${day}T00:00:00Z`));
}

/** The day of an instant where the reader is, in words. For client components only: a server is elsewhere. */
export function dayOfInstant(at: Date, form: keyof typeof FORMS = "short"): string {
  // Sweden writes its dates as ISO 8601 does.
  return dayInWords(new Intl.DateTimeFormat("sv-SE").format(at), form);
}

/** An instant as date and time where the reader is. For client components only: a server is elsewhere. */
export function instantInWords(at: Date): string {
  return new Intl.DateTimeFormat(LOCALE, {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  }).format(at);
}
