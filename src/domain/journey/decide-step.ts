import type { CommandOf } from "./commands.ts";
import { visitAgain } from "./consequences.ts";
import { accept, type Deciding, type Decision, event, refuse } from "./decision.ts";
import type { JourneyEvent, StepVisitReason } from "./facts.ts";
import type { Proposal, StepState } from "./journey.ts";
import type { RevisitTrigger } from "./reasons.ts";
import type { StepId } from "./steps.ts";

function stepOf(id: StepId, { journey }: Deciding): StepState {
  const found = journey.steps.find((step) => step.id === id);
  if (!found) throw new RangeError(`no such step: ${id}`);
  return found;
}

/** The visit that is open and written down, if any. */
function writtenVisit(state: StepState) {
  const last = state.visits.at(-1);
  return last && last.closedOn === null && last.id !== null ? { ...last, id: last.id } : null;
}

/**
 * The coach opens a step: gentle restoration while she waits for the physio, or a step again. Never a way to
 * running: a step that is locked for its criteria stays locked, and the assessment is opened by asking a physio.
 */
export function openStep(command: CommandOf<"openStep">, deciding: Deciding): Decision {
  const { step, id, reason } = command;
  const { today } = deciding;
  if (step === "assessment" || step === "revisit") return refuse({ code: "step_opens_by_itself", step });
  const state = stepOf(step, deciding);
  if (writtenVisit(state) && state.status !== "done") return accept();
  if (state.status === "held") return heldRefusal(state);
  if (state.status === "locked") {
    if (step !== "restoration" || !mayOpenEarly(state, deciding)) {
      const reasons = state.entry.filter((row) => row.met !== "met").map((row) => row.reason);
      return refuse({ code: "step_locked", step, reasons });
    }
    return accept(
      event("stepVisit", {
        id,
        step,
        cycle: state.cycle + 1,
        openedOn: today,
        reason: "coach_opened_early",
        note: reason,
      }),
    );
  }
  // A first visit that is under way by itself is written down; one that is done is begun again.
  const cycle = state.status === "done" ? state.cycle + 1 : Math.max(1, state.cycle);
  return accept(
    event("stepVisit", { id, step, cycle, openedOn: today, reason: "coach_decision", note: reason }),
  );
}

/** Breathing and pelvic floor work may begin before the physio has seen her, never against the physio or a hold. */
function mayOpenEarly(state: StepState, { journey }: Deciding): boolean {
  const isWaiting = state.entry.some((row) => row.reason.code === "assessment" && row.met !== "met");
  const hasIntake = state.entry.some((row) => row.reason.code === "intake" && row.met === "met");
  const isHeld = journey.holds.some((hold) => hold.covers === "everything");
  return isWaiting && hasIntake && !isHeld;
}

function heldRefusal(state: StepState): Decision {
  return refuse({ code: "step_locked", step: state.id, reasons: [state.reason] });
}

/**
 * The coach closes a visit. Closing says "we are done here"; it fulfils no criterion of the lock: running asks the
 * facts. Restoration is not closed over an open pelvic symptom, and only a physio's assessment closes step 1.
 */
export function closeStep(command: CommandOf<"closeStep">, deciding: Deciding): Decision {
  const { step, id, note } = command;
  const { today, newId } = deciding;
  if (step === "assessment" || step === "revisit") return refuse({ code: "step_opens_by_itself", step });
  const state = stepOf(step, deciding);
  const last = state.visits.at(-1);
  if (last && last.closedOn !== null) return accept();
  if (state.status === "locked" || !last) return refuse({ code: "step_not_open", step });
  if (
    step === "restoration" &&
    state.exit.some((row) => row.reason.code === "no_pelvic_symptom" && row.met !== "met")
  ) {
    return refuse({ code: "pelvic_symptom_open" });
  }
  const isMet = state.exit.every((row) => row.met === "met");
  if (!isMet && note === null) return refuse({ code: "reason_missing" });
  const events: JourneyEvent[] = [];
  let visitId = last.id;
  if (visitId === null) {
    visitId = newId();
    const openedOn = last.openedOn ?? today;
    events.push(
      event("stepVisit", {
        id: visitId,
        step,
        cycle: last.cycle,
        openedOn,
        reason: "criteria_met",
        note: null,
      }),
    );
  }
  const how = isMet ? "criteria_met" : "coach_decision";
  return accept(...events, event("stepVisitClosing", { id, visitId, closedOn: today, how, note }));
}

const VISIT_REASON: { readonly [K in RevisitTrigger]: StepVisitReason } = {
  pelvic_symptom: "revisit_symptom",
  strength_lapse_niggle: "revisit_strength_lapse",
  short_sleep: "revisit_sleep",
  gap: "revisit_gap",
  tune_up: "revisit_tune_up",
  review_near: "coach_decision",
  new_pregnancy: "coach_decision",
  surgery: "coach_decision",
};

/** Takes the way back that the rules propose: opens its steps again and goes back the levels. The letter is its own command. */
export function acceptRevisit(command: CommandOf<"acceptRevisit">, deciding: Deciding): Decision {
  const { journey, newId } = deciding;
  const proposal = journey.proposals.find((row) => row.trigger === command.trigger);
  if (!proposal) return refuse({ code: "unknown", subject: "proposal" });
  const again = stepsAgain(proposal, deciding);
  // The first fact carries the command's own id, so that sending it twice is found.
  const idOf = (index: number) => (index === 0 ? command.id : newId());
  const reason = VISIT_REASON[command.trigger];
  const visits = again.map((step, index) =>
    visitAgain(step, reason, deciding.today, command.note, { ...deciding, newId: () => idOf(index) }),
  );
  const run = journey.plans.find((plan) => plan.kind === "walk_run");
  if (!run || proposal.rewindLevels === 0) return accept(...visits);
  const level = Math.max(0, run.level - proposal.rewindLevels);
  const change = { planId: run.planId, change: "level", level, mode: null, on: deciding.today } as const;
  return accept(
    ...visits,
    event("planChange", { id: idOf(visits.length), ...change, because: reason, note: command.note }),
  );
}

/** A step that is locked or already walked again is not opened a second time; the assessment opens by its request. */
function stepsAgain(proposal: Proposal, deciding: Deciding): readonly StepId[] {
  return proposal.targets.filter((step) => {
    if (step === "assessment") return false;
    const state = stepOf(step, deciding);
    return state.status !== "locked" && (!writtenVisit(state) || state.status === "done");
  });
}
