import { describe, expect, test } from "vitest";
import { timelineOf } from "@/domain/protocols/timeline.ts";
import type { Block } from "@/domain/protocols/blocks.ts";
import {
  back,
  catchUp,
  minutesDone,
  next,
  pause,
  type Position,
  positionOf,
  resume,
  type Run,
  startRun,
  whereLeft,
} from "./clock.ts";
import { cuesBetween } from "./cues.ts";

const walkRun: Block = {
  type: "intervals",
  part: "main",
  repeats: 3,
  items: [
    { type: "interval", move: "run", length: { by: "time", seconds: 60 } },
    { type: "interval", move: "walk", length: { by: "time", seconds: 120 } },
  ],
};
const warmUp: Block = {
  type: "intervals",
  part: "warm_up",
  repeats: 1,
  items: [{ type: "interval", move: "walk", length: { by: "time", seconds: 300 } }],
};
const squats = (sets: number): Block => ({
  type: "exercise",
  part: "main",
  exercise: "wall_squat",
  sets,
  dose: { by: "reps", reps: { from: 8, to: 8 } },
  side: "both",
  load: { by: "body" },
  restSeconds: 0,
});
const { segments, marks } = timelineOf({ blocks: [warmUp, walkRun] });
const T0 = 1_800_000_000_000;
const at = (seconds: number) => T0 + seconds * 1000;

describe("an interval session, by the time of day", () => {
  test("a phone that slept for seven minutes wakes where she really is", () => {
    const run = catchUp(startRun(T0), segments, at(7 * 60 + 10));
    expect(positionOf(run, segments, at(7 * 60 + 10))).toMatchObject({ index: 2, left: 50_000, second: 430 });
    expect(run.spent).toEqual([300, 60]);
  });

  test("asked often or once, it is at the same place", () => {
    let often = startRun(T0);
    for (let second = 0; second <= 500; second += 0.3) often = catchUp(often, segments, at(second));
    expect(catchUp(often, segments, at(500))).toEqual(catchUp(startRun(T0), segments, at(500)));
  });

  test("a pause takes no time of hers, however long", () => {
    const run = catchUp(startRun(T0), segments, at(310));
    const paused = pause(run, at(310));
    expect(catchUp(paused, segments, at(9_000))).toBe(paused);
    expect(positionOf(paused, segments, at(9_000)).left).toBe(50_000);
    expect(positionOf(resume(paused, at(9_000)), segments, at(9_000)).left).toBe(50_000);
  });

  test("it is done when its time is over, and stays so", () => {
    const run = catchUp(startRun(T0), segments, at(300 + 3 * 180));
    expect(positionOf(run, segments, at(2_000)).isDone).toBe(true);
    expect(catchUp(run, segments, at(99_999))).toEqual(run);
  });

  test("a clock set back gives no time that never was", () => {
    expect(positionOf(startRun(T0), segments, at(-50))).toMatchObject({ left: 300_000, elapsed: 0 });
  });

  test("on and back are hers to say", () => {
    const on = next(startRun(T0), segments, at(20));
    expect(on).toMatchObject({ index: 1, since: at(20), spent: [20] });
    expect(back(on, at(30))).toMatchObject({ index: 0, since: at(30), spent: [] });
    expect(back(startRun(T0), at(5)).index).toBe(0);
  });

  test("minutes are those she really moved, running apart", () => {
    const run = catchUp(startRun(T0), segments, at(330));
    expect(minutesDone(run, segments, at(330))).toEqual({ total: 5.5, run: 0.5, walk: 5 });
    const all = catchUp(startRun(T0), segments, at(10_000));
    expect(minutesDone(all, segments, at(10_000))).toEqual({ total: 14, run: 3, walk: 11 });
  });

  test("what ends when she says so waits for her", () => {
    const metres: Block = {
      type: "intervals",
      part: "main",
      repeats: 1,
      items: [{ type: "interval", move: "run", length: { by: "distance", metres: 200 } }],
    };
    const hers = timelineOf({ blocks: [metres] }).segments;
    expect(catchUp(startRun(T0), hers, at(4_000)).index).toBe(0);
    expect(positionOf(startRun(T0), hers, at(4_000)).left).toBe(0);
  });
});

describe("a session that lay open", () => {
  const hers = timelineOf({ blocks: [squats(1)] }).segments;
  const inSet = next(startRun(T0), hers, at(15));
  const planned = (hers[1]?.endSecond ?? 0) - (hers[1]?.startSecond ?? 0);

  test("slow sets count whole; a night on the kitchen table counts as the set it was", () => {
    expect(next(inSet, hers, at(15 + planned + 599)).spent[1]).toBe(planned + 599);
    expect(next(inSet, hers, at(9 * 3600)).spent[1]).toBe(planned);
    expect(minutesDone(inSet, hers, at(9 * 3600)).total).toBeLessThan(2);
  });
});

describe("a session that is opened again", () => {
  const seen = at(310);
  const left = (now: number) => whereLeft(startRun(T0), segments, seen, now);

  test("a reload or a call has lost no time; after a flat battery it stands where it was last seen", () => {
    expect(positionOf(left(at(313)), segments, at(400))).toMatchObject({ index: 1, elapsed: 13_000 });
    expect(positionOf(left(at(430)), segments, at(431)).index).toBeGreaterThan(1);
    for (const away of [432, 1_300, 40_000])
      expect(positionOf(left(at(away)), segments, at(away + 5))).toMatchObject({ index: 1, elapsed: 10_000 });
  });

  test("what nobody did is no minute: three hours later it is as many as when she was last seen", () => {
    expect(minutesDone(left(at(11_000)), segments, at(11_100))).toEqual(
      minutesDone(left(at(12_000)), segments, at(50_000)),
    );
    expect(minutesDone(left(at(11_000)), segments, at(11_100)).run).toBeCloseTo(0.2);
  });

  test("one that she paused stands as she paused it", () => {
    const paused = pause(startRun(T0), at(40));
    expect(whereLeft(paused, segments, at(40), at(9_000))).toEqual(paused);
  });
});

describe("what she hears", () => {
  const look = (second: number) => {
    const run = catchUp(startRun(T0), segments, at(second));
    return positionOf(run, segments, at(second));
  };
  const heard = (from: number, to: number) => cuesBetween(look(from), look(to), segments, marks);

  test("3, 2, 1, and then what begins", () => {
    expect(heard(296.9, 297.1)).toEqual(["tick"]);
    expect(heard(297.9, 298.1)).toEqual(["tick"]);
    expect(heard(298.9, 299.1)).toEqual(["tick"]);
    expect(heard(299.9, 300.1)).toEqual(["run"]);
    expect(heard(359.9, 360.1)).toEqual(["walk"]);
    expect(heard(100, 100.2)).toEqual([]);
  });

  test("half-way of the main set and the last run are said once", () => {
    expect(heard(569.9, 570.1)).toEqual(["half_way"]);
    expect(heard(570.1, 570.3)).toEqual([]);
    expect(heard(659.9, 660.1)).toEqual(["last_run"]);
  });

  test("the last set is said when she begins it, however long the one before took", () => {
    const hers = timelineOf({ blocks: [squats(2)] });
    const inFirst = next(startRun(T0), hers.segments, at(10));
    const stand = (run: Run, second: number) => positionOf(run, hers.segments, at(second));
    const say = (a: Position, b: Position) => cuesBetween(a, b, hers.segments, hers.marks);
    // Ten minutes in the first set: nothing is said of the next before she is in it.
    expect(say(stand(inFirst, 11), stand(inFirst, 600))).not.toContain("last_set");
    const inLast = next(inFirst, hers.segments, at(600));
    expect(say(stand(inFirst, 599.9), stand(inLast, 600))).toEqual(["last_set"]);
    expect(say(stand(inLast, 600), stand(inLast, 600.2))).toEqual([]);
  });

  test("after a sleep only what is true now is said", () => {
    expect(heard(10, 305)).toEqual(["run"]);
    // Half-way and the last run have long begun: only the present walk is said.
    expect(heard(10, 730)).toEqual(["walk"]);
    expect(heard(830, 841)).toEqual(["done"]);
    expect(heard(841, 900)).toEqual([]);
  });
});
