import { latestBirth } from "../clearance/standing.ts";
import { addDays, type Day, day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { ClientRecord } from "./facts.ts";
import { babyMonthsOf } from "./practice-rules.ts";

/** False for good once a family said so. Nobody asks why. */
export function hasBabyPrompts(record: ClientRecord): boolean {
  return !record.lifeEvent.some((row) => row.kind === "baby_prompts_off");
}

const FULL_TERM_WEEKS = 40;
const EARLY_BEFORE_WEEKS = 37;

/**
 * The age (months) a word is due about, or null. A baby born early is counted from the day it was due, as its sleep is.
 * Shown for a few weeks from the day the age is reached.
 */
export function babyPrompt(record: ClientRecord, today: Day): number | null {
  const birth = latestBirth(record);
  if (!birth || !hasBabyPrompts(record)) return null;
  const { bornOn, gestationWeeks: weeks } = birth;
  const isEarly = weeks !== null && weeks < EARLY_BEFORE_WEEKS;
  const from = isEarly ? addDays(bornOn, (FULL_TERM_WEEKS - weeks) * 7) : bornOn;
  const lasts = ruleValue("baby_prompt_days");
  const due = babyMonthsOf(record).findLast((age) => {
    const reached = addMonths(from, age);
    return reached <= today && today < addDays(reached, lasts);
  });
  return due ?? null;
}

/** The same day of the month so many months later, or the last day of a shorter month. */
function addMonths(from: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number);
  const index = year * 12 + month - 1 + count;
  const first = monthStart(index);
  const last = Number(addDays(monthStart(index + 1), -1).slice(8));
  return addDays(first, Math.min(date, last) - 1);
}

/** The first of a month, counted from year 0. */
function monthStart(index: number): Day {
  return day(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`);
}
