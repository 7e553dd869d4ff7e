import { z } from "zod";
import { daySchema } from "../shared/day.ts";
import { idSchema, reasonSchema, wordsSchema } from "../shared/fields.ts";
import { ACTOR_KINDS, BIRTH_MODES, findingSchema, TEARS } from "../shared/vocabulary.ts";
import { CONSENT_PURPOSES, LIFE_EVENTS } from "./facts.ts";
import { REVISIT_TRIGGERS } from "./reasons.ts";
import { STEP_IDS } from "./steps.ts";

/** What is said about her, her life and her steps. Fields the server fills in (who, never what) say so. */

export const birthFields = z.strictObject({
  bornOn: daySchema,
  mode: z.enum(BIRTH_MODES),
  tear: z.enum(TEARS),
  babies: z.int().min(1).max(8),
  gestationWeeks: z.int().min(20).max(45).nullable(),
});
export const goalFields = z.strictObject({
  daysPerWeek: z.int().min(1).max(7),
  minutesPerRun: z.int().min(5).max(300),
});

export const completeIntakeSchema = z.strictObject({
  type: z.literal("completeIntake"),
  id: idSchema,
  ranBeforeKmPerWeek: z.int().min(0).max(300),
  feeding: z.enum(["breast", "mixed", "formula", "weaned", "not_said"]),
  pelvicHistory: z.boolean(),
  words: wordsSchema,
  /** Null when a birth (a goal) is recorded already. */
  birth: birthFields.nullable(),
  goal: goalFields.nullable(),
  /** What she notices now; null when she was not asked. */
  findings: z.array(findingSchema).max(30).nullable(),
});
export const recordBirthSchema = birthFields.extend({ type: z.literal("recordBirth"), id: idSchema });
export const setGoalSchema = goalFields.extend({ type: z.literal("setGoal"), id: idSchema });
export const setConsentSchema = z.strictObject({
  type: z.literal("setConsent"),
  id: idSchema,
  purpose: z.enum(CONSENT_PURPOSES),
  given: z.boolean(),
  wordingVersion: z.string().min(1).max(40),
});
export const recordLifeEventSchema = z.strictObject({
  type: z.literal("recordLifeEvent"),
  id: idSchema,
  kind: z.enum(LIFE_EVENTS),
  startsOn: daySchema,
  endsOn: daySchema.nullable(),
  note: wordsSchema,
});
export const openStepSchema = z.strictObject({
  type: z.literal("openStep"),
  id: idSchema,
  step: z.enum(STEP_IDS),
  reason: reasonSchema,
});
export const closeStepSchema = z.strictObject({
  type: z.literal("closeStep"),
  id: idSchema,
  step: z.enum(STEP_IDS),
  note: wordsSchema,
});
export const acceptRevisitSchema = z.strictObject({
  type: z.literal("acceptRevisit"),
  id: idSchema,
  trigger: z.enum(REVISIT_TRIGGERS),
  note: wordsSchema,
});
export const placeHoldSchema = z.strictObject({
  type: z.literal("placeHold"),
  id: idSchema,
  covers: z.enum(["running", "impact", "everything"]),
  reason: z.enum(["coach_decision", "client_decision", "physio_decision", "pain", "illness"]),
  note: wordsSchema,
});
export const liftHoldSchema = z.strictObject({
  type: z.literal("liftHold"),
  id: idSchema,
  holdId: idSchema,
  reason: reasonSchema,
  /** Filled in by the server from the actor: who may lift depends on why it was placed. */
  by: z.enum(ACTOR_KINDS),
  physioId: z.uuid().nullable(),
});
