import type { Block, ExerciseBlock, Interval, IntervalBlock, Load, Part, Range } from "../blocks.ts";
import type { ExerciseId } from "../exercises.ts";
import type { Criterion, ProtocolLevel } from "../grammar.ts";
import { ruleValue } from "../../shared/rules.ts";

/** Short hands for writing the library as data. No figure has its home here. */

export const body: Load = { by: "body" };
export const band = (weight: "light" | "moderate" | "heavy"): Load => ({ by: "band", weight });
export const weight = (weight: "light" | "moderate" | "heavy"): Load => ({ by: "weight", weight });

export function range(from: number, to: number = from): Range {
  return { from, to };
}

type More = Partial<
  Pick<ExerciseBlock, "side" | "load" | "restSeconds" | "effort" | "inReserve" | "tempo" | "part">
>;
const plain = { part: "main" as const, side: "both" as const, load: body, restSeconds: 30 };

/** Sets of repetitions. */
export function reps(
  exercise: ExerciseId,
  sets: number,
  count: number | Range,
  more: More = {},
): ExerciseBlock {
  const dose = { by: "reps" as const, reps: typeof count === "number" ? range(count) : count };
  return { type: "exercise", exercise, sets, dose, ...plain, ...more };
}

/** Sets of repetitions, each held, then let go for twice as long (MOTHERFIT trial protocol, table 1). */
export function holds(
  exercise: ExerciseId,
  sets: number,
  count: number | Range,
  holdSeconds: number,
  more: More = {},
): ExerciseBlock {
  const dose = {
    by: "reps" as const,
    reps: typeof count === "number" ? range(count) : count,
    holdSeconds,
    releaseSeconds: 2 * holdSeconds,
  };
  return { type: "exercise", exercise, sets, dose, ...plain, ...more };
}

/** Sets of work by the clock. */
export function timed(exercise: ExerciseId, sets: number, seconds: number, more: More = {}): ExerciseBlock {
  return { type: "exercise", exercise, sets, dose: { by: "time", seconds }, ...plain, ...more };
}

export function walk(seconds: number, effort?: Range): Interval {
  return { type: "interval", move: "walk", length: { by: "time", seconds }, ...(effort ? { effort } : {}) };
}

export function run(seconds: number, effort: Range): Interval {
  return { type: "interval", move: "run", length: { by: "time", seconds }, effort };
}

/** Intervals done so many times over. */
export function intervals(part: Part, repeats: number, items: readonly Interval[]): IntervalBlock {
  return { type: "intervals", part, repeats, items: [...items] };
}

/** The walks either side of a run. */
export function between(walkSeconds: number, main: readonly Block[]): Block[] {
  return [
    intervals("warm_up", 1, [walk(walkSeconds)]),
    ...main,
    intervals("cool_down", 1, [walk(walkSeconds)]),
  ];
}

/** A level with one session of the same name. */
export function level(
  title: string,
  blocks: readonly Block[],
  more: Omit<ProtocolLevel, "title" | "sessions">,
): ProtocolLevel {
  return { title, sessions: [{ title, blocks: [...blocks] }], ...more };
}

/** What every level asks before the next: clean sessions, as the list of rules says. */
export const CLEAN: Criterion = {
  code: "clean_sessions",
  sessions: ruleValue("clean_sessions_for_level_up"),
};
/** After impact the day after must have been answered too. */
export const CLEAN_AND_ANSWERED: Criterion[] = [CLEAN, { code: "next_day_answered" }];
/** 12 weeks, as the list of rules says it in days. */
export const WEEKS_BEFORE_RUNNING = ruleValue("min_days_since_birth") / 7;
