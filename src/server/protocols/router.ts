import { z } from "zod";
import { shape, t } from "../trpc/base.ts";
import { change, read } from "../trpc/procedures.ts";
import type { ProtocolContent } from "../../domain/protocols/grammar.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { SENT_LONGEST } from "../../domain/protocols/file.ts";
import { type Imported, noteReview, takeIn } from "./commands.ts";
import { type NotedReview, type ProtocolLine, protocolLines, protocolVersion } from "./queries.ts";

export const protocolsRouter = t.router({
  list: read("protocols.list", { input: {}, output: shape<readonly ProtocolLine[]>() }, protocolLines),
  byId: read(
    "protocols.byId",
    {
      input: { versionId: z.uuid() },
      output: z.object({
        versionId: z.uuid(),
        number: z.int(),
        isDraft: z.boolean(),
        review: shape<NotedReview | null>(),
        mayReview: z.boolean(),
        content: shape<ProtocolContent>(),
      }),
    },
    protocolVersion,
  ),
  takeIn: change(
    "protocols.takeIn",
    {
      input: {
        text: z.string().max(SENT_LONGEST, "too_long"),
        title: z.string().trim().min(1, "required").max(80, "too_long"),
      },
      output: shape<Imported>(),
    },
    takeIn,
  ),
  review: change(
    "protocols.review",
    {
      input: {
        versionId: z.uuid(),
        by: z
          .strictObject({
            physioName: z.string().trim().min(2, "required").max(120, "too_long"),
            reviewedOn: daySchema,
          })
          .nullable(),
        note: z.string().trim().min(1, "required").max(1000, "too_long").nullable(),
      },
      output: z.object({ reviewId: z.uuid() }),
    },
    noteReview,
  ),
});
