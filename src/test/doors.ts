// Every command there is and the procedure by which a person gives it, through the one door of the server. A command
// without a row does not compile; a person who has no procedure for it says so in her row.
import { randomUUID } from "node:crypto";
import { CONSENT_PURPOSES } from "../domain/journey/facts.ts";
import type { ClientRecord } from "../domain/journey/facts.ts";
import type { CommandOf, CommandType } from "../domain/journey/commands.ts";
import type { ProtocolKind } from "../domain/journey/steps.ts";
import { SIGNING_STATEMENT } from "../domain/clearance/signing.ts";
import type { Day } from "../domain/shared/day.ts";
import type { ActorKind } from "../domain/shared/vocabulary.ts";
import { AS_SHOWN, type Caller } from "./physio-road.ts";

/** The people around one mum, each signed in as herself. */
export type Hands = {
  readonly clientId: string;
  readonly today: Day;
  readonly record: ClientRecord;
  readonly coach: Caller;
  readonly mum: Caller;
  /** The physio of a request, by her link; a new link is sent when the last one is over. */
  readonly physio: (requestId: string) => Promise<Caller>;
  /** The practice's own version of a kind. */
  readonly versionOf: (kind: ProtocolKind) => string;
};

type Door<T extends CommandType> = (hands: Hands, command: CommandOf<T>) => Promise<unknown>;

/** She cannot ask for this: there is no procedure. */
export const NO_DOOR = "no door";
/** What a physio writes reaches us with her signature: both in one (`signs`). */
export const WITH_SIGNATURE = "with the signature";

type Doors = {
  readonly [T in CommandType]: {
    readonly [K in ActorKind]?: Door<T> | typeof NO_DOOR | typeof WITH_SIGNATURE;
  };
};

/** The fields of a command that a procedure takes as they are; the client's key becomes the fact's id. */
function keyed<T extends { readonly type: string; readonly id: string }>({ type: _, id, ...fields }: T) {
  return { key: id, ...fields };
}
const ofHer = <T extends { readonly type: string; readonly id: string }>(hands: Hands, command: T) => ({
  ...keyed(command),
  clientId: hands.clientId,
});

export const DOORS: Doors = {
  completeIntake: {
    client: ({ mum }, { id: key, birth, goal, findings: _f, type: _t, ...answers }) =>
      mum.clients.completeIntake({
        key,
        ...answers,
        births: birth ? [birth] : [],
        goal: goal ?? { daysPerWeek: 3, minutesPerRun: 30 },
        consents: CONSENT_PURPOSES.map((purpose) => ({ purpose, given: true })),
      }),
  },
  // A birth is told with a new questionnaire: the new journey begins with both.
  recordBirth: {
    client: ({ mum, record }, { id: key, type: _, ...birth }) => {
      const goal = record.goal.at(-1);
      return mum.clients.completeIntake({
        key,
        births: [birth],
        goal: { daysPerWeek: goal?.daysPerWeek ?? 3, minutesPerRun: goal?.minutesPerRun ?? 30 },
        ranBeforeKmPerWeek: 20,
        feeding: "not_said",
        pelvicHistory: false,
        words: null,
        consents: [{ purpose: "coach_care", given: true }],
      });
    },
  },
  setGoal: { client: ({ mum }, command) => mum.clients.setGoal(keyed(command)) },
  setConsent: {
    client: ({ mum }, { id: key, purpose, given }) =>
      mum.clients.giveConsents({ key, consents: [{ purpose, given }] }),
  },
  recordLifeEvent: {
    client: ({ mum }, command) => mum.clients.recordLifeEvent(keyed(command)),
    // A coach says one thing of a mum's life: no more words about her baby.
    coach: ({ coach, clientId }, { id: key }) => coach.clients.endBabyPrompts({ key, clientId }),
  },
  openStep: { coach: (hands, command) => hands.coach.journey.openStep(ofHer(hands, command)) },
  closeStep: { coach: (hands, command) => hands.coach.journey.closeStep(ofHer(hands, command)) },
  acceptRevisit: { coach: (hands, command) => hands.coach.journey.acceptRevisit(ofHer(hands, command)) },
  placeHold: {
    // The schema takes only a coach's own reasons; any other is refused at the field.
    coach: (hands, command) => hands.coach.journey.placeHold(ofHer(hands, command) as never),
    client: NO_DOOR,
    physio: NO_DOOR,
  },
  liftHold: {
    coach: ({ coach, clientId }, { id: key, holdId, reason }) =>
      coach.journey.liftHold({ key, clientId, holdId, reason }),
    client: ({ mum }, { id: key, holdId, reason }) => mum.journey.liftMine({ key, holdId, reason }),
    physio: async (hands, { id: key, holdId, reason, physioId }) => {
      const requestId = requestOf(hands.record, physioId);
      return (await hands.physio(requestId)).clearance.liftHold({ key, requestId, holdId, reason });
    },
  },
  requestAssessment: {
    coach: ({ coach, clientId }, { id: key, physioId, kind, reason, dueOn }) =>
      coach.clearance.request({ key, clientId, physioId, kind, reason, dueOn }),
  },
  markRequest: {
    physio: async (hands, { id: key, requestId, step }) => {
      const { clearance } = await hands.physio(requestId);
      return step === "declined"
        ? clearance.decline({ key, requestId })
        : clearance.opened({ key, requestId });
    },
    coach: ({ coach: { clearance } }, { id: key, requestId, step }) =>
      step === "cancelled"
        ? clearance.cancelRequest({ key, requestId })
        : clearance.sendAgain({ key, requestId }),
  },
  recordAssessment: { physio: WITH_SIGNATURE },
  signClearance: { physio: WITH_SIGNATURE },
  confirmClearance: { client: ({ mum }, command) => mum.clearance.confirm(keyed(command)) },
  withdrawClearance: {
    physio: async (hands, { id: key, clearanceId, reason }) => {
      const signed = hands.record.clearance.find((row) => row.id === clearanceId);
      const assessment = hands.record.assessment.find((row) => row.id === signed?.assessmentId);
      const { clearance } = await hands.physio(assessment?.requestId ?? randomUUID());
      return clearance.withdraw({ key, clearanceId, reason });
    },
  },
  recordBattery: { coach: (hands, command) => hands.coach.readiness.record(ofHer(hands, command)) },
  checkSymptoms: { client: ({ mum }, command) => mum.symptoms.check(keyed(command)) },
  acknowledgeRedFlag: {
    coach: (hands, command) => hands.coach.symptoms.acknowledge(ofHer(hands, command)),
  },
  checkIn: { client: ({ mum }, command) => mum.symptoms.checkIn(keyed(command)) },
  setPainBands: { coach: (hands, command) => hands.coach.symptoms.setPainBands(ofHer(hands, command)) },
  showWeeks: { coach: (hands, command) => hands.coach.plans.showWeeks(ofHer(hands, command)) },
  assignPlan: {
    coach: (hands, { kind, ...command }) =>
      hands.coach.plans.assign({ ...ofHer(hands, command), protocolVersionId: hands.versionOf(kind) }),
  },
  changePlan: { coach: (hands, command) => hands.coach.plans.change(ofHer(hands, command)) },
  // Many at once, each answered in her own row: not one command of one person (bulk-assign.int.test.ts).
  undoAssign: { coach: NO_DOOR },
  startSession: { client: ({ mum }, command) => mum.plans.start(keyed(command)) },
  logSession: { client: ({ mum }, command) => mum.plans.log(keyed(command)) },
  reviewTechnique: { coach: (hands, command) => hands.coach.technique.review(ofHer(hands, command)) },
};

/** The newest request to a physio that she can come back to. */
function requestOf(record: ClientRecord, physioId: string | null): string {
  const closed = new Set(
    record.requestStep
      .filter((row) => row.step === "declined" || row.step === "cancelled")
      .map((row) => row.requestId),
  );
  const open = record.request.findLast((row) => row.physioId === physioId && !closed.has(row.id));
  return (open ?? record.request.findLast((row) => row.physioId === physioId))?.id ?? randomUUID();
}

/** What a physio found and what she decides, in one: assessment and sign-off, sealed together. */
export async function signs(
  hands: Hands,
  found: CommandOf<"recordAssessment">,
  decided: CommandOf<"signClearance">,
): Promise<unknown> {
  const { requestId, assessedOn, restorationOk, findings, homeProgramme, measures } = found;
  const {
    id: key,
    type: _t,
    assessmentId: _a,
    physioId: _p,
    signerName,
    registrationNumber,
    ...clearance
  } = decided;
  return (await hands.physio(requestId)).clearance.sign({
    key,
    requestId,
    assessment: { assessedOn, restorationOk, findings, homeProgramme, measures },
    clearance,
    signer: {
      name: signerName,
      title: "Physiotherapist",
      regulator: "Physiotherapy Board of New Zealand",
      registrationNumber,
      practisingYear: Number(hands.today.slice(0, 4)) + 1,
    },
    statementId: SIGNING_STATEMENT,
    seen: AS_SHOWN,
    documents: [],
  });
}
