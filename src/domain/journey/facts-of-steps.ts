import type { Day } from "../shared/day.ts";
import type { Fact } from "./fact.ts";
import type { StepId } from "./steps.ts";

/** A visit to a step begins: cycle 1 the first time, 2 when she comes back. */
export type StepVisit = Fact & {
  readonly step: StepId;
  readonly cycle: number;
  readonly openedOn: Day;
  readonly reason: StepVisitReason;
  readonly note: string | null;
};
export const STEP_VISIT_REASONS = [
  "criteria_met",
  "coach_opened_early",
  "revisit_symptom",
  "revisit_strength_lapse",
  "revisit_sleep",
  "revisit_gap",
  "revisit_tune_up",
  "coach_decision",
] as const;
export type StepVisitReason = (typeof STEP_VISIT_REASONS)[number];
export type StepVisitClosing = Fact & {
  readonly visitId: string;
  readonly closedOn: Day;
  readonly how: "criteria_met" | "coach_decision" | "superseded";
  readonly note: string | null;
};

/** Something that stops running (or all exercise) until a person lifts it. Always readable, always with a way out. */
export type Hold = Fact & {
  readonly covers: "running" | "impact" | "everything";
  readonly reason: HoldReason;
  readonly placedOn: Day;
  /** The symptom check, life event … that caused it. */
  readonly sourceId: string | null;
  readonly note: string | null;
};
export const HOLD_REASONS = [
  "pelvic_symptom",
  "red_flag",
  "pain",
  "bleeding",
  "new_pregnancy",
  "surgery",
  "illness",
  "coach_decision",
  "client_decision",
  "physio_decision",
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
export type HoldLift = Fact & { readonly holdId: string; readonly liftedOn: Day; readonly reason: string };
