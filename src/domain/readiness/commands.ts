import { z } from "zod";
import { daySchema } from "../shared/day.ts";
import { idSchema } from "../shared/fields.ts";
import { findingSchema, SIDES } from "../shared/vocabulary.ts";

/** One side of one test. A null value: not done. */
const testResultSchema = z.strictObject({
  test: z.string().min(1).max(60),
  side: z.enum(SIDES),
  value: z.number().min(0).max(1000).nullable(),
  symptoms: z.array(findingSchema).max(30),
  incomplete: z.enum(["form_loss", "stopped_early", "declined"]).nullable(),
});
export const recordBatterySchema = z.strictObject({
  type: z.literal("recordBattery"),
  id: idSchema,
  battery: z.string().min(1).max(60),
  version: z.int().min(1),
  doneOn: daySchema,
  results: z.array(testResultSchema).min(1).max(60),
});
