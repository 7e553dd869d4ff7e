import { z } from "zod";
import type { Tx } from "../db/with-actor.ts";

/** A document as lists show it. */
export const documentLineSchema = z.object({
  id: z.uuid(),
  requestId: z.uuid().nullable(),
  source: z.enum(["physio", "client", "coach"]),
  fileName: z.string(),
  mime: z.string(),
  size: z.int(),
  pages: z.int().nullable(),
  /** SHA-256 of the file as it arrived, in hex. */
  sha256: z.string(),
  receivedAt: z.date(),
});
export type DocumentLine = z.infer<typeof documentLineSchema>;

const COLUMNS = {
  id: true,
  requestId: true,
  source: true,
  fileName: true,
  mime: true,
  size: true,
  pages: true,
  sha256: true,
  receivedAt: true,
} as const;

type Row = Omit<DocumentLine, "sha256"> & { sha256: Uint8Array };
const line = (row: Row): DocumentLine => ({ ...row, sha256: Buffer.from(row.sha256).toString("hex") });

/** One document this actor may see, or null. */
export async function documentLine(tx: Tx, id: string): Promise<DocumentLine | null> {
  const row = await tx.document.findFirst({ where: { id }, select: COLUMNS });
  return row && line(row);
}

/** The documents about a client (or of one request) this actor may see, newest first. */
export async function documentsWhere(
  tx: Tx,
  where: { clientId: string } | { requestId: string },
): Promise<DocumentLine[]> {
  const rows = await tx.document.findMany({
    where,
    select: COLUMNS,
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(line);
}
