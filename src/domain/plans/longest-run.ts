import type { SessionLog } from "../journey/facts.ts";
import type { RunJump } from "../journey/journey.ts";
import { addDays, type Day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";

/** Her longest run (minutes of running) in the 30 days before `day`, or null when she has not run. */
export function longestRun(logs: readonly SessionLog[], day: Day): number | null {
  const from = addDays(day, -ruleValue("longest_run_window_days"));
  let longest: number | null = null;
  for (const log of logs) {
    if (log.minutesRun <= 0 || log.doneOn < from || log.doneOn > day) continue;
    if (longest === null || log.minutesRun > longest) longest = log.minutesRun;
  }
  return longest;
}

/**
 * How far a planned run goes beyond her longest of the last 30 days. More than 10 % warns, 30 % warns strongly,
 * 100 % needs a written reason. Source: RUNSAFE 2025 (single session, not the week). At the first levels one
 * interval more is over 10 %, hence a floor of 2 minutes that is always fine.
 */
export function runJump(logs: readonly SessionLog[], day: Day, plannedMinutes: number): RunJump {
  return jumpOver(longestRun(logs, day), plannedMinutes);
}

/** The same for a longest run that is known (minutes; null when she has not run). */
export function jumpOver(longest: number | null, plannedMinutes: number): RunJump {
  if (longest === null || plannedMinutes <= longest + ruleValue("longest_run_floor_minutes")) {
    return { percent: 0, band: "fine" };
  }
  const percent = Math.round(((plannedMinutes - longest) / longest) * 100);
  if (percent > ruleValue("longest_run_note_percent")) return { percent, band: "needs_note" };
  if (percent > ruleValue("longest_run_strong_percent")) return { percent, band: "strong" };
  return { percent, band: percent > ruleValue("longest_run_warn_percent") ? "warn" : "fine" };
}
