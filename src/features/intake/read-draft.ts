import type { DraftBirth, IntakeDraft } from "@/domain/clients/intake-draft.ts";
import { CONSENT_PURPOSES } from "@/domain/journey/facts.ts";
import { isDay } from "@/domain/shared/day.ts";
import { BIRTH_MODES, TEARS } from "@/domain/shared/vocabulary.ts";
import type { Inputs } from "@/trpc/wire.ts";

export const PAGES = ["consents", "birth", "body", "run", "words", "check"] as const;
export type PageId = (typeof PAGES)[number];

export const FEEDINGS = ["breast", "mixed", "formula", "weaned", "not_said"] as const;

/** What is wrong at a field, as a key of the words `mum.intake.error` (or the consent that is needed). */
export type ProblemCode =
  | "required"
  | "consentNeeded"
  | "date"
  | "dateMissing"
  | "future"
  | "babies"
  | "weeks"
  | "km"
  | "days"
  | "minutes"
  | "tooLong";
/** By field: `births.0.bornOn`, `feeding` … */
export type Problems = Readonly<Record<string, ProblemCode>>;

type Answers = Omit<Inputs["clients"]["completeIntake"], "key">;
type Birth = Answers["births"][number];

const whole = (text: string, least: number, most: number): number | null => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
  return value >= least && value <= most ? value : null;
};
const oneOf = <T extends string>(values: readonly T[], text: string): T | null =>
  values.find((value) => value === text) ?? null;

function dateProblem(text: string, today: string): ProblemCode | null {
  if (text === "" || /^-|--|-$/.test(text)) return "dateMissing";
  if (!isDay(text)) return "date";
  return text > today ? "future" : null;
}

function readBirth(
  birth: DraftBirth,
  at: number,
  today: string,
  problems: Record<string, ProblemCode>,
): Birth | null {
  const field = (name: keyof DraftBirth) => `births.${at}.${name}`;
  const date = dateProblem(birth.bornOn, today);
  if (date) problems[field("bornOn")] = date;
  const mode = oneOf(BIRTH_MODES, birth.mode);
  if (!mode) problems[field("mode")] = "required";
  const tear = oneOf(TEARS, birth.tear);
  if (!tear) problems[field("tear")] = "required";
  const babies = whole(birth.babies, 1, 8);
  if (babies === null) problems[field("babies")] = "babies";
  const hasWeeks = birth.gestationWeeks.trim() !== "";
  const gestationWeeks = hasWeeks ? whole(birth.gestationWeeks, 20, 45) : null;
  if (hasWeeks && gestationWeeks === null) problems[field("gestationWeeks")] = "weeks";
  if (date || !mode || !tear || babies === null) return null;
  return { bornOn: birth.bornOn, mode, tear, babies, gestationWeeks };
}

/** The page on which a field is asked. */
export function pageOf(field: string): PageId {
  if (field === "coach_care") return "consents";
  if (field.startsWith("births.")) return "birth";
  if (field === "feeding" || field === "pelvicHistory") return "body";
  if (field === "words") return "words";
  return "run";
}

/**
 * Reads what she typed. Every problem with its field, and the answers once there is none.
 * @param today her day, so that a birth cannot lie ahead
 */
export function readDraft(
  draft: IntakeDraft,
  today: string,
): { problems: Problems; answers: Answers | null } {
  const problems: Record<string, ProblemCode> = {};
  if (!draft.consents.coach_care) problems.coach_care = "consentNeeded";
  const births = draft.births.map((birth, at) => readBirth(birth, at, today, problems));
  const feeding = oneOf(FEEDINGS, draft.feeding);
  if (!feeding) problems.feeding = "required";
  if (draft.pelvicHistory !== "yes" && draft.pelvicHistory !== "no") problems.pelvicHistory = "required";
  const ranBeforeKmPerWeek = whole(draft.ranBeforeKmPerWeek, 0, 300);
  if (ranBeforeKmPerWeek === null) problems.ranBeforeKmPerWeek = "km";
  const daysPerWeek = whole(draft.daysPerWeek, 1, 7);
  if (daysPerWeek === null) problems.daysPerWeek = "days";
  const minutesPerRun = whole(draft.minutesPerRun, 5, 300);
  if (minutesPerRun === null) problems.minutesPerRun = "minutes";
  const known = births.filter((birth) => birth !== null);
  if (
    Object.keys(problems).length > 0 ||
    !feeding ||
    ranBeforeKmPerWeek === null ||
    daysPerWeek === null ||
    minutesPerRun === null
  ) {
    return { problems, answers: null };
  }
  return {
    problems,
    answers: {
      births: known,
      goal: { daysPerWeek, minutesPerRun },
      ranBeforeKmPerWeek,
      feeding,
      pelvicHistory: draft.pelvicHistory === "yes",
      words: draft.words,
      consents: CONSENT_PURPOSES.map((purpose) => ({ purpose, given: draft.consents[purpose] ?? false })),
    },
  };
}
