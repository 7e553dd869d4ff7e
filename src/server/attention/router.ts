import { z } from "zod";
import { daySchema } from "../../domain/shared/day.ts";
import { shape, t } from "../trpc/base.ts";
import { change, read } from "../trpc/procedures.ts";
import { putAway, undo } from "./commands.ts";
import { type QueueRow, today } from "./queries.ts";

export const attentionRouter = t.router({
  today: read(
    "attention.today",
    {
      input: {},
      output: z.object({
        day: daySchema,
        tomorrow: daySchema,
        clients: z.int(),
        invited: z.int(),
        rows: shape<readonly QueueRow[]>(),
      }),
    },
    today,
  ),
  handle: change(
    "attention.handle",
    {
      input: {
        clientId: z.uuid(),
        seen: z
          .array(z.strictObject({ code: z.string().min(1).max(60), source: z.string().min(1).max(400) }))
          .min(1)
          .max(20),
        until: daySchema.nullable(),
      },
      output: z.object({ taskIds: z.array(z.uuid()) }),
    },
    putAway,
  ),
  undo: change(
    "attention.undo",
    {
      input: { clientId: z.uuid(), taskIds: z.array(z.uuid()).min(1).max(20) },
      output: z.object({ ok: z.literal(true) }),
    },
    undo,
  ),
});
