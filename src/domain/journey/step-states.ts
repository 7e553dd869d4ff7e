import { evaluateBattery } from "../readiness/evaluate.ts";
import type { Day } from "../shared/day.ts";
import {
  assessed,
  batteryPassed,
  criterion,
  foundationLaid,
  intakeDone,
  lockPoint,
  noPelvicSymptom,
  noRedFlag,
  type Parts,
  restorationAdvised,
  restorationWalkedThrough,
  runningGoal,
  techniqueReviewed,
  walkingGoal,
} from "./criteria.ts";
import type { BatteryState, Criterion, Proposal, RunningLock, StepState, Visit } from "./journey.ts";
import type { LockPoint, Reason } from "./reasons.ts";
import { chosenBattery } from "./practice-rules.ts";
import { STEPS, type StepId, type StepStatus } from "./steps.ts";
import { unwrittenVisit, visitsByStep } from "./visits.ts";

type Walked = {
  readonly parts: Parts;
  readonly visits: readonly Visit[];
  /** The first day, and for a step walked again the moment, from which evidence counts. */
  readonly since: Day | null;
  readonly after: string | null;
};
type StepRule = {
  readonly entry: (walked: Walked) => readonly Criterion[];
  readonly exit: (walked: Walked) => readonly Criterion[];
};

/** Entry and exit of steps 1 to 6, as product rules say them. Step 7 is about the others and is told below. */
const RULES_OF: { readonly [K in Exclude<StepId, "revisit">]: StepRule } = {
  assessment: {
    entry: ({ parts }) => [intakeDone(parts)],
    exit: ({ parts, after }) => [assessed(parts, after)],
  },
  restoration: {
    entry: (walked) => restorationEntry(walked),
    exit: ({ parts, since }) => [restorationWalkedThrough(parts, since), noPelvicSymptom(parts)],
  },
  walking: {
    entry: ({ parts }) => [intakeDone(parts), noRedFlag(parts)],
    exit: ({ parts }) => walkingGoal(parts),
  },
  strength: {
    entry: ({ parts }) => [restorationAdvised(parts), foundationLaid(parts)],
    exit: ({ parts, since }) => [batteryPassed(strengthSince(parts, since))],
  },
  technique: {
    entry: ({ parts }) => lockCriteria(parts, parts.techniqueLock, [1, 2, 5]),
    exit: ({ parts, since }) => [techniqueReviewed(parts, since)],
  },
  running: {
    entry: ({ parts }) => lockCriteria(parts, parts.lock, [1, 2, 3, 4, 5]),
    exit: ({ parts, since }) => [runningGoal(parts, since)],
  },
};

/** Strength passed in this visit. Whether a sign-off asks for later tests is the lock's question, not the step's. */
function strengthSince({ context }: Parts, since: Day | null): BatteryState {
  return evaluateBattery(chosenBattery(context.record, "strength"), context.record.batteryRun, {
    since,
    notBefore: null,
  });
}

function restorationEntry({ parts, visits }: Walked): readonly Criterion[] {
  const advised = restorationAdvised(parts);
  // While she waits for the physio the coach may open gentle work, with a reason. The physio's no overrules it.
  const early = visits.findLast((visit) => visit.why === "coach_opened_early" && visit.closedOn === null);
  if (advised.met === "unknown" && early?.openedOn) {
    const evidence = early.id ? [early.id] : [];
    return [intakeDone(parts), criterion(true, { code: "opened_early", on: early.openedOn }, evidence)];
  }
  return [intakeDone(parts), assessed(parts, null), advised];
}

/** Points of the lock that a step is entered by. The day after (point 6) is a matter of today, not of the step. */
type EntryPoint = Exclude<LockPoint, 6>;

function lockCriteria(parts: Parts, lock: RunningLock, points: readonly EntryPoint[]): readonly Criterion[] {
  const { clearance, weeksSinceBirth, batteries } = parts;
  return points.flatMap((point): readonly Criterion[] => {
    switch (point) {
      case 1:
        return lockPoint(
          lock,
          point,
          clearance.status === "standing"
            ? { code: "clearance_stands", signer: clearance.signer, until: clearance.reviewBy }
            : null,
        );
      case 2:
        return lockPoint(lock, point, { code: "weeks_reached", weeks: weeksSinceBirth ?? 0 });
      case 3:
        return [
          ...lockPoint(lock, point, null),
          ...(lock.reasons.some((reason) => reason.point === 3)
            ? []
            : [batteryPassed(batteries.load_impact), batteryPassed(batteries.strength)]),
        ];
      case 4:
        return lockPoint(lock, point, { code: "walking_met" });
      case 5:
        return lockPoint(lock, point, { code: "nothing_open" });
    }
  });
}

/** The seven steps with status, visits and criteria. */
export function stepStates(parts: Parts, proposals: readonly Proposal[]): readonly StepState[] {
  const visits = visitsByStep(parts.context.record);
  const states = STEPS.flatMap((step) =>
    step.id === "revisit" ? [] : [stepState(step, parts, visits.get(step.id) ?? [])],
  );
  return [...states, revisitState(parts, states, visits.get("revisit") ?? [], proposals)];
}

type WalkedStep = Exclude<(typeof STEPS)[number], { id: "revisit" }>;

function stepState(step: WalkedStep, parts: Parts, written: readonly Visit[]): StepState {
  const { id } = step;
  const { since: born } = parts.context;
  // A visit of the journey before the latest birth is history; one that was never written down ended by its closing.
  const current =
    written.findLast((visit) => born === null || (visit.openedOn ?? visit.closedOn ?? born) >= born) ?? null;
  // Going back to a step asks for its exit again, with what happened since.
  const isAgain = current !== null && current.cycle > 1;
  const walked: Walked = {
    parts,
    visits: written,
    since: isAgain ? current.openedOn : born,
    after: isAgain ? current.recordedAt : null,
  };
  const entry = RULES_OF[id].entry(walked);
  const exit = RULES_OF[id].exit(walked);
  const isEntered = entry.every((row) => row.met === "met");
  const isHeld = holdsStep(step, parts) && (isEntered || hasBegun(step, parts));
  const status = statusOf({ step, parts, current, isEntered, isHeld, exit });
  const visits =
    current || status === "locked"
      ? written
      : [...written, { ...unwrittenVisit(null), cycle: (written.at(-1)?.cycle ?? 0) + 1 }];
  return {
    id,
    status,
    cycle: visits.at(-1)?.cycle ?? 0,
    visits,
    entry,
    exit,
    reason: reasonOf(id, status, entry, parts),
  };
}

type StatusFacts = {
  readonly step: WalkedStep;
  readonly parts: Parts;
  readonly current: Visit | null;
  readonly isEntered: boolean;
  readonly isHeld: boolean;
  readonly exit: readonly Criterion[];
};

function statusOf({ step, parts, current, isEntered, isHeld, exit }: StatusFacts): StepStatus {
  if (isHeld) return "held";
  if (!isEntered) return "locked";
  const isClosed = current !== null && current.closedOn !== null;
  if (isClosed || exit.every((row) => row.met === "met")) return "done";
  return current !== null || hasBegun(step, parts) ? "active" : "open";
}

/** A plan of the step's kinds, a session of it, a review: she is in it. */
function hasBegun({ id, protocolKinds }: WalkedStep, parts: Parts): boolean {
  const kinds: readonly string[] = protocolKinds;
  if (id === "assessment") return parts.hasOpenRequest;
  if (id === "technique" && parts.hasTechniqueReview) return true;
  if (parts.plans.some((plan) => kinds.includes(plan.kind))) return true;
  return parts.context.logs.some((log) => kinds.includes(log.kind));
}

function holdsStep({ id, runs }: WalkedStep, parts: Parts): boolean {
  if (runs) {
    const lock = id === "running" ? parts.lock : parts.techniqueLock;
    // A sign-off that ran out holds what had begun, like a symptom does. The day after (6) is asked every time.
    return lock.reasons.some((reason) => reason.point !== 6);
  }
  if (id === "assessment") return false;
  return parts.holds.some((hold) => hold.covers === "everything");
}

function reasonOf(id: StepId, status: StepStatus, entry: readonly Criterion[], parts: Parts): Reason {
  switch (status) {
    case "open":
      return { code: "step_open", step: id };
    case "active":
      return { code: "step_active", step: id };
    case "done":
      return { code: "step_done", step: id };
    case "held":
    case "locked": {
      const missing = entry.find((row) => row.met !== "met");
      return missing?.reason ?? heldReason(parts) ?? { code: "step_open", step: id };
    }
  }
}

function heldReason({ holds }: Parts): Reason | null {
  const hold = holds.find((row) => row.covers === "everything");
  const holdId = hold?.ids[0];
  return hold && holdId !== undefined
    ? { point: 5, code: "hold", reason: hold.reason, on: hold.since, holdId }
    : null;
}

/** Step 7: open when something suggests a way back, active while a step is walked again, done when it is done again. */
function revisitState(
  parts: Parts,
  states: readonly StepState[],
  written: readonly Visit[],
  proposals: readonly Proposal[],
): StepState {
  const born = parts.context.since;
  const revisits = states.flatMap((state) =>
    state.visits
      .filter(
        (visit) => visit.why.startsWith("revisit_") && (born === null || (visit.openedOn ?? born) >= born),
      )
      .map((visit) => ({ visit, isLast: visit === state.visits.at(-1), state })),
  );
  const isOpen = revisits.filter(
    ({ visit, isLast, state }) => isLast && visit.closedOn === null && state.status !== "done",
  );
  const trigger = proposals[0]?.trigger ?? "none";
  const status: StepStatus =
    isOpen.length > 0 ? "active" : proposals.length > 0 ? "open" : revisits.length > 0 ? "done" : "locked";
  const evidence = proposals.flatMap((proposal) => proposal.evidence);
  const entry = [
    criterion(trigger !== "none" || revisits.length > 0, { code: "revisit_trigger", trigger }, evidence),
  ];
  const exit = [
    criterion(revisits.length > 0 && isOpen.length === 0, { code: "revisit_done", open: isOpen.length }),
  ];
  const own = revisits.map(({ visit }) => visit);
  const reason = reasonOf("revisit", status, entry, parts);
  return { id: "revisit", status, cycle: own.length, visits: [...written, ...own], entry, exit, reason };
}
