import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import type { StepVisit, TechniqueReview } from "./facts.ts";
import type { StepId } from "./steps.ts";

const TODAY = aMum().today;
const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const FEVER: Finding = { kind: "red_flag", sign: "fever" };
const step = (mum: Mum, id: StepId) => mum.journey().steps.find((row) => row.id === id)!;
const exit = (mum: Mum, id: StepId) => step(mum, id).exit;
const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);
const again = (id: StepId, daysAgo: number): Omit<StepVisit, "id" | "recordedAt" | "recordedBy"> => ({
  step: id,
  cycle: 2,
  openedOn: addDays(TODAY, -daysAgo),
  reason: "coach_decision",
  note: null,
});

describe("before anything is known of her", () => {
  it.each<[StepId, string, object]>([
    ["walking", "unknown", { code: "goal" }],
    ["running", "unknown", { code: "goal" }],
    ["restoration", "unknown", { code: "last_level", level: 0, levels: 0, clean: 0, needed: 2 }],
    ["technique", "not_met", { code: "technique_review", on: null }],
    ["assessment", "not_met", { code: "assessment", on: null }],
    ["strength", "not_met", { code: "battery", battery: "strength", passed: 0, total: 8 }],
  ])("%s is not over: %s", (id, met, reason) =>
    expect(exit(aMum(), id)[0]).toEqual({ met, reason, evidence: [] }),
  );

  it("the physio's advice is unknown, not a no", () => {
    const [, assessment, advised] = step(aMum(), "restoration").entry;
    expect(assessment).toMatchObject({ met: "not_met", reason: { code: "assessment", on: null } });
    expect(advised).toEqual({ met: "unknown", reason: { code: "restoration_advised" }, evidence: [] });
  });
});

describe("how a step is entered", () => {
  it("by her intake, which is named", () => {
    const mum = aMum().bornWeeksAgo(6);
    const intake = { met: "met", reason: { code: "intake" }, evidence: [mum.lastId("intake")] };
    expect(step(mum, "assessment").entry).toEqual([intake]);
    expect(step(mum, "walking").entry).toEqual([
      intake,
      { met: "met", reason: { code: "no_red_flag" }, evidence: [] },
    ]);
    expect(step(aMum(), "assessment").entry[0]).toMatchObject({ met: "not_met", evidence: [] });
  });

  it("not by a physio who said no", () => {
    const mum = aMum().bornWeeksAgo(8).assessed(3, false);
    expect(step(mum, "restoration").entry[2]).toEqual({
      met: "not_met",
      reason: { code: "restoration_advised" },
      evidence: [mum.lastId("assessment")],
    });
  });

  it("not over a red flag, which is named; a lesser hold is none", () => {
    const mum = aMum().bornWeeksAgo(8);
    const flagged = mum.noticed([FEVER]);
    const everything = flagged.record.hold.filter((hold) => hold.covers === "everything");
    expect(step(flagged, "walking").entry[1]).toEqual({
      met: "not_met",
      reason: { code: "no_red_flag" },
      evidence: ids(everything),
    });
    expect(step(mum.noticed([HEAVY]), "walking").entry[1]).toMatchObject({ met: "met", evidence: [] });
  });

  it("strength: by six restoration sessions that went well", () => {
    const seen = aMum().bornWeeksAgo(20).assessed(50).planned("restoration", 40);
    const sessions = (count: number) =>
      Array.from({ length: count }).reduce<Mum>((mum, _, at) => mum.logged("restoration", 20 - at), seen);
    const sixth = sessions(6);
    expect(step(sixth, "strength").entry[1]).toEqual({
      met: "met",
      reason: { code: "foundation_sessions", done: 6, needed: 6 },
      evidence: ids(sixth.record.sessionLog),
    });
    const fifth = sessions(5);
    expect(step(fifth, "strength").entry[1]).toMatchObject({ met: "not_met", reason: { done: 5 } });
    for (const mum of [
      fifth.logged("walking", 1),
      fifth.logged("restoration", 1, { findings: [HEAVY] }),
      fifth.logged("restoration", 1, { completion: "stopped" }),
      fifth.logged("restoration", 1, { findings: null }),
    ]) {
      expect(step(mum, "strength").entry[1]).toMatchObject({ reason: { done: 5 } });
    }
  });
});

describe("restoration is over", () => {
  const seen = aMum().bornWeeksAgo(20).assessed(50);
  const top = (daysAgo = 30) => seen.planned("restoration", daysAgo, { level: 2 });
  const reason = { code: "last_level", level: 3, levels: 3, needed: 2 };

  it("after two good sessions at its last level, with no pelvic symptom", () => {
    const mum = top().logged("restoration", 9).logged("restoration", 7);
    expect(exit(mum, "restoration")).toEqual([
      { met: "met", reason: { ...reason, clean: 2 }, evidence: ids(mum.record.sessionLog) },
      { met: "met", reason: { code: "no_pelvic_symptom" }, evidence: [] },
    ]);
    expect(exit(top().logged("restoration", 9), "restoration")[0]).toMatchObject({
      met: "not_met",
      reason: { clean: 1 },
    });
  });

  it("not before its last level, however many sessions there were", () => {
    const mum = seen.restored(10);
    expect(exit(mum, "restoration")[0]).toMatchObject({
      met: "not_met",
      reason: { level: 1, levels: 3, clean: 6 },
    });
  });

  it("by sessions at that level of that plan, since the visit began", () => {
    const lower = seen
      .planned("restoration", 30, { level: 1 })
      .logged("restoration", 9)
      .logged("restoration", 8);
    const planId = lower.lastId("plan");
    const up = lower.does(
      { type: "changePlan", planId, change: "level", level: 2, mode: null, note: null },
      7,
    );
    expect(exit(up, "restoration")[0]).toMatchObject({ reason: { level: 3, clean: 0 } });
    const other = top(40).logged("restoration", 30).logged("restoration", 28);
    const newer = other.planned("restoration", 20, { level: 2 });
    expect(exit(newer, "restoration")[0]).toMatchObject({ reason: { level: 3, clean: 0 } });
    const done = top().logged("restoration", 9).logged("restoration", 7);
    expect(exit(done.fact("stepVisit", again("restoration", 9)), "restoration")[0]).toMatchObject({
      reason: { clean: 2 },
    });
    expect(exit(done.fact("stepVisit", again("restoration", 8)), "restoration")[0]).toMatchObject({
      reason: { clean: 1 },
    });
  });

  it("not over an open pelvic symptom, whose holds are named", () => {
    const mum = top()
      .noticed([{ kind: "pain", site: "knee", level: 8 }])
      .noticed([HEAVY], 1)
      .noticed([HEAVY]);
    const holds = mum.record.hold.filter((hold) => hold.reason === "pelvic_symptom");
    expect(holds).toHaveLength(2);
    expect(exit(mum, "restoration")[1]).toEqual({
      met: "not_met",
      reason: { code: "no_pelvic_symptom" },
      evidence: ids(holds),
    });
  });

  it("nobody knows when its plan has no levels", () => {
    const plan = { startsOn: TODAY, weekdays: [1], level: 0, mode: "propose", maxLevel: null } as const;
    const mum = seen.fact("plan", { ...plan, kind: "restoration", protocolVersionId: "forgotten" });
    expect(exit(mum, "restoration")[0]).toEqual({
      met: "unknown",
      reason: { code: "last_level", level: 0, levels: 0, clean: 0, needed: 2 },
      evidence: [],
    });
  });
});

describe("walking is over", () => {
  const walker = aMum().bornWeeksAgo(20).planned("walking", 40);
  const goal = { code: "walking_goal", needed: 2, days: 3, minutes: 90 };

  it("after two weeks in a row as her goal says and one walk of 30 minutes", () => {
    const mum = walker.walked(2);
    expect(exit(mum, "walking")).toMatchObject([
      { met: "met", reason: { ...goal, weeks: 2 } },
      { met: "met", reason: { code: "long_walk", longest: 30, needed: 30 }, evidence: [] },
    ]);
    expect(exit(mum, "walking")[0]?.evidence).toEqual(expect.arrayContaining(ids(mum.record.sessionLog)));
    expect(step(mum, "walking").status).toBe("done");
  });

  it("not after one, nor by walks that are shorter", () => {
    expect(exit(walker.walked(1), "walking")).toMatchObject([
      { met: "not_met", reason: { ...goal, weeks: 1 } },
      { met: "met" },
    ]);
    expect(exit(walker.logged("walking", 1, { minutes: 29 }), "walking")).toMatchObject([
      { met: "not_met", reason: { ...goal, weeks: 0 } },
      { met: "not_met", reason: { code: "long_walk", longest: 29, needed: 30 } },
    ]);
  });
});

describe("strength and technique are over", () => {
  it("by tests, each run named once", () => {
    const mum = aMum().bornWeeksAgo(20).assessed(50).restored(30).tested(9);
    expect(exit(mum, "strength")).toEqual([
      {
        met: "met",
        reason: { code: "battery", battery: "strength", passed: 8, total: 8 },
        evidence: [mum.lastId("batteryRun")],
      },
    ]);
  });

  const look = (daysAgo: number, change: Partial<TechniqueReview> = {}) => ({
    reviewedOn: addDays(TODAY, -daysAgo),
    observations: null,
    cues: ["Taller"],
    closed: true,
    ...change,
  });
  const not = { met: "not_met", reason: { code: "technique_review", on: null }, evidence: [] };

  it("by a look that was closed with a cue, the newest", () => {
    const mum = aMum().readyToRun();
    expect(exit(mum.fact("techniqueReview", look(3, { closed: false })), "technique")).toEqual([not]);
    expect(exit(mum.fact("techniqueReview", look(3, { cues: [] })), "technique")).toEqual([not]);
    const twice = mum.fact("techniqueReview", look(5)).fact("techniqueReview", look(3));
    expect(exit(twice, "technique")).toEqual([
      {
        met: "met",
        reason: { code: "technique_review", on: addDays(TODAY, -3) },
        evidence: [twice.lastId("techniqueReview")],
      },
    ]);
  });

  it("by a look since the visit began", () => {
    const seen = aMum().readyToRun().fact("techniqueReview", look(3));
    expect(exit(seen.fact("stepVisit", again("technique", 3)), "technique")[0]?.met).toBe("met");
    expect(exit(seen.fact("stepVisit", again("technique", 2)), "technique")).toEqual([not]);
    const unknown = aMum().fact("techniqueReview", look(3));
    expect(exit(unknown, "technique")[0]?.met).toBe("met");
  });
});

describe("running is over", () => {
  const runs = (weeks: number) => {
    const goal = { daysPerWeek: 1, minutesPerRun: 20 };
    let mum = aMum().bornWeeksAgo(30, {}, goal);
    for (let week = weeks; week >= 1; week -= 1) {
      mum = mum.logged("walk_run", week * 7, { minutes: 30, minutesRun: 20 });
    }
    return mum;
  };
  const reason = { code: "running_goal", needed: 4, days: 1, minutes: 20 };

  it("after four weeks in a row as her goal says", () => {
    const mum = runs(4);
    expect(exit(mum, "running")).toEqual([
      { met: "met", reason: { ...reason, weeks: 4 }, evidence: ids(mum.record.sessionLog) },
    ]);
    expect(exit(runs(3), "running")[0]).toMatchObject({ met: "not_met", reason: { ...reason, weeks: 3 } });
  });

  it("by weeks since the visit began", () => {
    const mum = runs(5).fact("stepVisit", again("running", 21));
    expect(exit(mum, "running")[0]).toMatchObject({ met: "not_met", reason: { weeks: 3 } });
  });
});
