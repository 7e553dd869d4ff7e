import type { BatteryKind, TestUnit } from "../journey/reasons.ts";
import type { Side } from "../shared/vocabulary.ts";
import { CLINIC_BATTERIES } from "./batteries-of-clinics.ts";

/** One test of a battery. Passed when every side reaches the threshold and nothing was felt during or after. */
export type BatteryTest = {
  readonly key: string;
  /** left and right, or both when the test has no sides. */
  readonly sides: readonly Side[];
  readonly unit: TestUnit;
  readonly threshold: number;
  readonly source: string;
};

/** A version of a battery never changes: the same test with another threshold is another battery. */
export type Battery = {
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  readonly version: number;
  readonly kind: BatteryKind;
  readonly source: string;
  readonly strength: "guideline" | "expert_opinion";
  readonly tests: readonly BatteryTest[];
};

const EACH: readonly Side[] = ["left", "right"];
const NONE: readonly Side[] = ["both"];
const LOAD = "Goom, Donnelly, Brockwell 2019, load and impact management";
const STRENGTH = "Goom, Donnelly, Brockwell 2019, strength testing; repeated by Moore et al. 2021";

/** Load and impact (Goom 2019). Forward bounds have no side in the source as read. */
const GOOM_LOAD: Battery = {
  id: "goom_2019_load_impact",
  title: "Goom 2019",
  version: 1,
  kind: "load_impact",
  source: LOAD,
  strength: "guideline",
  tests: [
    { key: "walk", sides: NONE, unit: "minutes", threshold: 30, source: LOAD },
    { key: "single_leg_balance", sides: EACH, unit: "seconds", threshold: 10, source: LOAD },
    { key: "single_leg_squat", sides: EACH, unit: "reps", threshold: 10, source: LOAD },
    { key: "jog_on_spot", sides: NONE, unit: "seconds", threshold: 60, source: LOAD },
    { key: "forward_bound", sides: NONE, unit: "reps", threshold: 10, source: LOAD },
    { key: "hop_in_place", sides: EACH, unit: "reps", threshold: 10, source: LOAD },
    { key: "running_man", sides: EACH, unit: "reps", threshold: 10, source: LOAD },
  ],
};

const GOOM_STRENGTH: Battery = {
  id: "goom_2019_strength",
  title: "Goom 2019",
  version: 1,
  kind: "strength",
  source: STRENGTH,
  strength: "guideline",
  tests: [
    { key: "single_leg_calf_raise", sides: EACH, unit: "reps", threshold: 20, source: STRENGTH },
    { key: "single_leg_bridge", sides: EACH, unit: "reps", threshold: 20, source: STRENGTH },
    { key: "single_leg_sit_to_stand", sides: EACH, unit: "reps", threshold: 20, source: STRENGTH },
    { key: "side_lying_hip_abduction", sides: EACH, unit: "reps", threshold: 20, source: STRENGTH },
  ],
};

export const BATTERIES: readonly Battery[] = [GOOM_LOAD, GOOM_STRENGTH, ...CLINIC_BATTERIES];

/** The battery a practice uses unless it chose another, per kind. */
export const DEFAULT_BATTERY: { readonly [K in BatteryKind]: Battery } = {
  load_impact: GOOM_LOAD,
  strength: GOOM_STRENGTH,
};

/** A battery version, or null when there is none of that name and number. */
export function batteryOf(id: string, version: number): Battery | null {
  return BATTERIES.find((battery) => battery.id === id && battery.version === version) ?? null;
}
