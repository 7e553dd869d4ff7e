import { describe, expect, it } from "vitest";
import { passing } from "./build-commands.ts";
import { batteryOf } from "../readiness/batteries.ts";
import { addDays } from "../shared/day.ts";
import { rule } from "../shared/rules.ts";
import { recordAsOf } from "./as-of.ts";
import { aMum, type Mum } from "./build.ts";
import { deriveJourney } from "./derive.ts";
import {
  batteriesOf,
  choicesOf,
  DEFAULT_CHOICES,
  PRACTICE_FIGURES,
  type PracticeChoices,
  practiceChoicesSchema,
  problemsOf,
} from "./practice-rules.ts";
import { previewRules } from "./preview-rules.ts";

const figures = (changes: Partial<PracticeChoices["figures"]>): PracticeChoices => ({
  ...DEFAULT_CHOICES,
  figures: { ...DEFAULT_CHOICES.figures, ...changes },
});
const PEAK: PracticeChoices = {
  ...DEFAULT_CHOICES,
  batteries: { ...DEFAULT_CHOICES.batteries, strength: { id: "peak_endurance_strength", version: 1 } },
};
const codes = (choices: PracticeChoices) => problemsOf(choices).map((row) => row.code);
const under = ({ record }: Mum, choices: PracticeChoices, recordedAt = "2026-01-01T00:00:00.000000Z") => ({
  ...record,
  practiceRules: [{ id: "r", recordedAt, version: 1, choices }],
});

describe("what a practice may choose", () => {
  it("starts with the defaults, which can be saved as they are", () => {
    expect(problemsOf(DEFAULT_CHOICES)).toEqual([]);
    expect(practiceChoicesSchema.parse(DEFAULT_CHOICES)).toEqual(DEFAULT_CHOICES);
    expect(choicesOf(aMum().record)).toEqual(DEFAULT_CHOICES);
  });

  it("is only what the rules say a practice may edit", () => {
    for (const { id, min, max } of PRACTICE_FIGURES) {
      expect(rule(id).editableBy, id).toBe("practice");
      expect(rule(id).value).toBeGreaterThanOrEqual(min);
      expect(rule(id).value).toBeLessThanOrEqual(max);
    }
  });

  it.each([
    ["min_days_since_birth", 0],
    ["hard_floor_days", 0],
    ["needs_clearance", 0],
    ["walking_weeks_in_row", 0],
  ])("can never hold %s: a set that would unlock running is refused", (id, value) => {
    const sent = { ...DEFAULT_CHOICES, figures: { ...DEFAULT_CHOICES.figures, [id]: value } };
    const parsed = practiceChoicesSchema.safeParse(sent);
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toContain("rule_not_yours");
    expect(practiceChoicesSchema.safeParse({ ...DEFAULT_CHOICES, clearance: "none" }).success).toBe(false);
  });

  it("opens running for nobody without a standing sign-off, whatever was chosen", () => {
    const uncleared = aMum()
      .bornWeeksAgo(30)
      .assessed(50)
      .restored(30)
      .planned("walking", 40)
      .walked(3)
      .tested(7);
    const loosest = Object.fromEntries(PRACTICE_FIGURES.map(({ id, max }) => [id, max]));
    for (const load_impact of batteriesOf("load_impact"))
      for (const strength of batteriesOf("strength")) {
        const choices = {
          ...DEFAULT_CHOICES,
          figures: loosest,
          batteries: { load_impact, strength },
        } as unknown as PracticeChoices;
        const { lock } = deriveJourney(under(uncleared, choices), uncleared.today);
        expect(lock.reasons.some((reason) => reason.point === 1)).toBe(true);
      }
  });

  it.each([
    [{ short_sleep_hours: 3 }, "figure_out_of_bounds"],
    [{ bad_nights: -1 }, "figure_out_of_bounds"],
    [{ bad_nights: 1.5 }, "figure_not_whole"],
    [{ gap_one_level_days: 14, gap_three_levels_days: 12 }, "gaps_out_of_order"],
    [{ gap_short_levels: 3, gap_long_levels: 2 }, "gap_levels_out_of_order"],
  ])("refuses %o with its code", (changes, code) => expect(codes(figures(changes))).toEqual([code]));

  it("refuses tests nobody knows, and tests of the other kind", () => {
    const of = (id: string, version = 1) => ({
      ...DEFAULT_CHOICES,
      batteries: { ...DEFAULT_CHOICES.batteries, load_impact: { id, version } },
    });
    expect(codes(of("goom_2019_load_impact", 9))).toEqual(["battery_unknown"]);
    expect(codes(of("goom_2019_strength"))).toEqual(["battery_unknown"]);
    expect(codes(of("valetudo_load_impact"))).toEqual([]);
  });
});

describe("the rules of her practice", () => {
  const runner = aMum().readyToRun(40).planned("walk_run", 5, { level: 4 }).logged("walk_run", 4).echoed(3);

  it("measure her by the tests it chose", () => {
    const ready = aMum().readyToRun();
    expect(ready.journey().lock.open).toBe(true);
    expect(deriveJourney(under(ready, PEAK), ready.today).batteries.strength.battery).toBe(
      "peak_endurance_strength",
    );
    expect(deriveJourney(under(ready, PEAK), ready.today).lock.open).toBe(false);
    const peak = batteryOf("peak_endurance_strength", 1);
    if (!peak) throw new Error("no such battery");
    const tested = ready.does(passing(peak, ready.today));
    expect(deriveJourney(under(tested, PEAK), tested.today).lock.open).toBe(true);
  });

  it("say how long a break is", () => {
    const on = addDays(runner.today, 2);
    const advice = (choices: PracticeChoices) =>
      deriveJourney(under(runner, choices), on).plans.find((plan) => plan.kind === "walk_run")?.advice.because
        .code;
    expect(advice(DEFAULT_CHOICES)).not.toBe("gap");
    expect(advice(figures({ gap_one_level_days: 5 }))).toBe("gap");
  });

  it("count from the evening they were saved, not for the days before", () => {
    const record = under(runner, PEAK, `${runner.today}T10:00:00.000000Z`);
    const utc = (at: string) => at.slice(0, 10) as typeof runner.today;
    expect(choicesOf(recordAsOf(record, addDays(runner.today, -1), utc))).toEqual(DEFAULT_CHOICES);
    expect(choicesOf(recordAsOf(record, runner.today, utc))).toEqual(PEAK);
  });
});

describe("a change previewed", () => {
  it("counts the clients it would lock, open and offer a way back, and changes nothing", () => {
    const ready = aMum().readyToRun();
    const early = aMum().bornWeeksAgo(6);
    const clients = [ready, early].map(({ record, today }) => ({ record, today }));
    expect(previewRules(clients, DEFAULT_CHOICES)).toEqual({
      clients: 2,
      locked: 0,
      opened: 0,
      held: 0,
      waysBack: 0,
    });
    expect(previewRules(clients, PEAK)).toMatchObject({ clients: 2, locked: 1, opened: 0 });
    const back = [{ record: under(ready, PEAK), today: ready.today }];
    expect(previewRules(back, DEFAULT_CHOICES)).toMatchObject({ locked: 0, opened: 1 });
    expect(ready.record.practiceRules).toEqual([]);
  });

  it("counts who would be held, and who would be offered a way back", () => {
    const runner = aMum().readyToRun(30).planned("walk_run", 5, { level: 1 });
    const ready = runner.logged("walk_run", 4).echoed(3).logged("walk_run", 2).echoed(1).fact("checkIn", {
      day: runner.today,
      sleepHours: 7,
      badNights: null,
      energy: null,
      mood: null,
      littleInterest: null,
      feelingDown: null,
      words: null,
    });
    expect(ready.journey().plans.some((plan) => plan.mayLevelUp)).toBe(true);
    const change = figures({ short_sleep_hours: 8 });
    expect(previewRules([{ record: ready.record, today: ready.today }], change)).toMatchObject({
      held: 1,
      waysBack: 1,
    });
  });
});
