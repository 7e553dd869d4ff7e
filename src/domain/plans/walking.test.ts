import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import type { Finding } from "../shared/vocabulary.ts";

const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const meter = (mum: Mum) => mum.journey().walking;
/** Wednesday 25 November 2026; the goal is 3 days of 30 minutes. */
const mum = () => aMum().bornWeeksAgo(16);
const walks = (of: Mum, daysAgo: readonly number[], minutes = 30) =>
  daysAgo.reduce((story, ago) => story.logged("walking", ago, { minutes }), of);
const LAST_WEEK = [9, 7, 5];
const WEEK_BEFORE = [16, 14, 12];

describe("the walking habit", () => {
  it("is met by two weeks in a row with a comfortable walk of 30 minutes", () => {
    expect(meter(walks(mum(), [...WEEK_BEFORE, ...LAST_WEEK]))).toMatchObject({
      met: "met",
      weeksInRow: 2,
      longestSymptomFreeMinutes: 30,
    });
  });

  it.each<[string, () => Mum, object]>([
    ["one week", () => walks(mum(), LAST_WEEK), { met: "not_met", weeksInRow: 1 }],
    [
      "two weeks with one missing between",
      () => walks(mum(), [23, 21, 19, ...LAST_WEEK]),
      { met: "not_met", weeksInRow: 1 },
    ],
    [
      "enough days, too few minutes",
      () => walks(mum(), [...WEEK_BEFORE, ...LAST_WEEK], 20),
      { met: "not_met", weeksInRow: 0 },
    ],
    [
      "enough minutes on too few days",
      () => walks(mum(), [16, 14, 9, 7], 60),
      { met: "not_met", weeksInRow: 0 },
    ],
    [
      "two walks on one day",
      () => walks(mum(), [16, 16, 14, 9, 9, 7], 45),
      { met: "not_met", weeksInRow: 0 },
    ],
    [
      "the week that runs, once it is met",
      () => walks(mum(), [...LAST_WEEK, 2, 1, 0]),
      { met: "met", weeksInRow: 2 },
    ],
  ])("%s", (_, story, expected) => expect(meter(story())).toMatchObject(expected));

  it("wants one walk of 30 minutes that felt well", () => {
    const heavy = [...WEEK_BEFORE, ...LAST_WEEK].reduce(
      (story, ago) => story.logged("walking", ago, { minutes: 30, findings: [HEAVY] }),
      mum(),
    );
    expect(meter(heavy)).toMatchObject({ met: "not_met", weeksInRow: 2, longestSymptomFreeMinutes: 0 });
    expect(meter(heavy.logged("walking", 0))).toMatchObject({ met: "met", longestSymptomFreeMinutes: 30 });
  });

  it("does not take silence for symptom-free", () => {
    const unasked = [...WEEK_BEFORE, ...LAST_WEEK].reduce(
      (story, ago) => story.logged("walking", ago, { minutes: 45, findings: null }),
      mum(),
    );
    expect(meter(unasked)).toMatchObject({ met: "not_met", longestSymptomFreeMinutes: 0 });
  });

  it("measures each week against the goal of that week", () => {
    const met = walks(mum(), [...WEEK_BEFORE, ...LAST_WEEK]);
    const more = met.does({ type: "setGoal", daysPerWeek: 5, minutesPerRun: 45 });
    expect(meter(more)).toMatchObject({ met: "met", thisWeek: { goalSessions: 5, goalMinutes: 225 } });
  });

  it("begins anew with a birth, and with another visit to walking", () => {
    const met = walks(mum(), [...WEEK_BEFORE, ...LAST_WEEK]);
    const again = met
      .does({ type: "closeStep", step: "walking", note: null })
      .does({ type: "openStep", step: "walking", reason: "After the winter" });
    expect(meter(met).met).toBe("met");
    expect(meter(again)).toMatchObject({ met: "not_met", weeksInRow: 0 });
    expect(again.journey().lock.reasons).toContainEqual(expect.objectContaining({ code: "walking_weeks" }));
  });

  it("is not known without a goal", () => {
    expect(meter(aMum())).toMatchObject({ met: "unknown", thisWeek: { goalSessions: null } });
  });
});
