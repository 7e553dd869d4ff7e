import { gateReasons } from "../clearance/gate.ts";
import { recordAssessment } from "../clearance/decide-assessment.ts";
import { confirmClearance, signClearance, withdrawClearance } from "../clearance/decide-clearance.ts";
import { markRequest, requestAssessment } from "../clearance/decide-request.ts";
import { repeatRefusal } from "../plans/correct-log.ts";
import { assignPlan, changePlan } from "../plans/decide-plan.ts";
import { undoAssign } from "../plans/decide-undo.ts";
import { logSession, reviewTechnique, startSession } from "../plans/decide-session.ts";
import { showWeeks } from "../plans/shown-weeks.ts";
import { recordBattery } from "../readiness/decide-battery.ts";
import type { Day } from "../shared/day.ts";
import { acknowledgeRedFlag, checkIn, checkSymptoms, setPainBands } from "../symptoms/decide-check.ts";
import type { Command, CommandOf, CommandType } from "./commands.ts";
import { withAutoSteps } from "./consequences.ts";
import { completeIntake, recordBirth, recordLifeEvent, setConsent, setGoal } from "./decide-client.ts";
import { liftHold, placeHold } from "./decide-hold.ts";
import { acceptRevisit, closeStep, openStep } from "./decide-step.ts";
import { accept, type Deciding, type Decision, type Refusal, refuse } from "./decision.ts";
import { deriveJourney } from "./derive.ts";
import type { ClientRecord, FactKind } from "./facts.ts";

/** One row a command: the facts that may carry its id, and who decides. A command without a row does not compile. */
const DECIDERS: {
  readonly [T in CommandType]: {
    readonly fact: FactKind | readonly FactKind[];
    readonly decide: (command: CommandOf<T>, deciding: Deciding) => Decision;
    /** What is wrong with a command whose id is recorded already; without it, sent again is always a yes. */
    readonly again?: (command: CommandOf<T>, record: ClientRecord) => Refusal | null;
  };
} = {
  completeIntake: { fact: "intake", decide: completeIntake },
  recordBirth: { fact: "birth", decide: recordBirth },
  setGoal: { fact: "goal", decide: setGoal },
  setConsent: { fact: "consent", decide: setConsent },
  recordLifeEvent: { fact: "lifeEvent", decide: recordLifeEvent },
  openStep: { fact: "stepVisit", decide: openStep },
  closeStep: { fact: "stepVisitClosing", decide: closeStep },
  acceptRevisit: { fact: ["stepVisit", "planChange"], decide: acceptRevisit },
  placeHold: { fact: "hold", decide: placeHold },
  liftHold: { fact: "holdLift", decide: liftHold },
  requestAssessment: { fact: "request", decide: requestAssessment },
  markRequest: { fact: "requestStep", decide: markRequest },
  recordAssessment: { fact: "assessment", decide: recordAssessment },
  signClearance: { fact: "clearance", decide: signClearance },
  confirmClearance: { fact: "clearanceConfirmation", decide: confirmClearance },
  withdrawClearance: { fact: "clearanceWithdrawal", decide: withdrawClearance },
  recordBattery: { fact: "batteryRun", decide: recordBattery },
  checkSymptoms: { fact: "symptomCheck", decide: checkSymptoms },
  acknowledgeRedFlag: { fact: "redFlagAcknowledgement", decide: acknowledgeRedFlag },
  checkIn: { fact: "checkIn", decide: checkIn },
  setPainBands: { fact: "painBands", decide: setPainBands },
  assignPlan: { fact: "plan", decide: assignPlan },
  changePlan: { fact: "planChange", decide: changePlan },
  undoAssign: { fact: "planChange", decide: undoAssign },
  showWeeks: { fact: "weeksShown", decide: showWeeks },
  startSession: { fact: "sessionStart", decide: startSession },
  logSession: { fact: "sessionLog", decide: logSession, again: repeatRefusal },
  reviewTechnique: { fact: "techniqueReview", decide: reviewTechnique },
};

/** What the domain cannot have of itself: the day in her zone, and ids. */
export type Given = { readonly today: Day; readonly newId: () => string };

/**
 * May this be recorded, and what follows from it? Asks only what the facts allow; who may ask is `access`'s.
 * A command sent twice (same id) is a yes without events. Refusals are values, never thrown.
 */
export function decide(record: ClientRecord, command: Command, given: Given): Decision {
  // The table ties every type to the decider of exactly that command; indexing by a union loses the tie.
  const { fact, decide: decideIt, again } = DECIDERS[command.type] as unknown as AnyDecider;
  const carriers = typeof fact === "string" ? [fact] : fact;
  const isRecorded = carriers.some((kind) => record[kind].some((row) => row.id === command.id));
  if (isRecorded) {
    const refusal = again?.(command, record) ?? null;
    return refusal ? refuse(refusal) : accept();
  }
  const deciding: Deciding = {
    record,
    journey: deriveJourney(record, given.today),
    gateOn: (day, scope) => gateReasons(record, day, scope),
    ...given,
  };
  return withAutoSteps(decideIt(command, deciding), deciding);
}

type AnyDecider = {
  readonly fact: FactKind | readonly FactKind[];
  readonly decide: (command: Command, deciding: Deciding) => Decision;
  readonly again?: (command: Command, record: ClientRecord) => Refusal | null;
};
