import { SOURCE } from "../shared/rule-row.ts";

/**
 * Ages at which many families report broken nights. An observation of the method's author, not a finding: the
 * literature knows no fixed ages. So it is a word to her and nothing else; no rule reads it.
 */
export const BABY_AGES = {
  months: [4, 8, 14],
  min: 1,
  max: 24,
  most: 6,
  source: `${SOURCE.method}; no study confirms fixed ages`,
} as const;

/** Why a list of ages cannot be saved. */
export type BabyAgesProblem = {
  readonly code: "baby_months_wrong";
  readonly min: number;
  readonly max: number;
  readonly most: number;
};

/** Whole months in rising order, within bounds; an empty list is no prompts at all. */
export function babyAgesProblems(months: readonly number[]): readonly BabyAgesProblem[] {
  const { min, max, most } = BABY_AGES;
  const isRight =
    months.length <= most &&
    months.every(
      (age, at) => Number.isInteger(age) && age >= min && age <= max && age > (months[at - 1] ?? 0),
    );
  return isRight ? [] : [{ code: "baby_months_wrong", min, max, most }];
}
