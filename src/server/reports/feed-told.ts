import { z } from "zod";
import type { Day } from "../../domain/shared/day.ts";
import type { Count } from "./feed-queries.ts";

const toldSchema = z.record(
  z.string(),
  z.object({ count: z.int(), sequence: z.int(), changedAt: z.iso.datetime() }),
);
/** What a coach's feed told last, by event. */
export type Told = z.infer<typeof toldSchema>;

/** What Postgres kept of it. */
export const toldFrom = (kept: unknown): Told => toldSchema.parse(kept);

export type CoachDays = { readonly sessions: readonly Count[]; readonly reviews: readonly Count[] };

/** An event by what it counts and its day: `sessions-2026-11-24`. */
export const eventName = (what: keyof CoachDays, day: Day): string => `${what}-${day}`;

/**
 * What is told from now on: an event whose number changed is newer than it was by one; one that is gone is remembered
 * with nothing, so that it comes back with a higher number; days gone by are forgotten. The same days told twice are the
 * same.
 */
export function toldNow(before: Told, days: CoachDays, today: Day, now: Date): Told {
  const counts = new Map(
    (["sessions", "reviews"] as const).flatMap((what) =>
      days[what].map(({ day, count }) => [eventName(what, day), count] as const),
    ),
  );
  const isToCome = (name: string) => name.slice(name.indexOf("-") + 1) >= today;
  const names = new Set([...Object.keys(before).filter(isToCome), ...counts.keys()]);
  return Object.fromEntries(
    [...names].toSorted().map((name) => {
      const known = before[name];
      const count = counts.get(name) ?? 0;
      if (known?.count === count) return [name, known];
      return [name, { count, sequence: known ? known.sequence + 1 : 0, changedAt: now.toISOString() }];
    }),
  );
}
