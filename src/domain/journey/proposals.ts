import { unansweredSigns } from "../clearance/unanswered.ts";
import { shortSleep, strengthLapse } from "../plans/progression.ts";
import { addDays, daysBetween } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { Context } from "./context.ts";
import type { ClearanceState, OpenRequest, PlanState, Proposal } from "./journey.ts";
import { figureOf, wayOf } from "./practice-rules.ts";
import type { WayTrigger } from "./revisit-ways.ts";
import type { StepId } from "./steps.ts";

export type ProposalInputs = {
  readonly context: Context;
  readonly clearance: ClearanceState;
  readonly requests: readonly OpenRequest[];
  readonly plans: readonly PlanState[];
  readonly hasAssessment: boolean;
};

/**
 * The ways back that the rules suggest (product table of triggers and targets), the most serious first. Safety has
 * acted already, by a hold; these are what people decide: a letter to the physio, a step again, some levels back.
 */
export function proposalsOf(inputs: ProposalInputs): readonly Proposal[] {
  return PROPOSE.flatMap(([trigger, propose]) => {
    const { on, steps } = wayOf(inputs.context.record, trigger);
    return on ? (propose(inputs, steps) ?? []) : [];
  });
}

type Propose = (inputs: ProposalInputs, steps: readonly StepId[]) => Proposal | null;
const PROPOSE: readonly (readonly [WayTrigger, Propose])[] = [
  ["pelvic_symptom", pelvicProposal],
  ["surgery", surgeryProposal],
  ["review_near", reviewProposal],
  ["strength_lapse_niggle", strengthProposal],
  ["gap", gapProposal],
  ["short_sleep", sleepProposal],
  ["tune_up", tuneUpProposal],
];

function pelvicProposal(
  { context, requests, hasAssessment }: ProposalInputs,
  targets: readonly StepId[],
): Proposal | null {
  const { pelvic } = unansweredSigns(context.record);
  const told = pelvic.filter(({ check }) => context.since === null || check.day >= context.since);
  const last = told.at(-1);
  // Before her first assessment this is no way back but the way: the first request is on its way anyway.
  if (!last || !hasAssessment) return null;
  const isAsked = requests.some((request) => request.askedOn >= last.check.day);
  return {
    trigger: "pelvic_symptom",
    since: last.check.day,
    evidence: told.map(({ check }) => check.id),
    targets,
    rewindLevels: 0,
    request: isAsked ? null : { kind: "symptom", symptom: last.symptom, on: last.check.day },
  };
}

function surgeryProposal({ context, requests }: ProposalInputs, targets: readonly StepId[]): Proposal | null {
  const lifted = new Set(context.record.holdLift.map((lift) => lift.holdId));
  const hold = context.record.hold.findLast((row) => row.reason === "surgery" && !lifted.has(row.id));
  if (!hold || (context.since !== null && hold.placedOn < context.since)) return null;
  const isAsked = requests.some((request) => request.askedOn >= hold.placedOn);
  return {
    trigger: "surgery",
    since: hold.placedOn,
    evidence: [hold.id],
    targets,
    rewindLevels: 0,
    request: isAsked ? null : { kind: "recheck", symptom: null, on: hold.placedOn },
  };
}

function reviewProposal(
  { context, clearance, requests }: ProposalInputs,
  targets: readonly StepId[],
): Proposal | null {
  const isNear =
    clearance.status === "standing" && clearance.daysLeft <= ruleValue("review_first_notice_days");
  if (!isNear && clearance.status !== "past_review") return null;
  if (requests.length > 0) return null;
  const reviewBy = clearance.status === "standing" ? clearance.reviewBy : clearance.on;
  return {
    trigger: "review_near",
    since: isNear ? addDays(reviewBy, -ruleValue("review_first_notice_days")) : reviewBy,
    evidence: [clearance.clearanceId],
    targets,
    rewindLevels: 0,
    request: { kind: "recheck", symptom: null, on: context.day },
  };
}

/** Strength lapsed and a niggle. */
function strengthProposal({ context }: ProposalInputs, targets: readonly StepId[]): Proposal | null {
  const days = strengthLapse(context);
  if (days === null) return null;
  const from = addDays(context.day, -figureOf(context.record, "strength_lapse_days"));
  const niggle = context.checks.findLast(
    ({ check, verdict }) => check.day >= from && verdict.worstPain !== null && verdict.worstPain.level > 0,
  );
  if (!niggle || isVisited(context, "revisit_strength_lapse", from)) return null;
  return {
    trigger: "strength_lapse_niggle",
    since: niggle.check.day,
    evidence: [niggle.check.id],
    targets,
    rewindLevels: 0,
    request: null,
  };
}

function gapProposal({ plans, context }: ProposalInputs, targets: readonly StepId[]): Proposal | null {
  const run = plans.findLast((plan) => plan.kind === "walk_run");
  const because = run?.advice.because;
  if (!run?.lastDoneOn || (because?.code !== "gap" && because?.code !== "retest_after_gap")) return null;
  if (isVisited(context, "revisit_gap", addDays(run.lastDoneOn, 1))) return null;
  return {
    trigger: "gap",
    since: run.lastDoneOn,
    evidence: [run.planId],
    targets: because.code === "retest_after_gap" ? targets : [],
    rewindLevels: because.code === "gap" ? because.levels : 0,
    request: null,
  };
}

/** Logged short sleep first. A baby's age alone never proposes anything. */
function sleepProposal({ context, plans }: ProposalInputs, targets: readonly StepId[]): Proposal | null {
  const nights = shortSleep(context);
  const run = plans.findLast((plan) => plan.kind === "walk_run" && !plan.paused);
  if (!nights || !run || run.level === 0) return null;
  const isAnswered = context.record.planChange.some(
    (change) => change.planId === run.planId && change.because === "revisit_sleep" && change.on >= nights.day,
  );
  if (isAnswered) return null;
  return {
    trigger: "short_sleep",
    since: nights.day,
    evidence: [nights.id],
    targets,
    rewindLevels: figureOf(context.record, "short_sleep_levels"),
    request: null,
  };
}

function tuneUpProposal({ context }: ProposalInputs, targets: readonly StepId[]): Proposal | null {
  const review = context.record.techniqueReview.findLast(
    (row) => row.closed && (context.since === null || row.reviewedOn >= context.since),
  );
  if (
    !review ||
    daysBetween(review.reviewedOn, context.day) < figureOf(context.record, "technique_tune_up_days")
  )
    return null;
  if (isVisited(context, "revisit_tune_up", review.reviewedOn)) return null;
  return {
    trigger: "tune_up",
    since: addDays(review.reviewedOn, figureOf(context.record, "technique_tune_up_days")),
    evidence: [review.id],
    targets,
    rewindLevels: 0,
    request: null,
  };
}

function isVisited(
  context: Context,
  reason: Context["record"]["stepVisit"][number]["reason"],
  from: string,
): boolean {
  return context.record.stepVisit.some((visit) => visit.reason === reason && visit.openedOn >= from);
}
