import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import type { Finding } from "../shared/vocabulary.ts";

const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const pain = (level: number): Finding => ({ kind: "pain", site: "shin", level });

/** May run, and has a walk/run plan at level 1 (of 12) since five days ago. */
const runner = (level = 1) => aMum().readyToRun(30).planned("walk_run", 5, { level });
const advice = (mum: Mum, kind = "walk_run") =>
  mum.journey().plans.find((plan) => plan.kind === kind)?.advice;
const ran = (mum: Mum, daysAgo: number, findings: readonly Finding[] = []) =>
  mum.logged("walk_run", daysAgo, { findings });
const cleanRun = (mum: Mum, daysAgo: number) => ran(mum, daysAgo).echoed(daysAgo - 1);

describe("a level is earned", () => {
  it("by two clean sessions with a day of rest and the days after answered", () => {
    const mum = cleanRun(cleanRun(runner(), 4), 2);
    expect(advice(mum)).toEqual({ kind: "progress", to: 2, because: { code: "ready", clean: 2, to: 2 } });
  });

  it.each<[string, () => Mum, object]>([
    ["nothing done yet", () => runner(), { code: "clean_sessions", done: 0, needed: 2 }],
    ["one clean session", () => cleanRun(runner(), 4), { code: "clean_sessions", done: 1 }],
    [
      "two, but the last day after is not answered",
      () => ran(cleanRun(runner(), 4), 2),
      { code: "echo_missing" },
    ],
    ["two on following days", () => cleanRun(cleanRun(runner(), 3), 2), { code: "clean_sessions", done: 1 }],
    [
      "two, the second shorter",
      () => cleanRun(runner(), 4).logged("walk_run", 2, { completion: "shorter" }).echoed(1),
      { code: "clean_sessions", done: 1 },
    ],
    [
      "two, the second not asked about",
      () => cleanRun(runner(), 4).logged("walk_run", 2, { findings: null }).echoed(1),
      { code: "clean_sessions", done: 1 },
    ],
    [
      "two, the second with pain of 4",
      () => ran(cleanRun(runner(), 4), 2, [pain(4)]).echoed(1),
      { code: "pain", level: 4 },
    ],
    [
      "two, but the day after hurt",
      () => ran(cleanRun(runner(), 4), 2).echoed(1, [pain(5)]),
      { code: "pain", level: 5 },
    ],
  ])("not by %s", (_, story, because) => {
    expect(advice(story())).toMatchObject({ kind: "hold", to: 1, because });
  });

  it("only at the level that was done: going up starts the count again", () => {
    const mum = cleanRun(cleanRun(runner(), 4), 2);
    const planId = mum.journey().plans.find((plan) => plan.kind === "walk_run")!.planId;
    const up = mum.does({ type: "changePlan", planId, change: "level", level: 2, mode: null, note: null });
    expect(advice(up)).toMatchObject({ kind: "hold", because: { code: "clean_sessions", done: 0 } });
  });

  it("not beyond the physio's minutes, nor beyond the top", () => {
    const limited = aMum()
      .readyToRun(30, { conditions: [{ kind: "max_run_minutes", minutes: 8 }] })
      .planned("walk_run", 5, { level: 1 });
    expect(advice(cleanRun(cleanRun(limited, 4), 2))).toMatchObject({
      kind: "hold",
      because: { code: "limit", minutes: 8 },
    });
    expect(advice(cleanRun(cleanRun(runner(11), 4), 2))).toMatchObject({
      kind: "hold",
      because: { code: "top_level" },
    });
  });

  it("not on short nights, and not in debt of strength", () => {
    const tired = cleanRun(cleanRun(runner(), 4), 2).does({
      type: "checkIn",
      day: aMum().today,
      sleepHours: 6.7,
      badNights: null,
      energy: 3,
      mood: null,
      littleInterest: null,
      feelingDown: null,
      words: null,
    });
    expect(advice(tired)?.because).toMatchObject({ code: "short_sleep", hours: 6.7 });
    const weak = cleanRun(cleanRun(runner().logged("strength", 14), 4), 2);
    expect(advice(weak)?.because).toEqual({ code: "strength_debt", days: 14 });
  });
});

describe("two kinds of impact on one day", () => {
  const both = () => {
    const mum = aMum()
      .readyToRun(30)
      .planned("strength", 5, { level: 2 })
      .planned("walk_run", 5, { level: 1 });
    return mum.logged("walk_run", 4).logged("strength", 4);
  };

  it("are answered by one tap the day after", () => {
    const mum = both().echoed(3);
    expect(mum.journey().echo).toBeNull();
    expect(mum.journey().plans.find((plan) => plan.kind === "walk_run")).toMatchObject({ cleanSessions: 1 });
    expect(mum.journey().plans.find((plan) => plan.kind === "strength")).toMatchObject({ cleanSessions: 1 });
  });

  it("neither count when that answer is not green", () => {
    const mum = both().echoed(3, [pain(4)]);
    expect(advice(mum)).toMatchObject({ kind: "hold", because: { code: "pain", level: 4 } });
    expect(advice(mum, "strength")).toMatchObject({ kind: "hold", because: { code: "pain", level: 4 } });
  });
});

describe("hopping and bounding", () => {
  const strong = (weeks: number) => {
    const mum = aMum().bornWeeksAgo(weeks).assessed(25).restored(12).planned("strength", 10, { level: 1 });
    return mum.logged("strength", 8).logged("strength", 6);
  };

  it("wait for twelve weeks, like running", () => {
    expect(advice(strong(10), "strength")).toMatchObject({
      kind: "hold",
      because: { code: "impact_too_early" },
    });
    expect(advice(strong(12), "strength")).toMatchObject({ kind: "progress", to: 2 });
  });

  it("are not given for a note, and not assigned", () => {
    const mum = strong(10);
    const up = {
      type: "changePlan",
      planId: mum.lastId("plan"),
      change: "level",
      level: 2,
      mode: null,
    } as const;
    expect(mum.decides({ ...up, note: "She is strong" })).toMatchObject({
      ok: false,
      refusal: { code: "level_not_earned" },
    });
    expect(() => mum.planned("strength", 0, { level: 2 })).toThrow("impact_too_early");
  });

  it("may begin earlier when a physio signs for impact", () => {
    expect(advice(strong(10).cleared(1), "strength")).toMatchObject({ kind: "progress", to: 2 });
  });
});

describe("what the body says goes before the plan", () => {
  it("a pelvic symptom in a run rewinds a level at once and never counts", () => {
    const mum = ran(cleanRun(runner(), 4), 2, [HEAVY]);
    const plan = mum.journey().plans.find((row) => row.kind === "walk_run");
    expect(plan).toMatchObject({ level: 0, mayLevelUp: false });
    expect(mum.journey().lock.open).toBe(false);
  });

  it("told three times of one run, it rewinds once", () => {
    const mum = ran(runner(3), 2, [HEAVY]).echoed(1, [HEAVY]).noticed([HEAVY]);
    expect(mum.journey().plans.find((row) => row.kind === "walk_run")?.level).toBe(2);
    expect(mum.record.hold.filter((hold) => hold.reason === "pelvic_symptom")).toHaveLength(3);
  });

  it("a symptom of the day after, told as 'any time', belongs to the run", () => {
    const mum = ran(runner(), 2).echoed(1).noticed([HEAVY], 1);
    expect(mum.journey().plans.find((row) => row.kind === "walk_run")).toMatchObject({ cleanSessions: 0 });
  });

  it("red pain holds impact and rewinds; the coach lifts it", () => {
    const mum = ran(runner(3), 2, [pain(6)]);
    const journey = mum.journey();
    expect(journey.plans.find((row) => row.kind === "walk_run")?.level).toBe(2);
    expect(journey.holds).toMatchObject([{ covers: "impact", reason: "pain", wayOut: "coach_lifts" }]);
    expect(journey.lock.reasons).toContainEqual(expect.objectContaining({ code: "hold", reason: "pain" }));
  });
});

describe("after a gap", () => {
  const lastRun = (daysAgo: number) => {
    const mum = aMum().readyToRun(40).later(60);
    return mum
      .planned("walk_run", 59, { level: 5 })
      .logged("walk_run", daysAgo)
      .echoed(daysAgo - 1);
  };

  it.each([
    [6, { kind: "hold", because: { code: "clean_sessions" } }],
    [7, { kind: "regress", to: 4, because: { code: "gap", levels: 1 } }],
    [20, { kind: "regress", to: 4, because: { code: "gap", levels: 1 } }],
    [21, { kind: "regress", to: 2, because: { code: "gap", levels: 3 } }],
    [28, { kind: "regress", to: 2, because: { code: "gap", levels: 3 } }],
    [29, { kind: "hold", because: { code: "retest_after_gap", days: 29 } }],
  ])("of %i days", (days, expected) => expect(advice(lastRun(days))).toMatchObject(expected));

  it("the next start begins lower at once, once", () => {
    const back = lastRun(10);
    const planId = back.lastId("plan");
    const started = back.does({
      type: "startSession",
      sessionId: back.lastId("sessionLog"),
      planId,
      note: null,
    });
    expect(started.record.sessionStart[0]).toMatchObject({ level: 4 });
    expect(advice(started)).toMatchObject({ kind: "hold", to: 4, because: { code: "clean_sessions" } });
  });

  it("of four weeks asks for the tests again", () => {
    const long = lastRun(29);
    const decision = long.decides({
      type: "startSession",
      sessionId: long.lastId("sessionLog"),
      planId: long.lastId("plan"),
      note: null,
    });
    expect(decision).toEqual({ ok: false, refusal: { code: "retest_needed", days: 29 } });
    // A new plan is no way around them.
    expect(() => long.planned("walk_run", 0)).toThrow(/retest_needed/);
    expect(() => lastRun(10).planned("walk_run", 0)).not.toThrow();
  });
});

describe("mode auto", () => {
  const auto = (maxLevel: number | null) =>
    cleanRun(aMum().readyToRun(30).planned("walk_run", 5, { level: 1, mode: "auto", maxLevel }), 4);

  it("takes the step that the echo completes, inside the coach's limit", () => {
    const mum = cleanRun(auto(2), 2);
    expect(mum.journey().plans.find((plan) => plan.kind === "walk_run")).toMatchObject({ level: 2 });
    expect(mum.record.planChange.at(-1)).toMatchObject({ change: "level", because: "ready" });
  });

  it("goes no further than the limit, and nowhere without one", () => {
    expect(cleanRun(auto(1), 2).record.planChange).toEqual([]);
    expect(cleanRun(auto(null), 2).record.planChange).toEqual([]);
  });
});
