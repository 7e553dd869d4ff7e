import { z } from "zod";
import { PROTOCOL_KINDS } from "../journey/steps.ts";
import { daySchema, WEEKDAYS } from "../shared/day.ts";
import { idSchema, minutesSchema, scaleSchema, wordsSchema } from "../shared/fields.ts";
import { findingSchema } from "../shared/vocabulary.ts";
import { performanceSchema } from "../journey/performance.ts";

const weekdaysSchema = z.array(z.literal(WEEKDAYS)).min(1).max(7);

export const assignPlanSchema = z.strictObject({
  type: z.literal("assignPlan"),
  id: idSchema,
  kind: z.enum(PROTOCOL_KINDS),
  /** Its outline must be in the record's `protocols`: the server loads it. */
  protocolVersionId: idSchema,
  startsOn: daySchema,
  weekdays: weekdaysSchema,
  level: z.int().min(0).max(200),
  mode: z.enum(["propose", "auto"]),
  /** Mode auto goes no further than this without the coach; null lets it go no further at all. */
  maxLevel: z.int().min(0).max(200).nullable(),
});
export const changePlanSchema = z.strictObject({
  type: z.literal("changePlan"),
  id: idSchema,
  planId: idSchema,
  change: z.enum(["level", "pause", "resume", "end", "mode"]),
  level: z.int().min(0).max(200).nullable(),
  mode: z.enum(["propose", "auto"]).nullable(),
  /** A person's reason. The code of the rule's own reason is added by the rules. */
  note: wordsSchema,
});
export const undoAssignSchema = z.strictObject({
  type: z.literal("undoAssign"),
  id: idSchema,
  planId: idSchema,
});
/** Her weeks are published up to and with the week of this day; null: all of them. */
export const showWeeksSchema = z.strictObject({
  type: z.literal("showWeeks"),
  id: idSchema,
  week: daySchema.nullable(),
});
export const startSessionSchema = z.strictObject({
  type: z.literal("startSession"),
  id: idSchema,
  sessionId: idSchema,
  planId: idSchema,
  /** Why she runs much further than lately; asked for above 100 %. */
  note: wordsSchema,
});
export const logSessionSchema = z.strictObject({
  type: z.literal("logSession"),
  id: idSchema,
  sessionId: idSchema.nullable(),
  planId: idSchema.nullable(),
  kind: z.enum(PROTOCOL_KINDS),
  level: z.int().min(0).max(200).nullable(),
  doneOn: daySchema,
  minutesTotal: minutesSchema.gt(0),
  minutesRun: minutesSchema,
  minutesWalk: minutesSchema,
  effort: scaleSchema,
  completion: z.enum(["as_planned", "shorter", "stopped", "extra"]),
  performance: performanceSchema.nullable(),
  supersedesId: idSchema.nullable(),
  note: wordsSchema,
  /** What she noticed; empty = nothing; null = not asked (a file from a watch). */
  findings: z.array(findingSchema).max(30).nullable(),
});
export const reviewTechniqueSchema = z.strictObject({
  type: z.literal("reviewTechnique"),
  id: idSchema,
  reviewedOn: daySchema,
  observations: wordsSchema,
  cues: z.array(z.string().trim().min(1).max(300)).max(10),
  closed: z.boolean(),
});
