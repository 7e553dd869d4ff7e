// Commands nobody sensible would give, each by the person whose it is: out of order, twice, too early, about things
// long over. Random by the life's own seed. A command without a row does not compile.
import { DEFAULT_BATTERY } from "../domain/readiness/batteries.ts";
import {
  assessing,
  logging,
  noticing,
  passing,
  type Physio,
  planning,
  signing,
} from "../domain/journey/build-commands.ts";
import type { CommandType } from "../domain/journey/commands.ts";
import { CONSENT_PURPOSES, LIFE_EVENTS } from "../domain/journey/facts.ts";
import { REVISIT_TRIGGERS } from "../domain/journey/reasons.ts";
import { physioOf } from "../domain/journey/simulation/people.ts";
import type { Acts, Asked, World } from "../domain/journey/simulation/world.ts";
import { PROTOCOL_KINDS, STEP_IDS } from "../domain/journey/steps.ts";
import { addDays } from "../domain/shared/day.ts";
import { PELVIC_SYMPTOMS } from "../domain/shared/findings.ts";
import {
  type ActorKind,
  type Finding,
  RED_FLAGS,
  REQUEST_KINDS,
  SCOPES,
} from "../domain/shared/vocabulary.ts";

type Given = { readonly asked: Asked; readonly by: ActorKind };
/** Rolls by name; the name of what is asked about makes each answer its own. */
type Dice = {
  readonly pick: <T>(from: readonly T[], about: string) => T;
  readonly between: (from: number, to: number, about: string) => number;
  readonly happens: (share: number, about: string) => boolean;
};
type Wild = { readonly world: World; readonly dice: Dice };

/** A second physio whom the coach may ask, about whom nobody has looked anything up yet. */
export function otherPhysioOf(world: World): Physio {
  const { physioId, registrationNumber } = physioOf(world);
  return {
    physioId: physioId.replace("9", "8"),
    signerName: "Ana Rewi",
    registrationNumber: registrationNumber.replace("70-", "71-"),
  };
}

/** Some lives are calm, in some hardly an evening is: where all is wild running is hardly ever open. */
const SHARES_OF_EVENINGS = [0.05, 0.15, 0.5];

/** On some evenings one to three commands out of any order. */
export function* wildly(world: World): Acts {
  const { chance, today } = world;
  if (!chance.happens(chance.pick(SHARES_OF_EVENINGS, "how wild"), today, "wild")) return;
  const count = chance.between(1, 3, today, "wild count");
  for (let index = 0; index < count; index += 1) {
    const about = [today, "wild", index] as const;
    const dice: Dice = {
      pick: (from, what) => chance.pick(from, ...about, what),
      between: (from, to, what) => chance.between(from, to, ...about, what),
      happens: (share, what) => chance.happens(share, ...about, what),
    };
    const type = chance.weighted(WEIGHTS, ...about, "type");
    if (type === "lookup") yield* looksUp({ world, dice });
    else if (type === "recordAssessment" || type === "signClearance") yield* signsAnew({ world, dice });
    else {
      const given = WILD[type]({ world, dice });
      if (given) yield* world.asks(given.asked, given.by);
    }
  }
}

type SingleType = Exclude<CommandType, "recordAssessment" | "signClearance">;

const WEIGHTS: readonly (readonly [number, CommandType | "lookup"])[] = [
  [2, "lookup"],
  [1, "completeIntake"],
  [1, "recordBirth"],
  [1, "setGoal"],
  [1, "setConsent"],
  [2, "recordLifeEvent"],
  [2, "openStep"],
  [2, "closeStep"],
  [2, "acceptRevisit"],
  [2, "placeHold"],
  [6, "liftHold"],
  [2, "requestAssessment"],
  [2, "markRequest"],
  [5, "signClearance"],
  [4, "confirmClearance"],
  [1, "withdrawClearance"],
  [2, "recordBattery"],
  [3, "checkSymptoms"],
  [1, "acknowledgeRedFlag"],
  [1, "checkIn"],
  [1, "setPainBands"],
  [3, "assignPlan"],
  [4, "changePlan"],
  [1, "showWeeks"],
  [4, "startSession"],
  [3, "logSession"],
  [2, "reviewTechnique"],
];

/** Mostly harmless, so that running stays open often enough to be worth asking about. */
function felt({ dice }: Wild): Finding[] {
  const what = dice.between(0, 9, "felt");
  if (what < 5) return [];
  if (what < 8) return [{ kind: "pain", site: "knee", level: dice.between(0, 10, "pain") }];
  if (what === 8) return [{ kind: "symptom", symptom: dice.pick(PELVIC_SYMPTOMS, "pelvic") }];
  return [{ kind: "red_flag", sign: dice.pick(RED_FLAGS, "sign") }];
}

function anyOf<T>(rows: readonly T[], dice: Dice, about: string): T | null {
  // The newest as often as all older ones: what is long over is seldom asked about.
  const newest = rows.at(-1);
  if (newest === undefined) return null;
  return dice.happens(0.5, `${about} newest`) ? newest : dice.pick(rows, about);
}

function* looksUp({ world, dice }: Wild): Acts {
  const physio = dice.pick([physioOf(world), physioOf(world), otherPhysioOf(world)], "whom");
  const number = dice.happens(0.9, "number") ? physio.registrationNumber : `${physio.registrationNumber}9`;
  yield* world.looksUp(physio.physioId, number, dice.happens(0.8, "found"), dice.between(0, 300, "valid"));
}

/** A physio who was ever asked writes again: any decision, any scope, any days. */
function* signsAnew({ world, dice }: Wild): Acts {
  const { today, record, journey } = world;
  const request = anyOf(record.request, dice, "request");
  if (!request) return;
  const physio = [physioOf(world), otherPhysioOf(world)].find((row) => row.physioId === request.physioId);
  if (!physio) return;
  const assessmentId = world.newId();
  const seenOn = addDays(today, -dice.pick([0, 0, 1, 10, 40, 100], "seen on"));
  const isEarly = dice.happens(0.3, "early");
  const terms = {
    decision: dice.pick(["cleared", "cleared", "cleared_with_conditions", "not_yet"] as const, "decision"),
    scope: dice.happens(0.7, "all scopes") ? undefined : SCOPES.filter((scope) => dice.happens(0.4, scope)),
    reviewInDays: dice.pick([-1, 1, 5, 30, 120, 400], "review"),
    earliestRunOn: isEarly && journey.bornOn ? addDays(journey.bornOn, dice.between(15, 90, "from")) : null,
    earlierTestsCount: dice.happens(0.7, "earlier tests"),
  };
  const { scope, ...others } = terms;
  yield* world.asks(
    { ...assessing(request.id, physio, seenOn, dice.happens(0.8, "ok")), id: assessmentId },
    "physio",
  );
  const decided = signing(assessmentId, physio, today, scope ? { ...others, scope } : others);
  const isLimited = terms.decision === "cleared_with_conditions" && dice.happens(0.9, "conditions");
  yield* world.asks({ ...decided, conditions: isLimited ? [{ kind: "flat_only" }] : [] }, "physio");
}

const WILD: { readonly [T in SingleType]: (wild: Wild) => Given | null } = {
  completeIntake: ({ world, dice }) => {
    const bornOn = addDays(world.today, -dice.between(0, 700, "born"));
    const { birth, goal } = world.character;
    const answers = { ranBeforeKmPerWeek: 0, feeding: "not_said", pelvicHistory: true, words: null } as const;
    const asked = {
      type: "completeIntake",
      ...answers,
      birth: { ...birth, bornOn },
      goal,
      findings: null,
    } as const;
    return { asked, by: "client" };
  },
  recordBirth: ({ world, dice }) => {
    const bornOn = addDays(world.today, -dice.between(-1, 1200, "born"));
    return { asked: { type: "recordBirth", bornOn, ...world.character.birth }, by: "client" };
  },
  setGoal: ({ dice }) => ({
    asked: { type: "setGoal", daysPerWeek: dice.between(1, 4, "days"), minutesPerRun: 20 },
    by: "client",
  }),
  setConsent: ({ dice }) => ({
    asked: {
      type: "setConsent",
      purpose: dice.pick(CONSENT_PURPOSES, "purpose"),
      given: dice.happens(0.5, "given"),
      wordingVersion: "1",
    },
    by: "client",
  }),
  recordLifeEvent: ({ world, dice }) => {
    const startsOn = addDays(world.today, -dice.between(-1, 60, "starts"));
    const endsOn = dice.happens(0.5, "ends") ? addDays(startsOn, dice.between(-1, 30, "ends on")) : null;
    const kind = dice.pick(LIFE_EVENTS, "kind");
    return { asked: { type: "recordLifeEvent", kind, startsOn, endsOn, note: null }, by: "client" };
  },
  openStep: ({ dice }) => ({
    asked: { type: "openStep", step: dice.pick(STEP_IDS, "step"), reason: "I think so" },
    by: "coach",
  }),
  closeStep: ({ dice }) => ({
    asked: { type: "closeStep", step: dice.pick(STEP_IDS, "step"), note: null },
    by: "coach",
  }),
  acceptRevisit: ({ dice }) => ({
    asked: { type: "acceptRevisit", trigger: dice.pick(REVISIT_TRIGGERS, "trigger"), note: null },
    by: "coach",
  }),
  placeHold: ({ dice }) => ({
    asked: {
      type: "placeHold",
      covers: dice.pick(["running", "impact", "everything"], "covers"),
      reason: dice.pick(["coach_decision", "pain", "illness"], "reason"),
      note: null,
    },
    by: "coach",
  }),
  liftHold: ({ world, dice }) => {
    const hold = anyOf(world.record.hold, dice, "hold");
    if (!hold) return null;
    const by = dice.pick(["coach", "client", "physio"] as const, "by");
    const physioId = by === "physio" ? (anyOf(world.record.request, dice, "whose")?.physioId ?? null) : null;
    if (by === "physio" && physioId === null) return null;
    return { asked: { type: "liftHold", holdId: hold.id, reason: "It is over", by, physioId }, by };
  },
  requestAssessment: ({ world, dice }) => {
    const { physioId } = dice.pick([physioOf(world), otherPhysioOf(world)], "whom");
    const dueOn = addDays(world.today, dice.between(-1, 40, "due"));
    const kind = dice.pick(REQUEST_KINDS, "kind");
    return {
      asked: { type: "requestAssessment", kind, physioId, reason: "Please see her", dueOn, expiresOn: dueOn },
      by: "coach",
    };
  },
  markRequest: ({ world, dice }) => {
    const request = anyOf(world.record.request, dice, "request");
    if (!request) return null;
    const step = dice.pick(
      ["opened", "opened", "reminded", "reminded", "declined", "cancelled"] as const,
      "step",
    );
    const by = step === "opened" || step === "declined" ? "physio" : "coach";
    return { asked: { type: "markRequest", requestId: request.id, step }, by };
  },
  confirmClearance: ({ world, dice }) => {
    const clearance = anyOf(world.record.clearance, dice, "clearance");
    if (!clearance) return null;
    const saw = dice.happens(0.8, "saw");
    return { asked: { type: "confirmClearance", clearanceId: clearance.id, saw }, by: "client" };
  },
  withdrawClearance: ({ world, dice }) => {
    const clearance = anyOf(world.record.clearance, dice, "clearance");
    if (!clearance) return null;
    const { id: clearanceId, physioId } = clearance;
    return {
      asked: { type: "withdrawClearance", clearanceId, physioId, reason: "Seen again" },
      by: "physio",
    };
  },
  recordBattery: (wild) => {
    const { world, dice } = wild;
    const battery = dice.pick(Object.values(DEFAULT_BATTERY), "battery");
    const doneOn = addDays(world.today, -dice.between(-1, 20, "done"));
    const run = passing(battery, doneOn);
    const symptoms = felt(wild);
    const results = run.results.map((row, index) => (index === 0 ? { ...row, symptoms } : row));
    return { asked: { ...run, results }, by: "coach" };
  },
  checkSymptoms: (wild) => {
    const { world, dice } = wild;
    const log = anyOf(world.record.sessionLog, dice, "log");
    const moment = dice.pick(["before", "during", "after", "next_day", "any_time"] as const, "moment");
    const on = addDays(world.today, -dice.between(-1, 10, "on"));
    return { asked: noticing(moment, on, felt(wild), log?.id ?? null), by: "client" };
  },
  acknowledgeRedFlag: ({ world, dice }) => {
    const check = anyOf(world.record.symptomCheck, dice, "check");
    return check && { asked: { type: "acknowledgeRedFlag", checkId: check.id, note: null }, by: "coach" };
  },
  checkIn: ({ world, dice }) => ({
    asked: {
      type: "checkIn",
      day: addDays(world.today, -dice.between(-1, 10, "on")),
      sleepHours: dice.between(4, 9, "sleep"),
      badNights: dice.between(0, 7, "nights"),
      energy: dice.between(0, 10, "energy"),
      mood: null,
      littleInterest: dice.between(0, 3, "interest"),
      feelingDown: dice.between(0, 3, "down"),
      words: null,
    },
    by: "client",
  }),
  setPainBands: ({ dice }) => ({
    asked: {
      type: "setPainBands",
      greenMax: dice.between(0, 4, "green"),
      amberMax: dice.between(0, 6, "amber"),
      note: null,
    },
    by: "coach",
  }),
  assignPlan: ({ world, dice }) => {
    const startsOn = addDays(world.today, dice.pick([-1, 0, 0, 1, 7, 40], "starts"));
    const terms = {
      level: dice.pick([0, 0, 1, 3], "level"),
      mode: dice.pick(["propose", "auto"] as const, "mode"),
    } as const;
    return {
      asked: planning(dice.pick(PROTOCOL_KINDS, "kind"), world.newId(), startsOn, terms),
      by: "coach",
    };
  },
  changePlan: ({ world, dice }) => {
    const plan = anyOf(world.record.plan, dice, "plan");
    if (!plan) return null;
    const change = dice.pick(
      ["level", "level", "pause", "resume", "resume", "end", "mode"] as const,
      "change",
    );
    const asked = {
      type: "changePlan",
      planId: plan.id,
      change,
      level: change === "level" ? dice.between(0, 6, "level") : null,
      mode: change === "mode" ? dice.pick(["propose", "auto"] as const, "mode") : null,
      note: dice.happens(0.5, "note") ? "Because I think so" : null,
    } as const;
    return { asked, by: "coach" };
  },
  undoAssign: ({ world, dice }) => {
    const plan = anyOf(world.record.plan, dice, "plan");
    return plan && { asked: { type: "undoAssign", planId: plan.id }, by: "coach" };
  },
  showWeeks: ({ world, dice }) => ({
    asked: {
      type: "showWeeks",
      week: dice.happens(0.5, "all") ? null : addDays(world.today, dice.between(-14, 100, "week")),
    },
    by: "coach",
  }),
  startSession: ({ world, dice }) => {
    const plan = anyOf(world.record.plan, dice, "plan");
    if (!plan) return null;
    const note = dice.happens(0.5, "note") ? "I feel like it" : null;
    return {
      asked: { type: "startSession", sessionId: world.newId(), planId: plan.id, note },
      by: "client",
    };
  },
  logSession: (wild) => {
    const { world, dice } = wild;
    const kind = dice.pick(PROTOCOL_KINDS, "kind");
    const state = world.journey.plans.find((row) => row.kind === kind) ?? null;
    const doneOn = addDays(world.today, -dice.between(-1, 6, "done"));
    const findings = dice.happens(0.8, "asked") ? felt(wild) : null;
    const log = logging(kind, doneOn, state, { minutes: state ? state.minutesTotal : 30, findings });
    const earlier = dice.happens(0.2, "instead") ? anyOf(world.record.sessionLog, dice, "earlier") : null;
    if (!earlier) return { asked: log, by: "client" };
    // A correction of what she told, mostly of that very session.
    const { sessionId, planId, kind: of, level, doneOn: on } = earlier;
    const same = dice.happens(0.8, "same") ? { sessionId, planId, kind: of, level, doneOn: on } : {};
    return { asked: { ...log, ...same, supersedesId: earlier.id }, by: "client" };
  },
  reviewTechnique: ({ world, dice }) => ({
    asked: {
      type: "reviewTechnique",
      reviewedOn: addDays(world.today, -dice.between(-1, 10, "on")),
      observations: null,
      cues: dice.happens(0.7, "cues") ? ["Tall"] : [],
      closed: dice.happens(0.7, "closed"),
    },
    by: "coach",
  }),
};
