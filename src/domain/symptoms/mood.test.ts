import { describe, expect, it } from "vitest";
import { attentionOf } from "../attention/rank.ts";
import { aMum, type Mum } from "../journey/build.ts";
import { isLowMood, moodScore } from "./mood.ts";

const answers = (littleInterest: number | null, feelingDown: number | null) => ({
  littleInterest,
  feelingDown,
});
const told = (mum: Mum, littleInterest: number | null, feelingDown: number | null, daysAgo = 0): Mum =>
  mum.fact(
    "checkIn",
    {
      day: mum.later(-daysAgo).today,
      sleepHours: null,
      badNights: null,
      energy: null,
      mood: 0,
      littleInterest,
      feelingDown,
      words: null,
    },
    daysAgo,
  );
const chip = (mum: Mum) =>
  attentionOf(mum.journey(), mum.record, mum.today).reasons.find(({ code }) => code === "low_mood");

describe("mood, by the PHQ-2 and nothing else", () => {
  it.each([
    [null, null, null, false],
    [0, 0, 0, false],
    [1, 1, 2, false],
    [2, null, 2, false],
    [3, null, 3, true],
    [1, 2, 3, true],
    [3, 3, 6, true],
  ])("answers %s and %s score %s", (interest, down, score, isLow) => {
    expect(moodScore(answers(interest, down))).toBe(score);
    expect(isLowMood(answers(interest, down))).toBe(isLow);
  });

  it("asks her coach to get in touch, once for each answer, and never touches the lock", () => {
    const runner = aMum().readyToRun();
    const low = told(runner, 2, 2);
    expect(chip(low)).toMatchObject({ source: low.lastId("checkIn") });
    expect(low.journey().lock).toEqual(runner.journey().lock);
  });

  it("speaks for two weeks, and a later lighter answer speaks instead", () => {
    const runner = aMum().readyToRun();
    expect(chip(told(runner, 3, 3, 13))).toBeDefined();
    expect(chip(told(runner, 3, 3, 14))).toBeUndefined();
    expect(chip(told(told(runner, 3, 3, 5), 0, 1, 1))).toBeUndefined();
    expect(chip(told(told(runner, 3, 3, 5), null, null, 1))).toBeDefined();
  });

  it("is not judged by the old scale", () =>
    expect(chip(told(aMum().readyToRun(), null, null))).toBeUndefined());
});
