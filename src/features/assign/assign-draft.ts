import type { ProtocolKind } from "@/domain/journey/steps.ts";
import { usualDays } from "@/domain/plans/usual-days.ts";
import type { Day, Weekday } from "@/domain/shared/day.ts";

/** What is chosen for a plan before it is assigned. */
export type AssignDraft = {
  readonly weekdays: readonly Weekday[];
  readonly startsOn: string;
  readonly level: number;
  readonly mode: "propose" | "auto";
  readonly maxLevel: number | null;
};

/** A draft that can be assigned as it is. `walkingDays`: days of her walking plan, empty when she has none. */
export function usualDraft(kind: ProtocolKind, today: Day, walkingDays: readonly number[]): AssignDraft {
  return {
    weekdays: usualDays(kind, walkingDays),
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
