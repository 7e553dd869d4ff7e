import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import { asking, STORY_PHYSIO } from "../journey/build-commands.ts";
import { addDays } from "../shared/day.ts";
import { reminderDays, remindersDue } from "./reminders.ts";

const TODAY = aMum().today;
const base = () => aMum().bornWeeksAgo(20);
const due = (mum: Mum, days: number) => remindersDue(mum.record, addDays(mum.today, days));
const keysOver = (mum: Mum, from: number, to: number) => [
  ...new Set(
    Array.from({ length: to - from + 1 }, (_, n) => due(mum, from + n).map((row) => row.key)).flat(),
  ),
];
const ask = (remindIn: readonly number[] | null, expiresIn = 30) =>
  ({
    ...asking("assessment", STORY_PHYSIO, TODAY),
    expiresOn: addDays(TODAY, expiresIn),
    remindOn: remindIn && remindIn.map((days) => addDays(TODAY, days)),
  }) as const;

describe("a physio who has not answered", () => {
  it("is reminded on each of the days chosen and on no other, until the request ends", () => {
    const mum = base().does(ask([12, 3], 28));
    const id = mum.record.request[0]!.id;
    expect(keysOver(mum, 0, 40)).toEqual([3, 12].map((days) => `request ${id} ${addDays(TODAY, days)}`));
    expect(due(mum, 2)).toEqual([]);
    expect(due(mum, 3)).toMatchObject([{ kind: "request", requestId: id }]);
    expect(due(mum, 28)).toHaveLength(1);
    expect(due(mum, 29)).toEqual([]);
  });

  it("is reminded after one and two weeks when nobody chose, and not at all when none was wanted", () => {
    const house = base().does(ask(null)).record.request[0]!;
    expect(reminderDays(house)).toEqual([addDays(TODAY, 7), addDays(TODAY, 14)]);
    expect(keysOver(base().does(ask([])), 0, 40)).toEqual([]);
  });

  it.each(["answered", "declined", "cancelled"] as const)("is left alone once it is %s", (step) => {
    const mum = base().does(ask([3]));
    const requestId = mum.record.request[0]!.id;
    expect(due(mum.fact("requestStep", { requestId, step, on: TODAY }), 5)).toEqual([]);
  });

  it("is not reminded of what her coach has just written of, and again on the next day chosen", () => {
    const mum = base().does(ask([3, 9]));
    const requestId = mum.record.request[0]!.id;
    const told = mum.fact("requestStep", { requestId, step: "reminded", on: addDays(TODAY, 4) });
    expect(due(told, 5)).toEqual([]);
    expect(due(told, 9)).toHaveLength(1);
  });

  it("a day behind, or after the end of the request, cannot be chosen", () => {
    const field = "remindOn";
    expect(base().decides(ask([-1]))).toMatchObject({ refusal: { code: "day_in_past", field } });
    expect(base().decides(ask([31]))).toMatchObject({ refusal: { code: "day_too_far", field } });
    expect(base().decides(ask([30])).ok).toBe(true);
  });
});

describe("a review day that comes near", () => {
  const cleared = (days: number) => base().cleared(0, { reviewInDays: days });
  const reviews = (mum: Mum, from: number, to: number) =>
    keysOver(mum, from, to).filter((key) => key.startsWith("review"));

  it("is told 21 and 7 days before, and not once it has passed", () => {
    const mum = cleared(60);
    const id = mum.record.clearance[0]!.id;
    expect(reviews(mum, 0, 38)).toEqual([]);
    expect(reviews(mum, 39, 52)).toEqual([`review ${id} 21`]);
    expect(reviews(mum, 53, 60)).toEqual([`review ${id} 7`]);
    expect(reviews(mum, 61, 90)).toEqual([]);
  });

  it("is not told to whoever has just chosen it", () => {
    expect(reviews(cleared(14), 0, 6)).toEqual([]);
    expect(reviews(cleared(14), 0, 14)).toHaveLength(1);
    expect(reviews(cleared(5), 0, 5)).toEqual([]);
  });
});

describe("how it went, monthly", () => {
  const mum = base().cleared(0, { reviewInDays: 80 });
  const months = (of: Mum) => keysOver(of, 0, 90).filter((key) => key.startsWith("month"));
  const shares = (given: boolean) =>
    mum.fact("consent", { purpose: "share_plan", given, wordingVersion: "1" });

  it("is offered every four weeks while the sign-off stands and she shares something", () => {
    const id = mum.record.clearance[0]!.id;
    expect(months(shares(true))).toEqual([`month ${id} 1`, `month ${id} 2`]);
    expect(due(shares(true), 27)).toEqual([]);
    expect(months(mum)).toEqual([]);
    expect(months(shares(false))).toEqual([]);
  });
});
