import { addDays, type Day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { DayField, Deciding, Refusal } from "./decision.ts";

/** Something that happened cannot lie ahead. Null when it is fine. */
export function notInFuture(field: DayField, day: Day, { today }: Deciding): Refusal | null {
  return day > today ? { code: "day_in_future", field, day } : null;
}

/** Something to come cannot lie behind. Null when it is fine. */
export function notInPast(field: DayField, day: Day, { today }: Deciding): Refusal | null {
  return day < today ? { code: "day_in_past", field, day } : null;
}

/** Happened, and not before the birth it belongs to. Null when it is fine. */
export function sinceBirth(field: DayField, day: Day, deciding: Deciding): Refusal | null {
  const { bornOn } = deciding.journey;
  if (bornOn !== null && day < bornOn) return { code: "day_before_birth", field, day, bornOn };
  return notInFuture(field, day, deciding);
}

/**
 * For what her phone tells: a day ahead is taken, because she may be in another zone or her clock may be wrong, and a
 * symptom or a log that is refused for that is lost. Null when it is fine.
 */
export function fromPhone(field: DayField, day: Day, deciding: Deciding): Refusal | null {
  const { bornOn } = deciding.journey;
  if (bornOn !== null && day < bornOn) return { code: "day_before_birth", field, day, bornOn };
  const latest = addDays(deciding.today, ruleValue("clock_tolerance_days"));
  return day > latest ? { code: "day_in_future", field, day } : null;
}

/** The first refusal of several checks, or null. */
export function firstOf(...checks: readonly (Refusal | null)[]): Refusal | null {
  return checks.find((check) => check !== null) ?? null;
}
