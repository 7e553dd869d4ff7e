import { expect, test } from "vitest";
import { aMum } from "../journey/build.ts";
import { calendarScheduling } from "../journey/calendar.ts";
import type { SessionLog } from "../journey/facts.ts";
import { addDays, daysBetween } from "../shared/day.ts";
import { forecast } from "./forecast.ts";
import { layWeek, weekPattern } from "./copy-week.ts";
import type { StoredSession } from "./reconcile.ts";

const runner = aMum()
  .readyToRun()
  .planned("walk_run", 0, { weekdays: [1, 3, 5] });

test("a forecast is a range: early when all goes well, late at her pace; nothing beyond the protocol or a limit", () => {
  const journey = runner.journey();
  const plan = journey.plans.find((row) => row.kind === "walk_run")!;
  const scheduling = calendarScheduling(runner.record, journey);
  const range = forecast(plan, 4, scheduling)!;
  expect(range.early > runner.today).toBe(true);
  expect(range.late > range.early).toBe(true);
  expect(forecast(plan, 4, { ...scheduling, limits: [{ kind: "max_run_minutes", minutes: 8 }] })).toBeNull();
  expect(forecast(plan, 99, scheduling)).toBeNull();
  expect(forecast(plan, 0, scheduling)).toBeNull();
});

test.each([
  // Sessions done in four weeks in which twelve were planned, and how much longer it then takes at most.
  [12, 1],
  [6, 2],
  [4, 3],
  [1, 4],
])(
  "a forecast goes by her own pace once four weeks tell it: %i of 12 done, %i times as long",
  (done, slower) => {
    const journey = runner.journey();
    const plan = {
      ...journey.plans.find((row) => row.kind === "walk_run")!,
      startsOn: addDays(runner.today, -28),
    };
    const free = calendarScheduling(runner.record, journey);
    const logs = Array.from(
      { length: done },
      (_, at) =>
        ({ planId: plan.planId, doneOn: addDays(runner.today, -2 * (at + 1)), level: 0 }) as SessionLog,
    );
    const { early, late } = forecast(plan, 4, { ...free, logs })!;
    expect(daysBetween(runner.today, late)).toBe(daysBetween(runner.today, early) * slower);
  },
);

test("a week laid into another: moved to the same days, too many taken out, missing ones added", () => {
  const monday = addDays(runner.today, 5);
  const stored = [0, 2, 9].map(
    (at): StoredSession => ({
      id: `run ${at}`,
      planId: "run",
      kind: "walk_run",
      slot: addDays(monday, at),
      day: addDays(monday, at),
      level: 0,
      turn: 0,
      pinned: false,
      chosenLevel: null,
      chosenTurn: null,
      note: null,
    }),
  );
  const mine = { stored, placed: [], planOf: () => "run", today: runner.today, newId: () => "new" };
  const daysOf = (rows: readonly { day: string | null }[]) => rows.map((row) => row.day);
  const there = layWeek(weekPattern(stored, monday), addDays(monday, 7), mine);
  expect(there.touched.map((row) => row.id)).toEqual(["run 9", "new"]);
  expect(daysOf(there.touched)).toEqual([addDays(monday, 7), addDays(monday, 9)]);
  const back = layWeek(weekPattern(stored, addDays(monday, 7)), monday, mine);
  expect(back.touched.map((row) => row.id)).toEqual(["run 0", "run 2"]);
  expect(daysOf(back.touched)).toEqual([addDays(monday, 2), null]);
});
