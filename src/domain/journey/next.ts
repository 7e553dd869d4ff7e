import { isAllowed } from "../plans/allowed.ts";
import { shownCalendarOf } from "./calendar.ts";
import { levelLine } from "../plans/level-line.ts";
import { batteryToRetest } from "../plans/retest.ts";
import { addDays, type Day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { ClientRecord } from "./facts.ts";
import type { Journey } from "./journey.ts";
import type { BatteryKind, CoachNext, MumNext, PhysioNext } from "./reasons.ts";
import { type ProtocolKind, STEPS, type StepId } from "./steps.ts";

/** The journey before anyone is told what to do. */
export type Told = Omit<Journey, "next">;

/** Today's one thing for her. */
export function nextForMum(told: Told, hasIntake: boolean, record: ClientRecord): MumNext {
  const flag = told.redFlags.findLast((row) => row.acknowledgedAt === null) ?? null;
  if (flag) return { code: "red_flag", checkId: flag.checkId, sign: flag.sign };
  if (!hasIntake) return { code: "complete_intake" };
  const { clearance, echo, day } = told;
  if (clearance.status === "pending" && clearance.waitsForMum) {
    return { code: "confirm_clearance", clearanceId: clearance.clearanceId, signer: clearance.signer };
  }
  if (echo && echo.dueOn <= day) return { code: "answer_echo", logId: echo.logId, dueOn: echo.dueOn };
  const hold = told.holds.find((row) => row.covers === "everything");
  if (hold) return { code: "on_hold", reason: hold.reason, wayOut: hold.wayOut };
  const fresh = told.proposals.find((proposal) => proposal.request !== null && proposal.since === day);
  if (fresh) return { code: "coach_writes_to_physio", trigger: fresh.trigger };
  return mumsDay(told, record);
}

/** How far her one card looks ahead for the next session. */
const LOOK_AHEAD_DAYS = 14;

function mumsDay(told: Told, record: ClientRecord): MumNext {
  const [due] = shownCalendarOf(record, told, 1);
  const plan = due && told.plans.find((row) => row.planId === due.planId);
  if (due && plan) {
    const { planId, kind, level } = due;
    return { code: "do_session", planId, kind, level, minutes: levelLine(record, plan, level).minutesTotal };
  }
  const [next] = shownCalendarOf(record, told, LOOK_AHEAD_DAYS + 1);
  if (next) return { code: "rest_until", on: next.day };
  const request = told.requests[0];
  if (request) return { code: "see_physio", requestId: request.requestId, askedOn: request.askedOn };
  const letter = told.proposals.find((proposal) => proposal.request !== null);
  if (letter) return { code: "coach_writes_to_physio", trigger: letter.trigger };
  const hold = told.holds[0];
  if (hold) return { code: "on_hold", reason: hold.reason, wayOut: hold.wayOut };
  const paused = pausedPlan(told);
  return paused ? { code: "plan_paused", ...paused } : { code: "coach_plans" };
}

/** A pause has no end of its own: a plan that rests and could go on is somebody's to take up again. */
function pausedPlan(told: Told): { readonly planId: string; readonly kind: ProtocolKind } | null {
  const plan = told.plans.find((row) => row.paused && isAllowed(told, row));
  return plan ? { planId: plan.planId, kind: plan.kind } : null;
}

/** The most pressing thing for the coach, in order of risk. */
export function nextForCoach(told: Told, hasIntake: boolean): CoachNext {
  const flag = told.redFlags.findLast((row) => row.acknowledgedAt === null) ?? null;
  if (flag) return { code: "acknowledge_red_flag", checkId: flag.checkId, sign: flag.sign };
  if (!hasIntake) return { code: "wait_for_intake" };
  return coachOnPhysio(told) ?? coachOnHolds(told) ?? coachOnPlans(told) ?? coachWaits(told);
}

function coachOnPhysio(told: Told): CoachNext | null {
  const { clearance } = told;
  if (clearance.status === "denied") {
    return { code: "clearance_denied", clearanceId: clearance.clearanceId, signer: clearance.signer };
  }
  const letter = told.proposals.find((proposal) => proposal.request !== null);
  if (letter?.request) return { code: "send_request", kind: letter.request.kind, trigger: letter.trigger };
  const assessment = told.steps.find((step) => step.id === "assessment");
  const isTime = (told.daysSinceBirth ?? 0) >= ruleValue("request_suggested_from_days");
  if (assessment?.status === "open" && isTime)
    return { code: "send_request", kind: "assessment", trigger: "first" };
  if (clearance.status === "pending" && clearance.waitsForCredential) {
    const { physioId, registrationNumber } = clearance;
    return { code: "check_credential", physioId, registrationNumber };
  }
  return needsSignOff(told) ? { code: "send_request", kind: "recheck", trigger: "ready" } : null;
}

/**
 * Nobody waits for ever: when all that is missing for running is the physio's word (and time), when her "not yet" is
 * due for another look, or when she took her sign-off back, the coach asks again.
 */
function needsSignOff({ clearance, lock, requests, steps, holds, day }: Told): boolean {
  // Active without a request: one was declined, taken back or ran out, and somebody has to ask again.
  const isSeen = steps.some(
    (step) => step.id === "assessment" && (step.status === "done" || step.status === "active"),
  );
  if (!isSeen || requests.length > 0) return false;
  const isNear = (on: Day) => on <= addDays(day, ruleValue("review_last_notice_days"));
  const early = lock.reasons.find((reason) => reason.code === "too_early");
  const isTime = early?.code !== "too_early" || isNear(early.on);
  const onlyWord = lock.reasons.every((reason) => reason.point === 1 || reason.point === 2) && isTime;
  switch (clearance.status) {
    case "standing":
      // A red flag, or the physio's own no, after her sign-off: only her next word ends it, so she is asked for it.
      return holds.some((hold) => hold.wayOut === "physio_decides");
    case "pending":
    case "starts_later":
      return false;
    case "withdrawn":
      return true;
    case "not_yet":
      return isNear(clearance.reviewBy) || onlyWord;
    default:
      return onlyWord;
  }
}

function coachOnHolds(told: Told): CoachNext | null {
  const hold = told.holds.find((row) => row.wayOut === "coach_lifts" || row.wayOut === "seen_then_coach");
  const holdId = hold?.ids[0];
  return hold && holdId !== undefined ? { code: "look_at_hold", holdId, reason: hold.reason } : null;
}

function coachOnPlans(told: Told): CoachNext | null {
  const ready = told.plans.find((plan) => plan.advice.kind !== "hold" && plan.mode === "propose");
  if (ready) return { code: "decide_level", planId: ready.planId, kind: ready.kind, to: ready.advice.to };
  const status = new Map(told.steps.map((step) => [step.id, step.status]));
  const isOpen = (id: StepId) => status.get(id) === "open" || status.get(id) === "active";
  for (const step of STEPS) {
    const kind = step.protocolKinds[0];
    // Technique is looked at before it is drilled: a review, not a plan, is what that step waits for.
    if (!kind || kind === "technique" || !isOpen(step.id)) continue;
    if (!told.plans.some((plan) => plan.kind === kind)) return { code: "assign_plan", kind };
  }
  const battery = batteryDue(told);
  // Done once does not mean done for good: a sign-off, or a long break, may ask for the tests again.
  if (battery && (isOpen("strength") || status.get("strength") === "done"))
    return { code: "record_battery", battery };
  if (isOpen("technique")) return { code: "review_technique" };
  const proposal = told.proposals[0];
  return proposal ? { code: "consider_revisit", trigger: proposal.trigger } : null;
}

/** A battery that the lock, or a run plan after a long break, waits for. */
function batteryDue({ lock, plans, batteries }: Told): BatteryKind | null {
  for (const reason of lock.reasons) if (reason.point === 3) return reason.battery;
  const waiting = plans.find((plan) => plan.advice.because.code === "retest_after_gap");
  return waiting?.lastDoneOn ? batteryToRetest(batteries, waiting.lastDoneOn) : null;
}

function coachWaits(told: Told): CoachNext {
  const { clearance } = told;
  if (clearance.status === "pending" && clearance.waitsForMum) {
    return { code: "wait_for_mum", clearanceId: clearance.clearanceId };
  }
  const request = told.requests[0];
  if (request) {
    const { requestId, askedOn, waitingDays: days } = request;
    return { code: "wait_for_physio", requestId, askedOn, days };
  }
  const paused = pausedPlan(told);
  return paused ? { code: "resume_plan", ...paused } : { code: "nothing" };
}

/** What waits for a physio: a request, a decision not yet signed, a review that is near. */
export function nextForPhysio(told: Told, record: ClientRecord): PhysioNext {
  const request = told.requests[0];
  if (request) {
    return { code: "answer_request", requestId: request.requestId, kind: request.kind, dueOn: request.dueOn };
  }
  const assessment = record.assessment.at(-1);
  const isSigned = record.clearance.some((row) => row.assessmentId === assessment?.id);
  const isOfThisJourney = told.bornOn === null || (assessment?.assessedOn ?? told.bornOn) >= told.bornOn;
  if (assessment && !isSigned && isOfThisJourney)
    return { code: "sign_decision", assessmentId: assessment.id };
  const { clearance } = told;
  if (clearance.status === "standing" && clearance.daysLeft <= ruleValue("review_first_notice_days")) {
    const { clearanceId, reviewBy, daysLeft } = clearance;
    return { code: "review_due", clearanceId, reviewBy, daysLeft };
  }
  return { code: "nothing" };
}
