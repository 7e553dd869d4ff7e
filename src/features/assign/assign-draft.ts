import type { ProtocolKind } from "@/domain/journey/steps.ts";
import type { Day, Weekday } from "@/domain/shared/day.ts";

/** What is chosen for a plan before it is assigned. */
export type AssignDraft = {
  readonly weekdays: readonly Weekday[];
  readonly startsOn: string;
  readonly level: number;
  readonly mode: "propose" | "auto";
  readonly maxLevel: number | null;
};

/** Days most mums begin with, so that the third click can be "Assign". Runs have a day of rest between them. */
const USUAL_DAYS: { readonly [K in ProtocolKind]: readonly Weekday[] } = {
  restoration: [1, 2, 3, 4, 5],
  walking: [1, 3, 5, 6],
  strength: [2, 4],
  walk_run: [1, 3, 6],
  technique: [3],
};

/** Runs replace walks: of the usual run days those she walks on, or her walking days with a rest between them. */
function runDaysOf(walkingDays: readonly number[]): readonly Weekday[] {
  const usual = USUAL_DAYS.walk_run.filter((day) => walkingDays.includes(day));
  if (walkingDays.length === 0 || usual.length > 1) return usual.length > 1 ? usual : USUAL_DAYS.walk_run;
  const apart: Weekday[] = [];
  for (const day of walkingDays.toSorted((a, b) => a - b) as Weekday[]) {
    const last = apart.at(-1);
    const isLastOfWeek = apart[0] !== undefined && apart[0] + 7 - day < 2;
    if ((last === undefined || day - last >= 2) && !isLastOfWeek) apart.push(day);
  }
  return apart;
}

/** A draft that can be assigned as it is. `walkingDays`: days of her walking plan, empty when she has none. */
export function usualDraft(kind: ProtocolKind, today: Day, walkingDays: readonly number[]): AssignDraft {
  return {
    weekdays: kind === "walk_run" ? runDaysOf(walkingDays) : USUAL_DAYS[kind],
    startsOn: today,
    level: 0,
    mode: "propose",
    maxLevel: null,
  };
}

/** The days with one more, or one less, in the order of the week. */
export function withDay(days: readonly Weekday[], day: Weekday): readonly Weekday[] {
  return days.includes(day)
    ? days.filter((other) => other !== day)
    : [...days, day].toSorted((a, b) => a - b);
}
