import type { Context } from "../journey/context.ts";
import type { Goal, SessionLog } from "../journey/facts.ts";
import type { Met, WalkingMeter, WeekMeter } from "../journey/journey.ts";
import { type Day, weekEnd, weekIndex, weekStart } from "../shared/day.ts";
import { isNewer } from "../shared/newest.ts";
import { ruleValue } from "../shared/rules.ts";

/** Her logs of a week, by day. `index` counts weeks (`weekIndex`). */
type Week = { readonly index: number; readonly sunday: Day; minutes: number; readonly logs: SessionLog[] };

/**
 * The walking habit against her running goal: as many days a week, and as many minutes, as she wants to run, for two
 * weeks in a row, and one symptom-free walk of 30 minutes. Walk/run sessions replace walks, so they count as days.
 * @param since first day that counts: her latest birth, or the visit that asks for the habit again.
 */
export function walkingMeter(context: Context, since: Day | null): WalkingMeter {
  const logs = context.logs.filter(
    (log) => (log.kind === "walking" || log.kind === "walk_run") && (since === null || log.doneOn >= since),
  );
  const weeks = byWeek(logs, (log) => log.minutesTotal);
  const isMet = (week: Week) => {
    const goal = goalOfWeek(context.record.goal, week.sunday);
    return (
      goal !== null &&
      daysOf(week.logs) >= goal.daysPerWeek &&
      week.minutes >= goal.daysPerWeek * goal.minutesPerRun
    );
  };
  const row = longestRow(weeks, isMet);
  const walk = longestSymptomFreeWalk(context, logs);
  const weeksNeeded = ruleValue("walking_weeks_in_row");
  const symptomFreeNeeded = ruleValue("symptom_free_walk_minutes");
  return {
    thisWeek: thisWeek(context, weeks),
    weeksInRow: row.length,
    weeksNeeded,
    longestSymptomFreeMinutes: walk.minutes,
    symptomFreeNeeded,
    met: metOf(context, row.length >= weeksNeeded && walk.minutes >= symptomFreeNeeded),
    evidence: [...row.logIds, ...(walk.logId ? [walk.logId] : [])],
  };
}

function metOf(context: Context, isMet: boolean): Met {
  if (!context.goal) return "unknown";
  return isMet ? "met" : "not_met";
}

/** Weeks in a row in which she ran as often and as long as her goal says. */
export function runningWeeks(
  context: Context,
  since: Day | null,
): { readonly weeks: number; readonly logIds: readonly string[] } {
  const logs = context.logs.filter(
    (log) => log.kind === "walk_run" && log.minutesRun > 0 && (since === null || log.doneOn >= since),
  );
  const weeks = byWeek(logs, (log) => log.minutesRun);
  const row = longestRow(weeks, (week) => {
    const goal = goalOfWeek(context.record.goal, week.sunday);
    if (!goal || week.logs.length < goal.daysPerWeek) return false;
    return daysOf(week.logs.filter((log) => log.minutesRun >= goal.minutesPerRun)) >= goal.daysPerWeek;
  });
  return { weeks: row.length, logIds: row.logIds };
}

/** Logs by their week, the weeks in their order. */
function byWeek(logs: readonly SessionLog[], minutesOf: (log: SessionLog) => number): readonly Week[] {
  const weeks: Week[] = [];
  let week: Week | undefined;
  // Logs come by day, so the week is looked up once and not for each of them.
  for (const log of logs) {
    if (!week || log.doneOn > week.sunday) {
      const index = weekIndex(log.doneOn);
      week = { index, sunday: weekEnd(index), minutes: 0, logs: [] };
      weeks.push(week);
    }
    week.minutes += minutesOf(log);
    week.logs.push(log);
  }
  return weeks;
}

/** On how many days they were done. Logs come by day. */
function daysOf(logs: readonly SessionLog[]): number {
  let days = 0;
  let last: Day | null = null;
  for (const { doneOn } of logs) {
    if (doneOn !== last) days += 1;
    last = doneOn;
  }
  return days;
}

/** The goal a week is measured against: the one in force at its end; before the first goal, the first. */
function goalOfWeek(goals: readonly Goal[], sunday: Day): Goal | null {
  let standing: Goal | null = null;
  let first: Goal | null = null;
  for (const goal of goals) {
    if (!first || goal.setOn < first.setOn) first = goal;
    if (goal.setOn > sunday) continue;
    if (
      !standing ||
      goal.setOn > standing.setOn ||
      (goal.setOn === standing.setOn && isNewer(goal, standing))
    ) {
      standing = goal;
    }
  }
  return standing ?? first;
}

/** The longest row of weeks one after the other that are met; the first of two as long. */
function longestRow(
  weeks: readonly Week[],
  isMet: (week: Week) => boolean,
): { readonly length: number; readonly logIds: readonly string[] } {
  let best: readonly [from: number, to: number] = [0, 0];
  let from = 0;
  for (const [at, week] of weeks.entries()) {
    if (!isMet(week)) from = at + 1;
    else if (week.index !== (weeks[at - 1]?.index ?? week.index) + 1) from = at;
    if (at + 1 - from > best[1] - best[0]) best = [from, at + 1];
  }
  const row = weeks.slice(...best);
  return { length: row.length, logIds: row.flatMap((week) => week.logs.map((log) => log.id)) };
}

/** Symptom-free is said, not assumed: a walk nobody was asked about does not count. */
function longestSymptomFreeWalk(
  context: Context,
  logs: readonly SessionLog[],
): { minutes: number; logId: string | null } {
  let best: { minutes: number; logId: string | null } = { minutes: 0, logId: null };
  for (const log of logs) {
    if (log.kind !== "walking" || log.minutesTotal <= best.minutes) continue;
    const checks = context.checksOfLog.get(log.id) ?? [];
    const wasAsked = checks.some(({ check }) => check.moment === "after");
    if (!wasAsked || checks.some(({ verdict }) => verdict.light !== "green")) continue;
    best = { minutes: log.minutesTotal, logId: log.id };
  }
  return best;
}

function thisWeek(context: Context, weeks: readonly Week[]): WeekMeter {
  const start = weekStart(context.day);
  const index = weekIndex(start);
  const week = weeks.findLast((one) => one.index === index);
  const goal = goalOfWeek(context.record.goal, weekEnd(index));
  const sessions = daysOf(week?.logs ?? []);
  const minutes = week?.minutes ?? 0;
  const goalMinutes = goal ? goal.daysPerWeek * goal.minutesPerRun : null;
  return {
    weekStart: start,
    sessions,
    minutes,
    goalSessions: goal?.daysPerWeek ?? null,
    goalMinutes,
    met: goal !== null && sessions >= goal.daysPerWeek && minutes >= (goalMinutes ?? 0),
  };
}
