import type { Day } from "../shared/day.ts";
import type { Side } from "../shared/vocabulary.ts";
import type { ClientRecord, FactKind, FactRows, HoldReason, JourneyEvent } from "./facts.ts";
import type { Journey } from "./journey.ts";
import type { LockReason, ProgressReason, Reason, WayOut } from "./reasons.ts";
import type { ProtocolKind, StepId } from "./steps.ts";

/** Things a command may point at that are not there. */
export type Subject =
  | "request"
  | "assessment"
  | "clearance"
  | "hold"
  | "plan"
  | "check"
  | "log"
  | "step_visit"
  | "protocol"
  | "battery"
  | "proposal"
  | "session";

/** A field of a command whose day makes no sense. */
export type DayField =
  | "bornOn"
  | "assessedOn"
  | "doneOn"
  | "reviewedOn"
  | "day"
  | "startsOn"
  | "endsOn"
  | "dueOn"
  | "expiresOn"
  | "remindOn"
  | "reviewBy"
  | "earliestRunOn";

/** Why the facts do not allow it. Codes with data; sentences are made at the edge (`words/en/refusals.json`). */
export type Refusal =
  | { readonly code: "unknown"; readonly subject: Subject }
  | { readonly code: "day_in_future"; readonly field: DayField; readonly day: Day }
  | { readonly code: "day_in_past"; readonly field: DayField; readonly day: Day }
  | { readonly code: "day_before_birth"; readonly field: DayField; readonly day: Day; readonly bornOn: Day }
  | {
      readonly code: "days_out_of_order";
      readonly field: DayField;
      readonly earlier: Day;
      readonly later: Day;
    }
  | { readonly code: "day_too_far"; readonly field: DayField; readonly day: Day; readonly latest: Day }
  | { readonly code: "too_long_ago"; readonly field: DayField; readonly day: Day; readonly oldest: Day }
  | { readonly code: "births_too_close"; readonly bornOn: Day; readonly known: Day }
  | { readonly code: "birth_missing" }
  | { readonly code: "goal_missing" }
  | { readonly code: "intake_missing" }
  // Requests and sign-offs
  | { readonly code: "request_already_open"; readonly requestId: string }
  | { readonly code: "request_closed"; readonly how: "answered" | "declined" | "cancelled" | "expired" }
  | { readonly code: "not_your_request" }
  | { readonly code: "not_your_clearance" }
  | { readonly code: "assessment_not_newest" }
  | { readonly code: "clearance_not_newest" }
  | { readonly code: "clearance_withdrawn" }
  | { readonly code: "nothing_to_confirm" }
  | { readonly code: "conditions_missing" }
  | { readonly code: "conditions_not_expected" }
  | { readonly code: "scope_missing" }
  | { readonly code: "scope_against_condition" }
  | { readonly code: "scope_not_expected" }
  | { readonly code: "reason_missing" }
  // Steps, holds
  | { readonly code: "step_locked"; readonly step: StepId; readonly reasons: readonly Reason[] }
  | { readonly code: "step_not_open"; readonly step: StepId }
  | { readonly code: "step_opens_by_itself"; readonly step: StepId }
  | { readonly code: "pelvic_symptom_open" }
  | { readonly code: "run_locked"; readonly reasons: readonly LockReason[] }
  | { readonly code: "on_hold"; readonly reason: HoldReason; readonly wayOut: WayOut }
  | { readonly code: "hold_needs_physio"; readonly reason: HoldReason }
  | { readonly code: "hold_needs_new_clearance"; readonly reason: HoldReason }
  | { readonly code: "hold_not_yours"; readonly reason: HoldReason; readonly wayOut: WayOut }
  | { readonly code: "acknowledge_first" }
  | { readonly code: "not_on_the_same_day" }
  | { readonly code: "no_red_flag" }
  | { readonly code: "no_pregnancy" }
  // Tests, plans, sessions
  | { readonly code: "test_unknown"; readonly test: string }
  | { readonly code: "test_side_wrong"; readonly test: string; readonly side: Side }
  | { readonly code: "test_twice"; readonly test: string; readonly side: Side }
  | { readonly code: "results_missing" }
  | { readonly code: "echo_too_early"; readonly from: Day }
  | { readonly code: "protocol_of_other_kind"; readonly kind: ProtocolKind }
  | { readonly code: "level_out_of_range"; readonly level: number; readonly levels: number }
  | { readonly code: "level_not_earned"; readonly because: ProgressReason }
  | { readonly code: "level_beyond_limit"; readonly minutes: number; readonly limit: number }
  | { readonly code: "run_days_add_to_walking"; readonly weekdays: readonly number[] }
  | { readonly code: "impact_days_without_rest" }
  | { readonly code: "no_rest_day" }
  | { readonly code: "plan_paused" }
  | { readonly code: "plan_ended" }
  | { readonly code: "plan_begun" }
  | { readonly code: "session_over" }
  | { readonly code: "plan_not_started"; readonly startsOn: Day }
  | { readonly code: "retest_needed"; readonly days: number }
  | { readonly code: "minutes_do_not_add_up"; readonly total: number; readonly parts: number }
  | { readonly code: "cues_missing" }
  // What she did, beside what was planned
  | { readonly code: "exercise_not_planned"; readonly exercise: string }
  | { readonly code: "swap_not_allowed"; readonly planned: string; readonly exercise: string }
  | { readonly code: "side_not_of_exercise"; readonly exercise: string; readonly side: Side }
  // Correcting a log
  | { readonly code: "log_changed_already" }
  | { readonly code: "log_of_other_session" }
  | { readonly code: "log_closed"; readonly until: Day }
  | { readonly code: "log_says_something_else" }
  // Her own traffic light of pain
  | { readonly code: "week_not_shown" }
  | { readonly code: "bands_looser"; readonly green: number; readonly amber: number }
  | { readonly code: "bands_out_of_order" };

export type Decision =
  | { readonly ok: true; readonly events: readonly JourneyEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a decision is taken from: her facts, what they mean today, and ids made outside (the domain has no chance in it). */
export type Deciding = {
  readonly record: ClientRecord;
  readonly journey: Journey;
  readonly today: Day;
  readonly newId: () => string;
  /** What shuts the gate on another day than today: a plan starts on its own day. */
  readonly gateOn: (day: Day, scope: "walk_run" | "technique") => readonly LockReason[];
};

/** Yes: these facts are to be recorded. None means that it was so already. */
export function accept(...events: readonly JourneyEvent[]): Decision {
  return { ok: true, events };
}

/** No, with the reason and its data. */
export function refuse(refusal: Refusal): Decision {
  return { ok: false, refusal };
}

/** A new fact. Who recorded it and when are stamped by whoever writes it. */
export function event<K extends FactKind>(
  fact: K,
  row: Omit<FactRows[K], "recordedAt" | "recordedBy">,
): JourneyEvent {
  // The pair is correlated by K; the union cannot express that without this assertion.
  return { fact, row } as unknown as JourneyEvent;
}
