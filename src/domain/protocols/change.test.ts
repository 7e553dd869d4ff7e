import { describe, expect, it } from "vitest";
import type { Block } from "./blocks.ts";
import { changeOf } from "./change.ts";
import { between, holds, intervals, level, range, reps, run, timed, walk, weight } from "./library/write.ts";

const easy = range(3);
const usual = { perWeek: range(3), sources: ["house"] };
const of = (...blocks: Block[]) => level("a level", blocks, usual);
const runs = (repeats: number, runFor: number, walkFor: number) =>
  of(...between(300, [intervals("main", repeats, [run(runFor, easy), walk(walkFor)])]));

describe("changeOf, walk/run", () => {
  it.each([
    ["more repeats", runs(6, 60, 120), runs(8, 60, 120), ["run_repeats"]],
    ["less walking between", runs(8, 60, 120), runs(8, 60, 90), ["recovery"]],
    ["longer runs", runs(8, 60, 90), runs(8, 75, 90), ["run_length"]],
    ["longer runs, repeats trimmed", runs(8, 90, 60), runs(7, 120, 60), ["run_length"]],
    ["longer runs and less walking", runs(8, 60, 120), runs(8, 90, 60), ["run_length", "recovery"]],
    ["easier in every way", runs(8, 90, 60), runs(6, 60, 120), []],
    ["the walks fall away", runs(2, 600, 60), runs(1, 1200, 60), ["run_length"]],
    ["the same", runs(6, 60, 120), runs(6, 60, 120), []],
  ] as const)("%s", (_name, before, after, harder) => {
    const change = changeOf(before, after);
    expect(change.harder).toEqual(harder);
    expect(change.breaksOneParameterRule).toBe(harder.length > 1);
  });

  it("tells how much more she runs", () => {
    expect(changeOf(runs(6, 60, 120), runs(8, 60, 120)).runSecondsMore).toBe(120);
    expect(changeOf(runs(8, 60, 120), runs(6, 60, 120)).runSecondsMore).toBe(-120);
  });

  it("says from what to what", () => {
    expect(changeOf(runs(8, 90, 60), runs(7, 120, 60)).changes).toEqual([
      { parameter: "run_length", direction: "harder", exercise: null, from: 90, to: 120 },
      { parameter: "run_repeats", direction: "easier", exercise: null, from: 8, to: 7 },
    ]);
  });

  it("sees a harder effort and more days a week", () => {
    const before = of(intervals("main", 1, [run(600, range(3))]));
    const after = level("a level", [intervals("main", 1, [run(600, range(5))])], {
      ...usual,
      perWeek: range(4),
    });
    expect(changeOf(before, after).harder).toEqual(["frequency", "run_effort"]);
  });
});

describe("changeOf, walks and exercises", () => {
  const reserve = (left: number) => ({ inReserve: range(left, left + 1) });
  const squat = (sets: number, count: number, more = {}) => reps("squat", sets, count, more);

  it.each([
    [
      "a longer walk",
      of(intervals("main", 1, [walk(600)])),
      of(intervals("main", 1, [walk(900)])),
      ["walk_length"],
    ],
    ["a third set", of(squat(2, 8)), of(squat(3, 8)), ["sets"]],
    ["more sets, fewer repetitions", of(squat(2, 12)), of(squat(3, 8)), ["sets"]],
    ["more of both", of(squat(2, 8)), of(squat(3, 10)), ["sets", "reps"]],
    ["a weight", of(squat(2, 8)), of(squat(2, 8, { load: weight("light") })), ["load"]],
    ["one side at a time", of(squat(2, 8)), of(squat(2, 8, { side: "each" })), ["side"]],
    ["less rest", of(squat(2, 8)), of(squat(2, 8, { restSeconds: 10 })), ["rest"]],
    ["a new exercise", of(squat(2, 8)), of(squat(2, 8), reps("bridge", 1, 8)), ["exercises"]],
    ["one exercise less", of(squat(2, 8), reps("bridge", 1, 8)), of(squat(2, 8)), []],
    ["longer", of(timed("bridge", 1, 10)), of(timed("bridge", 1, 20)), ["time"]],
    [
      "a longer hold with a longer release",
      of(holds("pelvic_floor_wake", 1, 8, 3)),
      of(holds("pelvic_floor_wake", 1, 8, 5)),
      ["hold"],
    ],
    [
      "a slower way down",
      of(squat(2, 8, { tempo: { lower: 2, pause: 0, lift: 1 } })),
      of(squat(2, 8, { tempo: { lower: 4, pause: 0, lift: 1 } })),
      ["tempo"],
    ],
    ["less in reserve", of(squat(2, 8, reserve(4))), of(squat(2, 8, reserve(2))), ["reserve"]],
    ["more in reserve", of(squat(2, 8, reserve(2))), of(squat(2, 8, reserve(4))), []],
    [
      "harder work with less in reserve is one thing",
      of(squat(2, 8, { ...reserve(4), effort: range(4) })),
      of(squat(2, 8, { ...reserve(2), effort: range(6) })),
      ["effort"],
    ],
  ] as const)("%s", (_name, before, after, harder) => {
    expect(changeOf(before, after).harder).toEqual(harder);
  });

  it("counts the same parameter on two exercises as one", () => {
    const before = of(squat(2, 8), reps("bridge", 2, 8));
    const after = of(squat(3, 8), reps("bridge", 3, 8));
    const change = changeOf(before, after);
    expect(change.changes).toHaveLength(2);
    expect(change.breaksOneParameterRule).toBe(false);
  });

  it("does not mix up a squat to warm up with the squat of the main set", () => {
    const warm = squat(1, 10, { part: "warm_up" });
    expect(changeOf(of(warm, squat(2, 8)), of(warm, squat(2, 8))).changes).toEqual([]);
    expect(changeOf(of(warm, squat(2, 8)), of(warm, squat(3, 8))).harder).toEqual(["sets"]);
  });
});
