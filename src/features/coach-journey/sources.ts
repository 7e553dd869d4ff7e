import type { ReasonCode } from "@/domain/journey/reasons.ts";
import { type RuleId, rule } from "@/domain/shared/rules.ts";

/** The rule behind a reason's figure, so that its source can stand beside it. */
const RULE_OF: Partial<Record<ReasonCode, RuleId>> = {
  too_early: "min_days_since_birth",
  weeks_reached: "min_days_since_birth",
  walking_weeks: "walking_weeks_in_row",
  walking_goal: "walking_weeks_in_row",
  symptom_free_walk: "symptom_free_walk_minutes",
  long_walk: "symptom_free_walk_minutes",
  foundation_sessions: "foundation_clean_sessions",
  last_level: "clean_sessions_for_level_up",
  running_goal: "running_weeks_in_row",
};

/** Where the figure in a reason comes from, or null when it has none. */
export function sourceOf(code: ReasonCode): string | null {
  const id = RULE_OF[code];
  return id ? rule(id).source : null;
}
