import { describe, expect, test } from "vitest";
import { day } from "@/domain/shared/day.ts";
import { type Draft, emptyDraft, needsOf, signingOf } from "./draft.ts";

const empty = emptyDraft({
  today: day("2026-11-22"),
  country: "NZ",
  physio: { name: "Pia", title: null, regulator: null, registrationNumber: null },
  practisingYear: null,
});
const full: Draft = {
  ...empty,
  assessedOn: "2026-11-20",
  restoration: "yes",
  decision: "cleared_with_conditions",
  conditions: ["max_run_minutes", "flat_only"],
  maxMinutes: "20",
  title: "Physiotherapist",
  number: "70-1234",
  year: "2027",
};

describe("a form that is not finished", () => {
  test("given a new form, then nothing about the client is filled in, the review day is 12 weeks ahead", () => {
    expect([empty.assessedOn, empty.restoration, empty.decision, empty.findings]).toEqual(["", "", "", ""]);
    expect(empty.reviewBy).toBe("2027-02-14");
    expect(needsOf(empty).map((row) => row.need)).toEqual([
      "assessedOn",
      "restoration",
      "decision",
      "title",
      "number",
      "year",
    ]);
    expect(signingOf(empty)).toBeNull();
  });

  test.each<[string, Partial<Draft>]>([
    ["assessedOn", { assessedOn: "2026-02-31" }],
    ["conditions", { conditions: [] }],
    ["minutes", { maxMinutes: "0" }],
    ["minutes", { maxMinutes: "12,5" }],
    ["other", { conditions: ["other"], otherWords: "  " }],
    ["scope", { scope: [] }],
    ["earlyOn", { isEarly: true, earlyReason: "seen weekly" }],
    ["earlyReason", { isEarly: true, earlyOn: "2026-12-01" }],
    ["year", { year: "27" }],
  ])("%s is asked for", (need, change) => {
    expect(needsOf({ ...full, ...change }).map((row) => row.need)).toEqual([need]);
  });
});

describe("what she signs", () => {
  test("given conditions, then they are data", () => {
    expect(signingOf(full)?.clearance).toMatchObject({
      conditions: [{ kind: "max_run_minutes", minutes: 20 }, { kind: "flat_only" }],
      earliestRunOn: null,
    });
  });
  test("given not yet, then whatever was ticked before goes nowhere", () => {
    const early = { isEarly: true, earlyOn: "2026-12-01", earlyReason: "r" };
    expect(signingOf({ ...full, ...early, earlierTests: true, decision: "not_yet" })?.clearance).toEqual({
      decision: "not_yet",
      scope: [],
      conditions: [],
      reviewBy: "2027-02-14",
      earliestRunOn: null,
      earliestRunReason: null,
      earlierTestsCount: false,
    });
  });
  test("given cleared, then conditions ticked before are not sent along", () => {
    expect(signingOf({ ...full, decision: "cleared" })?.clearance.conditions).toEqual([]);
  });
});
