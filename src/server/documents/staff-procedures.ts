import { z } from "zod";
import { notFound } from "../trpc/errors.ts";
import { read } from "../trpc/procedures.ts";
import { documentLineSchema, documentsWhere } from "./queries.ts";

/** What a coach asks of this room. */
export const staffProcedures = {
  ofClient: read(
    "documents.ofClient",
    { input: { clientId: z.uuid() }, output: z.array(documentLineSchema) },
    async ({ tx }, { clientId }) => {
      const client = await tx.client.findFirst({ where: { id: clientId }, select: { id: true } });
      if (!client) throw notFound();
      return documentsWhere(tx, { clientId });
    },
  ),
};
