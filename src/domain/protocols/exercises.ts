/**
 * The shipped exercises: what the rules need of each. Words (what, how, feel, stop if) are in
 * `words/en/protocols.json` under the same id. An id never changes and is never reused: logs of years ago name it.
 */

/** Reasons not to give an exercise without the physio's word. */
export const CAUTIONS = [
  "caesarean_early",
  "sphincter_injury_early",
  "pelvic_heaviness",
  "doming",
  "pelvic_girdle_pain",
  "tight_pelvic_floor",
  "wrist_pain",
  "no_hopping",
  "not_cleared_to_run",
] as const;
type Caution = (typeof CAUTIONS)[number];

export const EQUIPMENT = ["mat", "chair", "wall", "step", "band", "weight", "bench"] as const;
type Equipment = (typeof EQUIPMENT)[number];

export const AREAS = [
  "breath",
  "pelvic_floor",
  "core",
  "hip",
  "leg",
  "calf",
  "upper_back",
  "balance",
  "impact",
  "technique",
] as const;
export type Area = (typeof AREAS)[number];

export type Exercise = {
  readonly id: string;
  readonly area: Area;
  readonly equipment: readonly Equipment[];
  readonly easier: string | null;
  readonly harder: string | null;
  readonly cautions: readonly Caution[];
  /** Landings on one foot or both: none, so many in a repetition, or so many in a second of timed work. */
  readonly contacts: { readonly per: "rep" | "second"; readonly count: number } | null;
};

type Rest = Partial<Omit<Exercise, "id" | "area">>;
function exercise<const Id extends string>(
  id: Id,
  area: Area,
  rest: Rest = {},
): Exercise & { readonly id: Id } {
  return { area, equipment: [], easier: null, harder: null, cautions: [], contacts: null, ...rest, id };
}

const ONE_A_REP = { per: "rep", count: 1 } as const;
/** Cadence of easy jogging on the spot, about 150 steps a minute; source: Sevenstride (design). */
const JOGGING = { per: "second", count: 2.5 } as const;

export const EXERCISES = [
  // Breath
  exercise("breathing_lying", "breath", { equipment: ["mat"], harder: "breathing_sitting" }),
  exercise("breathing_sitting", "breath", { equipment: ["chair"], easier: "breathing_lying" }),
  exercise("rest_pose_breathing", "breath", { equipment: ["mat"], easier: "breathing_lying" }),
  // Pelvic floor
  exercise("pelvic_floor_release", "pelvic_floor", {
    equipment: ["mat"],
    easier: "breathing_lying",
    harder: "pelvic_floor_wake",
  }),
  exercise("pelvic_floor_wake", "pelvic_floor", {
    equipment: ["mat"],
    easier: "pelvic_floor_release",
    harder: "pelvic_floor_hold_lying",
    cautions: ["tight_pelvic_floor", "sphincter_injury_early"],
  }),
  exercise("pelvic_floor_hold_lying", "pelvic_floor", {
    equipment: ["mat"],
    easier: "pelvic_floor_wake",
    harder: "pelvic_floor_hold_sitting",
    cautions: ["tight_pelvic_floor", "sphincter_injury_early"],
  }),
  exercise("pelvic_floor_hold_sitting", "pelvic_floor", {
    equipment: ["chair"],
    easier: "pelvic_floor_hold_lying",
    harder: "pelvic_floor_hold_standing",
    cautions: ["tight_pelvic_floor", "sphincter_injury_early"],
  }),
  exercise("pelvic_floor_hold_standing", "pelvic_floor", {
    easier: "pelvic_floor_hold_sitting",
    harder: "pelvic_floor_long",
    cautions: ["tight_pelvic_floor", "sphincter_injury_early"],
  }),
  exercise("pelvic_floor_quick", "pelvic_floor", {
    easier: "pelvic_floor_wake",
    cautions: ["tight_pelvic_floor", "sphincter_injury_early"],
  }),
  exercise("pelvic_floor_long", "pelvic_floor", {
    equipment: ["chair"],
    easier: "pelvic_floor_hold_sitting",
    cautions: ["tight_pelvic_floor", "sphincter_injury_early"],
  }),
  // Core
  exercise("scar_care", "core", { cautions: ["caesarean_early"] }),
  exercise("log_roll", "core", { equipment: ["mat"] }),
  exercise("pelvic_tilt", "core", { equipment: ["mat"], easier: "breathing_lying", harder: "heel_slide" }),
  exercise("heel_slide", "core", {
    equipment: ["mat"],
    easier: "pelvic_tilt",
    harder: "toe_tap",
    cautions: ["doming"],
  }),
  exercise("knee_fall_out", "core", {
    equipment: ["mat"],
    easier: "pelvic_tilt",
    harder: "clam",
    cautions: ["pelvic_girdle_pain"],
  }),
  exercise("toe_tap", "core", {
    equipment: ["mat"],
    easier: "heel_slide",
    harder: "dead_bug",
    cautions: ["doming", "caesarean_early"],
  }),
  exercise("dead_bug", "core", {
    equipment: ["mat"],
    easier: "toe_tap",
    cautions: ["doming", "caesarean_early"],
  }),
  exercise("bird_dog", "core", {
    equipment: ["mat"],
    easier: "cat_cow",
    harder: "side_plank_knees",
    cautions: ["wrist_pain", "doming"],
  }),
  exercise("side_plank_knees", "core", {
    equipment: ["mat"],
    easier: "bird_dog",
    harder: "side_plank",
    cautions: ["doming", "caesarean_early"],
  }),
  exercise("side_plank", "core", {
    equipment: ["mat"],
    easier: "side_plank_knees",
    cautions: ["doming", "caesarean_early", "pelvic_heaviness"],
  }),
  exercise("band_press_out", "core", {
    equipment: ["band"],
    easier: "bird_dog",
    harder: "suitcase_carry",
    cautions: ["doming"],
  }),
  exercise("suitcase_carry", "core", {
    equipment: ["weight"],
    easier: "band_press_out",
    cautions: ["pelvic_heaviness", "caesarean_early", "sphincter_injury_early"],
  }),
  // Hip
  exercise("bridge", "hip", { equipment: ["mat"], easier: "pelvic_tilt", harder: "single_leg_bridge" }),
  exercise("single_leg_bridge", "hip", {
    equipment: ["mat"],
    easier: "bridge",
    cautions: ["pelvic_girdle_pain"],
  }),
  exercise("clam", "hip", {
    equipment: ["mat"],
    easier: "knee_fall_out",
    harder: "side_lying_hip_abduction",
    cautions: ["pelvic_girdle_pain"],
  }),
  exercise("side_lying_hip_abduction", "hip", {
    equipment: ["mat"],
    easier: "clam",
    harder: "side_step_band",
    cautions: ["pelvic_girdle_pain"],
  }),
  exercise("side_step_band", "hip", {
    equipment: ["band"],
    easier: "side_lying_hip_abduction",
    cautions: ["pelvic_girdle_pain"],
  }),
  exercise("short_side_plank_inner_thigh", "hip", {
    equipment: ["bench", "mat"],
    easier: "side_plank_knees",
    cautions: ["pelvic_girdle_pain", "pelvic_heaviness"],
  }),
  exercise("hip_flexor_stretch", "hip", { equipment: ["mat"], cautions: ["caesarean_early"] }),
  // Leg
  exercise("wall_squat", "leg", { equipment: ["wall"], harder: "squat" }),
  exercise("squat", "leg", { equipment: ["weight"], easier: "wall_squat", harder: "heavy_squat" }),
  exercise("heavy_squat", "leg", {
    equipment: ["weight"],
    easier: "squat",
    cautions: ["pelvic_heaviness", "caesarean_early", "sphincter_injury_early"],
  }),
  exercise("hip_hinge", "leg", { equipment: ["weight"], harder: "deadlift" }),
  exercise("deadlift", "leg", {
    equipment: ["weight"],
    easier: "hip_hinge",
    cautions: ["pelvic_heaviness", "caesarean_early", "sphincter_injury_early"],
  }),
  exercise("single_leg_deadlift", "leg", {
    equipment: ["weight"],
    easier: "hip_hinge",
    cautions: ["pelvic_girdle_pain"],
  }),
  exercise("sit_to_stand", "leg", {
    equipment: ["chair"],
    easier: "wall_squat",
    harder: "single_leg_sit_to_stand",
  }),
  exercise("step_up_low", "leg", { equipment: ["step"], easier: "sit_to_stand", harder: "step_up_high" }),
  exercise("step_up_high", "leg", {
    equipment: ["step"],
    easier: "step_up_low",
    harder: "step_down",
    cautions: ["pelvic_girdle_pain"],
  }),
  exercise("step_down", "leg", {
    equipment: ["step"],
    easier: "step_up_low",
    harder: "single_leg_sit_to_stand",
    cautions: ["pelvic_girdle_pain"],
  }),
  exercise("split_squat", "leg", {
    easier: "wall_squat",
    harder: "reverse_lunge",
    cautions: ["pelvic_girdle_pain"],
  }),
  exercise("reverse_lunge", "leg", {
    equipment: ["weight"],
    easier: "split_squat",
    cautions: ["pelvic_girdle_pain", "pelvic_heaviness"],
  }),
  exercise("single_leg_sit_to_stand", "leg", {
    equipment: ["chair"],
    easier: "sit_to_stand",
    cautions: ["pelvic_girdle_pain"],
  }),
  exercise("hamstring_stretch", "leg", { equipment: ["step"] }),
  // Calf
  exercise("calf_raise", "calf", { equipment: ["wall"], harder: "bent_knee_calf_raise" }),
  exercise("bent_knee_calf_raise", "calf", {
    equipment: ["wall"],
    easier: "calf_raise",
    harder: "single_leg_calf_raise",
  }),
  exercise("single_leg_calf_raise", "calf", { equipment: ["wall"], easier: "bent_knee_calf_raise" }),
  // Upper back
  exercise("band_row", "upper_back", { equipment: ["band"] }),
  exercise("open_book", "upper_back", { equipment: ["mat"], harder: "thread_the_needle" }),
  exercise("cat_cow", "upper_back", {
    equipment: ["mat"],
    easier: "pelvic_tilt",
    harder: "bird_dog",
    cautions: ["wrist_pain"],
  }),
  exercise("thread_the_needle", "upper_back", {
    equipment: ["mat"],
    easier: "open_book",
    cautions: ["wrist_pain"],
  }),
  exercise("wall_slide", "upper_back", { equipment: ["wall"] }),
  // Balance
  exercise("single_leg_balance", "balance", { equipment: ["wall"], harder: "running_arms_balance" }),
  exercise("running_arms_balance", "balance", { easier: "single_leg_balance" }),
  // Impact
  exercise("heel_drop", "impact", {
    equipment: ["wall"],
    easier: "calf_raise",
    harder: "low_pogo",
    cautions: ["no_hopping", "pelvic_heaviness"],
    contacts: ONE_A_REP,
  }),
  exercise("low_pogo", "impact", {
    easier: "heel_drop",
    harder: "hop_on_spot",
    cautions: ["no_hopping", "pelvic_heaviness"],
    contacts: ONE_A_REP,
  }),
  exercise("hop_on_spot", "impact", {
    easier: "low_pogo",
    harder: "forward_bound",
    cautions: ["no_hopping", "pelvic_heaviness"],
    contacts: ONE_A_REP,
  }),
  exercise("forward_bound", "impact", {
    easier: "hop_on_spot",
    cautions: ["no_hopping", "pelvic_heaviness"],
    contacts: ONE_A_REP,
  }),
  // Technique
  exercise("tall_march", "technique", { easier: "easy_arms", harder: "light_feet" }),
  exercise("easy_arms", "technique", { harder: "tall_march" }),
  exercise("light_feet", "technique", {
    easier: "tall_march",
    cautions: ["no_hopping", "not_cleared_to_run", "pelvic_heaviness"],
    contacts: JOGGING,
  }),
] as const satisfies readonly Exercise[];

export type ExerciseId = (typeof EXERCISES)[number]["id"];

const BY_ID: ReadonlyMap<string, Exercise> = new Map(EXERCISES.map((row) => [row.id, row]));

/** Ids of the shipped exercises. */
export const EXERCISE_IDS: ReadonlySet<string> = new Set(BY_ID.keys());

/** A shipped exercise, or null. */
export function exerciseOf(id: string): Exercise | null {
  return BY_ID.get(id) ?? null;
}
