import { describe, expect, it } from "vitest";
import { type ExerciseBlock } from "../protocols/blocks.ts";
import { EXERCISES, exerciseOf } from "../protocols/exercises.ts";
import {
  type DoneExercise,
  type Performance,
  performanceOf,
  performanceRefusal,
  performanceSchema,
  plannedSets,
  swapsFor,
  withPainTold,
} from "./performance.ts";

const block = (exercise: string, rest: Partial<ExerciseBlock> = {}): ExerciseBlock => ({
  type: "exercise",
  part: "main",
  exercise,
  sets: 2,
  dose: { by: "reps", reps: { from: 8, to: 10 } },
  side: "both",
  load: { by: "body" },
  restSeconds: 60,
  ...rest,
});
const session = {
  blocks: [
    block("bent_knee_calf_raise"),
    block("single_leg_balance", { side: "each", dose: { by: "time", seconds: 20 } }),
  ],
};
const done = (rest: Partial<DoneExercise> = {}): DoneExercise => ({
  block: 0,
  exercise: "bent_knee_calf_raise",
  sets: [...plannedSets(session.blocks[0]!)],
  effort: null,
  pain: null,
  note: null,
  ...rest,
});
const refused = (...exercises: DoneExercise[]) => performanceRefusal({ exercises }, session);

describe("what she did, beside what was planned", () => {
  it("is filled in as planned: every set, on each side in turn, with its weight", () => {
    const squat = block("split_squat", { side: "each", load: { by: "weight", weight: "light", kg: 6 } });
    expect(plannedSets(squat)).toEqual(
      ["left", "right", "left", "right"].map((side) => ({ side, reps: 10, seconds: null, kg: 6 })),
    );
    expect(refused(done(), done({ block: 1, exercise: "single_leg_balance", sets: [] }))).toBeNull();
  });

  it("has a shape that nonsense does not fit", () => {
    const set = plannedSets(session.blocks[0]!)[0]!;
    for (const wrong of [
      done({ sets: [{ ...set, reps: -1 }] }),
      done({ sets: [{ ...set, reps: 1.5 }] }),
      done({ sets: [{ ...set, kg: -2 }] }),
      done({ sets: [{ ...set, kg: 1000 }] }),
      done({ pain: 11 }),
      done({ effort: -1 }),
      { ...done(), extra: true },
    ])
      expect(performanceSchema.safeParse({ exercises: [wrong] }).success).toBe(false);
    expect(performanceOf({ spentSeconds: [3] })).toEqual({ spentSeconds: [3] });
    expect(performanceOf("nonsense")).toBeNull();
  });

  it("names only exercises of the session, each once", () => {
    expect(refused(done(), done())).toMatchObject({ code: "exercise_not_planned" });
    expect(refused(done({ block: 7 }))).toMatchObject({ code: "exercise_not_planned" });
    expect(performanceRefusal({ exercises: [done()] }, null)).toMatchObject({ code: "exercise_not_planned" });
    // In the five-minute version there is one exercise left; the second cannot have been done in it.
    const short: Performance = { shortVersion: 5, exercises: [done({ block: 1 })] };
    expect(
      performanceRefusal(short, { ...session, shorter: [{ minutes: 5, blocks: [session.blocks[0]!] }] }),
    ).toMatchObject({ code: "exercise_not_planned" });
  });

  it("has no side that the exercise does not have", () => {
    const left = done({ sets: [{ side: "left", reps: 8, seconds: null, kg: null }] });
    expect(refused(left)).toEqual({ code: "side_not_of_exercise", exercise: left.exercise, side: "left" });
    const balance = { block: 1, exercise: "single_leg_balance" };
    const both = done({ ...balance, sets: [{ side: "both", reps: null, seconds: 20, kg: null }] });
    expect(refused(both)).toMatchObject({ code: "side_not_of_exercise", side: "both" });
  });

  it("may be something easier, never something harder or of another kind", () => {
    expect(refused(done({ exercise: "calf_raise" }))).toBeNull();
    for (const exercise of ["single_leg_calf_raise", "hop_on_spot", "no_such_exercise"])
      expect(refused(done({ exercise }))).toEqual({
        code: "swap_not_allowed",
        planned: "bent_knee_calf_raise",
        exercise,
      });
  });

  it("no swap brings in a landing, or anything that needs a physio's word", () => {
    for (const planned of EXERCISES)
      for (const instead of swapsFor(planned.id).map(exerciseOf)) {
        expect(instead!.contacts !== null && planned.contacts === null).toBe(false);
        expect(planned.cautions).toEqual(expect.arrayContaining([...instead!.cautions]));
      }
  });
});

describe("pain told beside an exercise", () => {
  const hurt = (pain: number): Performance => ({ exercises: [done({ pain })] });
  const pain = (level: number) => ({ kind: "pain", site: "other", level }) as const;

  it("is heard like any other pain", () => {
    expect(withPainTold([], hurt(6), null)).toEqual([pain(6)]);
    expect(withPainTold(null, hurt(6), null)).toEqual([pain(6)]);
    expect(withPainTold(null, hurt(0), null)).toBeNull();
    expect(withPainTold([], null, null)).toEqual([]);
  });

  it("is heard once, whether she said where or corrects something else", () => {
    const knee = [{ kind: "pain", site: "knee", level: 6 }] as const;
    expect(withPainTold(knee, hurt(5), null)).toEqual(knee);
    expect(withPainTold(knee, hurt(7), null)).toEqual([...knee, pain(7)]);
    expect(withPainTold(null, hurt(6), hurt(6))).toBeNull();
    expect(withPainTold(null, hurt(7), hurt(6))).toEqual([pain(7)]);
  });
});
