import { z } from "zod";

/** Closed vocabularies of the field that several rooms speak. Prisma enums mirror them; a test compares the two. */

export const ACTOR_KINDS = ["client", "coach", "owner", "physio", "system"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const BIRTH_MODES = ["vaginal", "instrumental", "caesarean", "caesarean_after_labour"] as const;
export type BirthMode = (typeof BIRTH_MODES)[number];

/** Perineal trauma, RCOG Green-top Guideline 29 (2015). If the degree is in doubt the higher is recorded. */
export const TEARS = [
  "none",
  "first",
  "second",
  "third_a",
  "third_b",
  "third_c",
  "fourth",
  "unknown",
] as const;
export type Tear = (typeof TEARS)[number];

export const SIDES = ["left", "right", "both"] as const;
export type Side = (typeof SIDES)[number];

/** What a clearance may cover. Technique counts as running: looking at running is running. */
export const SCOPES = [
  "walk",
  "strength",
  "impact",
  "technique",
  "walk_run",
  "continuous",
  "speed",
  "race",
  "buggy",
] as const;
export type Scope = (typeof SCOPES)[number];

export const CLEARANCE_DECISIONS = ["cleared", "cleared_with_conditions", "not_yet"] as const;
export type ClearanceDecision = (typeof CLEARANCE_DECISIONS)[number];

export const CONDITION_KINDS = [
  "max_run_minutes",
  "flat_only",
  "no_hopping",
  "pessary_worn",
  "no_buggy",
  "soft_surface_only",
  "stop_rule",
  "other",
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** What a stop rule may name: at the first of these she stops. */
export const STOP_SIGNS = ["leak", "heaviness", "pain", "doming", "bleeding"] as const;
export type StopSign = (typeof STOP_SIGNS)[number];

/** A limit a physio set. `minutes` belongs to max_run_minutes, `words` (hers, shown verbatim) to other. */
export const conditionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("max_run_minutes"), minutes: z.int().min(1).max(300) }),
  z.strictObject({ kind: z.literal("flat_only") }),
  z.strictObject({ kind: z.literal("no_hopping") }),
  z.strictObject({ kind: z.literal("pessary_worn") }),
  z.strictObject({ kind: z.literal("no_buggy") }),
  z.strictObject({ kind: z.literal("soft_surface_only") }),
  z.strictObject({
    kind: z.literal("stop_rule"),
    signs: z.array(z.enum(STOP_SIGNS)).min(1).max(STOP_SIGNS.length),
  }),
  z.strictObject({ kind: z.literal("other"), words: z.string().trim().min(1).max(300) }),
]);
export type Condition = z.infer<typeof conditionSchema>;

/** Symptoms a mum or a coach can note, in own words, never a licensed questionnaire's. */
export const SYMPTOMS = [
  "urine_leak_drops",
  "urine_leak_more",
  "urgency_leak",
  "bowel_or_wind_leak",
  "heaviness",
  "bulge",
  "doming",
  "bleeding_lochia",
  "bleeding_period",
  "bleeding_other",
  "pain",
] as const;
export type Symptom = (typeof SYMPTOMS)[number];

/** Signs that need a human now: product.md section 4, domain.md 6.5. One is enough; never averaged. */
export const RED_FLAGS = [
  "chest_pain",
  "breathing_difficulty",
  "seizure_or_fainting",
  "heavy_bleeding",
  "severe_headache",
  "stroke_signs",
  "one_sided_calf",
  "fever",
  "wound_or_discharge",
  "severe_abdominal_pain",
  "saddle_numbness",
  "harm_thoughts",
  "confusion_or_voices",
] as const;
export type RedFlagSign = (typeof RED_FLAGS)[number];

export const PAIN_SITES = [
  "pelvis",
  "lower_back",
  "hip",
  "knee",
  "shin",
  "foot_ankle",
  "scar",
  "perineum",
  "abdomen",
  "other",
] as const;
export type PainSite = (typeof PAIN_SITES)[number];

/** One thing noticed. Pain carries its site and a number 0-10; pelvic symptoms have no number (no acceptable level). */
export const findingSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("symptom"), symptom: z.enum(SYMPTOMS).exclude(["pain"]) }),
  z.strictObject({ kind: z.literal("pain"), site: z.enum(PAIN_SITES), level: z.int().min(0).max(10) }),
  z.strictObject({ kind: z.literal("red_flag"), sign: z.enum(RED_FLAGS) }),
]);
export type Finding = z.infer<typeof findingSchema>;

/** What a physio is asked for. A symptom brings the 14 days before it was asked about. */
export const REQUEST_KINDS = ["assessment", "recheck", "symptom"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What a mum may share with a physio, one consent (`share_` and its name) each. */
export const SHARED = ["birth", "symptoms", "tests", "plan"] as const;
export type Shared = (typeof SHARED)[number];
