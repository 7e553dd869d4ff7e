import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import { assessing, signing, STORY_PHYSIO, type Told } from "../journey/build-commands.ts";
import { addDays } from "../shared/day.ts";
import { gateReasons } from "./gate.ts";
import { openRequests } from "./requests.ts";

/** Answers word for word: the code, the field and the day that a person reads. */
const NOBODY = "90000000-0000-4000-8000-00000000ffff";
const answer = (mum: Mum, command: Told) => {
  const decision = mum.decides(command);
  return decision.ok ? decision.events.map((row) => row.fact) : decision.refusal;
};
const life = (mum: Mum, kind: "surgery" | "new_pregnancy" | "pregnancy_ended", startsOn = mum.today) =>
  ({ type: "recordLifeEvent", kind, startsOn, endsOn: null, note: null }) as const;
const reasons = (mum: Mum, on = mum.today) => gateReasons(mum.record, on, "walk_run");

describe("a request on its way", () => {
  const asked = aMum().bornWeeksAgo(20).asked();
  const requestId = asked.lastId("request");
  const mark = (step: "opened" | "reminded" | "declined" | "cancelled", id = requestId): Told => ({
    type: "markRequest",
    requestId: id,
    step,
  });
  const after = (...steps: Parameters<typeof mark>[0][]) =>
    steps.reduce((mum, step) => mum.does(mark(step)), asked);

  it.each<[string, () => Mum, Told, unknown]>([
    ["that nobody knows", () => asked, mark("opened", NOBODY), { code: "unknown", subject: "request" }],
    ["is opened once", () => after("opened"), mark("opened"), []],
    ["is reminded of once a day", () => after("reminded"), mark("reminded"), []],
    [
      "is reminded of again the next day",
      () => after("reminded").later(1),
      mark("reminded"),
      ["requestStep"],
    ],
    ["is declined after it was opened", () => after("opened", "reminded"), mark("declined"), ["requestStep"]],
    ["is cancelled once", () => after("cancelled"), mark("cancelled"), []],
    [
      "is not declined once cancelled",
      () => after("cancelled"),
      mark("declined"),
      { code: "request_closed", how: "cancelled" },
    ],
    [
      "is not reminded of once declined",
      () => after("declined"),
      mark("reminded"),
      { code: "request_closed", how: "declined" },
    ],
    ["is read again once answered", () => asked.assessed(), mark("opened"), []],
    [
      "is not cancelled once answered",
      () => asked.assessed(),
      mark("cancelled"),
      { code: "request_closed", how: "answered" },
    ],
    ["is reminded of on its last day", () => asked.later(60), mark("reminded"), ["requestStep"]],
    [
      "is not reminded of after it",
      () => asked.later(61),
      mark("reminded"),
      { code: "request_closed", how: "expired" },
    ],
    ["is cancelled after it", () => asked.later(61), mark("cancelled"), ["requestStep"]],
  ])("%s", (_, story, command, expected) => expect(answer(story(), command)).toEqual(expected));

  it("waits until its last day, and tells whether it was opened", () => {
    const open = (mum: Mum) =>
      openRequests(mum.record, mum.today).map((row) => [row.opened, row.waitingDays]);
    expect(open(asked.later(60))).toEqual([[false, 60]]);
    expect(open(asked.later(61))).toEqual([]);
    expect(open(after("opened"))).toEqual([[true, 0]]);
    expect(open(after("reminded"))).toEqual([[false, 0]]);
  });
});

describe("an assessment", () => {
  const asked = aMum().bornWeeksAgo(20).asked();
  const command = (on: Mum, assessedOn = on.today, requestId = asked.lastId("request")) =>
    assessing(requestId, STORY_PHYSIO, assessedOn, true);

  it("of 60 days ago counts, of 61 is refused with the day", () => {
    const oldest = addDays(asked.today, -60);
    expect(answer(asked, command(asked, oldest))).toEqual(["assessment", "requestStep"]);
    const day = addDays(oldest, -1);
    expect(answer(asked, command(asked, day))).toEqual({
      code: "too_long_ago",
      field: "assessedOn",
      day,
      oldest,
    });
  });

  it("may be amended once the request is answered, without answering it twice", () => {
    const seen = asked.assessed();
    expect(answer(seen.later(70), command(seen.later(70)))).toEqual(["assessment"]);
  });

  it.each<[string, Mum, unknown]>([
    ["expired", asked.later(61), { code: "request_closed", how: "expired" }],
    [
      "declined",
      asked.does({ type: "markRequest", requestId: asked.lastId("request"), step: "declined" }),
      { code: "request_closed", how: "declined" },
    ],
  ])("of a request that %s is refused", (_, mum, refusal) =>
    expect(answer(mum, command(mum))).toEqual(refusal),
  );

  it("of a request nobody knows, of tomorrow, of before the birth: each by name", () => {
    expect(answer(asked, command(asked, asked.today, NOBODY))).toEqual({
      code: "unknown",
      subject: "request",
    });
    const ahead = addDays(asked.today, 1);
    expect(answer(asked, command(asked, ahead))).toEqual({
      code: "day_in_future",
      field: "assessedOn",
      day: ahead,
    });
  });

  it("closes the visit that asked for it again, as met", () => {
    const again = aMum().bornWeeksAgo(20).assessed(30).asked(2, "recheck").assessed();
    expect(again.record.stepVisitClosing).toMatchObject([
      { visitId: again.lastId("stepVisit"), closedOn: again.today, how: "criteria_met", note: null },
    ]);
  });
});

describe("signing", () => {
  const seen = aMum().bornWeeksAgo(20).assessed();
  const command = (mum: Mum, change: object = {}): Told => ({
    ...signing(mum.lastId("assessment"), STORY_PHYSIO, mum.today, {}),
    ...change,
  });
  const bornOn = seen.record.birth[0]!.bornOn;

  it.each<[string, object, unknown]>([
    ["unknown assessment", { assessmentId: NOBODY }, { code: "unknown", subject: "assessment" }],
    ["review today", { reviewBy: seen.today }, { code: "day_in_past", field: "reviewBy", day: seen.today }],
    ["review in 366 days", { reviewBy: addDays(seen.today, 366) }, ["clearance"]],
    [
      "review in 367 days",
      { reviewBy: addDays(seen.today, 367) },
      {
        code: "day_too_far",
        field: "reviewBy",
        day: addDays(seen.today, 367),
        latest: addDays(seen.today, 366),
      },
    ],
    ["first day at 21 days", { earliestRunOn: addDays(bornOn, 21), earliestRunReason: "Fit" }, ["clearance"]],
    [
      "first day at 20 days",
      { earliestRunOn: addDays(bornOn, 20), earliestRunReason: "Fit" },
      { code: "too_long_ago", field: "earliestRunOn", day: addDays(bornOn, 20), oldest: addDays(bornOn, 21) },
    ],
    [
      "not yet with conditions",
      { decision: "not_yet", scope: [], conditions: [{ kind: "flat_only" }] },
      { code: "conditions_not_expected" },
    ],
    ["not yet", { decision: "not_yet", scope: [] }, ["clearance"]],
  ])("%s", (_, change, expected) => expect(answer(seen, command(seen, change))).toEqual(expected));

  it("on an assessment from before the latest birth is refused with both days", () => {
    const old = aMum().bornWeeksAgo(60).assessed(200);
    const birth = { mode: "vaginal", tear: "none", babies: 1, gestationWeeks: 39 } as const;
    const again = old.does({ type: "recordBirth", bornOn: addDays(old.today, -90), ...birth }, 90);
    expect(answer(again, command(again))).toEqual({
      code: "day_before_birth",
      field: "assessedOn",
      day: addDays(old.today, -200),
      bornOn: addDays(old.today, -90),
    });
  });

  it("lifts a pregnancy that ended, not one that goes on, nor what another hold says", () => {
    const pregnant = seen.does(life(seen, "new_pregnancy"));
    const looked = (mum: Mum) => mum.later(1).assessed();
    expect(answer(looked(pregnant), command(looked(pregnant)))).toEqual(["clearance"]);
    const ended = looked(pregnant.does(life(pregnant, "pregnancy_ended")));
    expect(answer(ended, command(ended))).toEqual(["clearance", "holdLift"]);
    const held = looked(
      seen.does({ type: "placeHold", covers: "running", reason: "coach_decision", note: null }),
    );
    expect(answer(held, command(held))).toEqual(["clearance"]);
    const signed = ended.does(command(ended)).later(1).assessed();
    expect(answer(signed, command(signed))).toEqual(["clearance"]);
    expect(ended.does(command(ended)).record.holdLift).toMatchObject([
      { reason: "clearance", liftedOn: ended.today },
    ]);
  });
});

describe("confirming and taking back", () => {
  const signed = aMum().bornWeeksAgo(20).assessed(5).signed(5).later(0).assessed(1).signed(1);
  const [first, second] = signed.record.clearance;
  const { physioId } = STORY_PHYSIO;
  const take = (clearanceId: string): Told => ({
    type: "withdrawClearance",
    clearanceId,
    physioId,
    reason: "Error",
  });
  const yes = (clearanceId: string): Told => ({ type: "confirmClearance", clearanceId, saw: true });

  it("names what nobody knows", () => {
    expect(answer(signed, take(NOBODY))).toEqual({ code: "unknown", subject: "clearance" });
    expect(answer(signed, yes(NOBODY))).toEqual({ code: "unknown", subject: "clearance" });
  });

  it("given the older one taken back, then the newer stands and can be taken back too", () => {
    const taken = signed.does(take(first!.id));
    expect(answer(taken, yes(second!.id))).toEqual(["clearanceConfirmation"]);
    expect(answer(taken, take(second!.id))).toEqual(["clearanceWithdrawal"]);
    expect(taken.credentialChecked().confirmed().journey().clearance.status).toBe("standing");
    expect(taken.does(take(second!.id)).journey().clearance.status).toBe("withdrawn");
  });
});

describe("what stands in the way, word for word", () => {
  const cleared = () => aMum().bornWeeksAgo(20).cleared(10);

  it("surgery: by its event, once, and its hold alone when the event is from before the birth", () => {
    const mum = cleared().does(life(cleared(), "surgery"));
    expect(reasons(mum)).toEqual([
      { point: 5, code: "surgery", on: mum.today, sourceId: mum.lastId("lifeEvent") },
    ]);
    const placed = { covers: "impact", reason: "surgery", placedOn: mum.today, note: null } as const;
    const alone = cleared().fact("hold", { ...placed, sourceId: null });
    expect(reasons(alone)).toEqual([
      { point: 5, code: "surgery", on: mum.today, sourceId: alone.lastId("hold") },
    ]);
  });

  it("a pregnancy: by its event, once, and by a hold alone", () => {
    const mum = cleared().does(life(cleared(), "new_pregnancy"));
    expect(reasons(mum)).toEqual([
      { point: 5, code: "new_pregnancy", on: mum.today, sourceId: mum.lastId("lifeEvent") },
    ]);
    const placed = { covers: "running", reason: "new_pregnancy", placedOn: mum.today, note: null } as const;
    const alone = cleared().fact("hold", { ...placed, sourceId: null });
    expect(reasons(alone)).toEqual([
      { point: 5, code: "new_pregnancy", on: mum.today, sourceId: alone.lastId("hold") },
    ]);
  });

  it("life events without their holds shut it all the same", () => {
    const event =
      (
        kind: "surgery" | "new_pregnancy" | "pregnancy_ended" | "illness",
        daysAgo: number,
        recordedDaysAgo = daysAgo,
      ) =>
      (mum: Mum) =>
        mum.fact(
          "lifeEvent",
          { kind, startsOn: addDays(mum.today, -daysAgo), endsOn: null, note: null },
          recordedDaysAgo,
        );
    const codesAfter = (...events: ((mum: Mum) => Mum)[]) =>
      reasons(events.reduce((mum, add) => add(mum), cleared())).map((row) => row.code);
    expect(codesAfter(event("surgery", 2))).toEqual(["surgery"]);
    expect(codesAfter(event("surgery", 20))).toEqual([]);
    expect(codesAfter(event("surgery", 20, 2))).toEqual(["surgery"]);
    expect(codesAfter(event("surgery", 140, 2))).toEqual([]);
    expect(codesAfter(event("new_pregnancy", 2))).toEqual(["new_pregnancy"]);
    expect(codesAfter(event("new_pregnancy", 140))).toEqual([]);
    expect(codesAfter(event("new_pregnancy", 40), event("pregnancy_ended", 30))).toEqual([]);
    expect(codesAfter(event("new_pregnancy", 40), event("pregnancy_ended", 40, 30))).toEqual([]);
    expect(codesAfter(event("new_pregnancy", 40), event("pregnancy_ended", 50))).toEqual(["new_pregnancy"]);
    expect(
      codesAfter(event("new_pregnancy", 40), event("pregnancy_ended", 50), event("pregnancy_ended", 30)),
    ).toEqual([]);
    expect(
      codesAfter(event("new_pregnancy", 40), event("pregnancy_ended", 30), event("pregnancy_ended", 50)),
    ).toEqual([]);
    expect(codesAfter(event("new_pregnancy", 40), event("pregnancy_ended", 5))).toEqual(["new_pregnancy"]);
    expect(codesAfter(event("illness", 2))).toEqual([]);
  });

  it("a sign-off of a later day than asked about", () => {
    const mum = cleared();
    const on = addDays(mum.today, -10);
    expect(reasons(mum, addDays(mum.today, -11))[0]).toEqual({
      point: 1,
      code: "clearance_starts_later",
      signer: "Hana Ngata",
      on,
    });
  });

  it("only what is awaited: mum's yes, or the register", () => {
    const seen = aMum().bornWeeksAgo(20).assessed(3).signed(3);
    expect(reasons(seen.credentialChecked(3)).map((row) => row.code)).toEqual(["clearance_awaits_mum"]);
    expect(reasons(seen.confirmed(3)).map((row) => row.code)).toEqual(["clearance_awaits_credential"]);
  });

  it("a symptom and a red flag are told once each, with the sign", () => {
    const mum = cleared()
      .noticed([{ kind: "red_flag", sign: "fever" }])
      .noticed([{ kind: "symptom", symptom: "bulge" }]);
    expect(reasons(mum)).toMatchObject([
      { code: "red_flag_open", sign: "fever" },
      { code: "pelvic_symptom_open", symptom: "bulge" },
    ]);
    expect(reasons(mum)).toHaveLength(2);
  });
});
