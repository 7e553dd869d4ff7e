import { z } from "zod";
import { daySchema } from "../shared/day.ts";

export const MEASURE_GROUPS = ["muscle", "support", "abdomen", "scars", "pessary", "refer", "home"] as const;

/**
 * What a pelvic health physio measures, as data: the form draws itself from this list, and what she sends is checked
 * against it. Nothing here decides anything: findings inform her, and her decision is what counts.
 */
export type Measure = {
  readonly id: string;
  readonly group: (typeof MEASURE_GROUPS)[number];
} & (
  | {
      readonly kind: "number";
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unit: string | null;
    }
  | { readonly kind: "choice"; readonly choices: readonly [string, ...string[]] }
  /** A whole number, or one with a plus or a minus. */
  | { readonly kind: "grade"; readonly grades: readonly string[] }
  | { readonly kind: "text"; readonly max: number }
  | { readonly kind: "day" }
);

const number = (min: number, max: number, step: number, unit: string | null) =>
  ({ kind: "number", min, max, step, unit }) as const;
const choice = <const C extends readonly [string, ...string[]]>(...choices: C) =>
  ({ kind: "choice", choices }) as const;
const yesOrNo = choice("yes", "no");
const text = (max: number) => ({ kind: "text", max }) as const;
const OXFORD = {
  kind: "grade",
  grades: ["0", "1-", "1", "1+", "2-", "2", "2+", "3-", "3", "3+", "4-", "4", "4+", "5-", "5"],
} as const;
const stage = number(0, 4, 1, null);
const scarMobility = choice("free", "reduced", "stuck");

/**
 * The scales behind the numbers, under one name that is sealed with them: modified Oxford 0 to 5, with plus and minus (0 nil,
 * 5 strong; a United States page counts 0 to 4); POP-Q points in half centimetres from the hymen (plus is beyond it), stages
 * 0 to 4; the gap between the recti in millimetres 3 cm above, at and 3 cm below the navel; squeeze pressure in cmH2O on the
 * device named beside it; area of the levator hiatus in cm2 at Valsalva; tears by RCOG Green-top Guideline 29 (2015).
 * Sources: domain.md 3.5 and 6.4, PERFECT (Laycock 2001), POP-Q (Bump 1996). No cut-off is in here: they are a physio's.
 */
export const MEASURE_SCALES =
  "modified_oxford_0_5_plus_minus, popq_half_cm, ird_mm_3cm, pressure_cmh2o, hiatus_cm2_valsalva, tear_rcog_2015";
/** Before plus and minus, and before pressure, hiatus and tears were asked. */
const FORMER_SCALES = "modified_oxford_0_5, popq_half_cm, ird_mm_3cm";

export const MEASURES = [
  { id: "oxford_left", group: "muscle", ...OXFORD },
  { id: "oxford_right", group: "muscle", ...OXFORD },
  { id: "hold_seconds", group: "muscle", ...number(0, 60, 1, "s") },
  { id: "repetitions", group: "muscle", ...number(0, 30, 1, null) },
  { id: "fast_repetitions", group: "muscle", ...number(0, 60, 1, null) },
  { id: "every_contraction_timed", group: "muscle", ...yesOrNo },
  { id: "pressure", group: "muscle", ...number(0, 200, 0.5, "cmH₂O") },
  { id: "pressure_device", group: "muscle", ...text(60) },
  { id: "contracts_correctly", group: "muscle", ...yesOrNo },
  { id: "relaxes_fully", group: "muscle", ...yesOrNo },
  { id: "holds_breath", group: "muscle", ...yesOrNo },
  { id: "tone", group: "muscle", ...choice("low", "normal", "high") },
  { id: "knack", group: "muscle", ...yesOrNo },
  { id: "popq_stage", group: "support", ...number(0, 4, 1, null) },
  { id: "popq_stage_front", group: "support", ...stage },
  { id: "popq_stage_top", group: "support", ...stage },
  { id: "popq_stage_back", group: "support", ...stage },
  { id: "popq_aa", group: "support", ...number(-3, 3, 0.5, "cm") },
  { id: "popq_ba", group: "support", ...number(-3, 14, 0.5, "cm") },
  { id: "popq_c", group: "support", ...number(-14, 14, 0.5, "cm") },
  { id: "popq_d", group: "support", ...number(-14, 14, 0.5, "cm") },
  { id: "popq_ap", group: "support", ...number(-3, 3, 0.5, "cm") },
  { id: "popq_bp", group: "support", ...number(-3, 14, 0.5, "cm") },
  { id: "popq_gh", group: "support", ...number(0, 14, 0.5, "cm") },
  { id: "popq_pb", group: "support", ...number(0, 14, 0.5, "cm") },
  { id: "popq_tvl", group: "support", ...number(0, 14, 0.5, "cm") },
  { id: "gh_and_pb", group: "support", ...number(0, 28, 0.5, "cm") },
  { id: "hiatus_area", group: "support", ...number(0, 80, 0.5, "cm²") },
  { id: "avulsion_left", group: "support", ...choice("none", "partial", "complete") },
  { id: "avulsion_right", group: "support", ...choice("none", "partial", "complete") },
  { id: "ird_above_rest", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "ird_above_lift", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "ird_at_rest", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "ird_at_lift", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "ird_below_rest", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "ird_below_lift", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "linea_tension", group: "abdomen", ...choice("good", "reduced", "absent") },
  { id: "linea_depth", group: "abdomen", ...choice("shallow", "deep") },
  { id: "doming", group: "abdomen", ...yesOrNo },
  { id: "doming_task", group: "abdomen", ...text(80) },
  {
    id: "tear_grade",
    group: "scars",
    ...choice("none", "first", "second", "third_a", "third_b", "third_c", "fourth"),
  },
  { id: "episiotomy", group: "scars", ...yesOrNo },
  { id: "perineal_scar_healed", group: "scars", ...yesOrNo },
  { id: "perineal_scar_tender", group: "scars", ...number(0, 10, 1, null) },
  { id: "perineal_scar_mobility", group: "scars", ...scarMobility },
  { id: "caesarean_scar_healed", group: "scars", ...yesOrNo },
  { id: "caesarean_scar_tender", group: "scars", ...number(0, 10, 1, null) },
  { id: "caesarean_scar_mobility", group: "scars", ...scarMobility },
  { id: "caesarean_scar_sensation", group: "scars", ...choice("normal", "reduced", "high", "absent") },
  { id: "pessary_worn", group: "pessary", ...yesOrNo },
  {
    id: "pessary_type",
    group: "pessary",
    ...choice("ring", "ring_with_support", "cube", "gellhorn", "dish", "other"),
  },
  { id: "pessary_size", group: "pessary", ...text(20) },
  { id: "pessary_check_on", group: "pessary", kind: "day" },
  { id: "finding_infection", group: "refer", ...yesOrNo },
  { id: "finding_bleeding", group: "refer", ...yesOrNo },
  { id: "finding_mass", group: "refer", ...yesOrNo },
  { id: "finding_nerves", group: "refer", ...yesOrNo },
  { id: "home_hold_seconds", group: "home", ...number(1, 30, 1, "s") },
  { id: "home_repetitions", group: "home", ...number(1, 30, 1, null) },
  { id: "home_times_a_day", group: "home", ...number(1, 10, 1, null) },
] as const satisfies readonly Measure[];

export type MeasureId = (typeof MEASURES)[number]["id"];

/** What she measured: each optional, none twice, nothing else. */
export type Measures = {
  readonly scales: typeof MEASURE_SCALES | typeof FORMER_SCALES;
  readonly values: { readonly [id in MeasureId]?: number | string | undefined };
};

function schemaOf(measure: Measure): z.ZodType<number | string, number | string> {
  if (measure.kind === "choice") return z.enum(measure.choices);
  if (measure.kind === "text") return z.string().trim().min(1).max(measure.max);
  if (measure.kind === "day") return daySchema;
  // Whole grades are numbers, as they always were.
  if (measure.kind === "grade")
    return z
      .union([z.number(), z.string().regex(/[+-]$/)])
      .refine((value) => measure.grades.includes(String(value)));
  return z.number().min(measure.min).max(measure.max).multipleOf(measure.step);
}

export const measuresSchema: z.ZodType<Measures, Measures> = z.strictObject({
  scales: z.enum([MEASURE_SCALES, FORMER_SCALES]),
  values: z
    .strictObject(
      Object.fromEntries(MEASURES.map((row) => [row.id, schemaOf(row).optional()])) as Record<
        MeasureId,
        z.ZodOptional<z.ZodType<number | string, number | string>>
      >,
    )
    .refine((values) => Object.values(values).some((value) => value !== undefined)),
});

/** What was typed for a measure as its value; null for an empty box, undefined for what the scale does not have. */
export function readMeasure(measure: Measure, typed: string): number | string | null | undefined {
  const plain = typed.trim();
  if (plain === "") return null;
  const schema = schemaOf(measure);
  const said = schema.safeParse(plain);
  if (said.success) return said.data;
  const number = plain.replace(",", ".").replace("−", "-").replace(/^\+/, "");
  const value = /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : number;
  return schema.safeParse(value).success ? value : undefined;
}

/** How a number went since the last time; null where there are not two of them. */
export function changeOf(
  now: number | string | null | undefined,
  before: number | string | undefined,
): number | null {
  if (typeof now !== "number" || typeof before !== "number" || now === before) return null;
  // Half centimetres, not what floating point makes of them.
  return Math.round((now - before) * 10) / 10;
}
