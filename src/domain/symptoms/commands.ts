import { z } from "zod";
import { daySchema } from "../shared/day.ts";
import { idSchema, scaleSchema, wordsSchema } from "../shared/fields.ts";
import { findingSchema } from "../shared/vocabulary.ts";

export const checkSymptomsSchema = z.strictObject({
  type: z.literal("checkSymptoms"),
  id: idSchema,
  moment: z.enum(["before", "during", "after", "next_day", "any_time"]),
  day: daySchema,
  logId: idSchema.nullable(),
  sessionId: idSchema.nullable(),
  findings: z.array(findingSchema).max(30),
  note: wordsSchema,
});
export const acknowledgeRedFlagSchema = z.strictObject({
  type: z.literal("acknowledgeRedFlag"),
  id: idSchema,
  checkId: idSchema,
  note: wordsSchema,
});
const painSchema = z.int().min(0).max(10);
export const setPainBandsSchema = z.strictObject({
  type: z.literal("setPainBands"),
  id: idSchema,
  greenMax: painSchema,
  amberMax: painSchema,
  note: wordsSchema,
});
const moodAnswerSchema = z.int().min(0).max(3).nullable().default(null);
export const checkInSchema = z.strictObject({
  type: z.literal("checkIn"),
  id: idSchema,
  day: daySchema,
  sleepHours: z.number().min(0).max(24).nullable(),
  badNights: z.int().min(0).max(7).nullable(),
  energy: scaleSchema,
  mood: scaleSchema,
  // Absent from phones that were offline since before these were asked.
  littleInterest: moodAnswerSchema,
  feelingDown: moodAnswerSchema,
  words: wordsSchema,
});
