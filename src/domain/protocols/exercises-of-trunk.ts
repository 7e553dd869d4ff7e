import { exercise, type Exercise, none } from "./exercise-terms.ts";

/** Breath, pelvic floor, core and upper back. */
export const OF_TRUNK = [
  // Breath
  exercise(
    "breathing_lying",
    "breath",
    none("breath at rest: nothing is lifted, pressed or squeezed; given from the first day"),
    { equipment: ["mat"], harder: "breathing_sitting" },
  ),
  exercise(
    "breathing_sitting",
    "breath",
    none("breath at rest: nothing is lifted, pressed or squeezed; given from the first day"),
    { equipment: ["chair"], easier: "breathing_lying" },
  ),
  exercise("rest_pose_breathing", "breath", ["caesarean_early"], {
    equipment: ["mat"],
    easier: "breathing_lying",
  }),
  // Pelvic floor
  exercise(
    "pelvic_floor_release",
    "pelvic_floor",
    none("a letting go: it is what is given where squeezing is not"),
    {
      equipment: ["mat"],
      easier: "breathing_lying",
      harder: "pelvic_floor_wake",
    },
  ),
  exercise("pelvic_floor_wake", "pelvic_floor", ["tight_pelvic_floor", "sphincter_injury_early"], {
    equipment: ["mat"],
    easier: "pelvic_floor_release",
    harder: "pelvic_floor_hold_lying",
  }),
  exercise("pelvic_floor_hold_lying", "pelvic_floor", ["tight_pelvic_floor", "sphincter_injury_early"], {
    equipment: ["mat"],
    easier: "pelvic_floor_wake",
    harder: "pelvic_floor_hold_sitting",
  }),
  exercise("pelvic_floor_hold_sitting", "pelvic_floor", ["tight_pelvic_floor", "sphincter_injury_early"], {
    equipment: ["chair"],
    easier: "pelvic_floor_hold_lying",
    harder: "pelvic_floor_hold_standing",
  }),
  exercise(
    "pelvic_floor_hold_standing",
    "pelvic_floor",
    ["tight_pelvic_floor", "sphincter_injury_early", "pelvic_heaviness"],
    {
      easier: "pelvic_floor_hold_sitting",
      harder: "pelvic_floor_long",
    },
  ),
  exercise("pelvic_floor_quick", "pelvic_floor", ["tight_pelvic_floor", "sphincter_injury_early"], {
    easier: "pelvic_floor_wake",
  }),
  exercise("pelvic_floor_long", "pelvic_floor", ["tight_pelvic_floor", "sphincter_injury_early"], {
    equipment: ["chair"],
    easier: "pelvic_floor_hold_sitting",
  }),
  // Core
  exercise("scar_care", "core", ["caesarean_early"]),
  exercise("log_roll", "core", none("the way out of bed that spares a fresh scar"), { equipment: ["mat"] }),
  exercise(
    "pelvic_tilt",
    "core",
    none("unloaded and lying, of the first weeks; what pinches is said in stop-if"),
    { equipment: ["mat"], easier: "breathing_lying", harder: "heel_slide" },
  ),
  exercise("heel_slide", "core", ["doming"], {
    equipment: ["mat"],
    easier: "pelvic_tilt",
    harder: "toe_tap",
  }),
  exercise("knee_fall_out", "core", ["pelvic_girdle_pain"], {
    equipment: ["mat"],
    easier: "pelvic_tilt",
    harder: "clam",
  }),
  exercise("toe_tap", "core", ["doming", "caesarean_early"], {
    equipment: ["mat"],
    easier: "heel_slide",
    harder: "dead_bug",
  }),
  exercise("dead_bug", "core", ["doming", "caesarean_early"], {
    equipment: ["mat"],
    easier: "toe_tap",
  }),
  exercise("bird_dog", "core", ["wrist_pain", "doming"], {
    equipment: ["mat"],
    easier: "cat_cow",
    harder: "side_plank_knees",
  }),
  exercise("side_plank_knees", "core", ["doming", "caesarean_early"], {
    equipment: ["mat"],
    easier: "bird_dog",
    harder: "side_plank",
  }),
  exercise("side_plank", "core", ["doming", "caesarean_early", "pelvic_heaviness"], {
    equipment: ["mat"],
    easier: "side_plank_knees",
  }),
  exercise("band_press_out", "core", ["doming"], {
    equipment: ["band"],
    easier: "bird_dog",
    harder: "suitcase_carry",
  }),
  exercise("suitcase_carry", "core", ["pelvic_heaviness", "caesarean_early", "sphincter_injury_early"], {
    equipment: ["weight"],
    easier: "band_press_out",
  }),
  // Upper back
  exercise(
    "band_row",
    "upper_back",
    none("a light pull at chest height, from the shoulder blades; the trunk only stands"),
    { equipment: ["band"] },
  ),
  exercise("open_book", "upper_back", ["caesarean_early"], {
    equipment: ["mat"],
    harder: "thread_the_needle",
  }),
  exercise("cat_cow", "upper_back", ["wrist_pain"], {
    equipment: ["mat"],
    easier: "pelvic_tilt",
    harder: "bird_dog",
  }),
  exercise("thread_the_needle", "upper_back", ["wrist_pain", "caesarean_early"], {
    equipment: ["mat"],
    easier: "open_book",
  }),
  exercise("wall_slide", "upper_back", none("the arms' own weight, held up by a wall"), {
    equipment: ["wall"],
  }),
] as const satisfies readonly Exercise[];
