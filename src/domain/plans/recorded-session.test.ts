import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SessionLog } from "../journey/facts.ts";
import type { PlanState } from "../journey/journey.ts";
import { day } from "../shared/day.ts";
import { minutesOf, type Moved } from "./gait.ts";
import { type PlannedThen, recordedSession } from "./recorded-session.ts";

const stretch = (seconds: number, speed: number | null, steps: number | null = null): Moved => ({
  seconds,
  speed,
  steps,
});
const recorded = (stretches: Moved[], sport: "run" | "walk" | null = "run", seconds: number | null = null) =>
  minutesOf({ sport, seconds, stretches });

describe("how much of it was running", () => {
  test("steps tell it, however slow she runs and however fast she walks", () => {
    expect(recorded([stretch(60, 1.7, 160), stretch(120, 2.1, 125)])).toEqual({
      minutesTotal: 3,
      minutesRun: 1,
      minutesWalk: 2,
    });
  });

  test("without steps the speed tells it; standing is neither", () => {
    const moved = [stretch(30, 2.2), stretch(30, 2.3), stretch(60, 1.4), stretch(60, 0)];
    expect(recorded(moved)).toEqual({ minutesTotal: 3, minutesRun: 1, minutesWalk: 1 });
  });

  test("one quick stretch in a walk is the noise of a satellite; counted steps are not", () => {
    const [slow, quick] = [stretch(10, 1.4), stretch(10, 3)];
    expect(recorded([slow, quick, slow], "walk").minutesRun).toBe(0);
    expect(recorded([slow, stretch(10, 3, 170), slow], "walk").minutesRun).toBe(0.2);
  });

  test("nothing known of it: a run is taken for a run, and only a walk for a walk", () => {
    expect(recorded([], "run", 1200)).toEqual({ minutesTotal: 20, minutesRun: 20, minutesWalk: 0 });
    expect(recorded([], null, 1200).minutesRun).toBe(20);
    expect(recorded([], "walk", 1200)).toEqual({ minutesTotal: 20, minutesRun: 0, minutesWalk: 20 });
  });

  test("the parts never come to more than the whole, and no second is lost", () => {
    const unknown = fc.option(fc.double({ min: 0, max: 6, noNaN: true }), { nil: null });
    const anyMoved = fc.record({
      seconds: fc.double({ min: 0.1, max: 60, noNaN: true }),
      speed: unknown,
      steps: fc.option(fc.integer({ min: 20, max: 220 }), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.array(anyMoved, { maxLength: 60 }),
        fc.option(fc.nat(7200), { nil: null }),
        (moved, seconds) => {
          const { minutesTotal, minutesRun, minutesWalk } = minutesOf({
            sport: "run",
            seconds,
            stretches: moved,
          });
          expect(minutesRun + minutesWalk).toBeLessThanOrEqual(minutesTotal + 1e-9);
          const sum = moved.reduce((all, one) => all + one.seconds, 0);
          expect(minutesTotal * 60).toBeGreaterThanOrEqual(sum - 3.1);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("which session it was", () => {
  const doneOn = day("2026-11-25");
  const plan = (change: Partial<PlanState> = {}) =>
    ({
      planId: "run",
      kind: "walk_run",
      startsOn: day("2026-11-01"),
      level: 5,
      ...change,
    }) as unknown as PlanState;
  const then = (change: Partial<PlannedThen> = {}): PlannedThen => ({
    sessionId: "row",
    planId: "run",
    kind: "walk_run",
    level: 4,
    minutesTotal: 20,
    minutesRun: 6,
    ...change,
  });
  const what = (
    minutes: [number, number, number],
    { planned = [then()], plans = [plan()], logs = [] as SessionLog[] } = {},
  ) => {
    const [minutesTotal, minutesRun, minutesWalk] = minutes;
    return recordedSession({ doneOn, minutesTotal, minutesRun, minutesWalk }, { planned, plans, logs });
  };

  test("the planned one of its kind, at its level of that day: as planned, shorter, or more than was planned", () => {
    expect(what([20, 6, 14])).toEqual({
      kind: "walk_run",
      planId: "run",
      sessionId: "row",
      level: 4,
      completion: "as_planned",
      logId: null,
    });
    expect(what([12, 4, 8]).completion).toBe("shorter");
    expect(what([20, 12, 8]).completion).toBe("extra");
  });

  test("planned for no such day it is extra, and without a plan it belongs to none: a fact is never refused", () => {
    const extra = { planId: "run", sessionId: null, level: 5, completion: "extra" };
    expect(what([20, 6, 14], { planned: [] })).toMatchObject(extra);
    const none = { planId: null, sessionId: null, level: null, completion: "extra" };
    expect(what([20, 6, 14], { planned: [], plans: [] })).toMatchObject(none);
    const later = [plan({ startsOn: day("2026-11-26") })];
    expect(what([20, 6, 14], { planned: [], plans: later })).toMatchObject(none);
  });

  test("a walk is a walk, with a few quick steps too, and no run takes its place", () => {
    const planned = [
      then(),
      then({ sessionId: "walk", planId: "walk", kind: "walking", minutesTotal: 30, minutesRun: 0 }),
    ];
    expect(what([30, 0.2, 29], { planned })).toMatchObject({
      kind: "walking",
      sessionId: "walk",
      completion: "as_planned",
    });
  });

  test("told by hand already it is that log and no second one; another of that day is another", () => {
    const log = (change: object) =>
      ({ id: "log", kind: "walk_run", doneOn, minutesTotal: 21, ...change }) as SessionLog;
    const logId = (change: object) => what([20, 6, 14], { logs: [log(change)] }).logId;
    expect(logId({})).toBe("log");
    expect(logId({ minutesTotal: 60 })).toBe(null);
    expect(logId({ kind: "walking" })).toBe(null);
    expect(logId({ doneOn: day("2026-11-24") })).toBe(null);
  });
});
