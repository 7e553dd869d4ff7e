import type { Journey } from "../journey/journey.ts";
import type { BatteryKind } from "../journey/reasons.ts";
import type { Day } from "../shared/day.ts";

/** Every test of both batteries was done again after that day, and passed. */
export function isTestedSince(batteries: Journey["batteries"], day: Day): boolean {
  return batteryToRetest(batteries, day) === null;
}

/** The battery that is still to be done again after that day, or null when both were. */
export function batteryToRetest(batteries: Journey["batteries"], day: Day): BatteryKind | null {
  const found = [batteries.load_impact, batteries.strength].find(
    ({ outcomes }) =>
      !outcomes.every(({ state, doneOn }) => state === "passed" && doneOn !== null && doneOn > day),
  );
  return found?.kind ?? null;
}
