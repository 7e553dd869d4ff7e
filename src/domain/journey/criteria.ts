import { runningWeeks } from "../plans/walking.ts";
import { type Day, laterOf } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { Context } from "./context.ts";
import type { Assessment, SessionLog } from "./facts.ts";
import type {
  BatteryState,
  ClearanceState,
  Criterion,
  OpenHold,
  PlanState,
  RunningLock,
  WalkingMeter,
} from "./journey.ts";
import type { BatteryKind, CriterionReason, LockPoint, Reason } from "./reasons.ts";

/** What criteria read: the parts of the journey derived before the steps. */
export type Parts = {
  readonly context: Context;
  readonly assessment: Assessment | null;
  readonly holds: readonly OpenHold[];
  readonly lock: RunningLock;
  readonly techniqueLock: RunningLock;
  readonly clearance: ClearanceState;
  readonly walking: WalkingMeter;
  readonly batteries: { readonly [K in BatteryKind]: BatteryState };
  readonly plans: readonly PlanState[];
  /** Restoration sessions of this journey that were done as planned and felt well. */
  readonly foundation: readonly SessionLog[];
  readonly weeksSinceBirth: number | null;
  readonly hasOpenRequest: boolean;
  readonly hasTechniqueReview: boolean;
};

export function criterion(isMet: boolean, reason: Reason, evidence: readonly string[] = []): Criterion {
  return { met: isMet ? "met" : "not_met", evidence, reason };
}

export function intakeDone({ context }: Parts): Criterion {
  return criterion(context.intake !== null, { code: "intake" }, context.intake ? [context.intake.id] : []);
}

/** Assessed in this journey, and after the visit that asks for it again was written down. */
export function assessed({ assessment }: Parts, after: string | null): Criterion {
  const counts = assessment !== null && (after === null || assessment.recordedAt > after) ? assessment : null;
  return criterion(
    counts !== null,
    { code: "assessment", on: counts?.assessedOn ?? null },
    counts ? [counts.id] : [],
  );
}

/** What the physio said of restoration work; unknown until she has seen her. */
export function restorationAdvised({ assessment }: Parts): Criterion {
  const reason: CriterionReason = { code: "restoration_advised" };
  if (!assessment) return { met: "unknown", evidence: [], reason };
  return criterion(assessment.restorationOk, reason, [assessment.id]);
}

export function noRedFlag({ holds }: Parts): Criterion {
  const found = holds.find((hold) => hold.covers === "everything");
  return criterion(!found, { code: "no_red_flag" }, found?.ids);
}

export function noPelvicSymptom({ lock, holds }: Parts): Criterion {
  const open = lock.reasons.find((reason) => reason.code === "pelvic_symptom_open");
  const ids = holds.filter((hold) => hold.reason === "pelvic_symptom").flatMap((hold) => hold.ids);
  return criterion(!open, { code: "no_pelvic_symptom" }, ids);
}

/** The foundation strength is built on: restoration sessions that went as planned and felt well. */
export function foundationLaid({ foundation }: Parts): Criterion {
  const needed = ruleValue("foundation_clean_sessions");
  const done = foundation.length;
  return criterion(done >= needed, { code: "foundation_sessions", done, needed }, idsOf(foundation));
}

/** The restoration protocol is walked through: its last level, often enough, well, since `since`. */
export function restorationWalkedThrough({ plans, foundation }: Parts, since: Day | null): Criterion {
  const plan = plans.findLast((row) => row.kind === "restoration");
  const needed = ruleValue("clean_sessions_for_level_up");
  if (!plan || plan.levels === 0) {
    return {
      met: "unknown",
      evidence: [],
      reason: { code: "last_level", level: 0, levels: 0, clean: 0, needed },
    };
  }
  const { level, levels } = plan;
  const isLast = level >= levels - 1;
  const there = foundation.filter(
    (log) => log.planId === plan.planId && log.level === level && (since === null || log.doneOn >= since),
  );
  const reason: CriterionReason = {
    code: "last_level",
    level: level + 1,
    levels,
    clean: there.length,
    needed,
  };
  return criterion(isLast && there.length >= needed, reason, idsOf(there));
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id);
}

export function walkingGoal({ walking }: { readonly walking: WalkingMeter }): readonly Criterion[] {
  const { goalSessions, goalMinutes } = walking.thisWeek;
  if (goalSessions === null || goalMinutes === null) {
    return [{ met: "unknown", evidence: [], reason: { code: "goal" } }];
  }
  const { weeksInRow: weeks, weeksNeeded, longestSymptomFreeMinutes: longest, symptomFreeNeeded } = walking;
  return [
    criterion(
      weeks >= weeksNeeded,
      { code: "walking_goal", weeks, needed: weeksNeeded, days: goalSessions, minutes: goalMinutes },
      walking.evidence,
    ),
    criterion(longest >= symptomFreeNeeded, { code: "long_walk", longest, needed: symptomFreeNeeded }),
  ];
}

export function batteryPassed(state: BatteryState): Criterion {
  const passed = state.outcomes.filter((outcome) => outcome.state === "passed").length;
  const runs = new Set(state.outcomes.flatMap((outcome) => outcome.runId ?? []));
  const reason: CriterionReason = {
    code: "battery",
    battery: state.kind,
    passed,
    total: state.outcomes.length,
  };
  return criterion(state.passed, reason, [...runs]);
}

export function techniqueReviewed({ context }: Parts, since: Day | null): Criterion {
  const review = context.record.techniqueReview.findLast(
    (row) => row.closed && row.cues.length > 0 && (since === null || row.reviewedOn >= since),
  );
  return criterion(
    review !== undefined,
    { code: "technique_review", on: review?.reviewedOn ?? null },
    review ? [review.id] : [],
  );
}

/**
 * Weeks that reach her goal, of this visit. Running ends with a new pregnancy, so what was run before one counts no
 * more, also when it ended early: otherwise nobody would ever be told to plan running again.
 */
export function runningGoal({ context }: Parts, since: Day | null): Criterion {
  const needed = ruleValue("running_weeks_in_row");
  const from = context.record.lifeEvent
    .filter((event) => event.kind === "new_pregnancy")
    .reduce<Day | null>((day, { startsOn }) => (day === null ? startsOn : laterOf(day, startsOn)), since);
  const { weeks, logIds } = runningWeeks(context, from);
  if (!context.goal) return { met: "unknown", evidence: [], reason: { code: "goal" } };
  const { daysPerWeek: days, minutesPerRun: minutes } = context.goal;
  return criterion(weeks >= needed, { code: "running_goal", weeks, needed, days, minutes }, logIds);
}

/** One criterion for a point of the lock: what stands in the way, or the sentence that it is fulfilled. */
export function lockPoint(
  lock: RunningLock,
  point: LockPoint,
  fulfilled: CriterionReason | null,
): readonly Criterion[] {
  const open = lock.reasons.filter((reason) => reason.point === point);
  if (open.length > 0) return open.map((reason) => criterion(false, reason));
  return fulfilled ? [criterion(true, fulfilled)] : [];
}
