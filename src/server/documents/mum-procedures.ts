import { z } from "zod";
import { namesOf, ownId } from "../journey/self.ts";
import { read, type Shell } from "../trpc/procedures.ts";

/** Documents about her: what arrived, from whom, when, and when she was told (HIPC rule 3A). Newest first. */
async function myDocuments(shell: Shell) {
  const { practiceId, clientId } = ownId(shell);
  const rows = await shell.tx.document.findMany({
    where: { practiceId, clientId },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      fileName: true,
      mime: true,
      size: true,
      pages: true,
      source: true,
      uploadedById: true,
      receivedAt: true,
      clientToldAt: true,
    },
  });
  const names = await namesOf(shell, practiceId);
  return {
    documents: rows.map(({ id, uploadedById, ...row }) => ({
      ...row,
      documentId: id,
      from: uploadedById ? (names.get(uploadedById) ?? null) : null,
    })),
  };
}

/** What a mum asks of this room. */
export const mumProcedures = {
  mine: read(
    "documents.mine",
    {
      input: {},
      output: z.object({
        documents: z.array(
          z.object({
            documentId: z.uuid(),
            fileName: z.string(),
            mime: z.string(),
            size: z.int(),
            pages: z.int().nullable(),
            source: z.enum(["physio", "client", "coach"]),
            from: z.string().nullable(),
            receivedAt: z.date(),
            clientToldAt: z.date().nullable(),
          }),
        ),
      }),
    },
    myDocuments,
  ),
};
