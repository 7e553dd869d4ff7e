import { fitTime, MESSAGE } from "./format.ts";
import { type FitField, type FitMessage, fitFile } from "./write.ts";

/** One thing to do, or the way back to an earlier one: `from` is its place in the list, `times` how often in all. */
export type WorkoutStep =
  | {
      readonly type: "step";
      readonly name: string;
      readonly length:
        | { readonly by: "time"; readonly seconds: number }
        | { readonly by: "distance"; readonly metres: number }
        /** Until she presses the button. */
        | { readonly by: "open" };
      readonly effort: "warm_up" | "active" | "rest" | "cool_down";
    }
  | { readonly type: "repeat"; readonly from: number; readonly times: number };

export type Workout = {
  readonly name: string;
  readonly sport: "running" | "walking";
  readonly madeAt: Date;
  readonly steps: readonly WorkoutStep[];
};

// Codes of the format's own profile.
const FILE_IS_WORKOUT = 5;
const MANUFACTURER_NOBODY = 255;
const SPORT = { running: 1, walking: 11 } as const;
const DURATION = { time: 0, distance: 1, open: 5, repeat: 6 } as const;
const TARGET_OPEN = 2;
const INTENSITY = { active: 0, rest: 1, warm_up: 2, cool_down: 3 } as const;
const NAME_BYTES = 24;

function durationOf(step: Extract<WorkoutStep, { type: "step" }>): { type: number; value: number } {
  const { length } = step;
  if (length.by === "time") return { type: DURATION.time, value: Math.round(length.seconds * 1000) };
  if (length.by === "distance") return { type: DURATION.distance, value: Math.round(length.metres * 100) };
  return { type: DURATION.open, value: 0 };
}

/** Every step has the same fields, so that the file defines them once. */
function stepMessage(step: WorkoutStep, index: number): FitMessage {
  const isRepeat = step.type === "repeat";
  const duration = isRepeat ? { type: DURATION.repeat, value: step.from } : durationOf(step);
  const fields: readonly FitField[] = [
    { number: 254, base: "uint16", value: index },
    { number: 0, base: "string", value: isRepeat ? "" : step.name, bytes: NAME_BYTES },
    { number: 1, base: "enum", value: duration.type },
    { number: 2, base: "uint32", value: duration.value },
    { number: 3, base: "enum", value: TARGET_OPEN },
    { number: 4, base: "uint32", value: isRepeat ? step.times : 0 },
    { number: 7, base: "enum", value: isRepeat ? INTENSITY.active : INTENSITY[step.effort] },
  ];
  return { message: MESSAGE.workoutStep, fields };
}

/** A workout as a file that a watch takes: drag it onto the watch, or open it with its app. */
export function workoutFile({ name, sport, madeAt, steps }: Workout): Uint8Array<ArrayBuffer> {
  return fitFile([
    {
      message: MESSAGE.fileId,
      fields: [
        { number: 0, base: "enum", value: FILE_IS_WORKOUT },
        { number: 1, base: "uint16", value: MANUFACTURER_NOBODY },
        { number: 2, base: "uint16", value: 0 },
        { number: 3, base: "uint32z", value: 1 },
        { number: 4, base: "uint32", value: fitTime(madeAt) },
      ],
    },
    {
      message: MESSAGE.workout,
      fields: [
        { number: 4, base: "enum", value: SPORT[sport] },
        { number: 6, base: "uint16", value: steps.length },
        { number: 8, base: "string", value: name, bytes: NAME_BYTES },
      ],
    },
    ...steps.map(stepMessage),
  ]);
}
