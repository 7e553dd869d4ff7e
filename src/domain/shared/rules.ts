/**
 * Every number a rule of the care uses, once, with where it comes from. Code asks `ruleValue(id)`; no clinical
 * figure is a literal elsewhere. `strength` says how firm the ground is, so that people see it beside the rule:
 * guideline = published guideline; consensus = expert panel (Delphi); cohort = observed in runners;
 * expert_opinion = one author or clinic; method = the seven steps' own author; design = chosen by us, no source.
 * `editableBy`: who may set another value for one client or practice later. "nobody" is a floor.
 */
type RuleRow = {
  readonly id: string;
  readonly value: number;
  readonly unit:
    | "days"
    | "weeks"
    | "minutes"
    | "hours"
    | "nights"
    | "sessions"
    | "levels"
    | "percent"
    | "of_ten";
  readonly source: string;
  readonly strength: "guideline" | "consensus" | "cohort" | "expert_opinion" | "method" | "design";
  readonly editableBy: "nobody" | "physio" | "practice" | "coach";
};

const GOOM = "Goom, Donnelly, Brockwell 2019";
const DEERING = "Deering et al. 2024 (Delphi, programme)";
const CHRISTOPHER = "Christopher et al. 2024 (Delphi, readiness)";
const RUNSAFE = "Frandsen, Nielsen et al. 2025 (Garmin-RUNSAFE)";
const METHOD = "Seven steps, North Shore Running & Outdoor Fitness";
const MILITARY = "Trials 2023 (s13063-023-07502-x)";
const DELAWARE = "Delaware soreness rules, clinic practice";
const OWN = "Sevenstride";

function row<const Id extends string>(
  id: Id,
  value: number,
  unit: RuleRow["unit"],
  source: string,
  strength: RuleRow["strength"],
  editableBy: RuleRow["editableBy"],
): RuleRow & { readonly id: Id } {
  return { id, value, unit, source, strength, editableBy };
}

export const RULES = [
  // Time since birth
  row("min_days_since_birth", 84, "days", GOOM, "guideline", "physio"),
  row("hard_floor_days", 21, "days", CHRISTOPHER, "consensus", "nobody"),
  row("request_suggested_from_days", 28, "days", METHOD, "method", "practice"),
  row("impact_days_since_birth", 84, "days", GOOM, "expert_opinion", "physio"),
  row("births_apart_days", 140, "days", OWN, "design", "nobody"),
  // Sign-off
  row("clearance_longest_days", 366, "days", OWN, "design", "nobody"),
  row("assessment_oldest_days", 60, "days", OWN, "design", "nobody"),
  row("review_first_notice_days", 21, "days", OWN, "design", "practice"),
  row("review_last_notice_days", 7, "days", OWN, "design", "practice"),
  // Steps
  row("foundation_clean_sessions", 6, "sessions", OWN, "design", "practice"),
  row("walking_weeks_in_row", 2, "weeks", METHOD, "method", "practice"),
  row("symptom_free_walk_minutes", 30, "minutes", GOOM, "guideline", "physio"),
  row("running_weeks_in_row", 4, "weeks", OWN, "design", "practice"),
  // Progression
  row("clean_sessions_for_level_up", 2, "sessions", MILITARY, "cohort", "coach"),
  row("rest_days_between_impact", 1, "days", MILITARY, "cohort", "practice"),
  row("level_ups_in_window", 2, "levels", DELAWARE, "expert_opinion", "practice"),
  row("level_up_window_days", 7, "days", DELAWARE, "expert_opinion", "practice"),
  row("longest_run_window_days", 30, "days", RUNSAFE, "cohort", "nobody"),
  row("longest_run_floor_minutes", 2, "minutes", OWN, "design", "practice"),
  row("longest_run_warn_percent", 10, "percent", RUNSAFE, "cohort", "practice"),
  row("longest_run_strong_percent", 30, "percent", RUNSAFE, "cohort", "practice"),
  row("longest_run_note_percent", 100, "percent", RUNSAFE, "cohort", "nobody"),
  row("pelvic_rewind_levels", 1, "levels", DEERING, "consensus", "coach"),
  // Symptoms
  row("pain_green_max", 3, "of_ten", "Silbernagel 2007; Goom 2019", "guideline", "coach"),
  row("pain_amber_max", 5, "of_ten", "Silbernagel 2007; Goom 2019", "guideline", "coach"),
  row("lochia_expected_days", 56, "days", GOOM, "expert_opinion", "practice"),
  // Life
  row("short_sleep_hours", 6.8, "hours", "Christopher, Cook, Snodgrass 2021", "cohort", "practice"),
  row("bad_nights", 2, "nights", OWN, "design", "practice"),
  row("short_sleep_levels", 1, "levels", METHOD, "method", "practice"),
  row("check_in_counts_days", 7, "days", OWN, "design", "practice"),
  row("gap_one_level_days", 7, "days", OWN, "design", "practice"),
  row("gap_three_levels_days", 21, "days", OWN, "design", "practice"),
  row("gap_retest_days", 29, "days", OWN, "design", "practice"),
  row("gap_short_levels", 1, "levels", OWN, "design", "practice"),
  row("gap_long_levels", 3, "levels", OWN, "design", "practice"),
  row("strength_lapse_days", 14, "days", METHOD, "method", "practice"),
  row("technique_tune_up_days", 84, "days", METHOD, "method", "practice"),
  // Phones
  row("clock_tolerance_days", 1, "days", OWN, "design", "nobody"),
  // Attention
  row("silent_days", 7, "days", OWN, "design", "practice"),
  row("physio_wait_days", 7, "days", OWN, "design", "practice"),
  row("clearance_news_days", 14, "days", OWN, "design", "practice"),
  row("pelvic_repeat_days", 7, "days", OWN, "design", "practice"),
] as const;

export type RuleId = (typeof RULES)[number]["id"];
export type Rule = RuleRow & { readonly id: RuleId };

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((row) => [row.id, row]));

/** The rule with its value, unit and source. Total: an unknown id does not compile. */
export function rule(id: RuleId): Rule {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`no such rule: ${id}`);
  return found;
}

/** The rule's number, in the rule's unit. */
export function ruleValue(id: RuleId): number {
  return rule(id).value;
}
