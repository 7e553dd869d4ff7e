import type { Context } from "../journey/context.ts";
import type { Goal, SessionLog } from "../journey/facts.ts";
import type { Met, WalkingMeter, WeekMeter } from "../journey/journey.ts";
import { type Day, weekEnd, weekIndex, weekStart } from "../shared/day.ts";
import { isNewer } from "../shared/newest.ts";
import { ruleValue } from "../shared/rules.ts";

type Week = { readonly sunday: Day; readonly days: Set<Day>; minutes: number; readonly logs: SessionLog[] };

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
      week.days.size >= goal.daysPerWeek &&
      week.minutes >= goal.daysPerWeek * goal.minutesPerRun
    );
  };
  const row = longestRow(weeks, isMet);
  const walk = longestSymptomFreeWalk(context, logs);
  const weeksNeeded = ruleValue("walking_weeks_in_row");
  const symptomFreeNeeded = ruleValue("symptom_free_walk_minutes");
  return {
    thisWeek: thisWeek(context, weeks.get(weekIndex(context.day))),
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
    if (!goal || week.days.size < goal.daysPerWeek) return false;
    const long = week.logs.filter((log) => log.minutesRun >= goal.minutesPerRun);
    return new Set(long.map((log) => log.doneOn)).size >= goal.daysPerWeek;
  });
  return { weeks: row.length, logIds: row.logIds };
}

/** Logs by the number of their week, the weeks in their order. */
function byWeek(
  logs: readonly SessionLog[],
  minutesOf: (log: SessionLog) => number,
): ReadonlyMap<number, Week> {
  const weeks = new Map<number, Week>();
  let week: Week | undefined;
  // Logs come by day, so the week is looked up once and not for each of them.
  for (const log of logs) {
    if (!week || log.doneOn > week.sunday) {
      const index = weekIndex(log.doneOn);
      week = { sunday: weekEnd(index), days: new Set<Day>(), minutes: 0, logs: [] };
      weeks.set(index, week);
    }
    week.days.add(log.doneOn);
    week.minutes += minutesOf(log);
    week.logs.push(log);
  }
  return weeks;
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

function longestRow(
  weeks: ReadonlyMap<number, Week>,
  isMet: (week: Week) => boolean,
): { readonly length: number; readonly logIds: readonly string[] } {
  let best = { start: 0, length: 0 };
  let row = { start: 0, length: 0 };
  for (const [index, week] of weeks) {
    const isNext = row.length > 0 && row.start + row.length === index;
    if (!isMet(week)) row = { start: 0, length: 0 };
    else row = isNext ? { start: row.start, length: row.length + 1 } : { start: index, length: 1 };
    if (row.length > best.length) best = row;
  }
  const logIds: string[] = [];
  for (let at = 0; at < best.length; at += 1)
    for (const log of weeks.get(best.start + at)?.logs ?? []) logIds.push(log.id);
  return { length: best.length, logIds };
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

function thisWeek(context: Context, week: Week | undefined): WeekMeter {
  const start = weekStart(context.day);
  const goal = goalOfWeek(context.record.goal, weekEnd(weekIndex(start)));
  const sessions = week?.days.size ?? 0;
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
