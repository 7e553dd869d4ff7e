import { z } from "zod";

/**
 * What a pelvic health physio measures, as data: the form draws itself from this list, and what she sends is checked
 * against it. Nothing here decides anything: findings inform her, and her decision is what counts.
 */
export type Measure = {
  readonly id: string;
  readonly group: "muscle" | "support" | "abdomen" | "scars" | "pessary" | "home";
} & (
  | {
      readonly kind: "number";
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unit: string | null;
    }
  | { readonly kind: "choice"; readonly choices: readonly [string, ...string[]] }
);

const number = (min: number, max: number, step: number, unit: string | null) =>
  ({ kind: "number", min, max, step, unit }) as const;
const choice = <const C extends readonly [string, ...string[]]>(...choices: C) =>
  ({ kind: "choice", choices }) as const;
const yesOrNo = choice("yes", "no");

/**
 * The scales behind the numbers, under one name that is sealed with them: modified Oxford 0 to 5 (0 nil, 5 strong; a
 * United States page counts 0 to 4), POP-Q points in half centimetres from the hymen (plus is beyond it), inter-recti
 * distance in millimetres 3 cm above, at and 3 cm below the navel. Sources: domain.md 3.5, PERFECT (Laycock 2001),
 * POP-Q (Bump 1996).
 */
export const MEASURE_SCALES = "modified_oxford_0_5, popq_half_cm, ird_mm_3cm";

export const MEASURES = [
  { id: "oxford_left", group: "muscle", ...number(0, 5, 1, null) },
  { id: "oxford_right", group: "muscle", ...number(0, 5, 1, null) },
  { id: "hold_seconds", group: "muscle", ...number(0, 60, 1, "s") },
  { id: "repetitions", group: "muscle", ...number(0, 30, 1, null) },
  { id: "fast_repetitions", group: "muscle", ...number(0, 60, 1, null) },
  { id: "contracts_correctly", group: "muscle", ...yesOrNo },
  { id: "relaxes_fully", group: "muscle", ...yesOrNo },
  { id: "tone", group: "muscle", ...choice("low", "normal", "high") },
  { id: "knack", group: "muscle", ...yesOrNo },
  { id: "popq_stage", group: "support", ...number(0, 4, 1, null) },
  { id: "popq_aa", group: "support", ...number(-3, 3, 0.5, "cm") },
  { id: "popq_ba", group: "support", ...number(-3, 14, 0.5, "cm") },
  { id: "popq_c", group: "support", ...number(-14, 14, 0.5, "cm") },
  { id: "popq_d", group: "support", ...number(-14, 14, 0.5, "cm") },
  { id: "popq_ap", group: "support", ...number(-3, 3, 0.5, "cm") },
  { id: "popq_bp", group: "support", ...number(-3, 14, 0.5, "cm") },
  { id: "popq_gh", group: "support", ...number(0, 14, 0.5, "cm") },
  { id: "popq_pb", group: "support", ...number(0, 14, 0.5, "cm") },
  { id: "popq_tvl", group: "support", ...number(0, 14, 0.5, "cm") },
  { id: "avulsion_left", group: "support", ...choice("none", "partial", "complete") },
  { id: "avulsion_right", group: "support", ...choice("none", "partial", "complete") },
  { id: "ird_above_rest", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "ird_above_lift", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "ird_at_rest", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "ird_at_lift", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "ird_below_rest", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "ird_below_lift", group: "abdomen", ...number(0, 120, 1, "mm") },
  { id: "linea_tension", group: "abdomen", ...choice("good", "reduced", "absent") },
  { id: "doming", group: "abdomen", ...yesOrNo },
  { id: "perineal_scar_healed", group: "scars", ...yesOrNo },
  { id: "perineal_scar_tender", group: "scars", ...number(0, 10, 1, null) },
  { id: "caesarean_scar_healed", group: "scars", ...yesOrNo },
  { id: "caesarean_scar_tender", group: "scars", ...number(0, 10, 1, null) },
  { id: "pessary_worn", group: "pessary", ...yesOrNo },
  { id: "home_hold_seconds", group: "home", ...number(1, 30, 1, "s") },
  { id: "home_repetitions", group: "home", ...number(1, 30, 1, null) },
  { id: "home_times_a_day", group: "home", ...number(1, 10, 1, null) },
] as const satisfies readonly Measure[];

export type MeasureId = (typeof MEASURES)[number]["id"];
export const MEASURE_GROUPS = ["muscle", "support", "abdomen", "scars", "pessary", "home"] as const;

/** What she measured: each optional, none twice, nothing else. */
export type Measures = {
  readonly scales: typeof MEASURE_SCALES;
  readonly values: { readonly [id in MeasureId]?: number | string | undefined };
};

function schemaOf(measure: Measure): z.ZodType<number | string, number | string> {
  if (measure.kind === "choice") return z.enum(measure.choices);
  return z.number().min(measure.min).max(measure.max).multipleOf(measure.step);
}

export const measuresSchema: z.ZodType<Measures, Measures> = z.strictObject({
  scales: z.literal(MEASURE_SCALES),
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
  const text = typed.trim().replace(",", ".").replace("−", "-").replace(/^\+/, "");
  if (text === "") return null;
  const value = measure.kind === "number" && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  return schemaOf(measure).safeParse(value).success ? value : undefined;
}
