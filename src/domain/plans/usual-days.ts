import type { ProtocolKind } from "../journey/steps.ts";
import type { Weekday } from "../shared/day.ts";

/** Days most mums begin with, so that the third click can be "Assign". Runs have a day of rest between them. */
const USUAL_DAYS: { readonly [K in ProtocolKind]: readonly Weekday[] } = {
  restoration: [1, 2, 3, 4, 5],
  walking: [1, 3, 5, 6],
  strength: [2, 4],
  walk_run: [1, 3, 6],
  technique: [3],
};

/**
 * The days a plan usually begins with. Runs replace walks: of the usual run days those she walks on, or her walking days
 * with a rest between them.
 * @param walkingDays days of her walking plan, empty when she has none
 */
export function usualDays(kind: ProtocolKind, walkingDays: readonly number[]): readonly Weekday[] {
  if (kind !== "walk_run") return USUAL_DAYS[kind];
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
