import type { CommandOf } from "../journey/commands.ts";
import { checkEvents } from "../journey/consequences.ts";
import { firstOf, fromPhone, sinceBirth } from "../journey/day-checks.ts";
import { accept, type Deciding, type Decision, event, type Refusal, refuse } from "../journey/decision.ts";
import type { JourneyEvent } from "../journey/facts.ts";
import type { PlanState } from "../journey/journey.ts";
import { STEPS } from "../journey/steps.ts";
import { dueToday } from "../journey/calendar.ts";
import { correctionRefusal } from "./correct-log.ts";
import { impactRefusal, limitRefusal } from "./decide-plan.ts";
import { performanceOf, withPainTold } from "../journey/performance.ts";
import { reviewLock } from "./review-lock.ts";
import { isShown } from "./shown-weeks.ts";

/**
 * She presses start. Running asks the whole lock again, today: a plan assigned last month proves nothing. After a gap,
 * or under a new limit, the session begins some levels back, at once. The limits she is shown are kept with the start.
 */
export function startSession(command: CommandOf<"startSession">, deciding: Deciding): Decision {
  const { id, sessionId, planId } = command;
  const { record, journey, today } = deciding;
  const plan = journey.plans.find((row) => row.planId === planId);
  if (!plan) {
    const isKnown = record.plan.some((row) => row.id === planId);
    return refuse(isKnown ? { code: "plan_ended" } : { code: "unknown", subject: "plan" });
  }
  const wrong = readyRefusal(plan, deciding) ?? gapRefusal(plan) ?? jumpRefusal(command, plan);
  if (wrong) return refuse(wrong);
  // Begun already: nothing new to record, but asked like any start. A session that was moved may be begun twice.
  if (record.sessionStart.some((row) => row.sessionId === sessionId && row.startedOn === today))
    return accept();
  const back = rewind(plan, deciding);
  // Her coach may have made this one easier, never harder.
  const level = Math.min(back?.level ?? plan.level, dueToday(record, journey, planId)?.level ?? plan.level);
  const outline = record.protocols.find((row) => row.versionId === plan.protocolVersionId);
  const beyond = outline
    ? (limitRefusal(outline, level, deciding) ?? impactRefusal(outline, level, deciding))
    : null;
  if (beyond) return refuse(beyond);
  const limits = plan.impact ? journey.limits : [];
  return accept(
    ...(back ? [back.event] : []),
    event("sessionStart", { id, sessionId, planId, kind: plan.kind, level, startedOn: today, limits }),
  );
}

function readyRefusal(plan: PlanState, { record, journey, today }: Deciding): Refusal | null {
  if (plan.paused) return { code: "plan_paused" };
  if (plan.startsOn > today) return { code: "plan_not_started", startsOn: plan.startsOn };
  if (!isShown(record, today)) return { code: "week_not_shown" };
  const hold = journey.holds.find(
    (row) => row.covers === "everything" || (plan.impact && row.covers === "impact"),
  );
  const lock =
    plan.kind === "walk_run" ? journey.lock : plan.kind === "technique" ? journey.techniqueLock : null;
  // For running the lock tells every reason at once, holds among them.
  if (lock) return lock.open ? null : { code: "run_locked", reasons: lock.reasons };
  if (hold) return { code: "on_hold", reason: hold.reason, wayOut: hold.wayOut };
  const id = STEPS.find((row) => (row.protocolKinds as readonly string[]).includes(plan.kind))?.id;
  const step = journey.steps.find((row) => row.id === id);
  return step?.status === "locked" ? { code: "step_locked", step: step.id, reasons: [step.reason] } : null;
}

function gapRefusal({ advice }: PlanState): Refusal | null {
  return advice.because.code === "retest_after_gap"
    ? { code: "retest_needed", days: advice.because.days }
    : null;
}

/** Far beyond her longest run of the last 30 days: a written reason is asked for, once, here. */
function jumpRefusal({ note }: CommandOf<"startSession">, plan: PlanState): Refusal | null {
  return plan.jump?.band === "needs_note" && note === null ? { code: "reason_missing" } : null;
}

/** What the rules take back, a start takes back: nobody has to press another button first. */
function rewind(plan: PlanState, { today, newId }: Deciding): { level: number; event: JourneyEvent } | null {
  if (plan.advice.kind !== "regress") return null;
  const { to: level, because } = plan.advice;
  const change = {
    planId: plan.planId,
    change: "level",
    level,
    mode: null,
    on: today,
    because: because.code,
    note: null,
  } as const;
  return { level, event: event("planChange", { id: newId(), ...change }) };
}

/**
 * What she did. Never refused for having been done: a log is a fact, and a run done while running was locked is one
 * we need to know of. It simply never counts as clean.
 */
export function logSession(command: CommandOf<"logSession">, deciding: Deciding): Decision {
  const { type: _, findings: told, ...log } = command;
  const wrong = firstOf(
    fromPhone("doneOn", log.doneOn, deciding),
    minutesRefusal(command),
    planRefusal(command, deciding),
    correctionRefusal(command, deciding),
  );
  if (wrong) return refuse(wrong);
  const before = deciding.record.sessionLog.find((row) => row.id === log.supersedesId);
  const findings = withPainTold(told, log.performance, performanceOf(before?.performance));
  const logged = event("sessionLog", log);
  if (findings === null) return accept(logged);
  const check = {
    id: deciding.newId(),
    moment: "after",
    day: log.doneOn,
    logId: log.id,
    sessionId: log.sessionId,
    findings,
    note: null,
  } as const;
  return accept(logged, ...checkEvents(check, withLog(deciding, logged)));
}

/** The check that comes with a log speaks of that log, which the record does not hold yet. */
function withLog(deciding: Deciding, logged: JourneyEvent): Deciding {
  if (logged.fact !== "sessionLog") return deciding;
  const stamp = { recordedAt: "", recordedBy: { kind: "client", id: null } } as const;
  const sessionLog = [...deciding.record.sessionLog, { ...logged.row, ...stamp }];
  return { ...deciding, record: { ...deciding.record, sessionLog } };
}

function minutesRefusal({
  minutesTotal: total,
  minutesRun,
  minutesWalk,
}: CommandOf<"logSession">): Refusal | null {
  const parts = minutesRun + minutesWalk;
  return parts > total ? { code: "minutes_do_not_add_up", total, parts } : null;
}

function planRefusal({ planId }: CommandOf<"logSession">, { record }: Deciding): Refusal | null {
  const isKnown = planId === null || record.plan.some((row) => row.id === planId);
  return isKnown ? null : { code: "unknown", subject: "plan" };
}

/** A look at her running. Looking at running is running, so the gate is asked; closing needs cues to take along. */
export function reviewTechnique(command: CommandOf<"reviewTechnique">, deciding: Deciding): Decision {
  const { type: _, ...review } = command;
  const wrong = sinceBirth("reviewedOn", review.reviewedOn, deciding);
  if (wrong) return refuse(wrong);
  const reasons = reviewLock(deciding.journey.techniqueLock);
  if (reasons.length > 0) return refuse({ code: "run_locked", reasons });
  if (review.closed && review.cues.length === 0) return refuse({ code: "cues_missing" });
  return accept(event("techniqueReview", review));
}
