import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import { planning, type PlanTerms } from "../journey/build-commands.ts";
import { STORY_PROTOCOLS } from "../journey/build-protocols.ts";
import type { CommandOf } from "../journey/commands.ts";
import type { ProtocolKind } from "../journey/steps.ts";
import { addDays } from "../shared/day.ts";

const refusalOf = (decision: ReturnType<Mum["decides"]>) => (decision.ok ? null : decision.refusal);
const factsOf = (decision: ReturnType<Mum["decides"]>) =>
  decision.ok ? decision.events.map((event) => event.fact) : decision.refusal;
const plan = (mum: Mum, kind: Exclude<ProtocolKind, "technique">, terms: PlanTerms = {}) =>
  mum.decides(planning(kind, STORY_PROTOCOLS[kind].versionId, mum.today, terms));
const planOf = (mum: Mum, kind: ProtocolKind) => mum.journey().plans.find((row) => row.kind === kind);

describe("assigning a plan", () => {
  const ready = aMum().readyToRun(30);

  it("of running is refused while the lock is shut, with every reason", () => {
    const mum = aMum().bornWeeksAgo(10);
    const refusal = refusalOf(plan(mum, "walk_run"));
    expect(refusal?.code).toBe("run_locked");
    expect(refusal?.code === "run_locked" && refusal.reasons.map((reason) => reason.code)).toEqual([
      "no_clearance",
      "too_early",
      "battery_missing",
      "battery_missing",
      "walking_weeks",
      "symptom_free_walk",
    ]);
  });

  it("of running is taken when the lock is open", () => {
    expect(factsOf(plan(ready, "walk_run"))).toEqual(["plan"]);
  });

  it("of running does not wait for the day after the last impact: every start asks that", () => {
    const ran = ready.planned("walk_run", 3).logged("walk_run", 1);
    expect(ran.journey().lock.open).toBe(false);
    expect(factsOf(plan(ran, "walk_run"))).toEqual(["planChange", "plan"]);
  });

  it("of running that would begin after the sign-off ends is refused", () => {
    const command = planning("walk_run", STORY_PROTOCOLS.walk_run.versionId, addDays(ready.today, 200), {});
    expect(refusalOf(ready.decides(command))).toMatchObject({
      code: "run_locked",
      reasons: [{ code: "clearance_past_review" }],
    });
  });

  it.each<[string, PlanTerms, object]>([
    ["on a day she does not walk", { weekdays: [1, 4] }, { code: "run_days_add_to_walking", weekdays: [4] }],
    ["on following days", { weekdays: [1, 2] }, { code: "impact_days_without_rest" }],
    ["over Sunday to Monday", { weekdays: [1, 7] }, { code: "impact_days_without_rest" }],
    ["at a level that is not there", { level: 12 }, { code: "level_out_of_range", levels: 12 }],
    ["up to a level that is not there", { maxLevel: 12 }, { code: "level_out_of_range" }],
    [
      "of a version nobody loaded",
      { protocolVersionId: STORY_PROTOCOLS.walk_run.versionId.replace("4", "9") },
      { code: "unknown" },
    ],
    [
      "of another kind's protocol",
      { protocolVersionId: STORY_PROTOCOLS.walking.versionId },
      { code: "protocol_of_other_kind" },
    ],
  ])("of running %s is refused", (_, terms, refusal) => {
    expect(refusalOf(plan(ready, "walk_run", terms))).toMatchObject(refusal);
  });

  it("of running longer than the physio allows is refused", () => {
    const limited = aMum().readyToRun(30, { conditions: [{ kind: "max_run_minutes", minutes: 10 }] });
    expect(factsOf(plan(limited, "walk_run", { level: 2 }))).toEqual(["plan"]);
    expect(refusalOf(plan(limited, "walk_run", { level: 3 }))).toEqual({
      code: "level_beyond_limit",
      minutes: 12,
      limit: 10,
    });
  });

  it("of strength waits for the foundation", () => {
    const mum = aMum().bornWeeksAgo(10).assessed(20);
    expect(refusalOf(plan(mum, "strength"))).toMatchObject({
      code: "step_locked",
      step: "strength",
      reasons: [{ code: "foundation_sessions", done: 0, needed: 6 }],
    });
    expect(factsOf(plan(mum.restored(1), "strength"))).toEqual(["plan"]);
  });

  it("of restoration waits for the physio, unless the coach opened it early", () => {
    const mum = aMum().bornWeeksAgo(6);
    expect(refusalOf(plan(mum, "restoration"))?.code).toBe("step_locked");
    const early = mum.does({ type: "openStep", step: "restoration", reason: "Breathing while we wait" });
    expect(factsOf(plan(early, "restoration"))).toEqual(["plan"]);
  });

  it("ends the plan of the same kind before it", () => {
    const mum = aMum().bornWeeksAgo(6).planned("walking", 3);
    expect(factsOf(plan(mum, "walking"))).toEqual(["planChange", "plan"]);
    expect(mum.planned("walking").journey().plans).toHaveLength(1);
  });

  it("is not done in the past", () => {
    const mum = aMum().bornWeeksAgo(6);
    const command = planning("walking", STORY_PROTOCOLS.walking.versionId, addDays(mum.today, -1), {});
    expect(refusalOf(mum.decides(command))?.code).toBe("day_in_past");
  });
});

describe("changing a plan", () => {
  const walker = aMum().bornWeeksAgo(6).planned("walking", 3);
  const runner = aMum().readyToRun(30).planned("walk_run", 5, { level: 3 });
  const change = (mum: Mum, kind: ProtocolKind, what: object) =>
    mum.decides({
      type: "changePlan",
      planId: planOf(mum, kind)?.planId ?? "",
      change: "level",
      level: null,
      mode: null,
      note: null,
      ...what,
    });

  it("goes down without a question", () => {
    expect(factsOf(change(runner, "walk_run", { level: 1 }))).toEqual(["planChange"]);
  });

  it("goes up with impact only when it is earned, note or no note", () => {
    expect(refusalOf(change(runner, "walk_run", { level: 4, note: "She feels great" }))).toMatchObject({
      code: "level_not_earned",
      because: { code: "clean_sessions" },
    });
  });

  it("goes up without impact when the coach says why", () => {
    expect(refusalOf(change(walker, "walking", { level: 1 }))?.code).toBe("level_not_earned");
    expect(factsOf(change(walker, "walking", { level: 1, note: "Walked all through" }))).toEqual([
      "planChange",
    ]);
  });

  it("is nothing when nothing changes", () => {
    expect(factsOf(change(walker, "walking", { level: 0 }))).toEqual([]);
    expect(factsOf(change(walker, "walking", { change: "resume" }))).toEqual([]);
    expect(factsOf(change(walker, "walking", { change: "mode", mode: "propose" }))).toEqual([]);
  });

  it("resumes running only when the lock is open", () => {
    const paused = runner.does({
      type: "changePlan",
      planId: runner.lastId("plan"),
      change: "pause",
      level: null,
      mode: null,
      note: null,
    });
    expect(factsOf(change(paused, "walk_run", { change: "resume" }))).toEqual(["planChange"]);
    const heavy = paused.noticed([{ kind: "symptom", symptom: "heaviness" }]);
    expect(refusalOf(change(heavy, "walk_run", { change: "resume" }))?.code).toBe("run_locked");
  });

  it("ends once", () => {
    const planId = walker.lastId("plan");
    const end = { type: "changePlan", planId, change: "end", level: null, mode: null, note: null } as const;
    const ended = walker.does(end);
    expect(factsOf(ended.decides(end))).toEqual([]);
    expect(refusalOf(ended.decides({ ...end, change: "pause" }))?.code).toBe("plan_ended");
    expect(refusalOf(ended.decides({ ...end, planId: ended.record.client.id }))?.code).toBe("unknown");
  });
});

describe("starting a session", () => {
  const ready = aMum().readyToRun(30, {
    conditions: [{ kind: "max_run_minutes", minutes: 20 }, { kind: "flat_only" }],
  });
  const runner = ready.planned("walk_run", 2);
  const start = (mum: Mum, what: object = {}) =>
    mum.decides({
      type: "startSession",
      sessionId: "5e551000-0000-4000-8000-000000000001",
      planId: mum.lastId("plan"),
      note: null,
      ...what,
    });

  it("keeps the limits she was shown", () => {
    const decision = start(runner);
    expect(decision.ok && decision.events).toMatchObject([
      {
        fact: "sessionStart",
        row: {
          kind: "walk_run",
          level: 0,
          limits: [{ kind: "max_run_minutes", minutes: 20 }, { kind: "flat_only" }],
        },
      },
    ]);
  });

  it("asks the lock again: a plan assigned last week proves nothing", () => {
    const heavy = runner.noticed([{ kind: "symptom", symptom: "heaviness" }]);
    expect(refusalOf(start(heavy))).toMatchObject({
      code: "run_locked",
      reasons: [{ code: "pelvic_symptom_open" }],
    });
    expect(refusalOf(start(runner.logged("walk_run", 1)))).toMatchObject({
      reasons: [{ code: "echo_awaited" }],
    });
    expect(refusalOf(start(runner.later(130)))).toMatchObject({
      reasons: [{ code: "clearance_past_review" }],
    });
  });

  it("of walking is stopped by a hold on everything, not by one on running", () => {
    const walker = aMum().bornWeeksAgo(10).planned("walking", 3);
    expect(factsOf(start(walker.noticed([{ kind: "symptom", symptom: "heaviness" }])))).toEqual([
      "sessionStart",
    ]);
    expect(refusalOf(start(walker.noticed([{ kind: "red_flag", sign: "fever" }])))).toMatchObject({
      code: "on_hold",
      reason: "red_flag",
      wayOut: "seen_then_coach",
    });
  });

  it("far beyond her longest run wants a reason, once", () => {
    const leap = ready
      .logged("walk_run", 4, { minutes: 20, minutesRun: 6 })
      .echoed(3)
      .planned("walk_run", 0, { level: 5 });
    expect(refusalOf(start(leap))?.code).toBe("reason_missing");
    expect(factsOf(start(leap, { note: "Ran a lot before she joined us" }))).toEqual(["sessionStart"]);
  });

  it("is refused before the first day, while paused, and for plans that are not there", () => {
    const planId = runner.lastId("plan");
    const paused = runner.does({
      type: "changePlan",
      planId,
      change: "pause",
      level: null,
      mode: null,
      note: null,
    });
    expect(refusalOf(start(paused))?.code).toBe("plan_paused");
    expect(refusalOf(start(runner, { planId: runner.record.client.id }))?.code).toBe("unknown");
    const ended = runner.does({
      type: "changePlan",
      planId,
      change: "end",
      level: null,
      mode: null,
      note: null,
    });
    expect(refusalOf(start(ended, { planId }))?.code).toBe("plan_ended");
  });

  it("once", () => {
    const sessionId = "5e551000-0000-4000-8000-000000000001";
    const started = runner.does({
      type: "startSession",
      sessionId,
      planId: runner.lastId("plan"),
      note: null,
    });
    expect(factsOf(start(started))).toEqual([]);
  });
});

describe("logging", () => {
  it("is never refused because running was locked: what was done is known, and never counts", () => {
    const mum = aMum().bornWeeksAgo(10).logged("walk_run", 0, { minutes: 20, minutesRun: 10 });
    expect(mum.record.sessionLog).toHaveLength(1);
    expect(mum.journey().lock.reasons).toContainEqual(expect.objectContaining({ code: "echo_awaited" }));
  });

  it("with a symptom holds running in the same breath", () => {
    const mum = aMum().readyToRun(30).planned("walk_run", 3, { level: 2 });
    const logged = mum.logged("walk_run", 0, { findings: [{ kind: "symptom", symptom: "heaviness" }] });
    const facts = ["sessionLog", "symptomCheck", "hold", "planChange"] as const;
    expect(facts.map((kind) => logged.record[kind].length)).toEqual([
      mum.record.sessionLog.length + 1,
      mum.record.symptomCheck.length + 1,
      1,
      1,
    ]);
  });

  it("twice is one log", () => {
    const mum = aMum().bornWeeksAgo(10).logged("walking");
    const { recordedAt: _, recordedBy: __, ...log } = mum.record.sessionLog[0]!;
    const again = mum.decides({ type: "logSession", ...log, performance: null, findings: [] });
    expect(factsOf(again)).toEqual([]);
  });

  it("refuses what cannot be", () => {
    const mum = aMum().bornWeeksAgo(10);
    const log: Omit<CommandOf<"logSession">, "id"> = {
      type: "logSession",
      sessionId: null,
      planId: null,
      kind: "walking",
      level: null,
      doneOn: mum.today,
      minutesTotal: 20,
      minutesRun: 0,
      minutesWalk: 20,
      effort: 3,
      completion: "as_planned",
      performance: null,
      supersedesId: null,
      note: null,
      findings: [],
    };
    expect(refusalOf(mum.decides({ ...log, minutesRun: 5 }))?.code).toBe("minutes_do_not_add_up");
    expect(refusalOf(mum.decides({ ...log, doneOn: addDays(mum.today, 2) }))?.code).toBe("day_in_future");
    expect(refusalOf(mum.decides({ ...log, doneOn: addDays(mum.today, -71) }))?.code).toBe(
      "day_before_birth",
    );
    expect(refusalOf(mum.decides({ ...log, planId: mum.record.client.id }))).toEqual({
      code: "unknown",
      subject: "plan",
    });
    expect(refusalOf(mum.decides({ ...log, supersedesId: mum.record.client.id }))).toEqual({
      code: "unknown",
      subject: "log",
    });
    // Her phone may be a day ahead of us: the log is taken.
    expect(factsOf(mum.decides({ ...log, doneOn: addDays(mum.today, 1) }))).toEqual([
      "sessionLog",
      "symptomCheck",
    ]);
  });

  it("a log that corrects another takes its place", () => {
    const mum = aMum().readyToRun(30).planned("walk_run", 5).logged("walk_run", 2).echoed(1);
    const { recordedAt: _, recordedBy: __, id, ...log } = mum.record.sessionLog.at(-1)!;
    const corrected = mum.does({
      type: "logSession",
      ...log,
      performance: null,
      minutesRun: 5,
      supersedesId: id,
      findings: null,
    });
    expect(corrected.record.sessionLog).toHaveLength(mum.record.sessionLog.length + 1);
    expect(planOf(corrected, "walk_run")).toMatchObject({ cleanSessions: 1 });
    expect(corrected.journey().echo).toBeNull();
  });
});

describe("a technique review", () => {
  const review = (mum: Mum, what: object = {}) =>
    mum.decides({
      type: "reviewTechnique",
      reviewedOn: mum.today,
      observations: null,
      cues: ["Quicker steps"],
      closed: true,
      ...what,
    });

  it("needs a sign-off: looking at running is running", () => {
    expect(refusalOf(review(aMum().bornWeeksAgo(20)))?.code).toBe("run_locked");
    const cleared = aMum()
      .bornWeeksAgo(20)
      .cleared(3, { scope: ["technique"] });
    expect(factsOf(review(cleared))).toEqual(["techniqueReview"]);
  });

  it("closes with cues to take along", () => {
    const cleared = aMum().bornWeeksAgo(20).cleared(3);
    expect(refusalOf(review(cleared, { cues: [] }))?.code).toBe("cues_missing");
    expect(factsOf(review(cleared, { cues: [], closed: false }))).toEqual(["techniqueReview"]);
  });
});
