import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import { deriveJourney } from "./derive.ts";
import type { CheckIn, StepVisit } from "./facts.ts";

const TODAY = aMum().today;
const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const ago = (days: number): Day => addDays(TODAY, -days);
const bornAgain = (mum: Mum, daysAgo: number) =>
  mum.does(
    {
      type: "recordBirth",
      bornOn: ago(daysAgo),
      mode: "vaginal",
      tear: "none",
      babies: 1,
      gestationWeeks: 39,
    },
    daysAgo,
  );
const checkIn = (day: Day, change: Partial<CheckIn> = {}) => ({
  day,
  sleepHours: 8,
  badNights: 0,
  energy: 5,
  mood: 5,
  littleInterest: null,
  feelingDown: null,
  words: null,
  ...change,
});

describe("who she is", () => {
  it("weeks are whole weeks since her latest birth", () => {
    const at = (mum: Mum, days: number) => {
      const { bornOn, daysSinceBirth, weeksSinceBirth } = mum.journey(addDays(TODAY, days));
      return [bornOn, daysSinceBirth, weeksSinceBirth];
    };
    const mum = aMum().bornWeeksAgo(12);
    expect(at(mum, 0)).toEqual([ago(84), 84, 12]);
    expect(at(mum, 6)).toEqual([ago(84), 90, 12]);
    expect(at(mum, 7)).toEqual([ago(84), 91, 13]);
    expect(at(aMum(), 0)).toEqual([null, null, null]);
  });

  it("her goal is told as she said it", () => {
    const mum = aMum().bornWeeksAgo(12, {}, { daysPerWeek: 2, minutesPerRun: 25 });
    expect(mum.journey().goal).toEqual({ daysPerWeek: 2, minutesPerRun: 25 });
    expect(aMum().journey().goal).toBeNull();
    expect(mum.journey()).toMatchObject({ clientId: mum.record.client.id, day: TODAY });
  });

  it("low mood is told with the check-in that says so", () => {
    const mum = aMum().bornWeeksAgo(12);
    expect(mum.fact("checkIn", checkIn(TODAY)).journey().lowMood).toBeNull();
    const low = mum.fact("checkIn", checkIn(TODAY, { littleInterest: 2, feelingDown: 2 }));
    expect(low.journey().lowMood).toEqual({ checkInId: low.lastId("checkIn"), on: TODAY });
  });
});

describe("when she was last active", () => {
  const mum = aMum().bornWeeksAgo(12);
  const last = (told: Mum) => told.journey().lastActiveOn;

  it("is the latest day she logged or answered anything, in whatever order it was told", () => {
    expect(last(mum)).toBeNull();
    const logged = mum.logged("walking", 5);
    expect(last(logged)).toBe(ago(5));
    expect(last(logged.noticed([], 3))).toBe(ago(3));
    expect(last(logged.noticed([], 9))).toBe(ago(5));
    expect(last(logged.fact("checkIn", checkIn(ago(2))))).toBe(ago(2));
    expect(last(logged.fact("checkIn", checkIn(ago(8))))).toBe(ago(5));
    expect(last(mum.noticed([], 9))).toBe(ago(9));
    expect(last(mum.fact("checkIn", checkIn(ago(8))))).toBe(ago(8));
    expect(last(logged.noticed([], 3).logged("walking", 4))).toBe(ago(3));
    expect(last(logged.logged("walking", 2).logged("walking", 1))).toBe(ago(1));
  });
});

describe("the physio's limits", () => {
  const flat = { conditions: [{ kind: "flat_only" } as const] };

  it("are in force while her sign-off stands", () => {
    const mum = aMum().bornWeeksAgo(20).cleared(10, flat);
    expect(mum.journey().limits).toEqual(flat.conditions);
    expect(aMum().bornWeeksAgo(20).cleared(10).journey().limits).toEqual([]);
    expect(mum.later(300).journey().limits).toEqual([]);
  });

  it("a not-yet asks for no tests of its day or later", () => {
    const tested = aMum().bornWeeksAgo(20).assessed(50).restored(30).tested(10);
    const said = (decision: "cleared" | "not_yet") =>
      tested.assessed(5).signed(5, { decision, earlierTestsCount: false }).journey().batteries;
    expect(said("not_yet")).toMatchObject({ load_impact: { passed: true }, strength: { passed: true } });
    expect(said("cleared")).toMatchObject({ load_impact: { passed: false }, strength: { passed: false } });
    const lenient = tested.assessed(5).signed(5, { earlierTestsCount: true }).journey().batteries;
    expect(lenient).toMatchObject({ load_impact: { passed: true }, strength: { passed: true } });
  });
});

describe("red flags that nobody answered", () => {
  const two: readonly Finding[] = [
    { kind: "red_flag", sign: "fever" },
    { kind: "red_flag", sign: "chest_pain" },
  ];

  it("are told sign by sign, with how urgent each is and when somebody saw them", () => {
    const mum = aMum().bornWeeksAgo(12).noticed(two, 1);
    const checkId = mum.lastId("symptomCheck");
    expect(mum.journey().redFlags).toEqual([
      { checkId, sign: "fever", tier: "same_day", on: ago(1), acknowledgedAt: null },
      { checkId, sign: "chest_pain", tier: "emergency", on: ago(1), acknowledgedAt: null },
    ]);
    const seen = mum.does({ type: "acknowledgeRedFlag", checkId, note: null }).noticed(two);
    const at = seen.record.redFlagAcknowledgement[0]!.recordedAt;
    expect(seen.journey().redFlags.map((row) => row.acknowledgedAt)).toEqual([at, at, null, null]);
  });
});

describe("a symptom before anybody has seen her", () => {
  it("proposes no way back: the first request is the way", () => {
    const triggers = (mum: Mum) => mum.journey().proposals.map((row) => row.trigger);
    expect(triggers(aMum().bornWeeksAgo(12).noticed([HEAVY]))).toEqual([]);
    expect(triggers(aMum().bornWeeksAgo(12).assessed(3).noticed([HEAVY]))).toEqual(["pelvic_symptom"]);
  });
});

describe("plans that go on", () => {
  const kinds = (mum: Mum) => mum.journey().plans.map((plan) => [plan.kind, plan.planId]);
  const row = { weekdays: [1], level: 0, mode: "propose", maxLevel: null } as const;
  const walking = {
    ...row,
    kind: "walking",
    protocolVersionId: "5e7e0000-0000-4000-8000-000000000002",
  } as const;

  it("are one a kind, the newest, and none that ended", () => {
    const mum = aMum().bornWeeksAgo(12);
    const both = mum
      .fact("plan", { ...walking, id: "old", startsOn: ago(9) })
      .fact("plan", { ...walking, id: "new", startsOn: ago(20) })
      .fact("plan", { ...walking, id: "other", kind: "strength", startsOn: ago(9) });
    expect(kinds(both)).toEqual([
      ["walking", "new"],
      ["strength", "other"],
    ]);
    const end = {
      change: "end",
      level: null,
      mode: null,
      on: TODAY,
      because: "new_plan",
      note: null,
    } as const;
    const ended = both.fact("planChange", { ...end, planId: "new" });
    expect(kinds(ended)).toEqual([
      ["walking", "old"],
      ["strength", "other"],
    ]);
  });

  it("are of this journey: from the day of her birth on", () => {
    const mum = bornAgain(aMum().bornWeeksAgo(90), 60);
    expect(kinds(mum.fact("plan", { ...walking, id: "p", startsOn: ago(60) }))).toEqual([["walking", "p"]]);
    expect(kinds(mum.fact("plan", { ...walking, id: "p", startsOn: ago(61) }))).toEqual([]);
    expect(kinds(aMum().fact("plan", { ...walking, id: "p", startsOn: ago(61) }))).toEqual([
      ["walking", "p"],
    ]);
  });
});

describe("what is of this journey", () => {
  it("a look at her running before her latest birth has begun nothing", () => {
    const review = { observations: null, cues: ["Taller"], closed: false };
    const mum = bornAgain(aMum().bornWeeksAgo(90), 100);
    const intake = { ranBeforeKmPerWeek: 5, feeding: "breast", pelvicHistory: false, words: null } as const;
    const seen = (daysAgo: number) =>
      mum
        .fact("intake", { ...intake, completedOn: ago(50) })
        .fact("techniqueReview", { ...review, reviewedOn: ago(daysAgo) })
        .cleared(5)
        .noticed([HEAVY])
        .journey()
        .steps.find((step) => step.id === "technique")?.status;
    expect(seen(101)).toBe("locked");
    expect(seen(100)).toBe("held");
  });

  it("an assessment before her latest birth is none; of its day it is one", () => {
    const mum = bornAgain(aMum().bornWeeksAgo(90), 60);
    const assessment = {
      requestId: "r",
      physioId: "p",
      restorationOk: true,
      findings: null,
      homeProgramme: null,
      measures: null,
    };
    const exit = (told: Mum) => told.journey().steps[0]!.exit[0]!.met;
    expect(exit(mum.fact("assessment", { ...assessment, assessedOn: ago(61) }))).toBe("not_met");
    expect(exit(mum.fact("assessment", { ...assessment, assessedOn: ago(60) }))).toBe("met");
    expect(exit(aMum().fact("assessment", { ...assessment, assessedOn: ago(60) }))).toBe("met");
  });
});

describe("the walking habit, asked again", () => {
  const visit = (change: Partial<StepVisit>) =>
    ({
      step: "walking",
      cycle: 2,
      openedOn: ago(4),
      reason: "coach_decision",
      note: null,
      ...change,
    }) as const;
  const weeks = (mum: Mum) => mum.journey().walking.weeksInRow;
  const mum = aMum().readyToRun();

  it("counts from the latest visit that asks for it again", () => {
    expect(weeks(mum)).toBeGreaterThanOrEqual(2);
    expect(weeks(mum.fact("stepVisit", visit({})))).toBe(0);
    expect(
      weeks(mum.fact("stepVisit", visit({})).fact("stepVisit", visit({ cycle: 3, openedOn: ago(60) }))),
    ).toBe(0);
    expect(
      weeks(mum.fact("stepVisit", visit({ openedOn: ago(60) })).fact("stepVisit", visit({ cycle: 3 }))),
    ).toBe(0);
  });

  it("counts from that visit also while no birth is known", () => {
    const walked = aMum()
      .fact("goal", { setOn: ago(60), daysPerWeek: 1, minutesPerRun: 20 })
      .logged("walking", 21)
      .logged("walking", 14)
      .logged("walking", 7);
    expect(weeks(walked)).toBe(3);
    expect(weeks(walked.fact("stepVisit", visit({ openedOn: ago(14) })))).toBe(2);
  });

  it("is not asked again by a first visit, by another step, nor by one before her birth", () => {
    const before = weeks(mum);
    expect(weeks(mum.fact("stepVisit", visit({ cycle: 1 })))).toBe(before);
    expect(weeks(mum.fact("stepVisit", visit({ step: "strength" })))).toBe(before);
    expect(weeks(mum.fact("stepVisit", visit({ openedOn: ago(500) })))).toBe(before);
  });
});

describe("one record, asked again", () => {
  it("given the same day, then it is the same answer; given another, then that day's", () => {
    const { record } = aMum().readyToRun();
    const today = deriveJourney(record, TODAY);
    expect(deriveJourney(record, TODAY)).toBe(today);
    expect(deriveJourney(record, addDays(TODAY, 7)).weeksSinceBirth).toBe(21);
    expect(deriveJourney(record, TODAY)).toEqual(today);
  });
});
