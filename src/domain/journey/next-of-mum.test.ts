import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import { aMum } from "./build.ts";
import {
  calm,
  flag,
  hold,
  letter,
  mum,
  pending,
  plan,
  proposal,
  request,
  shut,
  steps,
  today,
  told,
} from "./build-told.ts";
import { isAllowed } from "../plans/allowed.ts";
import type { PlanState } from "./journey.ts";
import { nextForMum, nextForPhysio, type Told } from "./next.ts";

/** From one part of a journey at a time: the order of what presses is the rule. */

describe("may a session be done today", () => {
  const everything = [hold({ covers: "everything" })];
  const impact = [hold({ covers: "impact" })];
  const advised = (kind: "regress" | "hold", code: "retest_after_gap" | "gap"): PlanState["advice"] => ({
    kind,
    to: 0,
    because: {
      code,
      days: 40,
      levels: 3,
    },
  });
  const short = [{ kind: "max_run_minutes", minutes: 5 }] as const;

  it.each<[string, boolean, Partial<Told>, PlanState]>([
    ["a walk, with nothing in the way", true, {}, plan("walking")],
    ["a walk under a hold of everything", false, { holds: everything }, plan("walking")],
    ["a walk under a hold of impact", true, { holds: impact }, plan("walking")],
    ["hopping under a hold of impact", false, { holds: impact }, plan("strength", { impact: true })],
    ["hopping under a hold of running", true, { holds: [hold({})] }, plan("strength", { impact: true })],
    ["hopping without a hold", true, { holds: [] }, plan("strength", { impact: true })],
    ["strength under a hold of impact", true, { holds: impact }, plan("strength")],
    ["a walk while walking is locked", false, { steps: steps({ walking: "locked" }) }, plan("walking")],
    ["a walk while strength is locked", true, { steps: steps({ strength: "locked" }) }, plan("walking")],
    ["a run while running is open", true, { steps: steps({ running: "locked" }) }, plan("walk_run")],
    ["a run while running is shut", false, { lock: shut }, plan("walk_run")],
    ["a run while only drills are shut", true, { techniqueLock: shut }, plan("walk_run")],
    ["a drill while drills are shut", false, { techniqueLock: shut }, plan("technique")],
    ["a drill while only running is shut", true, { lock: shut }, plan("technique")],
    [
      "a run that waits for tests after a break",
      false,
      {},
      plan("walk_run", { advice: advised("hold", "retest_after_gap") }),
    ],
    ["a run after a shorter break", true, {}, plan("walk_run", { advice: advised("regress", "gap") })],
    [
      "a run beyond the limit",
      false,
      { limits: short },
      plan("walk_run", { advice: advised("hold", "gap") }),
    ],
    [
      "a run beyond the limit that begins lower",
      true,
      { limits: short },
      plan("walk_run", { advice: advised("regress", "gap") }),
    ],
  ])("%s: %s", (_, expected, change, of) => expect(isAllowed(told(change), of)).toBe(expected));
});

describe("the one thing for her", () => {
  const walk = plan("walking", { weekdays: [3], lastDoneOn: null, minutesTotal: 20, level: 1 });
  const echo = (dueOn: Told["day"]) => ({ logId: "log", doneOn: addDays(dueOn, -1), dueOn });
  const session = { code: "do_session", planId: "walking", kind: "walking", level: 1, minutes: 20 };

  it.each<[string, Partial<Told>, object]>([
    [
      "the newest red flag nobody has seen yet",
      { redFlags: [flag("old", null), flag("new", null), flag("seen", "then")] },
      { code: "red_flag", checkId: "new", sign: "fever" },
    ],
    ["a red flag that was seen no more", { redFlags: [flag("seen", "then")], plans: [walk] }, session],
    [
      "the sign-off that waits for her yes",
      { clearance: pending(true), echo: echo(today) },
      { code: "confirm_clearance", clearanceId: "clearance", signer: "Hana Ngata" },
    ],
    ["a sign-off that waits for others not", { clearance: pending(false), plans: [walk] }, session],
    [
      "the day after, once it has come, before a hold",
      { echo: echo(today), holds: [hold({ covers: "everything" })] },
      { code: "answer_echo", logId: "log", dueOn: today },
    ],
    ["the day after not before", { echo: echo(addDays(today, 1)), plans: [walk] }, session],
    [
      "the hold of everything, before what came up today",
      {
        holds: [hold({}), hold({ covers: "everything", reason: "illness", wayOut: "mum_lifts" })],
        proposals: [proposal({ request: letter })],
      },
      { code: "on_hold", reason: "illness", wayOut: "mum_lifts" },
    ],
    [
      "that her coach writes, on the day it came up",
      {
        plans: [walk],
        proposals: [proposal({}), proposal({ trigger: "surgery", request: letter })],
      },
      { code: "coach_writes_to_physio", trigger: "surgery" },
    ],
    [
      "her session, once that day is over",
      { plans: [walk], proposals: [proposal({ request: letter, since: addDays(today, -1) })] },
      session,
    ],
    ["her session when no letter is asked for", { plans: [walk], proposals: [proposal({})] }, session],
    [
      "rest until the next one",
      { plans: [{ ...walk, weekdays: [5] }], requests: [request] },
      { code: "rest_until", on: addDays(today, 2) },
    ],
    [
      "not a session the rules do not allow",
      { plans: [walk], steps: steps({ walking: "locked" }), requests: [request] },
      { code: "see_physio", requestId: "request", askedOn: addDays(today, -4) },
    ],
    [
      "that her coach writes, when there is nothing to do",
      {
        plans: [],
        holds: [hold({})],
        proposals: [
          proposal({}),
          proposal({ trigger: "review_near", since: addDays(today, -2), request: letter }),
        ],
      },
      { code: "coach_writes_to_physio", trigger: "review_near" },
    ],
    [
      "what holds her, when there is nothing else",
      { plans: [], holds: [hold({})], proposals: [proposal({})] },
      { code: "on_hold", reason: "pain", wayOut: "coach_lifts" },
    ],
    ["that her coach plans", { plans: [], holds: [], proposals: [] }, { code: "coach_plans" }],
  ])("is %s", (_, change, expected) => expect(nextForMum(told(change), true, mum.record)).toEqual(expected));

  it("is the intake before all that waits, and a red flag before the intake", () => {
    expect(nextForMum(told({ clearance: pending(true) }), false, mum.record)).toEqual({
      code: "complete_intake",
    });
    expect(nextForMum(told({ redFlags: [flag("new", null)] }), false, mum.record)).toMatchObject({
      code: "red_flag",
    });
  });
});

describe("what waits for a physio", () => {
  const record = mum.record;
  const standing = (daysLeft: number): Told =>
    told({
      clearance: { ...(calm.clearance as Extract<Told["clearance"], { status: "standing" }>), daysLeft },
    });
  const assessed = (assessedOn: Told["day"]) => ({
    ...record,
    assessment: [...record.assessment, { ...record.assessment[0]!, id: "seen", assessedOn }],
  });

  it("is her answer first, whatever else there is", () => {
    expect(nextForPhysio(told({ requests: [request] }), assessed(today))).toEqual({
      code: "answer_request",
      requestId: "request",
      kind: "recheck",
      dueOn: addDays(today, 3),
    });
  });

  it("is the decision on what she saw, of this journey", () => {
    const sign = { code: "sign_decision", assessmentId: "seen" };
    expect(nextForPhysio(standing(90), assessed(today))).toEqual(sign);
    expect(nextForPhysio(standing(90), assessed(calm.bornOn!))).toEqual(sign);
    expect(nextForPhysio({ ...standing(90), bornOn: null }, assessed(today))).toEqual(sign);
    const before = addDays(calm.bornOn!, -1);
    expect(nextForPhysio(standing(90), assessed(before))).toEqual({ code: "nothing" });
    expect(nextForPhysio(standing(90), record)).toEqual({ code: "nothing" });
  });

  it("is the review, from three weeks before it on, while the sign-off stands", () => {
    expect(nextForPhysio(standing(22), record)).toEqual({ code: "nothing" });
    expect(nextForPhysio(standing(21), record)).toMatchObject({ code: "review_due", daysLeft: 21 });
    expect(nextForPhysio(standing(21), record)).toHaveProperty("reviewBy");
    expect(nextForPhysio(standing(21), record)).toHaveProperty("clearanceId", mum.lastId("clearance"));
    expect(nextForPhysio(told({ clearance: pending(false) }), record)).toEqual({ code: "nothing" });
  });

  it("is nothing for somebody nobody has seen", () => {
    const nobody = aMum();
    expect(nextForPhysio(nobody.journey(), nobody.record)).toEqual({ code: "nothing" });
    expect(nextForPhysio({ ...nobody.journey(), bornOn: today }, nobody.record)).toEqual({ code: "nothing" });
  });
});
