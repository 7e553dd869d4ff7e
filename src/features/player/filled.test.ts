import { describe, expect, it } from "vitest";
import type { Block } from "@/domain/protocols/blocks.ts";
import { next, startRun } from "./clock.ts";
import { draftsOf, exercisesFrom, problemsOf, withWeight } from "./exercise-drafts.ts";
import { doneExercises, filledAsPlanned, filledFrom } from "./filled.ts";
import { minutesDraft, minutesOf } from "./minutes-form.tsx";
import { timelineOf } from "@/domain/protocols/timeline.ts";

const squat: Block = {
  type: "exercise",
  part: "main",
  exercise: "wall_squat",
  sets: 3,
  dose: { by: "reps", reps: { from: 8, to: 10 } },
  side: "each",
  load: { by: "weight", weight: "light", kg: 4 },
  restSeconds: 30,
};
const blocks = [squat];
const { segments } = timelineOf({ blocks });

describe("the form after a session", () => {
  it("is filled in as planned, and what it sends back is the same", () => {
    const { exercises, completion } = filledAsPlanned(blocks, null);
    expect(completion).toBe("as_planned");
    expect(exercises[0]?.sets).toHaveLength(6);
    expect(exercisesFrom(draftsOf(blocks, exercises))).toEqual(exercises);
    expect(filledAsPlanned(blocks, 5)).toMatchObject({ completion: "shorter", shortVersion: 5 });
  });

  it("after stopping early holds only the sets that are behind her", () => {
    // Into position, left, right, rest: one set of two sides is done.
    let run = startRun(0);
    for (let at = 0; at < 4; at += 1) run = next(run, segments, at * 1000);
    expect(doneExercises(blocks, run)[0]?.sets.map((set) => set.side)).toEqual(["left", "right"]);
    const kept = { sessionId: "s", startKey: "k", logKey: "l", startedAt: 0, blocks, run, isTold: false };
    expect(filledFrom(kept, 4000)).toMatchObject({ completion: "shorter" });
    expect(filledFrom({ ...kept, isTold: true }, 4000)).toMatchObject({ completion: "stopped" });
  });

  it("of a walk that ended on its first step is still a log", () => {
    const walk: Block = {
      type: "intervals",
      part: "main",
      repeats: 1,
      items: [{ type: "interval", move: "walk", length: { by: "time", seconds: 600 } }],
    };
    const kept = { sessionId: "s", startKey: "k", logKey: "l", startedAt: 0, isTold: false };
    const { minutes } = filledFrom({ ...kept, blocks: [walk], run: startRun(0) }, 400);
    expect(minutesOf(minutesDraft(minutes), "walk_and_run", true)).toEqual({ total: 0.1, run: 0, walk: 0.1 });
  });

  it("finds what is no number, and takes a comma for a point", () => {
    const [draft] = draftsOf(blocks, doneExercises(blocks, null));
    if (!draft) throw new Error("no draft");
    const sets = draft.sets.map((set) => ({ ...set, amount: "7", kg: "2,5" }));
    expect(exercisesFrom([{ ...draft, sets }])[0]?.sets[0]).toEqual({
      side: "left",
      reps: 7,
      seconds: null,
      kg: 2.5,
    });
    const wrong = { ...draft, pain: "11", sets: [{ side: "left" as const, amount: "-3", kg: "a lot" }] };
    expect([...problemsOf(wrong)].toSorted()).toEqual(["amount 0", "kg 0", "pain"]);
    expect(problemsOf({ ...wrong, pain: "", isLeftOut: true }).size).toBe(0);
    expect(exercisesFrom([{ ...wrong, isLeftOut: true }])[0]?.sets).toEqual([]);
  });

  it("takes another weight for the sets after it, and leaves the one that differs", () => {
    const sets = ["4", "4", "6", "4"].map((kg) => ({ side: "both" as const, amount: "8", kg }));
    expect(withWeight(sets, 1, "5").map((set) => set.kg)).toEqual(["4", "5", "6", "5"]);
  });

  it("adds walking and running up, and takes no run longer than the whole", () => {
    const draft = { total: "30", run: "8", walk: "12,5" };
    expect(minutesOf(draft, "walk_and_run", true)).toEqual({ total: 20.5, run: 8, walk: 12.5 });
    expect(minutesOf({ ...draft, run: "0", walk: "0" }, "walk_and_run", true)).toBeNull();
    expect(minutesOf({ ...draft, run: "40" }, "with_run", false)).toBeNull();
    expect(minutesOf(draft, "whole", true)).toEqual({ total: 30, run: 0, walk: 30 });
    expect(minutesOf(draft, "whole", false)).toEqual({ total: 30, run: 0, walk: 0 });
  });
});
