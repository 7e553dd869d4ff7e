import { certificateEndOfYear, registerOf } from "@/domain/clearance/registers.ts";
import {
  MEASURE_SCALES,
  type MeasureId,
  MEASURES,
  type Measures,
  readMeasure,
} from "@/domain/clearance/measures.ts";
import { REVIEW_DEFAULT_WEEKS, SIGNING_STATEMENT, signerProblem } from "@/domain/clearance/signing.ts";
import { addDays, type Day, isDay } from "@/domain/shared/day.ts";
import { ruleValue } from "@/domain/shared/rules.ts";
import type {
  ClearanceDecision,
  Condition,
  ConditionKind,
  Scope,
  StopSign,
} from "@/domain/shared/vocabulary.ts";

/** The form as it is written: text where she types, so that nothing half-written is lost. */
export type Draft = {
  readonly assessedOn: string;
  readonly restoration: "yes" | "no" | "";
  readonly findings: string;
  readonly homeProgramme: string;
  /** As typed; what is empty was not measured. */
  readonly measures: { readonly [id in MeasureId]?: string };
  readonly decision: ClearanceDecision | "";
  readonly scope: readonly Scope[];
  readonly conditions: readonly ConditionKind[];
  readonly maxMinutes: string;
  readonly stopAt: readonly StopSign[];
  readonly otherWords: string;
  readonly reviewBy: string;
  readonly isEarly: boolean;
  readonly earlyOn: string;
  readonly earlyReason: string;
  readonly earlierTests: boolean;
  readonly name: string;
  readonly title: string;
  readonly regulator: string;
  readonly number: string;
  readonly year: string;
};
export type DraftField = keyof Draft;

export type Known = {
  readonly today: Day;
  readonly country: string;
  /** When the mum has shared it. */
  readonly bornOn: Day | null;
  readonly physio: {
    readonly name: string;
    readonly title: string | null;
    readonly regulator: string | null;
    readonly registrationNumber: string | null;
  };
  readonly practisingYear: number | null;
};

/** What most sign-offs to walk/run cover; she unticks what she does not mean. */
const USUAL_SCOPE: readonly Scope[] = ["walk", "strength", "impact", "technique", "walk_run"];

/** An empty form with what we know about her already. Nothing about the client is filled in for her. */
export function emptyDraft({ today, country, physio, practisingYear }: Known): Draft {
  return {
    assessedOn: "",
    restoration: "",
    findings: "",
    homeProgramme: "",
    measures: {},
    decision: "",
    scope: USUAL_SCOPE,
    conditions: [],
    maxMinutes: "",
    stopAt: [],
    otherWords: "",
    reviewBy: addDays(today, REVIEW_DEFAULT_WEEKS * 7),
    isEarly: false,
    earlyOn: "",
    earlyReason: "",
    earlierTests: false,
    name: physio.name,
    title: physio.title ?? "",
    regulator: physio.regulator ?? registerOf(country).regulator,
    number: physio.registrationNumber ?? "",
    year: isRunning(practisingYear, country, today) ? String(practisingYear) : "",
  };
}

/** A certificate that has ended since she last signed is not offered: she would only be sent back to it. */
const isRunning = (year: number | null, country: string, today: Day): boolean =>
  year !== null && certificateEndOfYear(country, year) >= today;

/** What still has to be said, in the order of the form: a field and the name of its sentence (physio.form.need). */
export type Need = { readonly field: DraftField; readonly need: NeedCode };
export type NeedCode =
  | "assessedOn"
  | "assessedWhen"
  | "measures"
  | "restoration"
  | "decision"
  | "scope"
  | "conditions"
  | "minutes"
  | "stopAt"
  | "scopeAgainst"
  | "other"
  | "reviewBy"
  | "earlyOn"
  | "earlyReason"
  | "name"
  | "title"
  | "regulator"
  | "number"
  | "year"
  | "yearEnded";

/** What her answers are checked against besides themselves. */
export type At = Pick<Known, "today" | "country" | "bornOn">;

/** A day on which she can have seen her: not ahead, not before the birth, not longer ago than a sign-off may rest on. */
function canHaveSeen(assessedOn: string, { today, bornOn }: At): boolean {
  if (!isDay(assessedOn)) return true;
  const oldest = addDays(today, -ruleValue("assessment_oldest_days"));
  return assessedOn <= today && assessedOn >= oldest && (bornOn === null || assessedOn >= bornOn);
}

/** Her certificate of that year, by its country's own last day. */
function isCertificateOver(year: string, title: string, { today, country }: At): boolean {
  const signer = { title, practisingYear: Number(year) };
  return signerProblem(signer, country, today) === "certificate_ended";
}

const typedMeasures = (draft: Draft) =>
  MEASURES.map((measure) => ({
    id: measure.id,
    value: readMeasure(measure, draft.measures[measure.id] ?? ""),
  }));

const isYear = (text: string) => /^20\d\d$/.test(text.trim());
const isMinutes = (text: string) => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 300;

/** Everything that is missing before she can sign. The server's rules still have the last word. */
export function needsOf(draft: Draft, at: At): readonly Need[] {
  const isCleared = draft.decision === "cleared" || draft.decision === "cleared_with_conditions";
  const hasConditions = draft.decision === "cleared_with_conditions";
  const checks: readonly [DraftField, NeedCode, boolean][] = [
    ["assessedOn", "assessedOn", isDay(draft.assessedOn)],
    ["assessedOn", "assessedWhen", canHaveSeen(draft.assessedOn, at)],
    ["measures", "measures", typedMeasures(draft).every((row) => row.value !== undefined)],
    ["restoration", "restoration", draft.restoration !== ""],
    ["decision", "decision", draft.decision !== ""],
    ["scope", "scope", !isCleared || draft.scope.length > 0],
    ["conditions", "conditions", !hasConditions || draft.conditions.length > 0],
    [
      "maxMinutes",
      "minutes",
      !(hasConditions && draft.conditions.includes("max_run_minutes")) || isMinutes(draft.maxMinutes),
    ],
    [
      "otherWords",
      "other",
      !(hasConditions && draft.conditions.includes("other")) || draft.otherWords.trim() !== "",
    ],
    [
      "stopAt",
      "stopAt",
      !(hasConditions && draft.conditions.includes("stop_rule")) || draft.stopAt.length > 0,
    ],
    [
      "scope",
      "scopeAgainst",
      !(hasConditions && draft.conditions.includes("no_buggy") && draft.scope.includes("buggy")),
    ],
    ["reviewBy", "reviewBy", isDay(draft.reviewBy)],
    ["earlyOn", "earlyOn", !(isCleared && draft.isEarly) || isDay(draft.earlyOn)],
    ["earlyReason", "earlyReason", !(isCleared && draft.isEarly) || draft.earlyReason.trim() !== ""],
    ["name", "name", draft.name.trim().length >= 2],
    ["title", "title", draft.title.trim().length >= 2],
    ["regulator", "regulator", draft.regulator.trim().length >= 2],
    ["number", "number", draft.number.trim().length >= 2],
    ["year", "year", isYear(draft.year)],
    ["year", "yearEnded", !isYear(draft.year) || !isCertificateOver(draft.year, draft.title, at)],
  ];
  return checks.filter(([, , isFine]) => !isFine).map(([field, need]) => ({ field, need }));
}

function conditionOf(kind: ConditionKind, draft: Draft): Condition {
  switch (kind) {
    case "max_run_minutes":
      return { kind, minutes: Number(draft.maxMinutes) };
    case "stop_rule":
      return { kind, signs: [...draft.stopAt] };
    case "other":
      return { kind, words: draft.otherWords.trim() };
    default:
      return { kind };
  }
}

/** Her conditions as data; what was ticked before she decided otherwise is none. */
export function conditionsOf(draft: Draft): readonly Condition[] {
  if (draft.decision !== "cleared_with_conditions") return [];
  return draft.conditions.map((kind) => conditionOf(kind, draft));
}

/** What she measured on its scales, or null when nothing was. */
function measuresOf(draft: Draft): Measures | null {
  const measured = typedMeasures(draft).filter((row) => row.value !== null);
  return measured.length === 0
    ? null
    : {
        scales: MEASURE_SCALES,
        values: Object.fromEntries(measured.map((row) => [row.id, row.value])),
      };
}

/** What she wrote and measured last time, for her to start from. */
export function carriedOn(last: {
  readonly findings: string | null;
  readonly homeProgramme: string | null;
  readonly measures: Measures | null;
}): Pick<Draft, "findings" | "homeProgramme" | "measures"> {
  const values = Object.entries(last.measures?.values ?? {});
  return {
    findings: last.findings ?? "",
    homeProgramme: last.homeProgramme ?? "",
    measures: Object.fromEntries(values.map(([id, value]) => [id, String(value)])),
  };
}

/** What is sent when she signs, or null while something is missing. */
export function signingOf(draft: Draft, at: At) {
  const { assessedOn, reviewBy, decision, earlyOn } = draft;
  if (needsOf(draft, at).length > 0 || decision === "" || !isDay(assessedOn) || !isDay(reviewBy)) return null;
  const isCleared = decision !== "not_yet";
  const isEarly = isCleared && draft.isEarly && isDay(earlyOn);
  return {
    assessment: {
      assessedOn,
      restorationOk: draft.restoration === "yes",
      findings: draft.findings,
      homeProgramme: draft.homeProgramme,
      measures: measuresOf(draft),
    },
    clearance: {
      decision,
      scope: isCleared ? [...draft.scope] : [],
      conditions: [...conditionsOf(draft)],
      reviewBy,
      earliestRunOn: isEarly ? earlyOn : null,
      earliestRunReason: isEarly ? draft.earlyReason : null,
      earlierTestsCount: isCleared && draft.earlierTests,
    },
    signer: {
      name: draft.name,
      title: draft.title,
      regulator: draft.regulator,
      registrationNumber: draft.number,
      practisingYear: Number(draft.year),
    },
    statementId: SIGNING_STATEMENT as typeof SIGNING_STATEMENT,
  };
}

const keyOf = (requestId: string) => `sevenstride.signing.${requestId}`;

/** The draft kept in this window (a clinic's computer is shared: it goes when the window closes), or null. */
export function keptDraft(requestId: string, empty: Draft): Draft | null {
  try {
    const kept = sessionStorage.getItem(keyOf(requestId));
    return kept ? { ...empty, ...(JSON.parse(kept) as Partial<Draft>) } : null;
  } catch {
    return null;
  }
}

export function keepDraft(requestId: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(requestId), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still lets her sign.
  }
}

export function forgetDraft(requestId: string): void {
  try {
    sessionStorage.removeItem(keyOf(requestId));
  } catch {
    // Nothing was kept.
  }
}
