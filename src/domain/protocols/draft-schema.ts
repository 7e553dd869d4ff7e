import { z } from "zod";
import { PROTOCOL_KINDS } from "../journey/steps.ts";
import { MOVES, PARTS, WEIGHTS, WORKED_SIDES } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import { protocolContentSchema, STRENGTHS, VARIANTS } from "./grammar.ts";
import { SCOPES } from "../shared/vocabulary.ts";

/**
 * What may be kept as a draft: anything the editor can show. Of the right form, so that no screen breaks on it, and of
 * a bearable size; whether its figures make sense is asked when it is published, and said while it is written.
 */
const figure = z.number().min(0).max(1_000_000);
const text = z.string().max(1000);
const range = z.strictObject({ from: figure, to: figure });

const dose = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("reps"),
    reps: range,
    holdSeconds: figure.exactOptional(),
    releaseSeconds: figure.exactOptional(),
  }),
  z.strictObject({ by: z.literal("time"), seconds: figure }),
]);

const load = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("body") }),
  z.strictObject({ by: z.literal("band"), weight: z.enum(WEIGHTS) }),
  z.strictObject({ by: z.literal("weight"), weight: z.enum(WEIGHTS), kg: figure.exactOptional() }),
  z.strictObject({ by: z.literal("rep_max"), reps: range }),
]);

const exerciseBlock = z.strictObject({
  type: z.literal("exercise"),
  part: z.enum(PARTS),
  exercise: text,
  sets: figure,
  dose,
  side: z.enum(WORKED_SIDES),
  load,
  tempo: z.strictObject({ lower: figure, pause: figure, lift: figure }).exactOptional(),
  effort: range.exactOptional(),
  inReserve: range.exactOptional(),
  restSeconds: figure,
});

const interval = z.strictObject({
  type: z.literal("interval"),
  move: z.enum(MOVES),
  length: z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("time"), seconds: figure }),
    z.strictObject({ by: z.literal("distance"), metres: figure }),
  ]),
  effort: range.exactOptional(),
});

const group = z.strictObject({
  type: z.literal("group"),
  repeats: figure,
  intervals: z.array(interval).max(100),
});

const intervalBlock = z.strictObject({
  type: z.literal("intervals"),
  part: z.enum(PARTS),
  repeats: figure,
  items: z.array(z.discriminatedUnion("type", [interval, group])).max(100),
});

const blocks = z.array(z.discriminatedUnion("type", [exerciseBlock, intervalBlock])).max(100);

const session = z.strictObject({
  title: text,
  blocks,
  shorter: z
    .array(z.strictObject({ minutes: z.union([z.literal(5), z.literal(10), z.literal(20)]), blocks }))
    .max(10)
    .exactOptional(),
});

const source = text.exactOptional();
const criterion = z.discriminatedUnion("code", [
  z.strictObject({
    code: z.enum([
      "intake_complete",
      "assessment_recorded",
      "no_red_flag",
      "no_pelvic_symptom",
      "restoration_foundation",
      "walking_met",
      "running_unlocked",
      "next_day_answered",
      "running_continuous",
      "running_goal_met",
      "coach_decides",
      "physio_decides",
    ]),
    source,
  }),
  z.strictObject({ code: z.literal("weeks_since_birth"), weeks: figure, source }),
  z.strictObject({ code: z.literal("clearance_covers"), scope: z.enum(SCOPES), source }),
  z.strictObject({
    code: z.literal("battery_passed"),
    battery: z.enum(["load_impact", "strength"]),
    source,
  }),
  z.strictObject({ code: z.literal("symptom_free_walk"), minutes: figure, source }),
  z.strictObject({ code: z.literal("clean_sessions"), sessions: figure, source }),
]);
const criteria = z.array(criterion).max(30);

const level = z.strictObject({
  title: text,
  phase: text.exactOptional(),
  note: text.exactOptional(),
  perWeek: range,
  sessions: z.array(session).max(20),
  entry: criteria.exactOptional(),
  exit: criteria.exactOptional(),
  sources: z.array(text).max(20),
});

/** A draft as it is sent and kept. */
export const draftSchema: z.ZodType<Draft> = z.strictObject({
  grammar: z.literal(1),
  slug: protocolContentSchema.shape.slug,
  kind: z.enum(PROTOCOL_KINDS),
  variant: z.enum(VARIANTS).nullable(),
  title: text,
  summary: text,
  levels: z.array(level).max(250),
  onwardMinutes: figure.exactOptional(),
  entry: criteria,
  exit: criteria,
  symptomRule: z.strictObject({
    painGreenMax: figure,
    painAmberMax: figure,
    pelvic: z.literal("stop"),
    doming: z.enum(["easier", "stop"]),
    bleedingMore: z.enum(["rest", "stop"]),
  }),
  sources: z
    .array(z.strictObject({ key: text, title: text, strength: z.enum(STRENGTHS), says: text }))
    .max(50),
  review: z.literal("draft"),
});
