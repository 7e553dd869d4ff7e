import type { ExerciseBlock, Range } from "../blocks.ts";
import { type Criterion, HOUSE_SYMPTOM_RULE, type ProtocolContent, type ProtocolLevel } from "../grammar.ts";
import { ruleValue } from "../../shared/rules.ts";
import { SOURCES } from "./sources.ts";
import {
  band,
  CLEAN,
  CLEAN_AND_ANSWERED,
  range,
  reps,
  timed,
  WEEKS_BEFORE_RUNNING,
  weight,
} from "./write.ts";

/**
 * Step 4, five stages S0 to S4, each a protocol of its own: going on to the next is a person's decision, and hops can
 * never be reached by a level going up by itself. Sets, repetitions, effort and reserve are our draft (no source
 * gives a postnatal table); from S1 on the pattern is the method's: single leg, lunge, deadlift, squat, step-up, calf.
 */

const each = "each" as const;
const sources = [SOURCES.house, SOURCES.deering, SOURCES.method, SOURCES.goom];
const base = {
  grammar: 1 as const,
  kind: "strength" as const,
  variant: null,
  symptomRule: HOUSE_SYMPTOM_RULE,
  sources,
  review: "draft" as const,
};

/** Sets and repetitions of a level: what the progression inside a stage changes, one at a time. */
type Dose = { readonly sets: number; readonly count: number };

function twoSessions(
  title: string,
  a: readonly ExerciseBlock[],
  b: readonly ExerciseBlock[],
  perWeek: Range,
  exit: Criterion[] = [CLEAN],
): ProtocolLevel {
  return {
    title,
    perWeek,
    exit,
    sources: ["house"],
    sessions: [
      { title: `${title}, A`, blocks: [...a] },
      { title: `${title}, B`, blocks: [...b] },
    ],
  };
}

function doseTitle({ sets, count }: Dose): string {
  return `${sets} × ${count}`;
}

// S0: 1-2 x 8-10, effort 1-3, daily and short.
const reconnect = ({ sets, count }: Dose): ProtocolLevel => {
  const easy = { effort: range(1, 3), restSeconds: 20 };
  const blocks = [
    timed("breathing_sitting", 1, 60, easy),
    reps("pelvic_tilt", sets, count, easy),
    reps("heel_slide", sets, count, { ...easy, side: each }),
    reps("bridge", sets, count, easy),
    reps("wall_squat", sets, count, easy),
    reps("open_book", 1, 6, { ...easy, side: each }),
  ];
  const title = doseTitle({ sets, count });
  return {
    title,
    perWeek: range(5, 7),
    sources: ["house"],
    exit: [CLEAN],
    sessions: [{ title, blocks }],
  };
};

export const STRENGTH_S0: ProtocolContent = {
  ...base,
  slug: "strength_s0",
  title: "Strength S0: reconnect",
  summary: "Breath, tilts, bridge and a wall squat in about ten minutes, with next to no equipment.",
  entry: [{ code: "assessment_recorded" }, { code: "no_red_flag" }],
  exit: [{ code: "restoration_foundation" }, { code: "coach_decides" }],
  levels: [
    { sets: 1, count: 8 },
    { sets: 1, count: 10 },
    { sets: 2, count: 10 },
  ].map(reconnect),
};

/** Mobility of upper back, hips and the back of the thighs while the load grows (Deering 2024: 97.7 % agree). */
const loose = { side: each, effort: range(1, 2) };
const mobilityA = [reps("open_book", 1, 6, loose), timed("hip_flexor_stretch", 1, 30, loose)];
const hamstrings = timed("hamstring_stretch", 1, 30, loose);

// S1: 2-3 x 8-12, light, effort 3-5, at least four repetitions in reserve, two or three times a week.
const baseLevel = (dose: Dose): ProtocolLevel => {
  const some = { effort: range(3, 5), inReserve: range(4, 6), restSeconds: 60 };
  const row = reps("band_row", dose.sets, dose.count, { ...some, load: band("light") });
  const calf = reps("calf_raise", dose.sets, dose.count, some);
  return twoSessions(
    doseTitle(dose),
    [
      reps("squat", dose.sets, dose.count, { ...some, load: weight("light") }),
      reps("step_up_low", dose.sets, dose.count, { ...some, side: each }),
      row,
      calf,
      ...mobilityA,
    ],
    [
      reps("hip_hinge", dose.sets, dose.count, { ...some, load: weight("light") }),
      reps("split_squat", dose.sets, dose.count, { ...some, side: each }),
      reps("side_lying_hip_abduction", dose.sets, dose.count, { ...some, side: each }),
      calf,
      reps("band_press_out", 1, 8, { side: each, load: band("light"), effort: range(2, 4) }),
      reps("wall_slide", 1, 8, { effort: range(1, 2) }),
      hamstrings,
    ],
    range(2, 3),
  );
};

export const STRENGTH_S1: ProtocolContent = {
  ...base,
  slug: "strength_s1",
  title: "Strength S1: base",
  summary: "Squat, hinge, step-up and row with light loads, in two sessions that take turns.",
  entry: [
    { code: "weeks_since_birth", weeks: 6, source: "house" },
    { code: "restoration_foundation" },
    { code: "no_pelvic_symptom" },
  ],
  exit: [{ code: "no_pelvic_symptom" }, { code: "coach_decides" }],
  levels: [
    { sets: 2, count: 8 },
    { sets: 2, count: 10 },
    { sets: 3, count: 10 },
    { sets: 3, count: 12 },
  ].map(baseLevel),
};

// S2: 3 x 8-12 on one leg, moderate, effort 5-7, two or three repetitions in reserve.
const singleLegLevel = (dose: Dose): ProtocolLevel => {
  const firm = { effort: range(5, 7), inReserve: range(2, 3), restSeconds: 60, side: each };
  return twoSessions(
    `${doseTitle(dose)} on one leg`,
    [
      reps("reverse_lunge", dose.sets, dose.count, { ...firm, load: weight("moderate") }),
      reps("single_leg_sit_to_stand", dose.sets, dose.count, firm),
      reps("single_leg_calf_raise", dose.sets, dose.count, firm),
      ...mobilityA,
    ],
    [
      reps("step_up_high", dose.sets, dose.count, firm),
      reps("single_leg_deadlift", dose.sets, dose.count, { ...firm, load: weight("moderate") }),
      reps("single_leg_bridge", dose.sets, dose.count, firm),
      timed("short_side_plank_inner_thigh", 2, 15, { side: each, effort: range(5, 7) }),
      reps("bent_knee_calf_raise", 2, 12, { effort: range(5, 7), restSeconds: 45 }),
      timed("running_arms_balance", 1, 20, { side: each, effort: range(2, 4) }),
      hamstrings,
    ],
    range(2, 3),
  );
};

export const STRENGTH_S2: ProtocolContent = {
  ...base,
  slug: "strength_s2",
  title: "Strength S2: one leg at a time",
  summary: "Running is one single-leg balance after the other. Lunge, step-up, deadlift and calf, each side.",
  entry: [
    { code: "weeks_since_birth", weeks: 10, source: "house" },
    { code: "restoration_foundation" },
    { code: "no_pelvic_symptom" },
  ],
  exit: [{ code: "battery_passed", battery: "strength", source: "goom_2019" }],
  levels: [
    { sets: 3, count: 8 },
    { sets: 3, count: 10 },
    { sets: 3, count: 12 },
  ].map(singleLegLevel),
};

/** Before heavy lifts and landings. */
const warmUp: readonly ExerciseBlock[] = [
  timed("tall_march", 1, 60, { part: "warm_up", effort: range(1, 3) }),
  reps("squat", 1, 10, { part: "warm_up", effort: range(1, 3) }),
  reps("calf_raise", 1, 10, { part: "warm_up", effort: range(1, 3) }),
];

type Impact = { readonly title: string; readonly sets: number; readonly hops: Dose };

// S3: 3-4 x 6-8 in the range of 6 to 8 at most, effort 7-8, one to three in reserve; 20 to 60 landings.
const impactLevel = ({ title, sets, hops }: Impact): ProtocolLevel => {
  const heavy = { effort: range(7, 8), inReserve: range(1, 3), restSeconds: 120 };
  const most = { by: "rep_max" as const, reps: range(6, 8) };
  const hop = { effort: range(3, 5), restSeconds: 60 };
  return twoSessions(
    title,
    [
      ...warmUp,
      reps("low_pogo", hops.sets, hops.count, hop),
      reps("heavy_squat", sets, 6, { ...heavy, load: most }),
      reps("single_leg_calf_raise", 3, 12, { ...heavy, side: each, restSeconds: 60 }),
      reps("band_row", 3, 10, { ...heavy, load: band("heavy"), restSeconds: 60 }),
    ],
    [
      ...warmUp,
      reps("heel_drop", hops.sets, hops.count, hop),
      reps("deadlift", sets, 6, { ...heavy, load: most }),
      reps("single_leg_sit_to_stand", 3, 8, { ...heavy, side: each, restSeconds: 60 }),
      reps("wall_slide", 1, 8, { effort: range(1, 2) }),
    ],
    range(2),
    CLEAN_AND_ANSWERED,
  );
};

export const STRENGTH_S3: ProtocolContent = {
  ...base,
  slug: "strength_s3",
  title: "Strength S3: heavier, and the first landings",
  summary: "Fewer and heavier lifts twice a week, and small two-footed landings that grow slowly.",
  entry: [
    { code: "weeks_since_birth", weeks: WEEKS_BEFORE_RUNNING, source: "goom_2019" },
    { code: "clearance_covers", scope: "impact" },
    { code: "no_pelvic_symptom" },
    { code: "symptom_free_walk", minutes: ruleValue("symptom_free_walk_minutes"), source: "goom_2019" },
  ],
  exit: [{ code: "battery_passed", battery: "load_impact", source: "goom_2019" }],
  levels: [
    { title: "20 landings", sets: 3, hops: { sets: 2, count: 10 } },
    { title: "30 landings", sets: 3, hops: { sets: 3, count: 10 } },
    { title: "45 landings", sets: 3, hops: { sets: 3, count: 15 } },
    { title: "60 landings", sets: 3, hops: { sets: 3, count: 20 } },
    { title: "60 landings, four sets", sets: 4, hops: { sets: 3, count: 20 } },
  ].map(impactLevel),
};

type Performance = {
  readonly title: string;
  readonly sets: number;
  readonly hopSets: number;
  readonly bounds: boolean;
};

// S4: 3-5 x 3-6, effort 7-9, one or two in reserve; 60 to 120 landings; not the day before a quality run.
const performanceLevel = ({ title, sets, hopSets, bounds }: Performance): ProtocolLevel => {
  const heavy = { effort: range(7, 9), inReserve: range(1, 2), restSeconds: 150 };
  const most = { by: "rep_max" as const, reps: range(5, 6) };
  const landings = [
    ...warmUp,
    reps("low_pogo", 1, 20, { effort: range(4, 6) }),
    reps("hop_on_spot", hopSets, 10, { side: each, effort: range(4, 6), restSeconds: 60 }),
    ...(bounds ? [reps("forward_bound", 2, 10, { effort: range(4, 6), restSeconds: 60 })] : []),
  ];
  return twoSessions(
    title,
    [
      ...landings,
      reps("heavy_squat", sets, 5, { ...heavy, load: most }),
      reps("single_leg_calf_raise", 3, 12, {
        ...heavy,
        side: each,
        load: weight("moderate"),
        restSeconds: 60,
      }),
    ],
    [
      ...landings,
      reps("deadlift", sets, 5, { ...heavy, load: most }),
      reps("step_up_high", 3, 6, { ...heavy, side: each, load: weight("heavy"), restSeconds: 60 }),
    ],
    range(1, 2),
    CLEAN_AND_ANSWERED,
  );
};

export const STRENGTH_S4: ProtocolContent = {
  ...base,
  slug: "strength_s4",
  title: "Strength S4: for running well",
  summary: "Heavy basics, calves and springy landings once or twice a week, beside continuous running.",
  entry: [
    { code: "running_unlocked" },
    { code: "running_continuous", source: "house" },
    { code: "battery_passed", battery: "load_impact", source: "goom_2019" },
    { code: "battery_passed", battery: "strength", source: "goom_2019" },
  ],
  exit: [{ code: "coach_decides" }],
  levels: [
    { title: "60 landings", sets: 3, hopSets: 2, bounds: false },
    { title: "80 landings", sets: 3, hopSets: 3, bounds: false },
    { title: "100 landings", sets: 3, hopSets: 3, bounds: true },
    { title: "100 landings, four sets", sets: 4, hopSets: 3, bounds: true },
  ].map(performanceLevel),
};
