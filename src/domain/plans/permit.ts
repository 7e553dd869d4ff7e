import { z } from "zod";
import { daySchema } from "../shared/day.ts";
import { idSchema } from "../shared/fields.ts";

/** Whose run may begin on a phone without a connection, of which plan, up to which level, from and until which day. */
export const permitSchema = z.strictObject({
  clientId: idSchema,
  planId: idSchema,
  level: z.int().min(0),
  from: daySchema,
  until: daySchema,
});
export type Permit = z.output<typeof permitSchema>;
