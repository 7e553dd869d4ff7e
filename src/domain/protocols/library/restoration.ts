import type { ExerciseBlock } from "../blocks.ts";
import { HOUSE_SYMPTOM_RULE, type ProtocolContent, type ProtocolLevel } from "../grammar.ts";
import { SOURCES } from "./sources.ts";
import { CLEAN, holds, level, range, reps, timed } from "./write.ts";

/**
 * Step 2. Holds, repetitions and positions: domain table of pelvic floor dosage by phase (first weeks: gentle, 1-5 s;
 * then 8 x 8 s as the least that trains; then 8-12 x 6-8 s, lying to sitting to standing). Sets, and the exercises
 * around the pelvic floor, are our draft.
 */

const gentle = { effort: range(1, 3) };
const each = { side: "each" as const, ...gentle };
const DAILY = { from: 3, to: 7 };

const breathe = timed("breathing_lying", 1, 120, gentle);
const sitAndBreathe = timed("breathing_sitting", 1, 120, gentle);
const restAndBreathe = timed("rest_pose_breathing", 1, 60, gentle);
const standHold = (sets: number) => holds("pelvic_floor_hold_standing", sets, 8, 8, gentle);

/** A second set of everything that has a count; breathing stays as it is. */
function twice(blocks: readonly ExerciseBlock[]): ExerciseBlock[] {
  return blocks.map((block) => (block.dose.by === "reps" ? { ...block, sets: 2 } : block));
}

const support = [
  sitAndBreathe,
  holds("pelvic_floor_hold_lying", 1, 8, 6, gentle),
  reps("heel_slide", 1, 8, each),
  reps("bridge", 1, 8, gentle),
  reps("knee_fall_out", 1, 8, each),
];
const supportSitting = [
  sitAndBreathe,
  holds("pelvic_floor_hold_sitting", 2, 8, 6, gentle),
  reps("heel_slide", 2, 8, each),
  reps("bridge", 2, 8, gentle),
  reps("clam", 2, 8, each),
];
const load = [
  standHold(1),
  reps("pelvic_floor_quick", 1, 3, gentle),
  reps("toe_tap", 1, 8, each),
  reps("bird_dog", 1, 8, each),
  reps("wall_squat", 1, 8, gentle),
  timed("single_leg_balance", 1, 10, each),
];
const loadLonger = [
  timed("pelvic_floor_long", 1, 30, { effort: range(3, 5) }),
  ...twice(load),
  restAndBreathe,
];

const base = {
  grammar: 1 as const,
  kind: "restoration" as const,
  symptomRule: HOUSE_SYMPTOM_RULE,
  review: "draft" as const,
};
const usual = { perWeek: DAILY, exit: [CLEAN] };

export const RESTORATION: ProtocolContent = {
  ...base,
  slug: "restoration",
  variant: null,
  title: "Restoration: breath, pelvic floor, core",
  summary:
    "Three phases from lying still to standing on one leg. Short enough for a nap, gentle enough for a tired day.",
  entry: [{ code: "assessment_recorded" }, { code: "no_red_flag" }],
  exit: [{ code: "no_pelvic_symptom" }, { code: "coach_decides" }],
  sources: [SOURCES.firstDays, SOURCES.novice, SOURCES.motherfit, SOURCES.goom, SOURCES.house],
  levels: [
    level(
      "Breath and a first hello",
      [breathe, holds("pelvic_floor_wake", 1, 10, 3, gentle), reps("pelvic_tilt", 1, 8, gentle)],
      {
        ...usual,
        phase: "Phase 1: connect",
        note: "Breathe on the whole time. Letting go counts as much as lifting.",
        sources: ["first_weeks_clinics", "house"],
      },
    ),
    level(
      "A little longer",
      [breathe, holds("pelvic_floor_wake", 1, 10, 5, gentle), reps("pelvic_tilt", 1, 8, gentle)],
      {
        ...usual,
        phase: "Phase 1: connect",
        sources: ["first_weeks_clinics", "house"],
      },
    ),
    level("Legs move, middle stays quiet", support, {
      ...usual,
      phase: "Phase 2: support",
      sources: ["motherfit_2019", "house"],
    }),
    level("Twice round", twice(support), {
      ...usual,
      phase: "Phase 2: support",
      sources: ["motherfit_2019", "house"],
    }),
    level("Sitting up", supportSitting, {
      ...usual,
      phase: "Phase 2: support",
      sources: ["motherfit_2019", "house"],
    }),
    level("On your feet", load, {
      ...usual,
      phase: "Phase 3: carry",
      sources: ["pfmt_review_2021", "motherfit_2019", "house"],
    }),
    level("Twice round, standing", twice(load), {
      ...usual,
      phase: "Phase 3: carry",
      sources: ["pfmt_review_2021", "house"],
    }),
    level("The long hold", loadLonger, {
      ...usual,
      phase: "Phase 3: carry",
      sources: ["goom_2019", "house"],
    }),
  ],
};

/** The wound needs about 12 weeks; touch once the skin is closed, about 6 weeks. */
const belly = [
  sitAndBreathe,
  timed("scar_care", 1, 120, gentle),
  holds("pelvic_floor_hold_lying", 1, 8, 6, gentle),
  reps("pelvic_tilt", 1, 8, gentle),
  reps("knee_fall_out", 1, 8, each),
];

const CAESAREAN_LEVELS: ProtocolLevel[] = [
  level(
    "Breath, and getting up kindly",
    [breathe, reps("log_roll", 1, 3, each), holds("pelvic_floor_wake", 1, 10, 3, gentle)],
    {
      ...usual,
      phase: "Phase 1: connect",
      note: "A birth through the belly was carried by the pelvic floor for nine months too. Both get their turn.",
      sources: ["first_weeks_clinics", "hse_caesarean"],
    },
  ),
  level(
    "A little longer",
    [breathe, reps("log_roll", 1, 3, each), holds("pelvic_floor_wake", 1, 10, 5, gentle)],
    {
      ...usual,
      phase: "Phase 1: connect",
      sources: ["first_weeks_clinics", "house"],
    },
  ),
  level("Touch, and gentle movement", belly, {
    ...usual,
    phase: "Phase 2: support",
    entry: [{ code: "weeks_since_birth", weeks: 6, source: "hse_caesarean" }],
    note: "Only when the skin is closed and dry. Ask your physio or midwife if you are not sure.",
    sources: ["hse_caesarean", "motherfit_2019", "house"],
  }),
  level("Twice round", twice(belly), {
    ...usual,
    phase: "Phase 2: support",
    sources: ["motherfit_2019", "house"],
  }),
  level("Legs join in", supportSitting, {
    ...usual,
    phase: "Phase 2: support",
    sources: ["motherfit_2019", "house"],
  }),
  level("On your feet", load, {
    ...usual,
    phase: "Phase 3: carry",
    entry: [{ code: "weeks_since_birth", weeks: 12, source: "hse_caesarean" }],
    sources: ["pfmt_review_2021", "hse_caesarean", "house"],
  }),
  level("Twice round, standing", twice(load), {
    ...usual,
    phase: "Phase 3: carry",
    sources: ["pfmt_review_2021", "house"],
  }),
  level("The long hold", loadLonger, { ...usual, phase: "Phase 3: carry", sources: ["goom_2019", "house"] }),
];

export const RESTORATION_CAESAREAN: ProtocolContent = {
  ...base,
  slug: "restoration_caesarean",
  variant: "caesarean",
  title: "Restoration after a caesarean",
  summary:
    "The three phases with time for the scar: getting up without strain, touch once the skin is closed, the belly loaded later.",
  entry: [{ code: "assessment_recorded" }, { code: "no_red_flag" }],
  exit: [{ code: "no_pelvic_symptom" }, { code: "coach_decides" }],
  sources: [SOURCES.firstDays, SOURCES.hse, SOURCES.novice, SOURCES.motherfit, SOURCES.goom, SOURCES.house],
  levels: CAESAREAN_LEVELS,
};

const quiet = [
  breathe,
  timed("pelvic_floor_release", 1, 120, gentle),
  timed("rest_pose_breathing", 1, 60, gentle),
];

/**
 * Three to four months in which nothing strains the repair. No published timing for running after a sphincter injury
 * was found: the 16 weeks are our cautious draft, and the physio decides.
 */
export const RESTORATION_SPHINCTER_HOLD: ProtocolContent = {
  ...base,
  slug: "restoration_sphincter_hold",
  variant: "sphincter_injury",
  title: "Restoration after a third or fourth degree tear",
  summary:
    "Three to four months of gentle work while the repair heals. Your physio decides when the pelvic floor is trained and when loads begin.",
  entry: [{ code: "assessment_recorded" }, { code: "physio_decides" }, { code: "no_red_flag" }],
  exit: [
    { code: "weeks_since_birth", weeks: 16, source: "house" },
    { code: "no_pelvic_symptom" },
    { code: "physio_decides" },
  ],
  symptomRule: { ...HOUSE_SYMPTOM_RULE, doming: "stop", bleedingMore: "stop" },
  sources: [SOURCES.nice, SOURCES.firstDays, SOURCES.motherfit, SOURCES.house],
  levels: [
    level("Quiet breathing", quiet, {
      ...usual,
      phase: "Heal",
      note: "Nothing here should strain or hold the breath. Rest is part of it.",
      sources: ["house"],
    }),
    level("Small movements", [...quiet, reps("pelvic_tilt", 1, 8, gentle)], {
      ...usual,
      phase: "Heal",
      sources: ["house"],
    }),
    level(
      "First gentle lifts",
      [...quiet, reps("pelvic_tilt", 1, 8, gentle), holds("pelvic_floor_wake", 1, 8, 3, gentle)],
      {
        ...usual,
        phase: "With your physio's word",
        entry: [{ code: "physio_decides", source: "nice_ng210" }],
        note: "Begin when your physio has said so, and as often as she said.",
        sources: ["nice_ng210", "first_weeks_clinics"],
      },
    ),
    level(
      "A little longer",
      [...quiet, reps("pelvic_tilt", 1, 8, gentle), holds("pelvic_floor_wake", 1, 8, 5, gentle)],
      {
        ...usual,
        phase: "With your physio's word",
        sources: ["nice_ng210", "first_weeks_clinics"],
      },
    ),
    level(
      "Bridge and longer holds",
      [
        ...quiet,
        reps("pelvic_tilt", 1, 8, gentle),
        holds("pelvic_floor_hold_lying", 1, 8, 6, gentle),
        reps("bridge", 1, 8, gentle),
      ],
      {
        ...usual,
        phase: "With your physio's word",
        entry: [{ code: "physio_decides", source: "nice_ng210" }],
        sources: ["nice_ng210", "motherfit_2019"],
      },
    ),
  ],
};
