import { describe, expect, test } from "vitest";
import { day } from "@/domain/shared/day.ts";
import { MEASURE_SCALES } from "@/domain/clearance/measures.ts";
import { carriedOn, type Draft, emptyDraft, needsOf, signingOf } from "./draft.ts";

const at = { today: day("2026-11-22"), country: "NZ", bornOn: day("2026-09-01") };
const empty = emptyDraft({
  ...at,
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
    expect(needsOf(empty, at).map((row) => row.need)).toEqual([
      "assessedOn",
      "restoration",
      "decision",
      "title",
      "number",
      "year",
    ]);
    expect(signingOf(empty, at)).toBeNull();
  });

  test("given the year she signed with last time, then it is offered while that certificate runs", () => {
    const yearAfter = (practisingYear: number) =>
      emptyDraft({
        ...at,
        physio: { name: "Pia", title: null, regulator: null, registrationNumber: null },
        practisingYear,
      }).year;
    expect([yearAfter(2026), yearAfter(2027)]).toEqual(["", "2027"]);
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
    ["yearEnded", { year: "2026" }],
    ["assessedWhen", { assessedOn: "2026-11-23" }],
    ["assessedWhen", { assessedOn: "2026-09-22" }],
    ["measures", { measures: { popq_aa: "-2.3" } }],
    ["measures", { measures: { oxford_left: "strong" } }],
    ["stopAt", { conditions: ["stop_rule"] }],
    ["scopeAgainst", { conditions: ["no_buggy"], scope: ["walk_run", "buggy"] }],
  ])("%s is asked for", (need, change) => {
    expect(needsOf({ ...full, ...change }, at).map((row) => row.need)).toEqual([need]);
  });
});

describe("what she signs", () => {
  test("given conditions, then they are data", () => {
    expect(signingOf(full, at)?.clearance).toMatchObject({
      conditions: [{ kind: "max_run_minutes", minutes: 20 }, { kind: "flat_only" }],
      earliestRunOn: null,
    });
  });
  test("given numbers as she typed them, then values on named scales; empty boxes are nothing", () => {
    const measures = { popq_ba: "-1,5", oxford_left: " 4 ", tone: "high", hold_seconds: "" };
    expect(signingOf({ ...full, measures }, at)?.assessment.measures).toEqual({
      scales: MEASURE_SCALES,
      values: { popq_ba: -1.5, oxford_left: 4, tone: "high" },
    });
    expect(signingOf(full, at)?.assessment.measures).toBeNull();
  });
  test("given what she wrote last time, then signing it again says the same", () => {
    const measures = { scales: MEASURE_SCALES, values: { popq_ba: -1.5, tone: "low" } } as const;
    const carried = carriedOn({ findings: "Scar healed.", homeProgramme: null, measures });
    expect(signingOf({ ...full, ...carried }, at)?.assessment).toMatchObject({
      findings: "Scar healed.",
      homeProgramme: "",
      measures,
    });
  });
  test("given a stop rule, then it is data too", () => {
    const stop: Partial<Draft> = { conditions: ["stop_rule"], stopAt: ["leak", "pain"] };
    expect(signingOf({ ...full, ...stop }, at)?.clearance.conditions).toEqual([
      { kind: "stop_rule", signs: ["leak", "pain"] },
    ]);
  });
  test("given not yet, then whatever was ticked before goes nowhere", () => {
    const early = { isEarly: true, earlyOn: "2026-12-01", earlyReason: "r" };
    expect(signingOf({ ...full, ...early, earlierTests: true, decision: "not_yet" }, at)?.clearance).toEqual({
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
    expect(signingOf({ ...full, decision: "cleared" }, at)?.clearance.conditions).toEqual([]);
  });
});
