import type { Side } from "../shared/vocabulary.ts";
import type { Battery, BatteryTest } from "./batteries.ts";

/**
 * Batteries other clinics publish: the same names of tests, other figures. Only what has a figure is here; what is
 * merely listed, and what only a physio can measure, is not. Read in 2026; the pages carry no year.
 */
const EACH: readonly Side[] = ["left", "right"];
const NONE: readonly Side[] = ["both"];
const VALETUDO = "Valetudo (Australia), return-to-run checklist, read 2026";
const FOURTH = "4th Trimester (USA), readiness tests, read 2026";
const PEAK = "Peak Endurance (USA), strength and impact tests, read 2026";
const ARC = "Arc Running, run-walk progression, read 2026";

function test(
  key: string,
  sides: readonly Side[],
  threshold: number,
  unit: BatteryTest["unit"],
  source: string,
): BatteryTest {
  return { key, sides, unit, threshold, source };
}

function battery(
  id: string,
  title: string,
  kind: Battery["kind"],
  source: string,
  tests: readonly BatteryTest[],
): Battery {
  return { id, title, version: 1, kind, source, strength: "expert_opinion", tests };
}

export const CLINIC_BATTERIES: readonly Battery[] = [
  battery("valetudo_load_impact", "Valetudo", "load_impact", VALETUDO, [
    test("walk", NONE, 30, "minutes", VALETUDO),
    test("single_leg_balance_arms", EACH, 15, "seconds", VALETUDO),
    test("hop_on_spot", NONE, 10, "reps", VALETUDO),
    test("stairs", NONE, 60, "seconds", VALETUDO),
  ]),
  battery("peak_endurance_load_impact", "Peak Endurance", "load_impact", PEAK, [
    test("two_leg_hop_150", NONE, 60, "seconds", PEAK),
    test("single_leg_hop_150", EACH, 30, "seconds", PEAK),
    test("jog_on_spot_170", NONE, 60, "seconds", PEAK),
  ]),
  battery("fourth_trimester_strength", "4th Trimester", "strength", FOURTH, [
    test("single_leg_squat", EACH, 10, "reps", FOURTH),
    test("single_leg_calf_raise", EACH, 20, "reps", FOURTH),
    test("single_leg_bridge", EACH, 10, "reps", FOURTH),
    test("wall_sit", NONE, 60, "seconds", FOURTH),
  ]),
  battery("peak_endurance_strength", "Peak Endurance", "strength", PEAK, [
    test("single_leg_calf_raise", EACH, 25, "reps", PEAK),
    test("single_leg_bridge_hold", EACH, 30, "seconds", PEAK),
    test("wall_sit", NONE, 60, "seconds", PEAK),
    test("plank", NONE, 60, "seconds", PEAK),
    test("side_plank", EACH, 30, "seconds", PEAK),
  ]),
  // One list in the source, with one impact test in it: offered as strength, so that nobody's impact tests shrink to one.
  battery("arc_running_strength", "Arc Running", "strength", ARC, [
    test("single_leg_squat_160", EACH, 30, "seconds", ARC),
    test("wall_jump", NONE, 60, "seconds", ARC),
    test("wall_sit", NONE, 60, "seconds", ARC),
    test("plank", NONE, 60, "seconds", ARC),
    test("step_up", NONE, 60, "seconds", ARC),
  ]),
];
