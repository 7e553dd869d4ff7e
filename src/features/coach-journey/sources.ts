import type { Journey } from "@/domain/journey/journey.ts";
import type { ProgressReason, Reason, ReasonCode, RevisitTrigger } from "@/domain/journey/reasons.ts";
import { batteryOf } from "@/domain/readiness/batteries.ts";
import { type RuleId, rule } from "@/domain/shared/rules.ts";

/**
 * The rule behind a reason's figure, so that its source can stand beside it. Every code has a line: null for what
 * rests on no figure (a fact, a decision), so that a new reason cannot be forgotten.
 */
const RULE_OF: { readonly [C in ReasonCode]: RuleId | "battery" | "by_data" | null } = {
  // 1 the physio's word
  no_clearance: null,
  clearance_not_yet: null,
  clearance_awaits_mum: null,
  clearance_denied_by_mum: null,
  clearance_awaits_credential: null,
  clearance_withdrawn: null,
  clearance_seal_broken: null,
  clearance_past_review: null,
  clearance_starts_later: null,
  clearance_lacks_scope: null,
  clearance_before_birth: null,
  clearance_stands: null,
  // 2 time
  birth_unknown: null,
  too_early: "by_data",
  weeks_reached: "min_days_since_birth",
  // 3 tests
  battery_missing: "battery",
  test_missing: "battery",
  test_short: "battery",
  test_incomplete: "battery",
  test_symptom: "battery",
  test_before_clearance: "battery",
  battery: "battery",
  // 4 walking
  goal_missing: null,
  walking_weeks: "walking_weeks_in_row",
  walking_goal: "walking_weeks_in_row",
  walking_met: "walking_weeks_in_row",
  symptom_free_walk: "symptom_free_walk_minutes",
  long_walk: "symptom_free_walk_minutes",
  // 5 nothing open
  red_flag_open: null,
  pelvic_symptom_open: null,
  new_pregnancy: null,
  surgery: null,
  hold: "by_data",
  nothing_open: null,
  // 6 the day after
  echo_awaited: "echo_after_days",
  // steps
  intake: null,
  assessment: null,
  restoration_advised: null,
  opened_early: null,
  no_red_flag: null,
  no_pelvic_symptom: null,
  foundation_sessions: "foundation_clean_sessions",
  last_level: "clean_sessions_for_level_up",
  goal: null,
  technique_review: null,
  running_goal: "running_weeks_in_row",
  revisit_trigger: "by_data",
  revisit_done: null,
  step_open: null,
  step_active: null,
  step_done: null,
};

const RULE_OF_TRIGGER: { readonly [T in RevisitTrigger]: RuleId | null } = {
  pelvic_symptom: null,
  strength_lapse_niggle: "strength_lapse_days",
  short_sleep: "short_sleep_hours",
  gap: "gap_one_level_days",
  tune_up: "technique_tune_up_days",
  review_near: "review_first_notice_days",
  new_pregnancy: null,
  surgery: null,
};

const RULE_OF_PROGRESS: { readonly [C in ProgressReason["code"]]: RuleId | null } = {
  ready: "clean_sessions_for_level_up",
  clean_sessions: "clean_sessions_for_level_up",
  echo_missing: "echo_after_days",
  amber: "pain_amber_max",
  pain: "pain_green_max",
  pelvic_symptom: "pelvic_rewind_levels",
  run_locked: null,
  impact_too_early: "impact_days_since_birth",
  held: null,
  paused: null,
  limit: null,
  short_sleep: "short_sleep_hours",
  strength_debt: "strength_lapse_days",
  gap: "gap_one_level_days",
  retest_after_gap: "gap_retest_days",
  two_steps_this_week: "level_ups_in_window",
  top_level: null,
};

const FIRST_DAY = { twelve_weeks: "min_days_since_birth", physio: null, floor: "hard_floor_days" } as const;
const HELD_BY = new Map<string, RuleId>([
  ["pain", "pain_amber_max"],
  ["bleeding", "lochia_expected_days"],
]);

/** Where the figure in a reason comes from, or null when it rests on none. */
export function sourceOf(reason: Reason, batteries: Journey["batteries"]): string | null {
  const found = RULE_OF[reason.code];
  if (found === "battery") {
    const state = "battery" in reason ? batteries[reason.battery] : null;
    return state ? (batteryOf(state.battery, state.version)?.source ?? null) : null;
  }
  const id = found === "by_data" ? ruleOfData(reason) : found;
  return id ? rule(id).source : null;
}

/** Codes whose figure depends on what the reason says. */
function ruleOfData(reason: Reason): RuleId | null {
  switch (reason.code) {
    case "too_early":
      return FIRST_DAY[reason.by];
    case "hold":
      return HELD_BY.get(reason.reason) ?? null;
    case "revisit_trigger":
      return reason.trigger === "none" ? null : RULE_OF_TRIGGER[reason.trigger];
    default:
      return null;
  }
}

/** Where the figure behind an answer on the next level comes from, or null when it rests on none. */
export function sourceOfProgress({ code }: ProgressReason): string | null {
  const id = RULE_OF_PROGRESS[code];
  return id ? rule(id).source : null;
}

/** Where the figure behind a suggested way back comes from, or null when it rests on none. */
export function sourceOfTrigger(trigger: RevisitTrigger): string | null {
  const id = RULE_OF_TRIGGER[trigger];
  return id ? rule(id).source : null;
}
