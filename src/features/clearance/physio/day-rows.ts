import { addDays, type Day, daysBetween } from "@/domain/shared/day.ts";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import type { View } from "./view.ts";

/** One day of the picture: what she noticed and what she did. */
export type DayRow = {
  readonly day: Day;
  readonly findings: readonly Finding[];
  /** Minutes of all sessions, and those of them that were running. */
  readonly minutes: number;
  readonly run: number;
};

type Shared = Pick<View, "today" | "symptoms" | "plan">;

/** The days up to today on one axis, oldest first, each of them, also the empty ones. */
export function dayRows({ today, symptoms, plan }: Shared, daysBack: number): readonly DayRow[] {
  const from = addDays(today, -daysBack);
  const rows = Array.from({ length: daysBack + 1 }, (_, n) => ({
    day: addDays(from, n),
    findings: [] as Finding[],
    minutes: 0,
    run: 0,
  }));
  const at = (day: Day) => rows[daysBetween(from, day)];
  for (const check of symptoms?.checks ?? []) at(check.day)?.findings.push(...check.findings);
  for (const one of plan?.load ?? []) {
    const row = at(one.day);
    if (!row) continue;
    row.minutes += one.minutesTotal;
    row.run += one.minutesRun;
  }
  return rows;
}
