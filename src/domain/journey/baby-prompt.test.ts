import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import { aMum } from "./build.ts";
import { deriveJourney } from "./derive.ts";
import type { ClientRecord } from "./facts.ts";
import { babyPrompt } from "./baby-prompt.ts";
import { DEFAULT_CHOICES, problemsOf } from "./practice-rules.ts";

const born = (bornOn: string, gestationWeeks: number | null = null): ClientRecord =>
  aMum().fact("birth", { bornOn: bornOn as Day, mode: "vaginal", tear: "none", babies: 1, gestationWeeks })
    .record;
const choosing = (record: ClientRecord, babyMonths: readonly number[]): ClientRecord => ({
  ...record,
  practiceRules: [{ id: "r", recordedAt: "", version: 1, choices: { ...DEFAULT_CHOICES, babyMonths } }],
});
const said = (record: ClientRecord): ClientRecord => ({
  ...record,
  lifeEvent: aMum().fact("lifeEvent", {
    kind: "baby_prompts_off",
    startsOn: aMum().today,
    endsOn: null,
    note: null,
  }).record.lifeEvent,
});

describe("a word on her baby's age", () => {
  const lasts = ruleValue("baby_prompt_days");

  it.each([
    ["2026-01-15", "2026-05-15", 4],
    ["2026-01-15", "2026-09-15", 8],
    ["2026-01-15", "2027-03-15", 14],
    // A month without her day ends with its last one.
    ["2025-10-31", "2026-02-28", 4],
    ["2023-10-31", "2024-02-29", 4],
  ] as const)("born on %s: on %s it is %s months, and for three weeks", (bornOn, reached, months) => {
    expect(babyPrompt(born(bornOn), addDays(reached as Day, -1))).toBeNull();
    expect(babyPrompt(born(bornOn), reached as Day)).toBe(months);
    expect(babyPrompt(born(bornOn), addDays(reached as Day, lasts - 1))).toBe(months);
    expect(babyPrompt(born(bornOn), addDays(reached as Day, lasts))).toBeNull();
  });

  it("counts a baby born early from the day it was due", () => {
    const early = born("2026-01-15", 36);
    expect(babyPrompt(early, "2026-05-15" as Day)).toBeNull();
    expect(babyPrompt(early, "2026-06-12" as Day)).toBe(4);
    expect(babyPrompt(born("2026-01-15", 37), "2026-05-15" as Day)).toBe(4);
  });

  it("is said at the ages of her practice, at none when it chose none, and never without a birth", () => {
    expect(babyPrompt(choosing(born("2026-01-15"), [6]), "2026-07-16" as Day)).toBe(6);
    expect(babyPrompt(choosing(born("2026-01-15"), [6]), "2026-05-15" as Day)).toBeNull();
    expect(babyPrompt(choosing(born("2026-01-15"), []), "2026-05-15" as Day)).toBeNull();
    expect(babyPrompt(aMum().record, "2026-05-15" as Day)).toBeNull();
  });

  it("is off for a family that said so, for the next baby as well", () => {
    const record = said(born("2026-01-15"));
    expect(babyPrompt(record, "2026-05-15" as Day)).toBeNull();
    expect(babyPrompt({ ...record, birth: born("2027-06-01").birth }, "2027-10-01" as Day)).toBeNull();
  });

  it("moves nothing: her journey is the same on any day, prompts or none", () => {
    const mum = aMum().readyToRun(40).planned("walk_run", 5, { level: 4 });
    for (const days of [0, 30, 60, 90]) {
      const on = addDays(mum.today, days);
      expect(deriveJourney(choosing(mum.record, []), on)).toEqual(
        deriveJourney(choosing(mum.record, [1, 2, 3, 4, 5, 6]), on),
      );
    }
  });

  it("told twice to be off is one fact", () => {
    const off = { type: "recordLifeEvent", kind: "baby_prompts_off", endsOn: null, note: null } as const;
    const mum = aMum().does({ ...off, startsOn: aMum().today });
    expect(mum.decides({ ...off, startsOn: mum.today })).toEqual({ ok: true, events: [] });
  });
});

describe("the ages a practice chooses", () => {
  const codes = (babyMonths: readonly number[]) =>
    problemsOf({ ...DEFAULT_CHOICES, babyMonths }).map((row) => row.code);

  it("are whole months in rising order", () => {
    expect(codes([])).toEqual([]);
    expect(codes([1, 6, 24])).toEqual([]);
    for (const wrong of [[0], [25], [4.5], [8, 4], [4, 4], [1, 2, 3, 4, 5, 6, 7]])
      expect(codes(wrong), String(wrong)).toEqual(["baby_months_wrong"]);
  });
});
