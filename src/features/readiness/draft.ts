import type { TestResult } from "@/domain/journey/facts.ts";
import type { TestOutcome } from "@/domain/journey/journey.ts";
import type { Battery } from "@/domain/readiness/batteries.ts";
import { evaluateBattery } from "@/domain/readiness/evaluate.ts";
import type { Day } from "@/domain/shared/day.ts";
import type { Finding, PainSite, Side, Symptom } from "@/domain/shared/vocabulary.ts";

/** One side of one test as it is being written down. `value` is what stands in the box. */
export type SideDraft = {
  readonly value: string;
  readonly incomplete: NonNullable<TestResult["incomplete"]> | null;
  readonly felt: boolean;
  readonly symptoms: readonly Symptom[];
  readonly site: PainSite | null;
  readonly level: number | null;
};

export const EMPTY_SIDE: SideDraft = {
  value: "",
  incomplete: null,
  felt: false,
  symptoms: [],
  site: null,
  level: null,
};

/** Sides by `test side`; what is not there is untouched. */
export type BatteryDraft = Readonly<Record<string, SideDraft>>;

export const INCOMPLETE = ["form_loss", "stopped_early", "declined"] as const;

/** What one side still lacks or has wrong, by the control that shows it. */
export type SideProblem = "number" | "felt" | "site" | "level";

/** Where a side of a test is kept in a draft. */
export const sideKey = (test: string, side: Side) => `${test} ${side}`;

/** A count or a time as people write it, with a point or a comma; null for nothing, NaN for what is no number. */
export function numberFrom(text: string): number | null {
  const trimmed = text.trim().replace(",", ".");
  if (trimmed === "") return null;
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(trimmed)) return Number.NaN;
  const value = Number(trimmed);
  return value <= 1000 ? value : Number.NaN;
}

/** What has to be mended before this side can be saved, in the order it is read. */
export function problemsOf(draft: SideDraft): readonly SideProblem[] {
  const problems: SideProblem[] = [];
  if (Number.isNaN(numberFrom(draft.value))) problems.push("number");
  if (!draft.felt) return problems;
  if (draft.symptoms.length === 0) problems.push("felt");
  if (draft.symptoms.includes("pain")) {
    if (draft.site === null) problems.push("site");
    if (draft.level === null) problems.push("level");
  }
  return problems;
}

/** What was felt, as far as it is whole: pain without its place or number is not there yet. */
export function findingsOf(draft: SideDraft): Finding[] {
  if (!draft.felt) return [];
  return draft.symptoms.flatMap((symptom): Finding[] => {
    if (symptom !== "pain") return [{ kind: "symptom", symptom }];
    const { site, level } = draft;
    return site === null || level === null ? [] : [{ kind: "pain", site, level }];
  });
}

/** True when something of this side was written down. */
export function isTouched(draft: SideDraft | undefined): draft is SideDraft {
  return draft !== undefined && (draft.value.trim() !== "" || draft.incomplete !== null || draft.felt);
}

/** A result as the command takes it. */
type Result = Omit<TestResult, "symptoms"> & { symptoms: Finding[] };

/** The results of a draft in the order of the battery: touched sides only. A number that is none counts as not done. */
export function resultsOf(battery: Battery, draft: BatteryDraft): Result[] {
  return battery.tests.flatMap((test) =>
    test.sides.flatMap((side): Result[] => {
      const row = draft[sideKey(test.key, side)];
      if (!isTouched(row)) return [];
      const value = numberFrom(row.value);
      return [
        {
          test: test.key,
          side,
          value: value === null || Number.isNaN(value) ? null : value,
          symptoms: findingsOf(row),
          incomplete: row.incomplete,
        },
      ];
    }),
  );
}

/** The day plays no part in what a sheet alone says: nothing is older or newer than it. */
const ANY_DAY = "2000-01-01" as Day;

/** What the rules say of this sheet by itself: the same evaluation that counts once it is saved. */
export function outcomesOf(battery: Battery, draft: BatteryDraft): readonly TestOutcome[] {
  const run = {
    id: "draft",
    battery: battery.id,
    version: battery.version,
    doneOn: ANY_DAY,
    results: resultsOf(battery, draft),
    recordedAt: "",
    recordedBy: { kind: "coach" as const, id: null },
  };
  return evaluateBattery(battery, [run], { since: null, notBefore: null }).outcomes;
}
