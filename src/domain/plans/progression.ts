import type { Context } from "../journey/context.ts";
import type { LifeEventKind, SessionLog } from "../journey/facts.ts";
import type {
  Advice,
  ClearanceState,
  Journey,
  OpenHold,
  PlanState,
  RunningLock,
} from "../journey/journey.ts";
import { figureOf } from "../journey/practice-rules.ts";
import type { ProgressReason } from "../journey/reasons.ts";
import type { Verdict } from "../journey/verdict.ts";
import { levelsToGoal } from "../journey/ladders.ts";
import { addDays, type Day, daysBetween } from "../shared/day.ts";
import { isNewer, newest } from "../shared/newest.ts";
import { ruleValue } from "../shared/rules.ts";
import type { Condition } from "../shared/vocabulary.ts";
import { impactOpensOn } from "./impact.ts";
import { beyondLimit } from "./limits.ts";
import { runJump } from "./longest-run.ts";
import { isTestedSince } from "./retest.ts";
import type { PlanLine } from "./plan-line.ts";
import { levelOf, qualityOf, type Sessions } from "./sessions.ts";

/** What of the journey the answer on a level depends on. */
export type Around = {
  readonly context: Context;
  readonly sessions: Sessions;
  readonly lock: RunningLock;
  readonly holds: readonly OpenHold[];
  readonly limits: readonly Condition[];
  readonly clearance: ClearanceState;
  readonly batteries: Journey["batteries"];
};

/** Where a plan stands and whether it may go on: progress, hold or regress, with the reason. */
export function planState(line: PlanLine, around: Around): PlanState {
  const { plan, level } = line;
  const { context } = around;
  const outline = context.record.protocols.find((row) => row.versionId === plan.protocolVersionId);
  const levels = outline ? Math.max(levelsToGoal(outline, context.goal), level + 1) : 0;
  const here = outline?.levels[level];
  const logs = context.logs.filter((log) => log.planId === plan.id);
  const isRun = plan.kind === "walk_run" || plan.kind === "technique";
  const isImpact = isRun || here?.impact === true;
  const atLevel = logs.filter((log) => log.level === level && log.doneOn >= line.levelSince);
  const clean = cleanSessions(around, atLevel, isImpact);
  const advice = adviceOf(line, around, { logs, atLevel, clean, levels, isRun, isImpact });
  return {
    planId: plan.id,
    kind: plan.kind,
    protocolVersionId: plan.protocolVersionId,
    title: outline?.title ?? "",
    startsOn: plan.startsOn,
    weekdays: plan.weekdays,
    level,
    levels,
    levelTitle: here?.title ?? "",
    minutesTotal: here?.minutesTotal ?? 0,
    minutesRun: here?.minutesRun ?? 0,
    impact: isImpact,
    mode: line.mode,
    maxLevel: plan.maxLevel,
    paused: line.isPaused,
    cleanSessions: clean,
    cleanNeeded: ruleValue("clean_sessions_for_level_up"),
    echoOutstanding: isImpact ? around.sessions.echo : null,
    lastDoneOn: logs.at(-1)?.doneOn ?? null,
    jump: isRun && here ? runJump(context.logs, context.day, here.minutesRun) : null,
    advice,
    mayLevelUp: advice.kind === "progress",
  };
}

/** Clean sessions at the level, counting impact only when a rest day lies before it. */
function cleanSessions(around: Around, logs: readonly SessionLog[], isImpact: boolean): number {
  const apart = isImpact ? ruleValue("rest_days_between_impact") + 1 : 1;
  let count = 0;
  let last: Day | null = null;
  for (const log of logs) {
    if (qualityOf(around.context, around.sessions, log).kind !== "clean") continue;
    if (last !== null && daysBetween(last, log.doneOn) < apart) continue;
    count += 1;
    last = log.doneOn;
  }
  return count;
}

type Facts = {
  readonly logs: readonly SessionLog[];
  readonly atLevel: readonly SessionLog[];
  readonly clean: number;
  readonly levels: number;
  readonly isRun: boolean;
  readonly isImpact: boolean;
};

/** The first thing that stands in the way decides; safety comes first, wishes last. */
function adviceOf(line: PlanLine, around: Around, facts: Facts): Advice {
  const stay = (because: ProgressReason): Advice => ({ kind: "hold", to: line.level, because });
  if (line.isPaused) return stay({ code: "paused" });
  const felt = feltReason(line, around, facts);
  const blocked = blockedReason(around, facts);
  // While running is shut nobody starts; how far back it goes is told when it opens.
  if (facts.isRun && blocked) return felt ?? stay(blocked);
  const back = furthestBack(felt, gapAdvice(line, around, facts), limitAdvice(line, around));
  if (back) return back;
  if (felt) return felt;
  if (blocked) return stay(blocked);
  const life = facts.isImpact ? lifeReason(around, facts) : null;
  if (life) return stay(life);
  return nextLevel(line, around, facts);
}

/** Several reasons to go back: the furthest counts. Tests asked for again, and a limit no level keeps, stop all of it. */
function furthestBack(felt: Advice | null, gap: Advice | null, limit: Advice | null): Advice | null {
  if (gap?.because.code === "retest_after_gap") return gap;
  if (limit?.kind === "hold") return limit;
  let furthest: Advice | null = null;
  for (const back of [felt, gap, limit]) {
    if (back?.kind === "regress" && (furthest === null || back.to < furthest.to)) furthest = back;
  }
  return furthest;
}

/** The present level goes beyond what a newer sign-off allows: back to the highest level that does not. */
function limitAdvice(line: PlanLine, around: Around): Advice | null {
  const beyond = beyondAt(line, around, line.level);
  if (!beyond) return null;
  for (let to = line.level - 1; to >= 0; to -= 1) {
    if (!beyondAt(line, around, to)) return { kind: "regress", to, because: { code: "limit", ...beyond } };
  }
  // No level is within it: nothing of this plan is done until the sign-off or the plan is another.
  return { kind: "hold", to: line.level, because: { code: "limit", ...beyond } };
}

function beyondAt({ plan }: PlanLine, { context, limits }: Around, at: number) {
  const level = levelOf(context, plan, at);
  return level ? beyondLimit(limits, { kind: plan.kind, ...level }) : null;
}

/** How the last session at this level felt. Pelvic symptoms and red pain go back a level, amber repeats. */
function feltReason(line: PlanLine, around: Around, facts: Facts): Advice | null {
  const last = facts.atLevel.at(-1);
  if (!last) return null;
  const quality = qualityOf(around.context, around.sessions, last);
  if (quality.kind !== "not_clean" || !quality.verdict) return null;
  const because = verdictReason(quality.verdict, last.doneOn);
  const isBack = quality.verdict.light === "red" && line.level > 0;
  const to = isBack ? Math.max(0, line.level - ruleValue("pelvic_rewind_levels")) : line.level;
  return { kind: isBack ? "regress" : "hold", to, because };
}

function verdictReason(verdict: Verdict, on: Day): ProgressReason {
  const symptom = verdict.pelvic[0];
  if (symptom) return { code: "pelvic_symptom", symptom, on };
  if (verdict.worstPain && verdict.worstPain.light !== "green") {
    return { code: "pain", level: verdict.worstPain.level, on };
  }
  return { code: "amber", on };
}

/** The lock, holds and the unanswered day after. */
function blockedReason(around: Around, facts: Facts): ProgressReason | null {
  const { echo } = around.sessions;
  if (facts.isImpact && echo) return { code: "echo_missing", logId: echo.logId, dueOn: echo.dueOn };
  const held = around.holds.find(
    (hold) =>
      hold.covers === "everything" ||
      (facts.isImpact && hold.covers === "impact") ||
      (facts.isRun && hold.covers === "running"),
  );
  if (held) return { code: "held", reason: held.reason };
  return facts.isRun && !around.lock.open ? { code: "run_locked" } : null;
}

/** A break from running: one level back after a week, three after three, and after four the tests again first. */
function gapAdvice(line: PlanLine, around: Around, facts: Facts): Advice | null {
  const last = facts.logs.at(-1);
  if (!facts.isRun || !last) return null;
  const days = daysBetween(last.doneOn, around.context.day);
  const hasAnswered = line.levelSince > last.doneOn;
  if (hasAnswered || days < figureOf(around.context.record, "gap_one_level_days")) return null;
  if (
    days >= figureOf(around.context.record, "gap_retest_days") &&
    !isTestedSince(around.batteries, last.doneOn)
  ) {
    return { kind: "hold", to: line.level, because: { code: "retest_after_gap", days } };
  }
  // Tested again after four weeks: she begins where three weeks would have left her.
  const isLong = days >= figureOf(around.context.record, "gap_three_levels_days");
  const levels = figureOf(around.context.record, isLong ? "gap_long_levels" : "gap_short_levels");
  const to = Math.max(0, line.level - levels);
  if (to === line.level) return null;
  return { kind: "regress", to, because: { code: "gap", days, levels: line.level - to } };
}

/** Short nights and lapsed strength hold the next level; they never take one away by themselves. */
function lifeReason(around: Around, facts: Facts): ProgressReason | null {
  const { context } = around;
  const tired = shortSleep(context);
  if (tired) return { code: "short_sleep", hours: tired.sleepHours, badNights: tired.badNights };
  const lapsed = facts.isRun ? strengthLapse(context) : null;
  return lapsed === null ? null : { code: "strength_debt", days: lapsed };
}

export type ShortNights = {
  /** The check-in, or the life event, that tells of them. */
  readonly id: string;
  readonly day: Day;
  readonly sleepHours: number | null;
  readonly badNights: number | null;
};

const SLEEPLESS: ReadonlySet<LifeEventKind> = new Set(["short_sleep", "sleep_regression"]);

/**
 * Short nights that count today: her latest word on sleep of this week, when it tells of them. A number of a check-in
 * and "the baby sleeps badly" weigh the same; whichever she said last is how it is.
 */
export function shortSleep(context: Context): ShortNights | null {
  const { day, record } = context;
  const from = addDays(day, -ruleValue("check_in_counts_days"));
  const checkIn = newest(record.checkIn, (row) => row.day > from && row.day <= day);
  const told = newest(
    record.lifeEvent,
    (row) =>
      SLEEPLESS.has(row.kind) &&
      row.startsOn <= day &&
      (row.endsOn === null ? row.startsOn > from : row.endsOn >= day),
  );
  if (told && (!checkIn || isNewer(told, checkIn)))
    return { id: told.id, day: told.startsOn, sleepHours: null, badNights: null };
  if (!checkIn) return null;
  const { sleepHours, badNights } = checkIn;
  const isShort =
    (sleepHours !== null && sleepHours < figureOf(context.record, "short_sleep_hours")) ||
    (badNights !== null && badNights >= figureOf(context.record, "bad_nights"));
  return isShort ? checkIn : null;
}

/** Days since her last strength session when that is 14 or more and she ever did one, else null. */
export function strengthLapse(context: Context): number | null {
  let last: Day | null = null;
  for (const log of context.logs) if (log.kind === "strength") last = log.doneOn;
  if (last === null) return null;
  const days = daysBetween(last, context.day);
  return days >= figureOf(context.record, "strength_lapse_days") ? days : null;
}

function nextLevel(line: PlanLine, around: Around, facts: Facts): Advice {
  const to = line.level + 1;
  const stay = (because: ProgressReason): Advice => ({ kind: "hold", to: line.level, because });
  const needed = ruleValue("clean_sessions_for_level_up");
  if (to >= facts.levels) return stay({ code: "top_level" });
  if (facts.clean < needed) return stay({ code: "clean_sessions", done: facts.clean, needed });
  const limit = limitReason(line, around, to) ?? impactReason(line, around, to, facts);
  if (limit) return stay(limit);
  if (facts.isImpact && upsInWindow(line, around.context.day) >= ruleValue("level_ups_in_window")) {
    return stay({ code: "two_steps_this_week" });
  }
  return { kind: "progress", to, because: { code: "ready", clean: facts.clean, to } };
}

/** Hopping and bounding wait for their day, like running does. */
function impactReason(line: PlanLine, around: Around, to: number, facts: Facts): ProgressReason | null {
  if (facts.isRun || levelOf(around.context, line.plan, to)?.impact !== true) return null;
  const on = impactOpensOn(around.context, around.clearance);
  return on === null ? null : { code: "impact_too_early", on };
}

/** The physio's limit, when the next level would go beyond it. */
function limitReason(line: PlanLine, around: Around, to: number): ProgressReason | null {
  const beyond = beyondAt(line, around, to);
  return beyond && { code: "limit", ...beyond };
}

function upsInWindow(line: PlanLine, day: Day): number {
  const from = addDays(day, 1 - ruleValue("level_up_window_days"));
  let level = line.plan.level;
  let ups = 0;
  for (const change of line.levelChanges) {
    const next = change.level ?? level;
    if (next > level && change.on >= from) ups += 1;
    level = next;
  }
  return ups;
}
