import type { Block } from "../blocks.ts";
import { HOUSE_SYMPTOM_RULE, type ProtocolContent, type ProtocolLevel } from "../grammar.ts";
import { SOURCES } from "./sources.ts";
import {
  between,
  CLEAN_AND_ANSWERED,
  intervals,
  level,
  range,
  run,
  WEEKS_BEFORE_RUNNING,
  walk,
} from "./write.ts";

/** Talking is easy. Source: trial of a phased return to running, phases 1 to 4 (3-4 of 10). */
const EASY = range(3, 4);
/** Walking either side of the set, seconds; as in the widely used plans. */
const WALK_EITHER_SIDE = 300;
/** Minutes of running at the end of the house progression, and minutes more a level from there to her goal. */
const CONTINUOUS = { minutes: 20, stepMinutes: 2 } as const;

/** Repeats of run/walk in seconds. `insert`: an easier step between two, for those with symptoms in their history. */
type Stage = {
  readonly repeats: number;
  readonly run: number;
  readonly walk: number;
  readonly insert?: true;
};

/** The house progression; one parameter a stage, repeats trimmed where the run grows. Source: Sevenstride, draft. */
const STAGES: readonly Stage[] = [
  { repeats: 6, run: 60, walk: 120 },
  { repeats: 8, run: 60, walk: 120 },
  { repeats: 8, run: 60, walk: 90 },
  { repeats: 8, run: 75, walk: 90 },
  { repeats: 8, run: 90, walk: 90 },
  { repeats: 8, run: 90, walk: 60 },
  { repeats: 7, run: 120, walk: 60 },
  { repeats: 8, run: 120, walk: 60 },
  { repeats: 6, run: 180, walk: 60 },
  { repeats: 4, run: 300, walk: 60 },
  { repeats: 3, run: 420, walk: 60, insert: true },
  { repeats: 2, run: 600, walk: 60 },
];

type WalkRunChoice = {
  /** With the two easier steps between 5, 10 and 20 minutes in one go. */
  readonly smallerSteps: boolean;
};

/**
 * Step 6: walk/run until continuous (20 minutes), then two minutes more a level to her goal. Speed comes only after,
 * and is another protocol: duration or speed, never both.
 */
export function walkRunProtocol({ smallerSteps }: WalkRunChoice): ProtocolContent {
  const stages = STAGES.filter((stage) => smallerSteps || !stage.insert).map(stageLevel);
  const fifteenAndFive = intervals("main", 1, [run(900, EASY), walk(60), run(300, EASY)]);
  const inserts = smallerSteps
    ? [runLevel("15 min run, 1 min walk, 5 min run", [fifteenAndFive], "house")]
    : [];
  return {
    grammar: 1,
    slug: smallerSteps ? "walk_run_smaller_steps" : "walk_run",
    kind: "walk_run",
    variant: smallerSteps ? "pelvic_history" : null,
    title: smallerSteps ? "Walk/run with smaller steps" : "Walk/run",
    summary:
      "Short runs with walks in between, one small change at a time, until the walks are gone. Each session replaces a walk.",
    entry: [
      { code: "running_unlocked" },
      { code: "weeks_since_birth", weeks: WEEKS_BEFORE_RUNNING, source: "goom_2019" },
      { code: "clearance_covers", scope: "walk_run" },
      { code: "battery_passed", battery: "load_impact", source: "goom_2019" },
      { code: "battery_passed", battery: "strength", source: "goom_2019" },
      { code: "walking_met", source: "method" },
    ],
    exit: [{ code: "running_goal_met", source: "method" }],
    symptomRule: HOUSE_SYMPTOM_RULE,
    sources: [SOURCES.house, SOURCES.goom, SOURCES.deering, SOURCES.impactTrial, SOURCES.method],
    review: "draft",
    onwardMinutes: CONTINUOUS.stepMinutes,
    levels: [...stages, ...inserts, continuousLevel(CONTINUOUS.minutes)],
  };
}

function stageLevel({ repeats, run: runFor, walk: walkFor }: Stage): ProtocolLevel {
  const title = `${repeats} × ${clock(runFor)} run, ${clock(walkFor)} walk`;
  return runLevel(title, [intervals("main", repeats, [run(runFor, EASY), walk(walkFor)])], "house");
}

function continuousLevel(minutes: number): ProtocolLevel {
  return runLevel(`${minutes} min run`, [intervals("main", 1, [run(minutes * 60, EASY)])], "method");
}

function runLevel(title: string, main: readonly Block[], source: "house" | "method"): ProtocolLevel {
  return level(title, between(WALK_EITHER_SIDE, main), {
    perWeek: { from: 2, to: 3 },
    exit: CLEAN_AND_ANSWERED,
    sources: [...new Set([source, "house", "trial_return_to_run_2023"])],
  });
}

/** 90 becomes "1:30", 120 "2 min". */
function clock(seconds: number): string {
  const rest = seconds % 60;
  const minutes = Math.floor(seconds / 60);
  return rest === 0 ? `${minutes} min` : `${minutes}:${String(rest).padStart(2, "0")}`;
}
