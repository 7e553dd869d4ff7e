import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import {
  calm,
  flag,
  hold,
  letter,
  pending,
  plan,
  proposal,
  request,
  resting,
  steps,
  today,
  told,
} from "./build-told.ts";
import type { PlanState } from "./journey.ts";
import { nextForCoach, type Told } from "./next.ts";
import type { StepId, StepStatus } from "./steps.ts";

/** From one part of a journey at a time: the order of what presses is the rule. */

describe("the most pressing for the coach", () => {
  const seen = { assessment: "done", walking: "open" } as const;
  const standing = calm.clearance;
  const near = (days: number): Told["lock"] => ({
    open: false,
    reasons: [
      { point: 1, code: "no_clearance" },
      { point: 2, code: "too_early", daysLeft: days, on: addDays(today, days), by: "twelve_weeks" },
    ],
  });
  const base = { clearanceId: "clearance", signer: "Hana Ngata" };
  const ready = { code: "send_request", kind: "recheck", trigger: "ready" };
  const nothing = { code: "nothing" };
  const signOff = (clearance: Told["clearance"], lock = near(5), change: Partial<Told> = {}) =>
    nextForCoach({ ...resting, steps: steps({}), clearance, lock, ...change }, true);

  it.each<[string, Partial<Told>, object]>([
    [
      "the newest red flag nobody has seen yet",
      { redFlags: [flag("old", null), flag("new", null), flag("seen", "then")] },
      { code: "acknowledge_red_flag", checkId: "new", sign: "fever" },
    ],
    ["a red flag that was seen no more", { redFlags: [flag("seen", "then")] }, nothing],
    [
      "her no to a sign-off, before a letter",
      { clearance: { status: "denied", ...base }, proposals: [proposal({ request: letter })] },
      { code: "clearance_denied", ...base },
    ],
    [
      "a letter that is ready, before the first request",
      {
        steps: steps({ assessment: "open" }),
        proposals: [proposal({}), proposal({ trigger: "surgery", request: letter })],
      },
      { code: "send_request", kind: "recheck", trigger: "surgery" },
    ],
    [
      "the first request, from four weeks on",
      { steps: steps({ assessment: "open" }), daysSinceBirth: 28 },
      { code: "send_request", kind: "assessment", trigger: "first" },
    ],
    ["no request before", { steps: steps({ assessment: "open" }), daysSinceBirth: 27 }, nothing],
    [
      "no request before a birth is known",
      { steps: steps({ assessment: "open" }), daysSinceBirth: null },
      nothing,
    ],
    ["no request while one is under way", { steps: steps({ assessment: "active" }), requests: [] }, nothing],
    [
      "the credential that nobody has checked",
      { clearance: pending(false) },
      { code: "check_credential", physioId: "physio", registrationNumber: "70" },
    ],
    [
      "a hold of hers to look at",
      { holds: [hold({ wayOut: "mum_lifts" }), hold({ ids: ["b", "c"] })] },
      { code: "look_at_hold", holdId: "b", reason: "pain" },
    ],
    [
      "a red flag's rest to end",
      { holds: [hold({ reason: "red_flag", wayOut: "seen_then_coach" })] },
      { code: "look_at_hold", holdId: "hold", reason: "red_flag" },
    ],
    ["a hold of another's not", { holds: [hold({ wayOut: "mum_lifts" })] }, nothing],
    [
      "her wait for mum",
      { clearance: { ...pending(true), waitsForCredential: null } as never },
      { code: "wait_for_mum", clearanceId: "clearance" },
    ],
    [
      "her wait for the physio",
      { requests: [request, { ...request, requestId: "later" }] },
      { code: "wait_for_physio", requestId: "request", askedOn: addDays(today, -4), days: 4 },
    ],
    ["nothing", {}, nothing],
  ])("is %s", (_, change, expected) =>
    expect(nextForCoach({ ...resting, steps: steps({}), ...change }, true)).toEqual(expected),
  );

  it("is to wait for the intake, unless a red flag came first", () => {
    expect(nextForCoach(resting, false)).toEqual({ code: "wait_for_intake" });
    expect(nextForCoach(told({ redFlags: [flag("new", null)] }), false)).toMatchObject({ checkId: "new" });
  });

  it("is to ask for a sign-off when only her word and at most a week are missing", () => {
    expect(signOff({ status: "none" })).toEqual(ready);
    expect(signOff({ status: "none" }, near(14))).toEqual(nothing);
    const goal: Told["lock"] = {
      open: false,
      reasons: [...near(5).reasons, { point: 4, code: "goal_missing" }],
    };
    expect(signOff({ status: "none" }, goal)).toEqual(nothing);
    expect(signOff({ status: "past_review", ...base, on: today })).toEqual(ready);
    expect(signOff({ status: "before_birth", ...base, on: today })).toEqual(ready);
    expect(signOff({ status: "starts_later", ...base, on: today })).toEqual(nothing);
    expect(signOff({ ...pending(false), waitsForCredential: null } as never)).toEqual(nothing);
    const reasons = near(5).reasons.slice(0, 1);
    expect(signOff({ status: "none" }, { open: false, reasons })).toEqual(ready);
  });

  it("is not to ask somebody who was never seen, nor twice", () => {
    const locked = { steps: steps({ assessment: "locked" }) };
    expect(signOff({ status: "none" }, near(5), locked)).toEqual(nothing);
    expect(signOff({ status: "none" }, near(5), { steps: steps({ assessment: "active" }) })).toEqual(ready);
    expect(signOff({ status: "none" }, near(5), { requests: [request] })).toMatchObject({
      code: "wait_for_physio",
    });
  });

  it("is to ask again after a not-yet, when its day is near or only her word is missing", () => {
    const notYet = (days: number) =>
      ({ status: "not_yet", ...base, reviewBy: addDays(today, days) }) as const;
    expect(signOff(notYet(60), near(14))).toEqual(nothing);
    expect(signOff(notYet(7), near(14))).toEqual(ready);
    expect(signOff(notYet(60), near(5))).toEqual(ready);
    expect(signOff({ status: "withdrawn", ...base, on: today }, near(60))).toEqual(ready);
  });

  it("is to ask her again while it stands, for what only her word ends", () => {
    const holds = [
      hold({ wayOut: "mum_lifts" }),
      hold({ reason: "physio_decision", wayOut: "physio_decides" }),
    ];
    expect(signOff(standing, calm.lock, { holds })).toEqual(ready);
    expect(signOff(standing, calm.lock, { holds: holds.slice(0, 1) })).toEqual(nothing);
  });

  it("is a level to decide, where she decides it", () => {
    const up = { kind: "progress", to: 2, because: { code: "ready", clean: 2, to: 2 } } as const;
    const stay = { kind: "hold", to: 1, because: { code: "paused" } } as const;
    const own = plan("walking", { mode: "auto", advice: up });
    const held = plan("restoration", { mode: "propose", advice: stay });
    const due = plan("strength", { mode: "propose", advice: up });
    const of = (plans: readonly PlanState[]) => nextForCoach({ ...resting, steps: steps(seen), plans }, true);
    expect(of([own, held, due])).toEqual({
      code: "decide_level",
      planId: "strength",
      kind: "strength",
      to: 2,
    });
    expect(of([own, held])).toEqual(nothing);
  });

  it("is a plan for a step that is open or under way and has none, in their order", () => {
    const of = (statuses: { readonly [K in StepId]?: StepStatus }, plans: readonly PlanState[] = []) =>
      nextForCoach({ ...resting, steps: steps(statuses), plans }, true);
    const stay = { kind: "hold", to: 1, because: { code: "paused" } } as const;
    expect(of({ running: "open", walking: "active" })).toEqual({ code: "assign_plan", kind: "walking" });
    expect(of({ running: "open", walking: "active" }, [plan("walking", { advice: stay })])).toEqual({
      code: "assign_plan",
      kind: "walk_run",
    });
    expect(of({ running: "locked", walking: "held" })).toEqual(nothing);
    expect(of({ technique: "open" })).toEqual({ code: "review_technique" });
    expect(of({ technique: "active" })).toEqual({ code: "review_technique" });
  });

  it("is the tests the lock, or a run after a break, waits for, once strength is reached", () => {
    const missing = { point: 3, code: "battery_missing", battery: "strength", tests: 4 } as const;
    const lock = { open: false, reasons: [{ point: 4, code: "goal_missing" } as const, missing] };
    const stay = { kind: "hold", to: 1, because: { code: "paused" } } as const;
    const plans = [plan("strength", { advice: stay })];
    const of = (strength: StepStatus, change: Partial<Told>) =>
      nextForCoach({ ...resting, steps: steps({ strength }), plans, ...change }, true);
    const record = { code: "record_battery", battery: "strength" };
    expect(of("open", { lock })).toEqual(record);
    expect(of("done", { lock })).toEqual(record);
    expect(of("held", { lock })).toEqual(nothing);
    const waits = { kind: "hold", to: 1, because: { code: "retest_after_gap", days: 40 } } as const;
    const gap = plan("walk_run", { advice: waits, lastDoneOn: addDays(today, -3) });
    expect(of("done", { plans: [...plans, gap] })).toEqual({
      code: "record_battery",
      battery: "load_impact",
    });
    expect(
      of("done", { plans: [plan("walk_run", { advice: stay, lastDoneOn: addDays(today, -3) })] }),
    ).toEqual(nothing);
  });

  it("is a way back to think of, when nothing presses more", () => {
    const proposals = [proposal({}), proposal({ trigger: "tune_up" })];
    expect(nextForCoach({ ...resting, steps: steps({}), proposals }, true)).toEqual({
      code: "consider_revisit",
      trigger: "gap",
    });
    expect(nextForCoach({ ...resting, steps: steps({ technique: "open" }), proposals }, true)).toEqual({
      code: "review_technique",
    });
  });
});
