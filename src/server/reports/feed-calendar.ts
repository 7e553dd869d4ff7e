import { type Calendar, type CalendarEvent } from "../../lib/ics/calendar.ts";
import { words } from "../../words/server.ts";
import type { Count } from "./feed-queries.ts";
import { type CoachDays, eventName, type Told } from "./feed-told.ts";
import type { Planned } from "./planned-queries.ts";

// A title is seen on a lock screen and by whoever keeps the calendar: how long, and not a word of what or why.

const t = words("reports");

const calendar = (events: readonly CalendarEvent[]): Calendar => ({
  name: t("calendar.name"),
  product: "-//Sevenstride//Calendar//EN",
  refreshHours: 6,
  events,
});

export type HerFeed = {
  readonly zone: string;
  readonly minuteOfDay: number | null;
  readonly revision: number;
  readonly changedAt: Date;
  readonly address: string;
};

const later = (a: Date, b: Date | null): Date => (b && b > a ? b : a);

/** A mum's sessions, each on its day, or at her hour once she has chosen one. */
export function mumsCalendar(planned: readonly Planned[], feed: HerFeed): Calendar {
  const { zone, minuteOfDay } = feed;
  return calendar(
    planned.map(({ id, day, minutes, revision, revisedAt }) => ({
      uid: `${id}@sevenstride`,
      // Both only ever grow, and so does their sum.
      sequence: revision + feed.revision,
      changedAt: later(feed.changedAt, revisedAt),
      title: t("calendar.session", { minutes: Math.round(minutes) }),
      description: t("calendar.description"),
      url: `${feed.address}/me`,
      time: minuteOfDay === null ? { day } : { day, zone, minuteOfDay, minutes },
    })),
  );
}

/**
 * A coach's days: how many sessions, how many reviews. An event belongs to its day and is told anew, with a higher
 * number, when a session comes to it or leaves it.
 * @param told what `toldNow` says of these days
 */
export function coachsCalendar(
  { sessions, reviews }: CoachDays,
  told: Told,
  memberId: string,
  address: string,
): Calendar {
  const events = (what: keyof CoachDays, rows: readonly Count[], path: string) =>
    rows.map(({ day, count }) => {
      const name = eventName(what, day);
      const known = told[name];
      if (!known) throw new Error(`nothing was told of ${name}`);
      return {
        uid: `${name}-${memberId}@sevenstride`,
        sequence: known.sequence,
        changedAt: new Date(known.changedAt),
        title: t(`calendar.${what}`, { count }),
        description: t("calendar.description"),
        url: `${address}${path}`,
        time: { day },
      };
    });
  return calendar([
    ...events("sessions", sessions, "/coach/today"),
    ...events("reviews", reviews, "/coach/requests"),
  ]);
}
