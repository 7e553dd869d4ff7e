import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, IntervalBlock } from "./blocks.ts";
import { intervalsOf } from "./measure.ts";
import { anyBlocks } from "./sessions.arbitrary.ts";
import { type WatchStep, watchSteps } from "./watch-steps.ts";

/** What she would do with that list, written out: the same as the blocks say. */
function writtenOut(steps: readonly WatchStep[]): readonly Extract<WatchStep, { type: "step" }>[] {
  const walk = (from: number, to: number): Extract<WatchStep, { type: "step" }>[] => {
    const done: Extract<WatchStep, { type: "step" }>[] = [];
    for (let at = from; at < to; at += 1) {
      const step = steps[at];
      if (step?.type === "step") done.push(step);
      // The round that has just been done counts as one of them.
      else if (step) for (let more = 1; more < step.times; more += 1) done.push(...walk(step.from, at));
    }
    return done;
  };
  return walk(0, steps.length);
}

const walk = { type: "interval", move: "walk", length: { by: "time", seconds: 60 } } as const;
const run = { type: "interval", move: "run", length: { by: "time", seconds: 30 } } as const;
const block = (change: Partial<IntervalBlock>): IntervalBlock => ({
  type: "intervals",
  part: "main",
  repeats: 1,
  items: [walk],
  ...change,
});

describe("a session as a watch counts it", () => {
  test("a repeat is one way back", () => {
    expect(watchSteps([block({ repeats: 8, items: [run, walk] })])).toEqual([
      { type: "step", move: "run", part: "main", length: run.length },
      { type: "step", move: "walk", part: "main", length: walk.length },
      { type: "repeat", from: 0, times: 8 },
    ]);
  });

  test("a repeat inside a repeat is written out, so that no watch has to nest", () => {
    const group: IntervalBlock["items"][number] = { type: "group", repeats: 4, intervals: [run, walk] };
    const steps = watchSteps([block({ repeats: 2, items: [group, walk] })]);
    expect(steps.map((step) => step.type)).toEqual([
      "step",
      "step",
      "repeat",
      "step",
      "step",
      "step",
      "repeat",
      "step",
    ]);
  });

  test("too long for a watch it is nested after all", () => {
    const group: IntervalBlock["items"][number] = { type: "group", repeats: 4, intervals: [run, walk] };
    const steps = watchSteps([block({ repeats: 20, items: [group, walk] })]);
    expect(steps).toHaveLength(5);
    expect(writtenOut(steps)).toHaveLength(20 * 9);
  });

  test("an exercise waits for her", () => {
    const squat = { type: "exercise", part: "main" } as unknown as Block;
    expect(watchSteps([squat])).toEqual([{ type: "step", move: "exercise", part: "main", length: null }]);
  });

  test("done to its end it is what the session says, whatever the session", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const said: unknown[] = blocks.flatMap((one): unknown[] =>
          one.type === "exercise"
            ? [["exercise", null]]
            : intervalsOf(one).map(({ move, length }) => [move, length]),
        );
        expect(writtenOut(watchSteps(blocks)).map(({ move, length }) => [move, length])).toEqual(said);
      }),
      { numRuns: 60 },
    );
  });
});
