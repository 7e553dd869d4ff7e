import { z } from "zod";
import { notFound } from "../trpc/errors.ts";
import { read } from "../trpc/procedures.ts";
import { documentsWhere, letterLineSchema, lettersOf, withShown, withShownSchema } from "./queries.ts";

/** What a physio asks of this room: the files she brought for a request, and those on their way. */
export const physioProcedures = {
  forRequest: read(
    "documents.forRequest",
    { input: { requestId: z.uuid() }, output: z.array(withShownSchema) },
    async ({ tx }, { requestId }) => {
      const request = await tx.request.findFirst({ where: { id: requestId }, select: { id: true } });
      if (!request) throw notFound();
      return withShown(tx, await documentsWhere(tx, { requestId }));
    },
  ),
  underway: read(
    "documents.underway",
    { input: { requestId: z.uuid() }, output: z.array(letterLineSchema) },
    async ({ tx, now }, { requestId }) => {
      const request = await tx.request.findFirst({ where: { id: requestId }, select: { id: true } });
      if (!request) throw notFound();
      return lettersOf(tx, requestId, now);
    },
  ),
};
