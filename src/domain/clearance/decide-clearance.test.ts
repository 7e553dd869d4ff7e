import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import { assessing, asking, signing, STORY_PHYSIO, type Terms } from "../journey/build-commands.ts";
import { addDays } from "../shared/day.ts";

const OTHER = { ...STORY_PHYSIO, physioId: "90000000-0000-4000-8000-000000000002" };
const refusalOf = (decision: ReturnType<Mum["decides"]>) => (decision.ok ? null : decision.refusal);
const eventsOf = (decision: ReturnType<Mum["decides"]>) =>
  decision.ok ? decision.events.map((event) => event.fact) : decision.refusal;

describe("asking a physio", () => {
  const mum = aMum().bornWeeksAgo(6);

  it("waits for the intake", () => {
    expect(refusalOf(aMum().decides(asking("assessment", STORY_PHYSIO, mum.today)))).toEqual({
      code: "intake_missing",
    });
  });

  it("keeps one open request a physio", () => {
    const asked = mum.asked();
    expect(refusalOf(asked.decides(asking("assessment", STORY_PHYSIO, mum.today)))).toMatchObject({
      code: "request_already_open",
    });
    expect(eventsOf(asked.decides(asking("assessment", OTHER, mum.today)))).toEqual(["request"]);
  });

  it("asks again when the first request expired unanswered", () => {
    expect(
      eventsOf(
        mum
          .asked()
          .later(61)
          .decides(asking("assessment", STORY_PHYSIO, addDays(mum.today, 61))),
      ),
    ).toEqual(["request"]);
  });

  it("refuses a due day behind her and an expiry before it", () => {
    const command = asking("assessment", STORY_PHYSIO, mum.today);
    expect(refusalOf(mum.decides({ ...command, dueOn: addDays(mum.today, -1) }))?.code).toBe("day_in_past");
    expect(refusalOf(mum.decides({ ...command, expiresOn: mum.today }))?.code).toBe("days_out_of_order");
  });

  it("begins another visit to the assessment when it was done before", () => {
    const seen = mum.assessed();
    expect(eventsOf(seen.decides(asking("recheck", STORY_PHYSIO, mum.today)))).toEqual([
      "request",
      "stepVisit",
    ]);
    const step = seen.asked(0, "recheck").journey().steps[0];
    expect(step).toMatchObject({ id: "assessment", status: "active", cycle: 2 });
    const again = seen.later(3).assessed();
    expect(again.journey().steps[0]).toMatchObject({ status: "done", cycle: 2 });
    expect(again.record.stepVisitClosing).toHaveLength(1);
  });

  it("notes opening once, however often the link is opened", () => {
    const asked = mum.asked();
    const opened = { type: "markRequest", requestId: asked.lastId("request"), step: "opened" } as const;
    expect(eventsOf(asked.decides(opened))).toEqual(["requestStep"]);
    expect(eventsOf(asked.does(opened).decides(opened))).toEqual([]);
  });

  it("takes no answer to a request that was cancelled", () => {
    const asked = mum.asked();
    const requestId = asked.lastId("request");
    const cancelled = asked.does({ type: "markRequest", requestId, step: "cancelled" });
    expect(refusalOf(cancelled.decides(assessing(requestId, STORY_PHYSIO, mum.today, true)))).toEqual({
      code: "request_closed",
      how: "cancelled",
    });
  });
});

describe("recording an assessment", () => {
  const asked = aMum().bornWeeksAgo(6).asked();
  const command = assessing(asked.lastId("request"), STORY_PHYSIO, asked.today, true);

  it("answers the request", () => {
    expect(eventsOf(asked.decides(command))).toEqual(["assessment", "requestStep"]);
  });

  it.each([
    ["another physio", { physioId: OTHER.physioId }, "not_your_request"],
    ["a day to come", { assessedOn: addDays(asked.today, 1) }, "day_in_future"],
    ["a day before the birth", { assessedOn: addDays(asked.today, -43) }, "day_before_birth"],
    ["an unknown request", { requestId: OTHER.physioId }, "unknown"],
  ] as const)("refuses %s", (_, change, code) => {
    expect(refusalOf(asked.decides({ ...command, ...change }))?.code).toBe(code);
  });

  it("refuses one that is older than 60 days", () => {
    const late = aMum().bornWeeksAgo(30).asked();
    const old = assessing(late.lastId("request"), STORY_PHYSIO, addDays(late.today, -61), true);
    expect(refusalOf(late.decides(old))?.code).toBe("too_long_ago");
  });
});

describe("signing", () => {
  const seen = aMum().bornWeeksAgo(20).assessed();
  const sign = (terms: Terms = {}, mum = seen) =>
    signing(mum.lastId("assessment"), STORY_PHYSIO, mum.today, terms);

  it("is sealed with the assessment's day and today's", () => {
    const signed = seen.signed();
    expect(signed.record.clearance[0]).toMatchObject({
      assessedOn: seen.today,
      signedOn: seen.today,
      supersedesId: null,
    });
    expect(signed.journey().clearance).toMatchObject({
      status: "pending",
      waitsForMum: true,
      waitsForCredential: "unchecked",
    });
    expect(signed.journey().lock.open).toBe(false);
  });

  it("supersedes the one before", () => {
    const again = seen.signed().later(1).assessed().signed();
    expect(again.record.clearance[1]?.supersedesId).toBe(again.record.clearance[0]?.id);
  });

  it.each([
    ["by another physio than the assessor", { physioId: OTHER.physioId }, "not_your_request"],
    ["without a scope", { scope: [] }, "scope_missing"],
    [
      "cleared, but with conditions",
      { decision: "cleared", conditions: [{ kind: "flat_only" }] },
      "conditions_not_expected",
    ],
    ["with conditions, but none given", { decision: "cleared_with_conditions" }, "conditions_missing"],
    [
      "with a buggy covered and excluded",
      {
        decision: "cleared_with_conditions",
        scope: ["walk_run", "buggy"],
        conditions: [{ kind: "no_buggy" }],
      },
      "scope_against_condition",
    ],
    ["not yet, but with a scope", { decision: "not_yet" }, "scope_not_expected"],
    ["with a review day that has passed", { reviewBy: seen.today }, "day_in_past"],
    ["for longer than a year", { reviewBy: addDays(seen.today, 367) }, "day_too_far"],
    ["with an early date without a reason", { earliestRunOn: seen.today }, "reason_missing"],
    [
      "with an early date under three weeks",
      { earliestRunOn: addDays(seen.today, -20 * 7 + 20), earliestRunReason: "Fit" },
      "too_long_ago",
    ],
    ["on an assessment that is not there", { assessmentId: OTHER.physioId }, "unknown"],
  ] as const)("is refused %s", (_, change, code) => {
    const command = { ...sign(), ...change } as ReturnType<typeof sign>;
    expect(refusalOf(seen.decides(command))?.code).toBe(code);
  });

  it("is refused on an assessment that a newer one replaced", () => {
    const newer = seen.later(1).assessed();
    const old = { ...sign({}, newer), assessmentId: newer.record.assessment[0]!.id };
    expect(refusalOf(newer.decides(old))?.code).toBe("assessment_not_newest");
  });

  it("lifts the hold of a surgery she has looked at", () => {
    const operated = seen
      .does({ type: "recordLifeEvent", kind: "surgery", startsOn: seen.today, endsOn: null, note: null })
      .later(30)
      .assessed();
    expect(eventsOf(operated.decides(sign({}, operated)))).toEqual(["clearance", "holdLift"]);
    expect(eventsOf(operated.decides(sign({ decision: "not_yet" }, operated)))).toEqual(["clearance"]);
  });

  it("sent twice is signed once", () => {
    const signed = seen.signed();
    expect(eventsOf(signed.decides({ ...sign(), id: signed.lastId("clearance") }))).toEqual([]);
  });
});

describe("confirming and withdrawing", () => {
  const signed = aMum().bornWeeksAgo(20).assessed().signed();
  const clearanceId = signed.lastId("clearance");

  it("takes the same answer once", () => {
    const yes = { type: "confirmClearance", clearanceId, saw: true } as const;
    expect(eventsOf(signed.decides(yes))).toEqual(["clearanceConfirmation"]);
    expect(eventsOf(signed.does(yes).decides(yes))).toEqual([]);
  });

  it("asks nothing about a not-yet", () => {
    const notYet = aMum().bornWeeksAgo(20).assessed().signed(0, { decision: "not_yet" });
    const yes = { type: "confirmClearance", clearanceId: notYet.lastId("clearance"), saw: true } as const;
    expect(refusalOf(notYet.decides(yes))?.code).toBe("nothing_to_confirm");
  });

  it("confirms only the newest, and nothing that was withdrawn", () => {
    const newer = signed.later(1).assessed().signed();
    const yes = { type: "confirmClearance", clearanceId, saw: true } as const;
    expect(refusalOf(newer.decides(yes))?.code).toBe("clearance_not_newest");
    const taken = signed.does({
      type: "withdrawClearance",
      clearanceId,
      physioId: STORY_PHYSIO.physioId,
      reason: "Error",
    });
    expect(refusalOf(taken.decides(yes))?.code).toBe("clearance_withdrawn");
  });

  it("is withdrawn by the signer only, once", () => {
    const take = {
      type: "withdrawClearance",
      clearanceId,
      physioId: STORY_PHYSIO.physioId,
      reason: "Error",
    } as const;
    expect(refusalOf(signed.decides({ ...take, physioId: OTHER.physioId }))?.code).toBe("not_your_clearance");
    expect(eventsOf(signed.does(take).decides(take))).toEqual([]);
  });
});

describe("signing on what the facts hold", () => {
  const signs = (mum: Mum, terms: Terms = {}) =>
    mum.decides(signing(mum.lastId("assessment"), STORY_PHYSIO, mum.today, terms));
  const ago = (mum: Mum, days: number) => addDays(mum.today, -days);
  const held = (mum: Mum, reason: "new_pregnancy" | "coach_decision" | "surgery", daysAgo: number) =>
    mum.fact("hold", {
      covers: "running",
      reason,
      placedOn: ago(mum, daysAgo),
      sourceId: null,
      note: null,
    });
  const ended = (mum: Mum, daysAgo: number) =>
    mum.fact("lifeEvent", {
      kind: "pregnancy_ended",
      startsOn: ago(mum, daysAgo),
      endsOn: null,
      note: null,
    });
  const lifts = (mum: Mum) => {
    const decision = signs(mum);
    if (!decision.ok) throw new Error(decision.refusal.code);
    return decision.events.flatMap(({ fact, row }) => (fact === "holdLift" ? [row.holdId] : []));
  };

  it("lifts a pregnancy that ended since its hold, surgery, and no hold of another cause", () => {
    const seen = aMum().bornWeeksAgo(60).assessed();
    const all = held(held(held(seen, "coach_decision", 9), "new_pregnancy", 9), "surgery", 9);
    const [, pregnancy, surgery] = all.record.hold.map((row) => row.id);
    expect(lifts(all)).toEqual([surgery]);
    expect(lifts(ended(all, 9))).toEqual([pregnancy, surgery]);
    expect(lifts(ended(all, 10))).toEqual([surgery]);
  });

  it("takes an assessment of the day of the birth", () => {
    const seen = aMum().bornWeeksAgo(60).assessed(10);
    const birth = { mode: "vaginal", tear: "none", babies: 1, gestationWeeks: 39 } as const;
    expect(signs(seen.fact("birth", { ...birth, bornOn: ago(seen, 10) })).ok).toBe(true);
    expect(signs(seen.fact("birth", { ...birth, bornOn: ago(seen, 9) }))).toMatchObject({
      refusal: { code: "day_before_birth" },
    });
  });

  it("knows no earliest day while no birth is known, and opens nothing by it", () => {
    const unknown = aMum().fact("assessment", {
      requestId: "r",
      physioId: STORY_PHYSIO.physioId,
      assessedOn: aMum().today,
      restorationOk: true,
      findings: null,
      homeProgramme: null,
      measures: null,
    });
    const terms = { earliestRunOn: ago(unknown, 300) };
    expect(signs(unknown, terms).ok).toBe(true);
    const mum = unknown.signed(0, terms).credentialChecked().confirmed();
    expect(mum.journey().lock.reasons.map((reason) => reason.code)).toContain("birth_unknown");
  });
});
