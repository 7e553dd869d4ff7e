import { z } from "zod";

/**
 * The pieces a session is made of: exercises with a prescription, and intervals of moving. Every bound is wide
 * enough for any sensible session and narrow enough to refuse a slip of the finger (10,000 repeats, nine hours).
 */
export const BLOCK_BOUNDS = {
  sets: 20,
  reps: 100,
  holdSeconds: 180,
  workSeconds: 1800,
  restSeconds: 600,
  repeats: 50,
  intervalSeconds: 5 * 3600,
  intervalMetres: 50_000,
  blocks: 40,
  weightKg: 300,
} as const;

/** Names of exercises, sources, protocols: lower case words with underscores. */
export const codeSchema = z.string().regex(/^[a-z][a-z0-9_]{1,63}$/);

/** Whole numbers from … to …; a single number is a range with both ends equal. */
function rangeSchema(min: number, max: number) {
  return z
    .strictObject({ from: z.int().min(min).max(max), to: z.int().min(min).max(max) })
    .refine((range) => range.from <= range.to, { error: "range_reversed", path: ["to"] });
}
export type Range = { readonly from: number; readonly to: number };

/** Effort target on the 0-10 scale: 0 rest, 10 all she has. */
const effortSchema = rangeSchema(0, 10);

/** Where in the session a block stands. Totals tell the main set apart from the walks either side. */
export const PARTS = ["warm_up", "main", "cool_down"] as const;
const partSchema = z.enum(PARTS);
export type Part = z.infer<typeof partSchema>;

/** How much in one set: repetitions (each held for so long, if at all) or a length of time. */
const doseSchema = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("reps"),
    reps: rangeSchema(1, BLOCK_BOUNDS.reps),
    holdSeconds: z.int().min(1).max(BLOCK_BOUNDS.holdSeconds).exactOptional(),
    /** Letting go fully between two holds. */
    releaseSeconds: z.int().min(0).max(BLOCK_BOUNDS.holdSeconds).exactOptional(),
  }),
  z.strictObject({ by: z.literal("time"), seconds: z.int().min(5).max(BLOCK_BOUNDS.workSeconds) }),
]);
export type Dose = z.infer<typeof doseSchema>;

/** Lightest first: a later one is more load. */
export const WEIGHTS = ["light", "moderate", "heavy"] as const;

/** What she works against. `rep_max`: a weight she could lift so many times and no more. */
const loadSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("body") }),
  z.strictObject({ by: z.literal("band"), weight: z.enum(WEIGHTS) }),
  z.strictObject({
    by: z.literal("weight"),
    weight: z.enum(WEIGHTS),
    kg: z.number().min(0.5).max(BLOCK_BOUNDS.weightKg).exactOptional(),
  }),
  z.strictObject({ by: z.literal("rep_max"), reps: rangeSchema(1, 20) }),
]);
export type Load = z.infer<typeof loadSchema>;

/** Seconds down, still, up. */
const tempoSchema = z.strictObject({
  lower: z.int().min(0).max(10),
  pause: z.int().min(0).max(10),
  lift: z.int().min(0).max(10),
});
export type Tempo = z.infer<typeof tempoSchema>;

/** `each`: left, then right, both in one set. `both`: the two sides together. */
export const WORKED_SIDES = ["each", "left", "right", "both"] as const;

const exerciseBlockSchema = z.strictObject({
  type: z.literal("exercise"),
  part: partSchema,
  exercise: codeSchema,
  sets: z.int().min(1).max(BLOCK_BOUNDS.sets),
  dose: doseSchema,
  side: z.enum(WORKED_SIDES),
  load: loadSchema,
  tempo: tempoSchema.exactOptional(),
  effort: effortSchema.exactOptional(),
  /** Repetitions she could still have done when she stops. */
  inReserve: rangeSchema(0, 10).exactOptional(),
  /** Between sets. */
  restSeconds: z.int().min(0).max(BLOCK_BOUNDS.restSeconds),
});
export type ExerciseBlock = z.infer<typeof exerciseBlockSchema>;

/** Strides are short runs that build up speed and ease off; they count as running everywhere. */
export const MOVES = ["walk", "run", "strides"] as const;
export type Move = (typeof MOVES)[number];

const lengthSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("time"), seconds: z.int().min(5).max(BLOCK_BOUNDS.intervalSeconds) }),
  z.strictObject({ by: z.literal("distance"), metres: z.int().min(20).max(BLOCK_BOUNDS.intervalMetres) }),
]);
export type Length = z.infer<typeof lengthSchema>;

const intervalSchema = z.strictObject({
  type: z.literal("interval"),
  move: z.enum(MOVES),
  length: lengthSchema,
  effort: effortSchema.exactOptional(),
});
export type Interval = z.infer<typeof intervalSchema>;

const repeatsSchema = z.int().min(1).max(BLOCK_BOUNDS.repeats);

/** Intervals done several times inside a block that may itself repeat: nested once and no deeper. */
const intervalGroupSchema = z.strictObject({
  type: z.literal("group"),
  repeats: repeatsSchema,
  intervals: z.array(intervalSchema).min(1).max(BLOCK_BOUNDS.blocks),
});

const intervalBlockSchema = z.strictObject({
  type: z.literal("intervals"),
  part: partSchema,
  repeats: repeatsSchema,
  items: z
    .array(z.discriminatedUnion("type", [intervalSchema, intervalGroupSchema]))
    .min(1)
    .max(BLOCK_BOUNDS.blocks),
});
export type IntervalBlock = z.infer<typeof intervalBlockSchema>;

const blockSchema = z.discriminatedUnion("type", [exerciseBlockSchema, intervalBlockSchema]);
export type Block = z.infer<typeof blockSchema>;

export const blocksSchema = z.array(blockSchema).min(1).max(BLOCK_BOUNDS.blocks);
