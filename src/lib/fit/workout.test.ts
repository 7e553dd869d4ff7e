import fc from "fast-check";
import FitParser from "fit-file-parser";
import { describe, expect, test } from "vitest";
import { type WorkoutStep, workoutFile } from "./workout.ts";

// Read back by somebody else's parser, which checks both checksums.

const madeAt = new Date("2026-11-22T06:30:00Z");
const step = (length: Extract<WorkoutStep, { type: "step" }>["length"], name = "Run"): WorkoutStep => ({
  type: "step",
  name,
  length,
  effort: "active",
});

type Row = Record<string, unknown>;
type Back = { file_id: Row[]; workout: Row[]; workout_step: Row[] };

async function read(steps: readonly WorkoutStep[], name = "Week 3"): Promise<Back> {
  const bytes = workoutFile({ name, sport: "running", madeAt, steps });
  const back = await new FitParser({ mode: "list", force: false }).parseAsync(bytes.buffer);
  return (back as unknown as { messages: Back }).messages;
}

describe("a workout for a watch", () => {
  test("says what it is, for which sport, how many steps, and its name", async () => {
    const back = await read([step({ by: "time", seconds: 60 })]);
    expect(back.file_id[0]).toMatchObject({ type: "workout", time_created: madeAt });
    expect(back.workout[0]).toMatchObject({ sport: "running", num_valid_steps: 1, wkt_name: "Week 3" });
  });

  test("times, distances, a step without an end, and the way back", async () => {
    const back = await read([
      step({ by: "time", seconds: 90 }),
      step({ by: "distance", metres: 400 }, "Walk"),
      step({ by: "open" }),
      { type: "repeat", from: 0, times: 8 },
    ]);
    expect(back.workout_step).toMatchObject([
      { message_index: { value: 0 }, wkt_step_name: "Run", duration_type: "time", duration_value: 90_000 },
      { wkt_step_name: "Walk", duration_type: "distance", duration_value: 40_000 },
      { duration_type: "open" },
      { duration_type: "repeat_until_steps_cmplt", duration_value: 0, target_value: 8 },
    ]);
  });

  test("whatever the steps, they come back in order and whole", async () => {
    const anyStep = fc.oneof(
      fc.integer({ min: 5, max: 18_000 }).map((seconds) => step({ by: "time", seconds })),
      fc.integer({ min: 20, max: 50_000 }).map((metres) => step({ by: "distance", metres })),
      fc
        .record({ from: fc.integer({ min: 0, max: 40 }), times: fc.integer({ min: 2, max: 50 }) })
        .map((back) => ({
          type: "repeat" as const,
          ...back,
        })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 60 }), async (steps) => {
        const back = await read(steps);
        const values = steps.map((one) => (one.type === "repeat" ? [one.from, one.times] : [sizeOf(one), 0]));
        expect(back.workout_step.map((one) => [one["duration_value"], one["target_value"]])).toEqual(values);
      }),
      { numRuns: 25 },
    );
  });

  test("a long name is cut, and never inside a letter", async () => {
    const back = await read([step({ by: "open" })], "Mā te wā, ka kite anō tātou");
    expect(back.workout[0]?.["wkt_name"]).toBe("Mā te wā, ka kite an");
  });
});

function sizeOf({ length }: Extract<WorkoutStep, { type: "step" }>): number {
  if (length.by === "open") return 0;
  return length.by === "time" ? length.seconds * 1000 : length.metres * 100;
}
