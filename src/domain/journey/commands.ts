import { z } from "zod";
import {
  confirmClearanceSchema,
  markRequestSchema,
  recordAssessmentSchema,
  requestAssessmentSchema,
  signClearanceSchema,
  withdrawClearanceSchema,
} from "../clearance/commands.ts";
import {
  assignPlanSchema,
  changePlanSchema,
  logSessionSchema,
  reviewTechniqueSchema,
  showWeeksSchema,
  startSessionSchema,
  undoAssignSchema,
} from "../plans/commands.ts";
import { recordBatterySchema } from "../readiness/commands.ts";
import {
  acknowledgeRedFlagSchema,
  checkInSchema,
  checkSymptomsSchema,
  setPainBandsSchema,
} from "../symptoms/commands.ts";
import {
  acceptRevisitSchema,
  closeStepSchema,
  completeIntakeSchema,
  liftHoldSchema,
  openStepSchema,
  placeHoldSchema,
  recordBirthSchema,
  recordLifeEventSchema,
  setConsentSchema,
  setGoalSchema,
} from "./own-commands.ts";

/** Everything that can be asked to be recorded about a client. Who may ask is `access`'s; what facts allow is `decide`'s. */
export const commandSchema = z.discriminatedUnion("type", [
  completeIntakeSchema,
  recordBirthSchema,
  setGoalSchema,
  setConsentSchema,
  recordLifeEventSchema,
  openStepSchema,
  closeStepSchema,
  acceptRevisitSchema,
  placeHoldSchema,
  liftHoldSchema,
  requestAssessmentSchema,
  markRequestSchema,
  recordAssessmentSchema,
  signClearanceSchema,
  confirmClearanceSchema,
  withdrawClearanceSchema,
  recordBatterySchema,
  checkSymptomsSchema,
  acknowledgeRedFlagSchema,
  checkInSchema,
  setPainBandsSchema,
  assignPlanSchema,
  changePlanSchema,
  undoAssignSchema,
  showWeeksSchema,
  startSessionSchema,
  logSessionSchema,
  reviewTechniqueSchema,
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command["type"];
export type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>;
