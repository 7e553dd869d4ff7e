import type { Battery } from "../readiness/batteries.ts";
import { addDays, type Day } from "../shared/day.ts";
import type { Condition, Finding, RequestKind, Scope } from "../shared/vocabulary.ts";
import type { Command, CommandOf, CommandType } from "./commands.ts";
import type { FactRows, SymptomCheck } from "./facts.ts";

/** A command as a story tells it: without its id, unless the same one is to be sent twice. */
export type Told = Command extends infer C
  ? C extends Command
    ? Omit<C, "id"> & { readonly id?: string }
    : never
  : never;
type ToldOf<T extends CommandType> = Omit<CommandOf<T>, "id">;

export type Physio = {
  readonly physioId: string;
  readonly signerName: string;
  readonly registrationNumber: string;
};
export const STORY_PHYSIO: Physio = {
  physioId: "90000000-0000-4000-8000-000000000001",
  signerName: "Hana Ngata",
  registrationNumber: "70-12345",
};

export type BirthTerms = Partial<Omit<CommandOf<"recordBirth">, "id" | "type" | "bornOn">>;
export type GoalTerms = { readonly daysPerWeek: number; readonly minutesPerRun: number };

export function intake(bornOn: Day, birth: BirthTerms, goal: GoalTerms): ToldOf<"completeIntake"> {
  return {
    type: "completeIntake",
    ranBeforeKmPerWeek: 30,
    feeding: "breast",
    pelvicHistory: false,
    words: null,
    birth: { bornOn, mode: "vaginal", tear: "second", babies: 1, gestationWeeks: 40, ...birth },
    goal,
    findings: null,
  };
}

export function asking(kind: RequestKind, { physioId }: Physio, on: Day): ToldOf<"requestAssessment"> {
  const reason = "To see where we start from";
  return {
    type: "requestAssessment",
    kind,
    physioId,
    reason,
    dueOn: addDays(on, 21),
    expiresOn: addDays(on, 60),
  };
}

export function assessing(
  requestId: string,
  { physioId }: Physio,
  assessedOn: Day,
  restorationOk: boolean,
): ToldOf<"recordAssessment"> {
  return {
    type: "recordAssessment",
    requestId,
    physioId,
    assessedOn,
    restorationOk,
    findings: null,
    homeProgramme: null,
    measures: null,
  };
}

export type Terms = {
  readonly decision?: FactRows["clearance"]["decision"];
  readonly scope?: readonly Scope[];
  readonly conditions?: readonly Condition[];
  readonly reviewInDays?: number;
  readonly earliestRunOn?: Day | null;
  readonly earlierTestsCount?: boolean;
};

/** A sign-off; without terms: cleared for everything up to walk/run, review in 120 days, earlier tests count. */
export function signing(
  assessmentId: string,
  physio: Physio,
  on: Day,
  terms: Terms,
): ToldOf<"signClearance"> {
  const conditions = [...(terms.conditions ?? [])];
  const decision = terms.decision ?? (conditions.length > 0 ? "cleared_with_conditions" : "cleared");
  const everything: readonly Scope[] = ["walk", "strength", "impact", "technique", "walk_run"];
  return {
    type: "signClearance",
    assessmentId,
    ...physio,
    decision,
    scope: decision === "not_yet" ? [] : [...(terms.scope ?? everything)],
    conditions,
    reviewBy: addDays(on, terms.reviewInDays ?? 120),
    earliestRunOn: terms.earliestRunOn ?? null,
    earliestRunReason: terms.earliestRunOn ? "Recovered well" : null,
    earlierTestsCount: terms.earlierTestsCount ?? true,
  };
}

export type PlanTerms = Partial<Omit<CommandOf<"assignPlan">, "id" | "type" | "kind" | "startsOn">>;

export function planning(
  kind: CommandOf<"assignPlan">["kind"],
  protocolVersionId: string,
  startsOn: Day,
  terms: PlanTerms,
): ToldOf<"assignPlan"> {
  return {
    type: "assignPlan",
    kind,
    protocolVersionId,
    startsOn,
    weekdays: [1, 3, 5],
    level: 0,
    mode: "propose",
    maxLevel: null,
    ...terms,
  };
}

export type SessionTerms = {
  readonly sessionId?: string | null;
  readonly minutes?: number;
  readonly minutesRun?: number;
  readonly effort?: number | null;
  readonly completion?: FactRows["sessionLog"]["completion"];
  /** Empty = nothing noticed; null = not asked. */
  readonly findings?: readonly Finding[] | null;
};
type Prescribed = {
  readonly planId: string;
  readonly level: number;
  readonly minutesTotal: number;
  readonly minutesRun: number;
};

/** A session as planned, unless the terms say otherwise. */
export function logging(
  kind: CommandOf<"logSession">["kind"],
  doneOn: Day,
  plan: Prescribed | null,
  terms: SessionTerms,
): ToldOf<"logSession"> {
  const minutesTotal = terms.minutes ?? plan?.minutesTotal ?? 30;
  const minutesRun = terms.minutesRun ?? plan?.minutesRun ?? 0;
  const findings = terms.findings === undefined ? [] : terms.findings;
  return {
    type: "logSession",
    sessionId: terms.sessionId ?? null,
    planId: plan?.planId ?? null,
    kind,
    level: plan?.level ?? null,
    doneOn,
    minutesTotal,
    minutesRun,
    minutesWalk: minutesTotal - minutesRun,
    effort: terms.effort === undefined ? 4 : terms.effort,
    completion: terms.completion ?? "as_planned",
    performance: null,
    supersedesId: null,
    note: null,
    findings: findings && [...findings],
  };
}

export function noticing(
  moment: SymptomCheck["moment"],
  on: Day,
  findings: readonly Finding[],
  logId: string | null,
): ToldOf<"checkSymptoms"> {
  return {
    type: "checkSymptoms",
    moment,
    day: on,
    logId,
    sessionId: null,
    findings: [...findings],
    note: null,
  };
}

/** Every test of a battery, each side at its threshold. */
export function passing(battery: Battery, doneOn: Day): ToldOf<"recordBattery"> {
  const results = battery.tests.flatMap((test) =>
    test.sides.map((side) => ({
      test: test.key,
      side,
      value: test.threshold,
      symptoms: [],
      incomplete: null,
    })),
  );
  return { type: "recordBattery", battery: battery.id, version: battery.version, doneOn, results };
}
