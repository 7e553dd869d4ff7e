import type { Exercise } from "./exercise-terms.ts";
import { OF_LEGS } from "./exercises-of-legs.ts";
import { OF_TRUNK } from "./exercises-of-trunk.ts";

/**
 * The shipped exercises: what the rules need of each. Words (what, how, feel, stop if) are in
 * `words/en/protocols.json` under the same id. An id never changes and is never reused: logs of years ago name it.
 */
export const EXERCISES = [...OF_TRUNK, ...OF_LEGS] as const satisfies readonly Exercise[];

export type ExerciseId = (typeof EXERCISES)[number]["id"];

const BY_ID: ReadonlyMap<string, Exercise> = new Map(EXERCISES.map((row) => [row.id, row]));

/** Ids of the shipped exercises. */
export const EXERCISE_IDS: ReadonlySet<string> = new Set(BY_ID.keys());

/** A shipped exercise, or null. */
export function exerciseOf(id: string): Exercise | null {
  return BY_ID.get(id) ?? null;
}
