import { z } from "zod";
import { daySchema } from "../shared/day.ts";
import { idSchema, wordsSchema } from "../shared/fields.ts";

/** Sessions one hand can touch: every day of the weeks that are laid out, twice. */
const MOST_ROWS = 200;

const levelSchema = z.int().min(0).max(200).nullable();
const turnSchema = z.int().min(0).max(20).nullable();

/** What a coach may do with her hands in a mum's calendar. Each is a wish about days to come, not a fact. */
export const placingSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("move"), sessionId: idSchema, day: daySchema }),
  z.strictObject({ type: z.literal("remove"), sessionId: idSchema }),
  z.strictObject({ type: z.literal("add"), sessionId: idSchema, planId: idSchema, day: daySchema }),
  z.strictObject({
    type: z.literal("edit"),
    sessionId: idSchema,
    level: levelSchema,
    turn: turnSchema,
    note: wordsSchema,
  }),
  /** All of a plan's sessions from a day on, so many days later (earlier when negative). */
  z.strictObject({
    type: z.literal("shift"),
    planId: idSchema,
    fromDay: daySchema,
    days: z.int().min(-28).max(28),
  }),
  /** The way back: sessions as a hand left them, or as the plan has them (null). */
  z.strictObject({
    type: z.literal("restore"),
    rows: z
      .array(
        z.strictObject({
          sessionId: idSchema,
          was: z
            .strictObject({
              planId: idSchema,
              slot: daySchema.nullable(),
              day: daySchema.nullable(),
              level: levelSchema,
              turn: turnSchema,
              note: wordsSchema,
            })
            .nullable(),
        }),
      )
      .min(1)
      .max(MOST_ROWS),
  }),
]);
export type Placing = z.infer<typeof placingSchema>;
export type Restoring = Extract<Placing, { type: "restore" }>;
