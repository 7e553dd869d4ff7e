import { gateOf } from "../clearance/gate.ts";
import { clearanceState, newestClearance } from "../clearance/standing.ts";
import { openRequests } from "../clearance/requests.ts";
import { unansweredSigns } from "../clearance/unanswered.ts";
import { impactOpensOn } from "../plans/impact.ts";
import { type PlanLine, planLines } from "../plans/plan-line.ts";
import { planState } from "../plans/progression.ts";
import { shownUntil } from "../plans/shown-weeks.ts";
import { qualityOf, readSessions, type Sessions } from "../plans/sessions.ts";
import { walkingMeter } from "../plans/walking.ts";
import { evaluateBattery } from "../readiness/evaluate.ts";
import { type Day, daysBetween } from "../shared/day.ts";
import { newest, newestBy } from "../shared/newest.ts";
import { lowMoodOf } from "../symptoms/mood.ts";
import { tierOf } from "../symptoms/red-flags.ts";
import { type Context, contextOf } from "./context.ts";
import type { Parts } from "./criteria.ts";
import type { ClientRecord } from "./facts.ts";
import { openHolds } from "./holds.ts";
import type { Journey, OpenRedFlag, WalkingMeter } from "./journey.ts";
import { type LockInputs, runningLock, techniqueLock } from "./lock.ts";
import { nextForCoach, nextForMum, nextForPhysio, type Told } from "./next.ts";
import { chosenBattery } from "./practice-rules.ts";
import { proposalsOf } from "./proposals.ts";
import { stepStates } from "./step-states.ts";

const DAYS_IN_WEEK = 7;

/**
 * Her journey on a day, from the facts recorded about her and nothing else: pure, total, linear in her facts. The
 * one answer behind the guard on the server, the disabled button, the map, the queue and the letter.
 * @param today the calendar date in her own zone.
 */
export function deriveJourney(record: ClientRecord, today: Day): Journey {
  const known = DERIVED.get(record);
  if (known?.day === today) return known;
  const journey = derived(record, today);
  DERIVED.set(record, journey);
  return journey;
}

/**
 * The last answer for a record, as long as somebody holds the record (docs/decisions/0001-facts-are-the-record.md). A
 * record is never changed, facts are added by making a new one, so this is never stale.
 */
const DERIVED = new WeakMap<ClientRecord, Journey>();

function derived(record: ClientRecord, today: Day): Journey {
  const context = contextOf(record, today);
  const sessions = readSessions(context);
  const clearance = clearanceState(record, today);
  const limits = clearance.status === "standing" ? clearance.conditions : [];
  const holds = openHolds(record);
  const requests = openRequests(record, today);
  const inputs = lockInputs(context, sessions, holds);
  const lock = runningLock(today, inputs);
  const { batteries, walking, echo } = inputs;
  const around = { context, sessions, lock, holds, limits, clearance, batteries: inputs.batteries };
  const plans = currentLines(record, context).map((line) => planState(line, around));
  const assessment = newest(
    record.assessment,
    (row) => context.since === null || row.assessedOn >= context.since,
  );
  const daysSinceBirth = context.since === null ? null : daysBetween(context.since, today);
  const weeksSinceBirth = daysSinceBirth === null ? null : Math.floor(daysSinceBirth / DAYS_IN_WEEK);
  const proposals = proposalsOf({ context, clearance, requests, plans, hasAssessment: assessment !== null });
  const parts: Parts = {
    context,
    assessment,
    holds,
    lock,
    techniqueLock: techniqueLock(today, inputs),
    clearance,
    walking,
    batteries,
    plans,
    foundation: cleanRestoration(context, sessions),
    weeksSinceBirth,
    hasOpenRequest: requests.length > 0,
    hasTechniqueReview: record.techniqueReview.some((row) => isOfThisJourney(context, row.reviewedOn)),
  };
  const lowMood = lowMoodOf(record.checkIn, today);
  const told: Told = {
    clientId: record.client.id,
    day: today,
    bornOn: context.since,
    daysSinceBirth,
    weeksSinceBirth,
    goal: context.goal && {
      daysPerWeek: context.goal.daysPerWeek,
      minutesPerRun: context.goal.minutesPerRun,
    },
    steps: stepStates(parts, proposals),
    lock,
    techniqueLock: parts.techniqueLock,
    clearance,
    limits,
    impactOpensOn: impactOpensOn(context, clearance),
    holds,
    redFlags: openRedFlags(record),
    lowMood: lowMood && { checkInId: lowMood.id, on: lowMood.day },
    requests,
    walking,
    batteries,
    plans,
    shownUntil: shownUntil(record),
    echo,
    proposals,
    lastActiveOn: lastActiveOn(context),
  };
  const hasIntake = context.intake !== null;
  return {
    ...told,
    next: {
      mum: nextForMum(told, hasIntake, record),
      coach: nextForCoach(told, hasIntake),
      physio: nextForPhysio(told, record),
    },
  };
}

function isOfThisJourney(context: Context, day: Day): boolean {
  return context.since === null || day >= context.since;
}

function lockInputs(context: Context, sessions: Sessions, holds: LockInputs["holds"]): LockInputs {
  const { record, since } = context;
  const clearance = newestClearance(record);
  // Tests stand beside the assessment the sign-off rests on: of its day or later, unless the physio says otherwise.
  const isAsked = clearance !== null && clearance.decision !== "not_yet" && !clearance.earlierTestsCount;
  const testsNotBefore = isAsked ? clearance.assessedOn : null;
  const window = { since, notBefore: testsNotBefore };
  return {
    gate: gateOf(record),
    holds,
    testsNotBefore,
    batteries: {
      load_impact: evaluateBattery(chosenBattery(record, "load_impact"), record.batteryRun, window),
      strength: evaluateBattery(chosenBattery(record, "strength"), record.batteryRun, window),
    },
    walking: presentWalking(context),
    echo: sessions.echo,
  };
}

/** The meter of the present visit to walking: going back to the habit asks for it again. */
function presentWalking(context: Context): WalkingMeter {
  let since = context.since;
  for (const visit of context.record.stepVisit) {
    if (visit.step !== "walking" || visit.cycle === 1) continue;
    if (since === null || visit.openedOn > since) since = visit.openedOn;
  }
  return walkingMeter(context, since);
}

/** Plans of this journey that have not ended; the newest of a kind stands for the kind. */
function currentLines(record: ClientRecord, context: Context): readonly PlanLine[] {
  const going = planLines(record).filter(
    (line) => !line.isEnded && isOfThisJourney(context, line.plan.startsOn),
  );
  const latest = newestBy(
    going.map((line) => line.plan),
    (plan) => plan.kind,
  );
  return going.filter((line) => latest.get(line.plan.kind)?.id === line.plan.id);
}

function cleanRestoration(context: Context, sessions: Sessions): Context["logs"] {
  return context.logs.filter(
    (log) => log.kind === "restoration" && qualityOf(context, sessions, log).kind === "clean",
  );
}

function openRedFlags(record: ClientRecord): readonly OpenRedFlag[] {
  const seen = newestBy(record.redFlagAcknowledgement, (row) => row.checkId);
  return unansweredSigns(record).redFlags.flatMap(({ check, signs }) =>
    signs.map((sign) => ({
      checkId: check.id,
      sign,
      tier: tierOf(sign),
      on: check.day,
      acknowledgedAt: seen.get(check.id)?.recordedAt ?? null,
    })),
  );
}

/** The last day she logged or answered anything. */
function lastActiveOn(context: Context): Day | null {
  let last = context.logs.at(-1)?.doneOn ?? null;
  for (const { check } of context.checks) if (last === null || check.day > last) last = check.day;
  for (const { day } of context.record.checkIn) if (last === null || day > last) last = day;
  return last;
}
