import type { Day } from "../shared/day.ts";
import type { BirthMode, Tear } from "../shared/vocabulary.ts";
import type { Fact } from "./fact.ts";

export type Birth = Fact & {
  readonly bornOn: Day;
  readonly mode: BirthMode;
  readonly tear: Tear;
  readonly babies: number;
  readonly gestationWeeks: number | null;
};

/** What she wants: running days a week and minutes a run. The newest counts; a week is measured against its own. */
export type Goal = Fact & {
  readonly setOn: Day;
  readonly daysPerWeek: number;
  readonly minutesPerRun: number;
};

/** The completed questionnaire. Answers that rules read are fields; the rest is her own words. */
export type Intake = Fact & {
  readonly completedOn: Day;
  readonly ranBeforeKmPerWeek: number;
  readonly feeding: "breast" | "mixed" | "formula" | "weaned" | "not_said";
  readonly pelvicHistory: boolean;
  readonly words: string | null;
};

export const CONSENT_PURPOSES = [
  "coach_care",
  "share_birth",
  "share_symptoms",
  "share_tests",
  "share_plan",
  "messages_by_mail",
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
/** Given or withdrawn; the newest row for a purpose counts, from the next request on. */
export type Consent = Fact & {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  readonly wordingVersion: string;
};

export const LIFE_EVENTS = [
  "illness",
  "travel",
  "short_sleep",
  "sleep_regression",
  "new_pregnancy",
  // A pregnancy can end without a birth row. Says nothing about how; running still waits for a new clearance.
  "pregnancy_ended",
  "surgery",
  "gp_check",
  "baby_prompts_off",
] as const;
export type LifeEventKind = (typeof LIFE_EVENTS)[number];
/** The six-week GP check is stored here and never counts towards the lock. */
export type LifeEvent = Fact & {
  readonly kind: LifeEventKind;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly note: string | null;
};
