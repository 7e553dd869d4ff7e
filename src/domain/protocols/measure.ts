import type { Block, Dose, ExerciseBlock, Interval, IntervalBlock, Move, Tempo } from "./blocks.ts";

/**
 * How long things take where the prescription does not say. Estimates for planning only, never a target: she goes at
 * her own pace, and the player waits for her. Source: Sevenstride (design), rounded up so that a session promised as
 * ten minutes is not longer.
 */
export const ESTIMATES = {
  /** A repetition without tempo. */
  secondsPerRep: 4,
  /** Getting into position before the first set of an exercise. */
  setUpSeconds: 15,
  /** Metres a second: an unhurried walk with a baby about, an easy first run, a stride. */
  metresPerSecond: { walk: 1.3, run: 2, strides: 3.5 },
} as const satisfies {
  readonly secondsPerRep: number;
  readonly setUpSeconds: number;
  readonly metresPerSecond: { readonly [K in Move]: number };
};

/** True for what counts as running: impact, locked behind the clearance. */
export function isRunning(move: Move): boolean {
  return move !== "walk";
}

/** Seconds of one interval; of a distance, estimated. */
export function intervalSeconds(interval: Interval): number {
  return interval.length.by === "time"
    ? interval.length.seconds
    : Math.ceil(interval.length.metres / ESTIMATES.metresPerSecond[interval.move]);
}

/** Every interval of a block in the order she does them, repeats written out. */
export function intervalsOf(block: IntervalBlock): readonly Interval[] {
  const once = block.items.flatMap((item) =>
    item.type === "interval" ? [item] : Array.from({ length: item.repeats }, () => item.intervals).flat(),
  );
  return Array.from({ length: block.repeats }, () => once).flat();
}

/** Seconds one side works in one set; of a range of repetitions, the upper end. */
export function workSeconds(dose: Dose, tempo: Tempo | undefined): number {
  if (dose.by === "time") return dose.seconds;
  const pace = (tempo ? tempo.lower + tempo.pause + tempo.lift : 0) || ESTIMATES.secondsPerRep;
  const rep = dose.holdSeconds === undefined ? pace : dose.holdSeconds + (dose.releaseSeconds ?? pace);
  return dose.reps.to * rep;
}

/** Sides worked one after the other in a set. */
export function sidesOf(block: ExerciseBlock): readonly ("left" | "right" | "both")[] {
  return block.side === "each" ? ["left", "right"] : [block.side];
}

function exerciseSeconds(block: ExerciseBlock): number {
  const work = sidesOf(block).length * workSeconds(block.dose, block.tempo);
  return ESTIMATES.setUpSeconds + block.sets * work + (block.sets - 1) * block.restSeconds;
}

/** Seconds of a block, rests between sets and getting into position included. */
export function blockSeconds(block: Block): number {
  return block.type === "exercise" ? exerciseSeconds(block) : movingSeconds(block, () => true);
}

/** Multiplied, never written out: also asked of content that has not passed the grammar's bounds yet. */
function movingSeconds(block: IntervalBlock, counts: (move: Move) => boolean): number {
  const of = (interval: Interval) => (counts(interval.move) ? intervalSeconds(interval) : 0);
  let once = 0;
  for (const item of block.items) {
    once += item.type === "interval" ? of(item) : item.repeats * sumOf(item.intervals, of);
  }
  return block.repeats * once;
}

function sumOf<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** A stretch of a session: how it is moved, `exercise` where it is not, and for how long. */
export type Stretch = { readonly as: Move | "exercise"; readonly seconds: number };

/** The session from its beginning to its end, stretch by stretch; what is done on without a change is one stretch. */
export function stretchesOf(blocks: readonly Block[]): readonly Stretch[] {
  const found: Stretch[] = [];
  const add = (next: Stretch) => {
    const last = found.at(-1);
    if (last?.as !== next.as) found.push(next);
    else found[found.length - 1] = { as: last.as, seconds: last.seconds + next.seconds };
  };
  for (const block of blocks) {
    if (block.type === "exercise") add({ as: "exercise", seconds: exerciseSeconds(block) });
    else for (const one of intervalsOf(block)) add({ as: one.move, seconds: intervalSeconds(one) });
  }
  return found;
}

/** Seconds of several blocks. */
export function blocksSeconds(blocks: readonly Block[]): number {
  return sumOf(blocks, blockSeconds);
}

/** Seconds of running in several blocks (strides count). */
export function runSeconds(blocks: readonly Block[]): number {
  return sumOf(blocks, (block) => (block.type === "intervals" ? movingSeconds(block, isRunning) : 0));
}

/** Seconds of walking in several blocks. */
export function walkSeconds(blocks: readonly Block[]): number {
  return sumOf(blocks, (block) =>
    block.type === "intervals" ? movingSeconds(block, (move) => move === "walk") : 0,
  );
}

/** Seconds of the longest stretch of running without a walk in between, across blocks. */
export function longestRunSeconds(blocks: readonly Block[]): number {
  let longest = 0;
  let bout = 0;
  for (const block of blocks) {
    if (block.type !== "intervals") {
      bout = 0;
      continue;
    }
    for (const interval of intervalsOf(block)) {
      bout = isRunning(interval.move) ? bout + intervalSeconds(interval) : 0;
      longest = Math.max(longest, bout);
    }
  }
  return longest;
}
