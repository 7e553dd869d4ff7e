import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import type { Proposal } from "./journey.ts";

const TODAY = aMum().today;
const ago = (days: number) => addDays(TODAY, -days);
const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const SORE: Finding = { kind: "pain", site: "knee", level: 1 };

const proposal = (mum: Mum, trigger: Proposal["trigger"]): Proposal | undefined =>
  mum.journey().proposals.find((row) => row.trigger === trigger);
/** The coach goes the way that is proposed. */
const accepted = (mum: Mum, trigger: Proposal["trigger"], daysAgo = 0) =>
  mum.does({ type: "acceptRevisit", trigger, note: null } as never, daysAgo, "coach");

describe("a pelvic symptom", () => {
  const seen = aMum().bornWeeksAgo(20).cleared(40);
  const told = seen.noticed([HEAVY], 3).noticed([{ kind: "symptom", symptom: "urine_leak_drops" }], 2);

  it("proposes a letter about the newest, with every check as evidence", () => {
    expect(proposal(told, "pelvic_symptom")).toEqual({
      trigger: "pelvic_symptom",
      since: ago(2),
      evidence: told.record.symptomCheck.map((check) => check.id),
      targets: ["assessment", "restoration"],
      rewindLevels: 0,
      request: { kind: "symptom", symptom: "urine_leak_drops", on: ago(2) },
    });
  });

  it("writes no second letter once the physio was asked on that day or later, and one when she was asked before", () => {
    expect(proposal(told.asked(2, "recheck"), "pelvic_symptom")?.request).toBeNull();
    const before = seen.asked(4, "recheck").noticed([HEAVY], 3);
    expect(proposal(before, "pelvic_symptom")?.request).toMatchObject({ symptom: "heaviness" });
  });

  it("proposes nothing before her first assessment, and nothing when a newer sign-off answered", () => {
    expect(proposal(aMum().bornWeeksAgo(8).noticed([HEAVY], 3), "pelvic_symptom")).toBeUndefined();
    expect(proposal(told.cleared(1), "pelvic_symptom")).toBeUndefined();
  });
});

describe("surgery", () => {
  const operated = (daysAgo: number, mum = aMum().bornWeeksAgo(20).cleared(40)) =>
    mum.does(
      { type: "recordLifeEvent", kind: "surgery", startsOn: ago(daysAgo), endsOn: null, note: null },
      daysAgo,
    );

  it("proposes a letter from the day it was, with its hold as evidence", () => {
    const mum = operated(5);
    expect(proposal(mum, "surgery")).toEqual({
      trigger: "surgery",
      since: ago(5),
      evidence: [mum.lastId("hold")],
      targets: ["assessment"],
      rewindLevels: 0,
      request: { kind: "recheck", symptom: null, on: ago(5) },
    });
  });

  it("writes no second letter once the physio was asked since", () => {
    expect(proposal(operated(5).asked(5, "recheck"), "surgery")?.request).toBeNull();
    const before = operated(5, aMum().bornWeeksAgo(20).cleared(40).asked(6, "recheck"));
    expect(proposal(before, "surgery")?.request).not.toBeNull();
  });

  it("proposes nothing when the physio lifted its hold, and nothing of before this birth", () => {
    const mum = operated(5);
    const physioId = mum.record.clearance[0]!.physioId;
    const holdId = mum.lastId("hold");
    const lifted = mum.does(
      { type: "liftHold", holdId, reason: "Healed", by: "physio", physioId },
      1,
      "physio",
    );
    expect(proposal(lifted, "surgery")).toBeUndefined();
    const older = aMum()
      .bornWeeksAgo(4)
      .fact(
        "hold",
        { covers: "impact", reason: "surgery", placedOn: ago(29), sourceId: null, note: null },
        1,
      );
    expect(proposal(older, "surgery")).toBeUndefined();
    const sameDay = aMum()
      .bornWeeksAgo(4)
      .fact(
        "hold",
        { covers: "impact", reason: "surgery", placedOn: ago(28), sourceId: null, note: null },
        1,
      );
    expect(proposal(sameDay, "surgery")).toBeDefined();
  });
});

describe("a review date that is near", () => {
  const cleared = (left: number) =>
    aMum()
      .bornWeeksAgo(30)
      .cleared(30, { reviewInDays: 30 + left });

  it.each([
    ["22 days before, nothing", 22, undefined],
    ["21 days before, a letter", 21, ago(0)],
    ["on the day itself, a letter since three weeks", 0, ago(21)],
    ["the day after, a letter since its end", -1, ago(1)],
  ])("%s", (_, left, since) => {
    const mum = cleared(left);
    const found = proposal(mum, "review_near");
    expect(found?.since).toBe(since);
    if (since)
      expect(found).toMatchObject({
        evidence: [mum.lastId("clearance")],
        targets: ["assessment"],
        request: { kind: "recheck", symptom: null, on: TODAY },
      });
  });

  it("writes none while any request is out", () => {
    expect(proposal(cleared(3).asked(40, "recheck"), "review_near")).toBeUndefined();
  });
});

describe("strength that lapsed, and a niggle", () => {
  const lapsed = (days: number) => aMum().readyToRun().planned("strength", 29).logged("strength", days);

  it("proposes strength and technique when both are there", () => {
    const mum = lapsed(14).noticed([SORE], 14);
    expect(proposal(mum, "strength_lapse_niggle")).toEqual({
      trigger: "strength_lapse_niggle",
      since: ago(14),
      evidence: [mum.lastId("symptomCheck")],
      targets: ["strength", "technique"],
      rewindLevels: 0,
      request: null,
    });
  });

  it("proposes nothing with one of the two, or a niggle of long ago", () => {
    expect(proposal(lapsed(13).noticed([SORE], 1), "strength_lapse_niggle")).toBeUndefined();
    expect(proposal(lapsed(14), "strength_lapse_niggle")).toBeUndefined();
    expect(proposal(lapsed(20).noticed([SORE], 15), "strength_lapse_niggle")).toBeUndefined();
    const nothing: Finding = { kind: "pain", site: "knee", level: 0 };
    expect(proposal(lapsed(14).noticed([nothing], 1), "strength_lapse_niggle")).toBeUndefined();
  });

  it("proposes nothing again once that way was gone", () => {
    const mum = lapsed(14).noticed([SORE], 3);
    expect(proposal(accepted(mum, "strength_lapse_niggle"), "strength_lapse_niggle")).toBeUndefined();
  });
});

describe("a gap in running", () => {
  const away = (days: number) =>
    aMum()
      .readyToRun(40)
      .later(60)
      .planned("walk_run", 59, { level: 5 })
      .logged("walk_run", days)
      .echoed(days - 1);

  it("goes levels back for a short one, and to the tests for a long one", () => {
    const mum = away(10);
    expect(proposal(mum, "gap")).toEqual({
      trigger: "gap",
      since: addDays(mum.today, -10),
      evidence: [mum.lastId("plan")],
      targets: [],
      rewindLevels: 1,
      request: null,
    });
    expect(proposal(away(22), "gap")).toMatchObject({ targets: [], rewindLevels: 3 });
    expect(proposal(away(30), "gap")).toMatchObject({ targets: ["strength"], rewindLevels: 0 });
  });

  it("proposes nothing without a gap, without a run plan, and once that way was gone", () => {
    expect(proposal(away(3), "gap")).toBeUndefined();
    expect(proposal(aMum().readyToRun(), "gap")).toBeUndefined();
    expect(proposal(accepted(away(30), "gap"), "gap")).toBeUndefined();
  });
});

describe("short sleep", () => {
  const runner = aMum().readyToRun(40).later(20).planned("walk_run", 15, { level: 2 });
  const slept = (mum: Mum, sleepHours: number | null, badNights: number | null, daysAgo: number) =>
    mum.fact(
      "checkIn",
      {
        day: addDays(mum.today, -daysAgo),
        sleepHours,
        badNights,
        energy: null,
        mood: null,
        note: null,
      } as never,
      daysAgo,
    );

  it("logged, offers a lighter week", () => {
    const mum = slept(runner, 6.7, null, 2);
    expect(proposal(mum, "short_sleep")).toMatchObject({
      since: addDays(mum.today, -2),
      evidence: [mum.lastId("checkIn")],
      targets: [],
      rewindLevels: 1,
      request: null,
    });
    expect(proposal(slept(runner, null, 2, 2), "short_sleep")).toBeDefined();
  });

  it("is not offered for enough sleep, for an old week, at the first level, or for a plan that rests", () => {
    expect(proposal(slept(runner, 6.8, 1, 2), "short_sleep")).toBeUndefined();
    expect(proposal(slept(runner, 5, null, 7), "short_sleep")).toBeUndefined();
    const first = aMum().readyToRun(40).later(20).planned("walk_run", 15, { level: 0 });
    expect(proposal(slept(first, 5, null, 2), "short_sleep")).toBeUndefined();
    expect(proposal(slept(aMum().readyToRun(), 5, null, 2), "short_sleep")).toBeUndefined();
    const pause = { type: "changePlan", change: "pause", level: null, mode: null, note: null } as const;
    const paused = runner.does({ ...pause, planId: runner.lastId("plan") });
    expect(proposal(slept(paused, 5, null, 0), "short_sleep")).toBeUndefined();
  });

  it("counts the same when she only says that the baby sleeps badly, for a week or as long as she said", () => {
    const says = (mum: Mum, daysAgo: number, endsOn: string | null = null) =>
      mum.fact(
        "lifeEvent",
        {
          kind: "sleep_regression",
          startsOn: addDays(mum.today, -daysAgo),
          endsOn: endsOn as never,
          note: null,
        },
        daysAgo,
      );
    const told = says(runner, 6);
    expect(proposal(told, "short_sleep")).toMatchObject({
      since: addDays(told.today, -6),
      evidence: [told.lastId("lifeEvent")],
    });
    expect(proposal(says(runner, 7), "short_sleep")).toBeUndefined();
    expect(proposal(says(runner, 12, runner.today), "short_sleep")).toBeDefined();
    expect(proposal(says(runner, 12, addDays(runner.today, -1)), "short_sleep")).toBeUndefined();
    expect(proposal(slept(says(runner, 6), 8, 0, 1), "short_sleep")).toBeUndefined();
    expect(proposal(says(slept(runner, 8, 0, 3), 1), "short_sleep")).toBeDefined();
  });

  it("is not offered again once it was answered, and is after the next short week", () => {
    const tired = slept(runner, 5, null, 2);
    const answered = accepted(tired, "short_sleep");
    expect(proposal(answered, "short_sleep")).toBeUndefined();
    expect(proposal(slept(answered.later(5), 5, null, 1), "short_sleep")).toBeDefined();
  });
});

describe("the last look at her running", () => {
  const looked = (daysAgo: number, closed = true) => {
    const mum = aMum().readyToRun(60, { reviewInDays: 300 }).later(90);
    return mum.fact(
      "techniqueReview",
      { reviewedOn: addDays(mum.today, -daysAgo), observations: null, cues: ["Taller"], closed },
      daysAgo,
    );
  };

  it("is worth another after 84 days", () => {
    const mum = looked(84);
    expect(proposal(mum, "tune_up")).toEqual({
      trigger: "tune_up",
      since: mum.today,
      evidence: [mum.lastId("techniqueReview")],
      targets: ["technique"],
      rewindLevels: 0,
      request: null,
    });
    expect(proposal(looked(83), "tune_up")).toBeUndefined();
  });

  it("counts only when it was closed, and not again once that way was gone", () => {
    expect(proposal(looked(84, false), "tune_up")).toBeUndefined();
    expect(proposal(accepted(looked(85), "tune_up"), "tune_up")).toBeUndefined();
  });
});
