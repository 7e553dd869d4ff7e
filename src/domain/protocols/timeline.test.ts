import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIBRARY } from "./library/index.ts";
import { between, holds, intervals, range, reps, run, walk } from "./library/write.ts";
import { longestRunSeconds } from "./measure.ts";
import { anyBlocks } from "./sessions.arbitrary.ts";
import { type Segment, timelineOf } from "./timeline.ts";
import { totalsOf } from "./totals.ts";

const easy = range(3);
const first = { blocks: between(300, [intervals("main", 6, [run(60, easy), walk(120)])]) };

/** "run 2/6 @ 480" */
function tell({ happening, startSecond, part }: Segment): string {
  const { what } = happening;
  const count = "number" in happening ? ` ${happening.number}/${happening.of}` : "";
  const side = "side" in happening ? ` ${happening.side}` : "";
  return `${part === "main" ? "" : `${part}: `}${what}${count}${side} @ ${startSecond}`;
}

describe("timelineOf", () => {
  it("tells a first walk/run: warm up, run 1 of 6, walk, ..., cool down", () => {
    const { segments, seconds } = timelineOf(first);
    expect(segments.slice(0, 4).map(tell)).toEqual([
      "warm_up: walk 0/0 @ 0",
      "run 1/6 @ 300",
      "walk 1/6 @ 360",
      "run 2/6 @ 480",
    ]);
    expect(segments.slice(-2).map(tell)).toEqual(["walk 6/6 @ 1260", "cool_down: walk 0/0 @ 1380"]);
    expect(seconds).toBe(28 * 60);
  });

  it("marks half way through the main set and the last run", () => {
    expect(timelineOf(first).marks).toEqual([
      { atSecond: 300 + 540, mark: "half_way" },
      { atSecond: 300 + 5 * 180, mark: "last_run" },
    ]);
  });

  it("calls no run the last when there is only one", () => {
    const { marks } = timelineOf({ blocks: between(300, [intervals("main", 1, [run(1200, easy)])]) });
    expect(marks).toEqual([{ atSecond: 900, mark: "half_way" }]);
  });

  it("marks the last set of an exercise once, with its first side, and none where there is one set", () => {
    const blocks = [
      reps("bridge", 2, 10, { side: "each", restSeconds: 60 }),
      reps("squat", 1, 10, { restSeconds: 60 }),
    ];
    const lastSets = timelineOf({ blocks }).marks.filter((row) => row.mark === "last_set");
    expect(lastSets).toEqual([{ atSecond: 155, mark: "last_set" }]);
  });

  it("takes each side in turn, rests between sets and not after the last", () => {
    const blocks = [reps("bridge", 2, 10, { side: "each", restSeconds: 60 })];
    expect(timelineOf({ blocks }).segments.map(tell)).toEqual([
      "get_ready @ 0",
      "exercise 1/2 left @ 15",
      "exercise 1/2 right @ 55",
      "rest @ 95",
      "exercise 2/2 left @ 155",
      "exercise 2/2 right @ 195",
    ]);
  });

  it("waits for her with repetitions and metres, and for the clock with time", () => {
    const metres = { type: "interval", move: "run", length: { by: "distance", metres: 400 } } as const;
    const blocks = [intervals("main", 1, [metres, walk(60)]), holds("pelvic_floor_wake", 1, 8, 3)];
    const ends = timelineOf({ blocks }).segments.map((segment) => segment.endsBy);
    expect(ends).toEqual(["her", "clock", "her", "her"]);
  });

  it("counts repeats of groups inside repeats", () => {
    const group = { type: "group" as const, repeats: 2, intervals: [run(60, easy), walk(30)] };
    const block = { ...intervals("main", 3, []), items: [group, walk(90)] };
    const runs = timelineOf({ blocks: [block] }).segments.filter(({ happening }) => happening.what === "run");
    expect(runs.map(tell).at(-1)).toBe("run 6/6 @ 630");
  });

  // Planted: `at += seconds` before the segment is pushed; a rest after the last set too. Both found at once.
  it("leaves no gap, overlaps nothing, and is as long as the session's total", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const { segments, seconds } = timelineOf({ blocks });
        let at = 0;
        for (const segment of segments) {
          expect(segment.startSecond).toBe(at);
          expect(segment.endSecond).toBeGreaterThan(segment.startSecond);
          at = segment.endSecond;
        }
        expect(at).toBe(seconds);
        expect(seconds / 60).toBeCloseTo(totalsOf({ blocks }).minutes, 9);
      }),
    );
  });

  // Planted: `isRunning` without strides. Found: minutes of running differed from the segments'.
  it("runs, in its segments, exactly as much as the totals say", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const sum = (whats: readonly string[]) =>
          timelineOf({ blocks })
            .segments.filter(({ happening }) => whats.includes(happening.what))
            .reduce((total, { startSecond, endSecond }) => total + endSecond - startSecond, 0);
        const totals = totalsOf({ blocks });
        expect(sum(["run", "strides"])).toBe(Math.round(totals.minutesRun * 60));
        expect(sum(["walk"])).toBe(Math.round(totals.minutesWalk * 60));
        expect(longestRunSeconds(blocks)).toBeLessThanOrEqual(sum(["run", "strides"]));
      }),
    );
  });

  // Planted: half of the whole session's seconds instead of the main set's. Found once a warm-up was longer.
  it("has as much of the main set before half way as after, and tells marks in order", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const { segments, marks } = timelineOf({ blocks });
        const main = segments.filter((segment) => segment.part === "main");
        const half = marks.find((row) => row.mark === "half_way");
        expect(half !== undefined).toBe(main.length > 0);
        const at = half?.atSecond ?? 0;
        const before = main.reduce(
          (sum, row) => sum + Math.max(0, Math.min(at, row.endSecond) - row.startSecond),
          0,
        );
        const after = main.reduce(
          (sum, row) => sum + Math.max(0, row.endSecond - Math.max(at, row.startSecond)),
          0,
        );
        expect(Math.abs(before - after)).toBeLessThanOrEqual(1);
        const seconds = marks.map((row) => row.atSecond);
        expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
      }),
    );
  });

  it("knows the exercise of every segment of the shipped library", () => {
    for (const content of LIBRARY) {
      for (const session of content.levels.flatMap((level) => level.sessions)) {
        for (const segment of timelineOf(session).segments) {
          const block = session.blocks[segment.block]!;
          if ("exercise" in segment.happening)
            expect(block).toMatchObject({ exercise: segment.happening.exercise });
          else expect(block.type).toBe("intervals");
        }
      }
    }
  });
});
