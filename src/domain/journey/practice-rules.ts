import { z } from "zod";
import { type Battery, BATTERIES, batteryOf, DEFAULT_BATTERY } from "../readiness/batteries.ts";
import { type RuleId, ruleValue } from "../shared/rules.ts";
import { BABY_AGES, type BabyAgesProblem, babyAgesProblems } from "./baby-ages.ts";
import type { ClientRecord } from "./facts.ts";
import type { BatteryKind } from "./reasons.ts";
import {
  DEFAULT_WAYS,
  type Way,
  type WayProblem,
  wayProblems,
  type Ways,
  waysSchema,
  type WayTrigger,
} from "./revisit-ways.ts";

/**
 * What a practice may choose of the rules: its tests, its figures for going back, and where a trigger leads back to.
 * Only what is listed here, only within these bounds: nothing that locks running is among it, so no set of choices can
 * open running without a sign-off. Bounds: Sevenstride (design).
 */
export const PRACTICE_FIGURES = [
  { id: "gap_one_level_days", min: 5, max: 14, step: 1 },
  { id: "gap_three_levels_days", min: 10, max: 28, step: 1 },
  { id: "gap_retest_days", min: 14, max: 42, step: 1 },
  { id: "gap_short_levels", min: 1, max: 3, step: 1 },
  { id: "gap_long_levels", min: 1, max: 6, step: 1 },
  { id: "short_sleep_hours", min: 5, max: 8, step: 0.1 },
  { id: "bad_nights", min: 1, max: 5, step: 1 },
  { id: "short_sleep_levels", min: 1, max: 3, step: 1 },
  { id: "strength_lapse_days", min: 7, max: 28, step: 1 },
  { id: "technique_tune_up_days", min: 28, max: 182, step: 1 },
] as const satisfies readonly { id: RuleId; min: number; max: number; step: number }[];
export type PracticeFigureId = (typeof PRACTICE_FIGURES)[number]["id"];

export type PracticeChoices = {
  /** Name and version of the tests she is measured by, per kind. */
  readonly batteries: {
    readonly [K in BatteryKind]: { readonly id: string; readonly version: number };
  };
  readonly figures: { readonly [F in PracticeFigureId]: number };
  readonly revisit: Ways;
  /** Ages of a baby, in months, at which a word on sleep is said. */
  readonly babyMonths: readonly number[];
};

/** As a version was saved: what could not be chosen yet at the time is missing in it. */
export type StoredChoices = Pick<PracticeChoices, "batteries" | "figures"> & Partial<PracticeChoices>;

/** A saved version. Insert-only like every fact; the newest counts. */
export type PracticeRules = {
  readonly id: string;
  readonly recordedAt: string;
  readonly version: number;
  readonly choices: StoredChoices;
};

/** What counts for a practice that never chose anything. */
export const DEFAULT_CHOICES: PracticeChoices = {
  batteries: {
    load_impact: { id: DEFAULT_BATTERY.load_impact.id, version: DEFAULT_BATTERY.load_impact.version },
    strength: { id: DEFAULT_BATTERY.strength.id, version: DEFAULT_BATTERY.strength.version },
  },
  figures: Object.fromEntries(
    PRACTICE_FIGURES.map(({ id }) => [id, ruleValue(id)]),
  ) as PracticeChoices["figures"],
  revisit: DEFAULT_WAYS,
  babyMonths: BABY_AGES.months,
};

/** Why a set of choices cannot be saved. Each has its sentence. */
export type ChoiceProblem =
  | {
      readonly code: "figure_out_of_bounds";
      readonly figure: PracticeFigureId;
      readonly min: number;
      readonly max: number;
    }
  | { readonly code: "figure_not_whole"; readonly figure: PracticeFigureId }
  | { readonly code: "gaps_out_of_order" }
  | { readonly code: "gap_levels_out_of_order" }
  | { readonly code: "battery_unknown"; readonly kind: BatteryKind }
  | WayProblem
  | BabyAgesProblem;

const batterySchema = z.strictObject({ id: z.string().max(60), version: z.int().min(1) });
/**
 * The shape of choices, strictly: a rule that is not a practice's to change (a sign-off, the weeks since birth) is no
 * part of it and is refused.
 */
export const practiceChoicesSchema = z.strictObject({
  batteries: z.strictObject({ load_impact: batterySchema, strength: batterySchema }),
  figures: z.strictObject(
    Object.fromEntries(PRACTICE_FIGURES.map(({ id }) => [id, z.number()])) as {
      [F in PracticeFigureId]: z.ZodNumber;
    },
    "rule_not_yours",
  ),
  revisit: waysSchema,
  babyMonths: z.array(z.number()).max(24).readonly(),
});

/** Everything that is wrong with a set of choices; empty when it can be saved. */
export function problemsOf({
  batteries,
  figures,
  revisit,
  babyMonths,
}: PracticeChoices): readonly ChoiceProblem[] {
  const problems: ChoiceProblem[] = [];
  for (const { id: figure, min, max, step } of PRACTICE_FIGURES) {
    const value = figures[figure];
    if (value < min || value > max) problems.push({ code: "figure_out_of_bounds", figure, min, max });
    else if (step === 1 && !Number.isInteger(value)) problems.push({ code: "figure_not_whole", figure });
  }
  const { gap_one_level_days: one, gap_three_levels_days: three, gap_retest_days: retest } = figures;
  if (!(one < three && three < retest)) problems.push({ code: "gaps_out_of_order" });
  if (figures.gap_short_levels > figures.gap_long_levels) problems.push({ code: "gap_levels_out_of_order" });
  for (const kind of ["load_impact", "strength"] as const) {
    const chosen = batteryOf(batteries[kind].id, batteries[kind].version);
    if (chosen?.kind !== kind) problems.push({ code: "battery_unknown", kind });
  }
  return [...problems, ...wayProblems(revisit), ...babyAgesProblems(babyMonths)];
}

/** A saved version as choices of today: what it does not know yet is as usual. */
export function completed(stored: StoredChoices): PracticeChoices {
  return { ...DEFAULT_CHOICES, ...stored, figures: { ...DEFAULT_CHOICES.figures, ...stored.figures } };
}

const chosen = (record: ClientRecord): StoredChoices =>
  record.practiceRules.at(-1)?.choices ?? DEFAULT_CHOICES;

/** What the practice of a client has chosen, as her record knows it. */
export function choicesOf(record: ClientRecord): PracticeChoices {
  return completed(chosen(record));
}

/** A figure the practice may have changed, in the rule's unit. */
export function figureOf(record: ClientRecord, id: PracticeFigureId): number {
  return chosen(record).figures[id] ?? DEFAULT_CHOICES.figures[id];
}

/** Where a trigger leads back to, as the practice chose. */
export function wayOf(record: ClientRecord, trigger: WayTrigger): Way {
  return chosen(record).revisit?.[trigger] ?? DEFAULT_WAYS[trigger];
}

/** At which ages of her baby a word on sleep is said, in months, as the practice chose. */
export function babyMonthsOf(record: ClientRecord): readonly number[] {
  return chosen(record).babyMonths ?? BABY_AGES.months;
}

/** The tests of a kind that count for her. A battery nobody knows any more falls back to the default. */
export function chosenBattery(record: ClientRecord, kind: BatteryKind): Battery {
  const { id, version } = chosen(record).batteries[kind];
  return batteryOf(id, version) ?? DEFAULT_BATTERY[kind];
}

/** The batteries a practice can choose from, of a kind. */
export function batteriesOf(kind: BatteryKind): readonly Battery[] {
  return BATTERIES.filter((battery) => battery.kind === kind);
}
