import type { Day } from "../shared/day.ts";
import type { PelvicSymptom } from "../shared/findings.ts";
import type { ConditionKind, RedFlagSign, RequestKind, Scope, Side } from "../shared/vocabulary.ts";
import type { HoldReason } from "./facts.ts";
import type { ProtocolKind, StepId } from "./steps.ts";

/**
 * Everything the rules can say, as codes with flat data. Sentences are made at the edge from
 * `words/en/journey.json`: one for her (`mum`) and one for the coach (`coach`) per code.
 */

/** The six points that keep running locked (see `lock.ts`); points 1, 2 and 5 are also held by Postgres. */
export const LOCK_POINTS = [1, 2, 3, 4, 5, 6] as const;
export type LockPoint = (typeof LOCK_POINTS)[number];

/** Points 1, 2 and 5: what the gate in Postgres says as well. */
export type GateReason =
  | { readonly point: 1; readonly code: "no_clearance" }
  | { readonly point: 1; readonly code: "clearance_not_yet"; readonly reviewBy: Day }
  | {
      readonly point: 1;
      readonly code: "clearance_awaits_mum";
      readonly clearanceId: string;
      readonly signer: string;
    }
  | {
      readonly point: 1;
      readonly code: "clearance_denied_by_mum";
      readonly clearanceId: string;
      readonly signer: string;
    }
  | {
      readonly point: 1;
      readonly code: "clearance_awaits_credential";
      readonly clearanceId: string;
      readonly signer: string;
      readonly state: CredentialState;
    }
  | { readonly point: 1; readonly code: "clearance_withdrawn"; readonly signer: string; readonly on: Day }
  | { readonly point: 1; readonly code: "clearance_seal_broken"; readonly signer: string }
  | { readonly point: 1; readonly code: "clearance_past_review"; readonly signer: string; readonly on: Day }
  | { readonly point: 1; readonly code: "clearance_starts_later"; readonly signer: string; readonly on: Day }
  | {
      readonly point: 1;
      readonly code: "clearance_lacks_scope";
      readonly signer: string;
      readonly scope: Scope;
    }
  | { readonly point: 1; readonly code: "clearance_before_birth"; readonly signer: string; readonly on: Day }
  | { readonly point: 2; readonly code: "birth_unknown" }
  | {
      readonly point: 2;
      readonly code: "too_early";
      readonly daysLeft: number;
      readonly on: Day;
      /** Whose date it is: the 12 weeks, the physio's own date, or the floor of 3 weeks nobody can move. */
      readonly by: "twelve_weeks" | "physio" | "floor";
    }
  | {
      readonly point: 5;
      readonly code: "red_flag_open";
      readonly sign: RedFlagSign | null;
      readonly on: Day;
      readonly sourceId: string;
    }
  | {
      readonly point: 5;
      readonly code: "pelvic_symptom_open";
      readonly symptom: PelvicSymptom | null;
      readonly on: Day;
      readonly sourceId: string;
    }
  | { readonly point: 5; readonly code: "new_pregnancy"; readonly on: Day; readonly sourceId: string }
  | { readonly point: 5; readonly code: "surgery"; readonly on: Day; readonly sourceId: string };

export type CredentialState = "unchecked" | "not_found" | "restricted" | "expired";

export type BatteryKind = "load_impact" | "strength";

/** Why running is locked today. One entry for each thing that stands in the way. */
export type LockReason =
  | GateReason
  | {
      readonly point: 3;
      readonly code: "battery_missing";
      readonly battery: BatteryKind;
      readonly tests: number;
    }
  | {
      readonly point: 3;
      readonly code: "test_missing";
      readonly battery: BatteryKind;
      readonly test: string;
      readonly side: Side;
    }
  | {
      readonly point: 3;
      readonly code: "test_short";
      readonly battery: BatteryKind;
      readonly test: string;
      readonly side: Side;
      readonly value: number;
      readonly threshold: number;
      readonly unit: TestUnit;
    }
  | {
      readonly point: 3;
      readonly code: "test_incomplete";
      readonly battery: BatteryKind;
      readonly test: string;
      readonly side: Side;
    }
  | {
      readonly point: 3;
      readonly code: "test_symptom";
      readonly battery: BatteryKind;
      readonly test: string;
      readonly side: Side;
    }
  | {
      readonly point: 3;
      readonly code: "test_before_clearance";
      readonly battery: BatteryKind;
      readonly test: string;
      readonly side: Side;
      readonly on: Day;
      readonly needed: Day;
    }
  | { readonly point: 4; readonly code: "goal_missing" }
  | {
      readonly point: 4;
      readonly code: "walking_weeks";
      readonly weeks: number;
      readonly needed: number;
      readonly days: number;
      readonly minutes: number;
    }
  | {
      readonly point: 4;
      readonly code: "symptom_free_walk";
      readonly longest: number;
      readonly needed: number;
    }
  | {
      readonly point: 5;
      readonly code: "hold";
      readonly reason: HoldReason;
      readonly on: Day;
      readonly holdId: string;
    }
  | {
      readonly point: 6;
      readonly code: "echo_awaited";
      readonly logId: string;
      readonly doneOn: Day;
      readonly dueOn: Day;
    };

export type TestUnit = "reps" | "seconds" | "minutes";

/** What a criterion of a step says; `met` beside it tells whether it is fulfilled. */
export type CriterionReason =
  | { readonly code: "intake" }
  | { readonly code: "assessment"; readonly on: Day | null }
  | { readonly code: "restoration_advised" }
  | { readonly code: "opened_early"; readonly on: Day }
  | { readonly code: "no_red_flag" }
  | { readonly code: "no_pelvic_symptom" }
  | { readonly code: "foundation_sessions"; readonly done: number; readonly needed: number }
  | {
      readonly code: "last_level";
      readonly level: number;
      readonly levels: number;
      readonly clean: number;
      readonly needed: number;
    }
  | {
      readonly code: "battery";
      readonly battery: BatteryKind;
      readonly passed: number;
      readonly total: number;
    }
  | {
      readonly code: "walking_goal";
      readonly weeks: number;
      readonly needed: number;
      readonly days: number;
      readonly minutes: number;
    }
  | { readonly code: "long_walk"; readonly longest: number; readonly needed: number }
  | { readonly code: "goal" }
  | { readonly code: "clearance_stands"; readonly signer: string; readonly until: Day }
  | { readonly code: "weeks_reached"; readonly weeks: number }
  | { readonly code: "walking_met" }
  | { readonly code: "nothing_open" }
  | { readonly code: "technique_review"; readonly on: Day | null }
  | {
      readonly code: "running_goal";
      readonly weeks: number;
      readonly needed: number;
      readonly days: number;
      readonly minutes: number;
    }
  | { readonly code: "revisit_trigger"; readonly trigger: RevisitTrigger | "none" }
  | { readonly code: "revisit_done"; readonly open: number };

/** One sentence on where a step stands. */
export type StatusReason =
  | { readonly code: "step_open"; readonly step: StepId }
  | { readonly code: "step_active"; readonly step: StepId }
  | { readonly code: "step_done"; readonly step: StepId };

export type Reason = CriterionReason | LockReason | StatusReason;
export type ReasonCode = Reason["code"];

/** Why the answer on the next level is what it is. */
export type ProgressReason =
  | { readonly code: "ready"; readonly clean: number; readonly to: number }
  | { readonly code: "clean_sessions"; readonly done: number; readonly needed: number }
  | { readonly code: "echo_missing"; readonly logId: string; readonly dueOn: Day }
  | { readonly code: "amber"; readonly on: Day }
  | { readonly code: "pain"; readonly level: number; readonly on: Day }
  | { readonly code: "pelvic_symptom"; readonly symptom: PelvicSymptom; readonly on: Day }
  | { readonly code: "run_locked" }
  | { readonly code: "impact_too_early"; readonly on: Day }
  | { readonly code: "held"; readonly reason: HoldReason }
  | { readonly code: "paused" }
  | { readonly code: "limit"; readonly condition: ConditionKind; readonly minutes: number }
  | { readonly code: "short_sleep"; readonly hours: number | null; readonly badNights: number | null }
  | { readonly code: "strength_debt"; readonly days: number }
  | { readonly code: "gap"; readonly days: number; readonly levels: number }
  | { readonly code: "retest_after_gap"; readonly days: number }
  | { readonly code: "two_steps_this_week" }
  | { readonly code: "top_level" };

export const REVISIT_TRIGGERS = [
  "pelvic_symptom",
  "strength_lapse_niggle",
  "short_sleep",
  "gap",
  "tune_up",
  "review_near",
  "new_pregnancy",
  "surgery",
] as const;
export type RevisitTrigger = (typeof REVISIT_TRIGGERS)[number];

/** Why a letter to the physio is due: a way back, the first assessment, or all is there but her word. */
export type RequestTrigger = RevisitTrigger | "first" | "ready";

/** How a hold ends. There is always a way. */
export type WayOut =
  | "physio_decides"
  | "seen_then_coach"
  | "coach_lifts"
  | "mum_lifts"
  | "next_birth_or_physio";

/** What to do next, per person. */
export type MumNext =
  | { readonly code: "complete_intake" }
  | { readonly code: "red_flag"; readonly checkId: string; readonly sign: RedFlagSign }
  | { readonly code: "confirm_clearance"; readonly clearanceId: string; readonly signer: string }
  | { readonly code: "answer_echo"; readonly logId: string; readonly dueOn: Day }
  | { readonly code: "see_physio"; readonly requestId: string; readonly askedOn: Day }
  | { readonly code: "coach_writes_to_physio"; readonly trigger: RevisitTrigger }
  | {
      readonly code: "do_session";
      readonly planId: string;
      readonly kind: ProtocolKind;
      readonly level: number;
      readonly minutes: number;
    }
  | { readonly code: "on_hold"; readonly reason: HoldReason; readonly wayOut: WayOut }
  | { readonly code: "rest_until"; readonly on: Day }
  | { readonly code: "plan_paused"; readonly planId: string; readonly kind: ProtocolKind }
  | { readonly code: "coach_plans" };

export type CoachNext =
  | { readonly code: "acknowledge_red_flag"; readonly checkId: string; readonly sign: RedFlagSign }
  | {
      readonly code: "send_request";
      readonly kind: RequestKind;
      readonly trigger: RequestTrigger;
    }
  | { readonly code: "clearance_denied"; readonly clearanceId: string; readonly signer: string }
  | { readonly code: "check_credential"; readonly physioId: string; readonly registrationNumber: string }
  | { readonly code: "wait_for_mum"; readonly clearanceId: string }
  | { readonly code: "wait_for_intake" }
  | { readonly code: "look_at_hold"; readonly holdId: string; readonly reason: HoldReason }
  | {
      readonly code: "wait_for_physio";
      readonly requestId: string;
      readonly askedOn: Day;
      readonly days: number;
    }
  | { readonly code: "assign_plan"; readonly kind: ProtocolKind }
  | { readonly code: "record_battery"; readonly battery: BatteryKind }
  | { readonly code: "review_technique" }
  | {
      readonly code: "decide_level";
      readonly planId: string;
      readonly kind: ProtocolKind;
      readonly to: number;
    }
  | { readonly code: "consider_revisit"; readonly trigger: RevisitTrigger }
  | { readonly code: "resume_plan"; readonly planId: string; readonly kind: ProtocolKind }
  | { readonly code: "nothing" };

export type PhysioNext =
  | {
      readonly code: "answer_request";
      readonly requestId: string;
      readonly kind: RequestKind;
      readonly dueOn: Day;
    }
  | { readonly code: "sign_decision"; readonly assessmentId: string }
  | {
      readonly code: "review_due";
      readonly clearanceId: string;
      readonly reviewBy: Day;
      readonly daysLeft: number;
    }
  | { readonly code: "nothing" };
