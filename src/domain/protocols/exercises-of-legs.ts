import { exercise, type Exercise, none } from "./exercise-terms.ts";

const ONE_A_REP = { per: "rep", count: 1 } as const;
/** Cadence of easy jogging on the spot, about 150 steps a minute; source: Sevenstride (design). */
const JOGGING = { per: "second", count: 2.5 } as const;

/** Hips, legs, calves, balance, landings and running drills. */
export const OF_LEGS = [
  // Hip
  exercise("bridge", "hip", ["pelvic_girdle_pain"], {
    equipment: ["mat"],
    easier: "pelvic_tilt",
    harder: "single_leg_bridge",
  }),
  exercise("single_leg_bridge", "hip", ["pelvic_girdle_pain"], {
    equipment: ["mat"],
    easier: "bridge",
  }),
  exercise("clam", "hip", ["pelvic_girdle_pain"], {
    equipment: ["mat"],
    easier: "knee_fall_out",
    harder: "side_lying_hip_abduction",
  }),
  exercise("side_lying_hip_abduction", "hip", ["pelvic_girdle_pain"], {
    equipment: ["mat"],
    easier: "clam",
    harder: "side_step_band",
  }),
  exercise("side_step_band", "hip", ["pelvic_girdle_pain"], {
    equipment: ["band"],
    easier: "side_lying_hip_abduction",
  }),
  exercise("short_side_plank_inner_thigh", "hip", ["pelvic_girdle_pain", "pelvic_heaviness"], {
    equipment: ["bench", "mat"],
    easier: "side_plank_knees",
  }),
  exercise("hip_flexor_stretch", "hip", ["caesarean_early"], { equipment: ["mat"] }),
  // Leg
  exercise("wall_squat", "leg", ["pelvic_heaviness"], { equipment: ["wall"], harder: "squat" }),
  exercise("squat", "leg", ["pelvic_heaviness", "caesarean_early"], {
    equipment: ["weight"],
    easier: "wall_squat",
    harder: "heavy_squat",
  }),
  exercise("heavy_squat", "leg", ["pelvic_heaviness", "caesarean_early", "sphincter_injury_early"], {
    equipment: ["weight"],
    easier: "squat",
  }),
  exercise("hip_hinge", "leg", ["pelvic_heaviness", "caesarean_early"], {
    equipment: ["weight"],
    harder: "deadlift",
  }),
  exercise("deadlift", "leg", ["pelvic_heaviness", "caesarean_early", "sphincter_injury_early"], {
    equipment: ["weight"],
    easier: "hip_hinge",
  }),
  exercise("single_leg_deadlift", "leg", ["pelvic_girdle_pain", "pelvic_heaviness", "caesarean_early"], {
    equipment: ["weight"],
    easier: "hip_hinge",
  }),
  exercise("sit_to_stand", "leg", ["pelvic_heaviness"], {
    equipment: ["chair"],
    easier: "wall_squat",
    harder: "single_leg_sit_to_stand",
  }),
  exercise("step_up_low", "leg", ["pelvic_girdle_pain", "pelvic_heaviness"], {
    equipment: ["step"],
    easier: "sit_to_stand",
    harder: "step_up_high",
  }),
  exercise("step_up_high", "leg", ["pelvic_girdle_pain", "pelvic_heaviness"], {
    equipment: ["step"],
    easier: "step_up_low",
    harder: "step_down",
  }),
  exercise("step_down", "leg", ["pelvic_girdle_pain", "pelvic_heaviness"], {
    equipment: ["step"],
    easier: "step_up_low",
    harder: "single_leg_sit_to_stand",
  }),
  exercise("split_squat", "leg", ["pelvic_girdle_pain", "pelvic_heaviness"], {
    easier: "wall_squat",
    harder: "reverse_lunge",
  }),
  exercise("reverse_lunge", "leg", ["pelvic_girdle_pain", "pelvic_heaviness"], {
    equipment: ["weight"],
    easier: "split_squat",
  }),
  exercise("single_leg_sit_to_stand", "leg", ["pelvic_girdle_pain", "pelvic_heaviness"], {
    equipment: ["chair"],
    easier: "sit_to_stand",
  }),
  exercise(
    "hamstring_stretch",
    "leg",
    none("a stretch from the hip with a long back: nothing is lifted, the belly is at rest"),
    { equipment: ["step"] },
  ),
  // Calf
  exercise(
    "calf_raise",
    "calf",
    none("on both feet beside a wall, ankles alone: what hurts is the heel cord, said in stop-if"),
    { equipment: ["wall"], harder: "bent_knee_calf_raise" },
  ),
  exercise(
    "bent_knee_calf_raise",
    "calf",
    none("on both feet beside a wall, ankles alone: what hurts is the heel cord, said in stop-if"),
    {
      equipment: ["wall"],
      easier: "calf_raise",
      harder: "single_leg_calf_raise",
    },
  ),
  exercise("single_leg_calf_raise", "calf", ["pelvic_girdle_pain"], {
    equipment: ["wall"],
    easier: "bent_knee_calf_raise",
  }),
  // Balance
  exercise("single_leg_balance", "balance", ["pelvic_girdle_pain", "pelvic_heaviness"], {
    equipment: ["wall"],
    harder: "running_arms_balance",
  }),
  exercise("running_arms_balance", "balance", ["pelvic_girdle_pain", "pelvic_heaviness"], {
    easier: "single_leg_balance",
  }),
  // Impact
  exercise("heel_drop", "impact", ["no_hopping", "pelvic_heaviness", "sphincter_injury_early"], {
    equipment: ["wall"],
    easier: "calf_raise",
    harder: "low_pogo",
    contacts: ONE_A_REP,
  }),
  exercise("low_pogo", "impact", ["no_hopping", "pelvic_heaviness", "sphincter_injury_early"], {
    easier: "heel_drop",
    harder: "hop_on_spot",
    contacts: ONE_A_REP,
  }),
  exercise(
    "hop_on_spot",
    "impact",
    ["no_hopping", "pelvic_heaviness", "sphincter_injury_early", "pelvic_girdle_pain"],
    {
      easier: "low_pogo",
      harder: "forward_bound",
      contacts: ONE_A_REP,
    },
  ),
  exercise(
    "forward_bound",
    "impact",
    ["no_hopping", "pelvic_heaviness", "sphincter_injury_early", "pelvic_girdle_pain"],
    {
      easier: "hop_on_spot",
      contacts: ONE_A_REP,
    },
  ),
  // Technique
  exercise("tall_march", "technique", ["pelvic_girdle_pain", "pelvic_heaviness"], {
    easier: "easy_arms",
    harder: "light_feet",
  }),
  exercise("easy_arms", "technique", none("arms alone, standing or marching as she likes"), {
    harder: "tall_march",
  }),
  exercise(
    "light_feet",
    "technique",
    ["no_hopping", "not_cleared_to_run", "pelvic_heaviness", "sphincter_injury_early", "pelvic_girdle_pain"],
    {
      easier: "tall_march",
      contacts: JOGGING,
    },
  ),
] as const satisfies readonly Exercise[];
