import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import { assessing, asking, STORY_PHYSIO } from "../journey/build-commands.ts";
import type { RequestStep } from "../journey/facts.ts";
import { addDays } from "../shared/day.ts";
import { closingOf, daysBackOf, openRequests } from "./requests.ts";

const OTHER = { ...STORY_PHYSIO, physioId: "90000000-0000-4000-8000-000000000002" };
const HEAVY = { kind: "symptom", symptom: "heaviness" } as const;
const TODAY = aMum().today;
const base = () => aMum().bornWeeksAgo(20);
/** Two physios are asked; what happens, happens to the first request. */
const two = () =>
  base()
    .asked()
    .does(asking("assessment", OTHER, TODAY));
const happens = (mum: Mum, step: RequestStep["step"]) =>
  mum.fact("requestStep", { requestId: mum.record.request[0]!.id, step, on: TODAY });
const open = (mum: Mum) => openRequests(mum.record, mum.today).map((row) => row.physioId);
const answer = (mum: Mum, command: Parameters<Mum["decides"]>[0]) => {
  const decision = mum.decides(command);
  return decision.ok ? decision.events : decision.refusal;
};

describe("requests that wait for a physio", () => {
  it.each<[RequestStep["step"], boolean]>([
    ["opened", true],
    ["reminded", true],
    ["answered", false],
    ["declined", false],
    ["cancelled", false],
  ])("given one was %s: it waits: %s, and the other all the same", (step, waits) => {
    const mum = happens(two(), step);
    expect(open(mum)).toEqual(waits ? [STORY_PHYSIO.physioId, OTHER.physioId] : [OTHER.physioId]);
    const [first, second] = mum.record.request;
    expect(closingOf(mum.record, first!)?.step).toBe(waits ? undefined : step);
    expect(closingOf(mum.record, second!)).toBeNull();
  });

  it("are told with all that was asked, and whether they were opened", () => {
    const mum = happens(two(), "opened").later(3);
    const [request] = mum.record.request;
    expect(openRequests(mum.record, mum.today)[0]).toEqual({
      requestId: request!.id,
      kind: "assessment",
      physioId: STORY_PHYSIO.physioId,
      askedOn: TODAY,
      dueOn: addDays(TODAY, 21),
      expiresOn: addDays(TODAY, 60),
      waitingDays: 3,
      opened: true,
    });
    expect(openRequests(mum.record, mum.today)[1]?.opened).toBe(false);
    expect(openRequests(mum.record, addDays(TODAY, -1))[0]?.waitingDays).toBe(0);
    expect(openRequests(mum.record, addDays(TODAY, 60))).toHaveLength(2);
    expect(openRequests(mum.record, addDays(TODAY, 61))).toEqual([]);
  });
});

describe("the days a physio sees", () => {
  it.each([
    ["recheck", 0, 14],
    ["recheck", 9, 14],
    ["symptom", 0, 14],
    ["symptom", 9, 23],
    // More days than one axis bears, and a clock a zone behind.
    ["symptom", 90, 42],
    ["symptom", -1, 14],
  ] as const)("given a %s asked %i days ago, then %i days", (kind, days, back) => {
    expect(daysBackOf({ kind, askedOn: addDays(TODAY, -days) }, TODAY)).toBe(back);
  });
});

describe("asking", () => {
  it("may run out on the day it is due, not before; due today is not too early", () => {
    const ask = asking("assessment", STORY_PHYSIO, TODAY);
    const dueOn = addDays(TODAY, 5);
    expect(answer(base(), { ...ask, dueOn, expiresOn: dueOn })).toMatchObject([
      { fact: "request", row: { askedOn: TODAY, dueOn, expiresOn: dueOn, reason: ask.reason } },
    ]);
    const expiresOn = addDays(TODAY, 4);
    expect(answer(base(), { ...ask, dueOn, expiresOn })).toEqual({
      code: "days_out_of_order",
      field: "expiresOn",
      earlier: expiresOn,
      later: dueOn,
    });
    expect(answer(base(), { ...ask, dueOn: TODAY })).toHaveLength(1);
    const day = addDays(TODAY, -1);
    expect(answer(base(), { ...ask, dueOn: day })).toEqual({ code: "day_in_past", field: "dueOn", day });
    expect(answer(base().asked(), ask)).toEqual({
      code: "request_already_open",
      requestId: base().asked().lastId("request"),
    });
  });

  it("somebody who was seen is another visit, and says whether a symptom is why", () => {
    const recheck = asking("recheck", STORY_PHYSIO, TODAY);
    const seen = base().assessed(30);
    const visit = { step: "assessment", cycle: 2, openedOn: TODAY, note: null };
    expect(answer(seen, recheck)).toMatchObject([
      { fact: "request" },
      { fact: "stepVisit", row: { ...visit, reason: "coach_decision" } },
    ]);
    expect(answer(seen.noticed([HEAVY]), recheck)).toMatchObject([
      {},
      { row: { ...visit, reason: "revisit_symptom" } },
    ]);
    const near = base().cleared(100).noticed([HEAVY]);
    expect(near.journey().proposals.map((row) => row.trigger)).toEqual(["pelvic_symptom", "review_near"]);
    expect(answer(near, recheck)).toMatchObject([{}, { row: { reason: "revisit_symptom" } }]);
    const review = base().cleared(100);
    expect(answer(review, recheck)).toMatchObject([{}, { row: { reason: "coach_decision" } }]);
  });
});

describe("what happens to a request on its way", () => {
  const mark = (mum: Mum, step: "opened" | "reminded" | "declined" | "cancelled", at = 0) =>
    answer(mum, { type: "markRequest", requestId: mum.record.request[at]!.id, step });

  it("is told once, also on another day, and for each request by itself", () => {
    const opened = happens(two(), "opened");
    expect(mark(opened, "opened")).toEqual([]);
    expect(mark(opened.later(1), "opened")).toEqual([]);
    expect(mark(opened, "opened", 1)).toMatchObject([
      { fact: "requestStep", row: { requestId: opened.record.request[1]!.id, step: "opened", on: TODAY } },
    ]);
    expect(mark(happens(two(), "cancelled"), "declined", 1)).toHaveLength(1);
  });
});

describe("an assessment of one request", () => {
  const command = (mum: Mum, at: number, physio = STORY_PHYSIO) =>
    assessing(mum.record.request[at]!.id, physio, mum.today, true);

  it("answers that one, whatever became of another", () => {
    const mum = happens(two(), "answered");
    expect(answer(mum, command(mum, 1, OTHER))).toMatchObject([
      { fact: "assessment" },
      { fact: "requestStep", row: { requestId: mum.record.request[1]!.id, step: "answered", on: TODAY } },
    ]);
    const opened = happens(two(), "opened");
    expect(answer(opened, command(opened, 0))).toMatchObject([{}, { row: { step: "answered" } }]);
    expect(answer(happens(two(), "cancelled"), command(two(), 1, OTHER))).toHaveLength(2);
  });

  it("is taken on the request's last day and not after", () => {
    const last = base().asked().later(60);
    expect(answer(last, command(last, 0))).toHaveLength(2);
    const late = last.later(1);
    expect(answer(late, command(late, 0))).toEqual({ code: "request_closed", how: "expired" });
  });

  it("closes the visit that is open, and none that was closed", () => {
    const closings = (mum: Mum) =>
      (answer(mum, command(mum, mum.record.request.length - 1)) as readonly { fact: string }[]).filter(
        (row) => row.fact === "stepVisitClosing",
      );
    const again = base().assessed(30).asked(2, "recheck");
    expect(closings(again)).toMatchObject([
      { row: { visitId: again.lastId("stepVisit"), closedOn: TODAY, how: "criteria_met", note: null } },
    ]);
    expect(closings(again.assessed(1))).toEqual([]);
    const other = base().asked().does({ type: "openStep", step: "restoration", reason: "Now" });
    expect(closings(other)).toEqual([]);
  });
});
