import { describe, expect, it } from "vitest";
import { day } from "../shared/day.ts";
import { aMum } from "./build.ts";
import { firstOf, fromPhone, notInFuture, notInPast, sinceBirth } from "./day-checks.ts";
import type { Deciding, Refusal } from "./decision.ts";

const [yesterday, today, tomorrow, later] = [
  day("2026-11-24"),
  day("2026-11-25"),
  day("2026-11-26"),
  day("2026-11-27"),
];
const deciding = (bornOn: typeof today | null): Deciding => ({
  record: aMum().record,
  today,
  newId: () => "",
  gateOn: () => [],
  journey: { ...aMum({ today }).journey(), bornOn },
});
const field = "doneOn" as const;
const ahead = (of: typeof today): Refusal => ({ code: "day_in_future", field, day: of });
const before: Refusal = { code: "day_before_birth", field, day: yesterday, bornOn: today };

describe("a day that cannot be", () => {
  it.each<[string, () => Refusal | null, Refusal | null]>([
    ["what happened: today", () => notInFuture(field, today, deciding(null)), null],
    ["what happened: tomorrow", () => notInFuture(field, tomorrow, deciding(null)), ahead(tomorrow)],
    ["what is to come: today", () => notInPast(field, today, deciding(null)), null],
    [
      "what is to come: yesterday",
      () => notInPast(field, yesterday, deciding(null)),
      { code: "day_in_past", field, day: yesterday },
    ],
    ["since the birth: its day", () => sinceBirth(field, today, deciding(today)), null],
    ["since the birth: the day before", () => sinceBirth(field, yesterday, deciding(today)), before],
    ["since the birth: tomorrow", () => sinceBirth(field, tomorrow, deciding(today)), ahead(tomorrow)],
    ["since a birth nobody knows", () => sinceBirth(field, yesterday, deciding(null)), null],
    [
      "from her phone: tomorrow, where her clock may be",
      () => fromPhone(field, tomorrow, deciding(today)),
      null,
    ],
    ["from her phone: the day after that", () => fromPhone(field, later, deciding(today)), ahead(later)],
    ["from her phone: the day of the birth", () => fromPhone(field, today, deciding(today)), null],
    ["from her phone: before the birth", () => fromPhone(field, yesterday, deciding(today)), before],
    ["from her phone: no birth known", () => fromPhone(field, yesterday, deciding(null)), null],
  ])("%s", (_, found, expected) => expect(found()).toEqual(expected));

  it("given several, then the first is told", () => {
    expect(firstOf(null, ahead(later), before)).toEqual(ahead(later));
    expect(firstOf(null, null)).toBeNull();
  });
});
