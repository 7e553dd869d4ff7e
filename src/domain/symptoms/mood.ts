import { newest } from "../shared/newest.ts";
import type { CheckIn } from "../journey/facts.ts";
import { addDays, type Day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";

/**
 * The PHQ-2, the only score of mood there is here: two questions, each 0 (not at all) to 3 (nearly every day). Its
 * words may be used freely (Pfizer 2010). It diagnoses nothing: from 3 on a person gets in touch.
 */
export type MoodAnswers = Pick<CheckIn, "littleInterest" | "feelingDown">;

/** 0 to 6, or null when neither question was answered. One answer alone counts as it is: it can only be more. */
export function moodScore({ littleInterest, feelingDown }: MoodAnswers): number | null {
  if (littleInterest === null && feelingDown === null) return null;
  return (littleInterest ?? 0) + (feelingDown ?? 0);
}

/** True when her answers ask for a person to get in touch. */
export function isLowMood(answers: MoodAnswers): boolean {
  const score = moodScore(answers);
  return score !== null && score >= ruleValue("low_mood_from");
}

/** Her latest answers that still speak for today, when they ask for a person to get in touch, else null. */
export function lowMoodOf(checkIns: readonly CheckIn[], today: Day): CheckIn | null {
  const from = addDays(today, -ruleValue("low_mood_days"));
  const last = newest(checkIns, (row) => row.day > from && row.day <= today && moodScore(row) !== null);
  return last && isLowMood(last) ? last : null;
}
