import { z } from "zod";
import { daySchema } from "../shared/day.ts";
import { idSchema, reasonSchema, wordsSchema } from "../shared/fields.ts";
import { MOST_REMINDERS } from "./reminders.ts";
import { measuresSchema } from "./measures.ts";
import { CLEARANCE_DECISIONS, conditionSchema, REQUEST_KINDS, SCOPES } from "../shared/vocabulary.ts";

export const requestAssessmentSchema = z.strictObject({
  type: z.literal("requestAssessment"),
  id: idSchema,
  kind: z.enum(REQUEST_KINDS),
  physioId: z.uuid(),
  reason: reasonSchema,
  dueOn: daySchema,
  expiresOn: daySchema,
  remindOn: z.array(daySchema).max(MOST_REMINDERS).nullable().optional(),
});
/** opened and declined come from the physio, reminded from the system, cancelled from the coach or mum. */
export const markRequestSchema = z.strictObject({
  type: z.literal("markRequest"),
  id: idSchema,
  requestId: idSchema,
  step: z.enum(["opened", "reminded", "declined", "cancelled"]),
});
export const recordAssessmentSchema = z.strictObject({
  type: z.literal("recordAssessment"),
  id: idSchema,
  requestId: idSchema,
  /** Filled in by the server from the actor. */
  physioId: z.uuid(),
  assessedOn: daySchema,
  restorationOk: z.boolean(),
  findings: wordsSchema,
  homeProgramme: wordsSchema,
  measures: measuresSchema.nullable(),
});
export const signClearanceSchema = z.strictObject({
  type: z.literal("signClearance"),
  id: idSchema,
  assessmentId: idSchema,
  /** Filled in by the server from the actor. */
  physioId: z.uuid(),
  decision: z.enum(CLEARANCE_DECISIONS),
  scope: z.array(z.enum(SCOPES)).max(SCOPES.length),
  conditions: z.array(conditionSchema).max(20),
  reviewBy: daySchema,
  earliestRunOn: daySchema.nullable(),
  earliestRunReason: wordsSchema,
  earlierTestsCount: z.boolean(),
  signerName: z.string().trim().min(2).max(120),
  registrationNumber: z.string().trim().min(2).max(40),
});
export const confirmClearanceSchema = z.strictObject({
  type: z.literal("confirmClearance"),
  id: idSchema,
  clearanceId: idSchema,
  saw: z.boolean(),
});
export const withdrawClearanceSchema = z.strictObject({
  type: z.literal("withdrawClearance"),
  id: idSchema,
  clearanceId: idSchema,
  /** Filled in by the server from the actor. */
  physioId: z.uuid(),
  reason: reasonSchema,
});
