import fc from "fast-check";
import type { Block, ExerciseBlock, Interval, IntervalBlock } from "./blocks.ts";
import { EXERCISES } from "./exercises.ts";

/**
 * Sessions as coaches write them, for the properties: weighted so that runs, walks between them, one-sided work and
 * several blocks in a row are common, with the odd figure (7 s, 25 m) that tables never have.
 */
const part = fc.constantFrom("warm_up" as const, "main" as const, "main" as const, "cool_down" as const);

const seconds = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(15, 30, 60, 75, 90, 120, 180, 300, 600, 1200) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 3600 }) },
);

const length: fc.Arbitrary<Interval["length"]> = fc.oneof(
  { weight: 5, arbitrary: seconds.map((value) => ({ by: "time" as const, seconds: value })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 20, max: 3000 }).map((metres) => ({ by: "distance" as const, metres })),
  },
);

const interval: fc.Arbitrary<Interval> = fc.record({
  type: fc.constant("interval" as const),
  move: fc.constantFrom("walk" as const, "walk" as const, "run" as const, "run" as const, "strides" as const),
  length,
});

const group = fc.record({
  type: fc.constant("group" as const),
  repeats: fc.integer({ min: 1, max: 4 }),
  intervals: fc.array(interval, { minLength: 1, maxLength: 3 }),
});

const intervalBlock: fc.Arbitrary<IntervalBlock> = fc.record({
  type: fc.constant("intervals" as const),
  part,
  repeats: fc.integer({ min: 1, max: 8 }),
  items: fc.array(fc.oneof({ weight: 4, arbitrary: interval }, { weight: 1, arbitrary: group }), {
    minLength: 1,
    maxLength: 4,
  }),
});

const dose: fc.Arbitrary<ExerciseBlock["dose"]> = fc.oneof(
  fc.integer({ min: 5, max: 120 }).map((value) => ({ by: "time" as const, seconds: value })),
  fc.record({ from: fc.integer({ min: 1, max: 8 }), more: fc.integer({ min: 0, max: 6 }) }).map((reps) => ({
    by: "reps" as const,
    reps: { from: reps.from, to: reps.from + reps.more },
  })),
  fc.record({ to: fc.integer({ min: 1, max: 10 }), hold: fc.integer({ min: 1, max: 60 }) }).map((reps) => ({
    by: "reps" as const,
    reps: { from: reps.to, to: reps.to },
    holdSeconds: reps.hold,
    releaseSeconds: reps.hold,
  })),
);

const exerciseBlock: fc.Arbitrary<ExerciseBlock> = fc.record({
  type: fc.constant("exercise" as const),
  part,
  exercise: fc.constantFrom(...EXERCISES.map((row) => row.id)),
  sets: fc.integer({ min: 1, max: 5 }),
  dose,
  side: fc.constantFrom("each" as const, "left" as const, "both" as const),
  load: fc.constant({ by: "body" as const }),
  restSeconds: fc.constantFrom(0, 20, 30, 60, 120),
});

/** Blocks of one session: 1 to 6. */
export const anyBlocks: fc.Arbitrary<Block[]> = fc.array(fc.oneof(intervalBlock, exerciseBlock), {
  minLength: 1,
  maxLength: 6,
});

/** Blocks of a session with at least one run in its main set. */
export const runningBlocks: fc.Arbitrary<Block[]> = fc
  .tuple(anyBlocks, length, fc.nat(6))
  .map(([blocks, runLength, at]) => {
    const run: Block = {
      type: "intervals",
      part: "main",
      repeats: 1,
      items: [{ type: "interval", move: "run", length: runLength }],
    };
    return [...blocks.slice(0, at), run, ...blocks.slice(at)];
  });
