import { registerOf } from "@/domain/clearance/registers.ts";
import { REVIEW_DEFAULT_WEEKS, SIGNING_STATEMENT } from "@/domain/clearance/signing.ts";
import { addDays, type Day, isDay } from "@/domain/shared/day.ts";
import type { ClearanceDecision, Condition, ConditionKind, Scope } from "@/domain/shared/vocabulary.ts";

/** The form as it is written: text where she types, so that nothing half-written is lost. */
export type Draft = {
  readonly assessedOn: string;
  readonly restoration: "yes" | "no" | "";
  readonly findings: string;
  readonly homeProgramme: string;
  readonly decision: ClearanceDecision | "";
  readonly scope: readonly Scope[];
  readonly conditions: readonly ConditionKind[];
  readonly maxMinutes: string;
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
    decision: "",
    scope: USUAL_SCOPE,
    conditions: [],
    maxMinutes: "",
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
    year: practisingYear === null ? "" : String(practisingYear),
  };
}

/** What still has to be said, in the order of the form: a field and the name of its sentence (physio.form.need). */
export type Need = { readonly field: DraftField; readonly need: NeedCode };
export type NeedCode =
  | "assessedOn"
  | "restoration"
  | "decision"
  | "scope"
  | "conditions"
  | "minutes"
  | "other"
  | "reviewBy"
  | "earlyOn"
  | "earlyReason"
  | "name"
  | "title"
  | "regulator"
  | "number"
  | "year";

const isMinutes = (text: string) => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 300;

/** Everything that is missing before she can sign. The server's rules still have the last word. */
export function needsOf(draft: Draft): readonly Need[] {
  const isCleared = draft.decision === "cleared" || draft.decision === "cleared_with_conditions";
  const hasConditions = draft.decision === "cleared_with_conditions";
  const checks: readonly [DraftField, NeedCode, boolean][] = [
    ["assessedOn", "assessedOn", isDay(draft.assessedOn)],
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
    ["reviewBy", "reviewBy", isDay(draft.reviewBy)],
    ["earlyOn", "earlyOn", !(isCleared && draft.isEarly) || isDay(draft.earlyOn)],
    ["earlyReason", "earlyReason", !(isCleared && draft.isEarly) || draft.earlyReason.trim() !== ""],
    ["name", "name", draft.name.trim().length >= 2],
    ["title", "title", draft.title !== ""],
    ["regulator", "regulator", draft.regulator.trim().length >= 2],
    ["number", "number", draft.number.trim().length >= 2],
    ["year", "year", /^20\d\d$/.test(draft.year.trim())],
  ];
  return checks.filter(([, , isFine]) => !isFine).map(([field, need]) => ({ field, need }));
}

function conditionOf(kind: ConditionKind, draft: Draft): Condition {
  switch (kind) {
    case "max_run_minutes":
      return { kind, minutes: Number(draft.maxMinutes) };
    case "other":
      return { kind, words: draft.otherWords.trim() };
    default:
      return { kind };
  }
}

/** What is sent when she signs, or null while something is missing. */
export function signingOf(draft: Draft) {
  const { assessedOn, reviewBy, decision, earlyOn } = draft;
  if (needsOf(draft).length > 0 || decision === "" || !isDay(assessedOn) || !isDay(reviewBy)) return null;
  const isCleared = decision !== "not_yet";
  const isEarly = isCleared && draft.isEarly && isDay(earlyOn);
  return {
    assessment: {
      assessedOn,
      restorationOk: draft.restoration === "yes",
      findings: draft.findings,
      homeProgramme: draft.homeProgramme,
    },
    clearance: {
      decision,
      scope: isCleared ? [...draft.scope] : [],
      conditions:
        decision === "cleared_with_conditions"
          ? draft.conditions.map((kind) => conditionOf(kind, draft))
          : [],
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
