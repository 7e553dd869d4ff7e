// Chapters of a mum's story, to be strung together by days: each leads her from one place of the path to the next.
import { BATTERIES } from "../../src/domain/readiness/batteries.ts";
import { CONSENT_PURPOSES, type ConsentPurpose } from "../../src/domain/journey/facts.ts";
import type { ProtocolKind } from "../../src/domain/journey/steps.ts";
import { addDays, weekday, type Weekday } from "../../src/domain/shared/day.ts";
import type {
  BirthMode,
  Condition,
  Finding,
  RequestKind,
  Scope,
  Tear,
} from "../../src/domain/shared/vocabulary.ts";
import type { Mum } from "./mum.ts";
import type { PhysioRef } from "./practice.ts";

const ago = (mum: Mum, days: number) => addDays(mum.practice.ground.today, -days);

/** She agrees to be coached and to what her physio may see. */
export function consents(mum: Mum, purposes: readonly ConsentPurpose[] = CONSENT_PURPOSES): void {
  for (const purpose of purposes)
    mum.does(mum.self, { type: "setConsent", purpose, given: true, wordingVersion: "1" });
}

export type Birth = {
  readonly daysAgo: number;
  readonly mode?: BirthMode;
  readonly tear?: Tear;
  readonly babies?: number;
};
export type Goal = { readonly daysPerWeek: number; readonly minutesPerRun: number };

/** She fills in the intake on the day reached. */
export function intake(
  mum: Mum,
  birth: Birth,
  goal: Goal = { daysPerWeek: 3, minutesPerRun: 30 },
  more: { kmBefore?: number; words?: string } = {},
): void {
  mum.does(mum.self, {
    type: "completeIntake",
    ranBeforeKmPerWeek: more.kmBefore ?? 20,
    feeding: "breast",
    pelvicHistory: false,
    words: more.words ?? null,
    birth: {
      bornOn: ago(mum, birth.daysAgo),
      mode: birth.mode ?? "vaginal",
      tear: birth.tear ?? "none",
      babies: birth.babies ?? 1,
      gestationWeeks: 39,
    },
    goal,
    findings: [],
  });
}

/** Her coach asks a physio. Returns the request's id. */
export function asksPhysio(
  mum: Mum,
  physio: PhysioRef,
  daysAgo: number,
  kind: RequestKind = "assessment",
): string {
  mum.on(daysAgo);
  const [request] = mum.does(mum.coach, {
    type: "requestAssessment",
    kind,
    physioId: physio.id,
    reason:
      kind === "assessment"
        ? "First look after the birth, before we start strength and running."
        : "Ready for a look at running, please.",
    dueOn: addDays(mum.day, 21),
    expiresOn: addDays(mum.day, 60),
  });
  if (!request) throw new Error("no request");
  return request.row.id;
}

/** The physio writes down what she found, without a word on running yet. Returns the assessment's id. */
export function assessed(
  mum: Mum,
  physio: PhysioRef,
  requestId: string,
  daysAgo: number,
  words: { findings?: string; homeProgramme?: string } = {},
): string {
  mum.on(daysAgo);
  const [assessment] = mum.does(mum.by(physio), {
    type: "recordAssessment",
    requestId,
    physioId: physio.id,
    assessedOn: mum.day,
    restorationOk: true,
    findings: words.findings ?? "Good lift and full release, endurance building. Scar comfortable.",
    homeProgramme: words.homeProgramme ?? "Breathing and pelvic floor sets daily; walking as she likes.",
    measures: null,
  });
  if (!assessment) throw new Error("no assessment");
  return assessment.row.id;
}

export type SignOff = {
  readonly decision?: "cleared" | "cleared_with_conditions" | "not_yet";
  readonly scope?: readonly Scope[];
  readonly conditions?: readonly Condition[];
  readonly reviewInDays?: number;
  readonly earlierTestsCount?: boolean;
};

/** The physio signs on the day reached. Returns the clearance's id. */
export function signs(mum: Mum, physio: PhysioRef, assessmentId: string, signOff: SignOff = {}): string {
  const decision = signOff.decision ?? "cleared";
  const [clearance] = mum.does(mum.by(physio), {
    type: "signClearance",
    assessmentId,
    physioId: physio.id,
    decision,
    scope:
      decision === "not_yet"
        ? []
        : [
            ...(signOff.scope ??
              (["walk", "strength", "impact", "technique", "walk_run", "continuous"] as const)),
          ],
    conditions: [...(signOff.conditions ?? [])],
    reviewBy: addDays(mum.day, signOff.reviewInDays ?? 120),
    earliestRunOn: null,
    earliestRunReason: null,
    earlierTestsCount: signOff.earlierTestsCount ?? true,
    signerName: physio.name,
    registrationNumber: physio.registrationNumber,
  });
  if (!clearance) throw new Error("no clearance");
  return clearance.row.id;
}

/** She says: yes, I saw this physio. */
export function confirms(mum: Mum, clearanceId: string): void {
  mum.does(mum.self, { type: "confirmClearance", clearanceId, saw: true });
}

/** Request, assessment, sign-off and her yes in one go, the sign-off on the given day. */
export function clearedBy(mum: Mum, physio: PhysioRef, daysAgo: number, signOff: SignOff = {}): string {
  const request = asksPhysio(mum, physio, daysAgo, "recheck");
  const clearance = signs(mum, physio, assessed(mum, physio, request, daysAgo), signOff);
  confirms(mum, clearance);
  return clearance;
}

/** The coach assigns a protocol of the library. Returns the plan's id. */
export function assigns(
  mum: Mum,
  slug: string,
  daysAgo: number,
  weekdays: readonly Weekday[],
  level = 0,
): string {
  mum.on(daysAgo);
  const version = mum.protocol(slug);
  const [plan] = mum
    .does(mum.coach, {
      type: "assignPlan",
      kind: version.kind,
      protocolVersionId: version.versionId,
      startsOn: mum.day,
      weekdays: [...weekdays],
      level,
      mode: "propose",
      maxLevel: null,
    })
    .filter((event) => event.fact === "plan");
  if (!plan) throw new Error("no plan");
  return plan.row.id;
}

export type Done = {
  readonly effort?: number;
  readonly findings?: readonly Finding[];
  readonly minutes?: number;
  readonly note?: string;
};

/** She does the session of a plan on the day reached, as planned unless told otherwise. Returns the log's id. */
export function logs(mum: Mum, planId: string, kind: ProtocolKind, done: Done = {}): string {
  const state = mum.journey().plans.find((plan) => plan.planId === planId);
  const outline = mum.facts.protocols.find((version) => version.versionId === state?.protocolVersionId);
  const level = state?.level ?? 0;
  const planned = outline?.levels[level];
  const run = planned?.minutesRun ?? 0;
  const total = Math.max(done.minutes ?? planned?.minutesTotal ?? 20, run);
  if (kind === "walk_run")
    mum.does(mum.self, { type: "startSession", sessionId: crypto.randomUUID(), planId, note: null });
  const [log] = mum
    .does(mum.self, {
      type: "logSession",
      sessionId: null,
      planId,
      kind,
      level,
      doneOn: mum.day,
      minutesTotal: total,
      minutesRun: run,
      minutesWalk: kind === "walking" ? total : kind === "walk_run" ? total - run : 0,
      effort: done.effort ?? 3,
      completion: "as_planned",
      performance: null,
      supersedesId: null,
      note: done.note ?? null,
      findings: [...(done.findings ?? [])],
    })
    .filter((event) => event.fact === "sessionLog");
  if (!log) throw new Error("no log");
  return log.row.id;
}

/** The next morning she says how it went. */
export function echo(mum: Mum, logId: string, findings: readonly Finding[] = []): void {
  mum.does(mum.self, {
    type: "checkSymptoms",
    moment: "next_day",
    day: mum.day,
    logId,
    sessionId: null,
    findings: [...findings],
    note: null,
  });
}

/** A plan as it is lived: its days of the week, and for walking how long in which week. */
export type Habit = {
  readonly planId: string;
  readonly kind: ProtocolKind;
  readonly weekdays: readonly Weekday[];
};

/** A new day begins, and what is owed from the day before is answered: it went well. */
export function wakes(mum: Mum, daysAgo: number): void {
  const owed = mum.on(daysAgo).journey().echo;
  if (owed && owed.dueOn <= mum.day) echo(mum, owed.logId);
}

/** Weeks of training as planned, from one day to another; what is owed the morning after is answered. */
export function trains(mum: Mum, habits: readonly Habit[], fromDaysAgo: number, toDaysAgo: number): void {
  for (let days = fromDaysAgo; days >= toDaysAgo; days -= 1) {
    wakes(mum, days);
    for (const { planId, kind, weekdays } of habits)
      if (weekdays.includes(weekday(mum.day))) logs(mum, planId, kind);
  }
}

/** Both batteries passed on each side on the day reached; `short` names a test that fell short on the left. */
export function passesBatteries(mum: Mum, { short, felt }: { short?: string; felt?: string } = {}): void {
  for (const battery of BATTERIES.filter((row) => row.id.startsWith("goom_2019"))) {
    mum.does(mum.coach, {
      type: "recordBattery",
      battery: battery.id,
      version: battery.version,
      doneOn: mum.day,
      results: battery.tests.flatMap((test) =>
        test.sides.map((side) => ({
          test: test.key,
          side,
          value: test.key === short && side === "left" ? Math.floor(test.threshold * 0.7) : test.threshold,
          symptoms:
            test.key === felt ? [{ kind: "symptom" as const, symptom: "urine_leak_drops" as const }] : [],
          incomplete: null,
        })),
      ),
    });
  }
}

/** Something feels wrong, at any time or during a session. */
export function feels(
  mum: Mum,
  findings: readonly Finding[],
  moment: "during" | "any_time" = "any_time",
): string {
  const [check] = mum.does(mum.self, {
    type: "checkSymptoms",
    moment,
    day: mum.day,
    logId: null,
    sessionId: null,
    findings: [...findings],
    note: null,
  });
  if (!check) throw new Error("no check");
  return check.row.id;
}
