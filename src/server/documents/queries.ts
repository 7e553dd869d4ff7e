import { z } from "zod";
import type { Tx } from "../db/with-actor.ts";
import { storeOf } from "./blob-store.ts";

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

const WHERE_IT_LIES = {
  id: true,
  practiceId: true,
  clientId: true,
  sealed: true,
  fileName: true,
  mime: true,
  pages: true,
} as const;

/** One document with what is needed to read its bytes, when this actor may see it. */
export async function storedDocument(tx: Tx, id: string) {
  return tx.document.findFirst({ where: { id }, select: WHERE_IT_LIES });
}
export type StoredDocument = NonNullable<Awaited<ReturnType<typeof storedDocument>>>;

/** The bytes of one page (0: the file as it is kept). None when there is no such page. */
export function bytesOf(tx: Tx, document: StoredDocument, page = 0): Promise<Buffer<ArrayBuffer>> {
  const { practiceId, clientId, id: documentId } = document;
  return storeOf(document).get(tx, { practiceId, clientId, documentId, page });
}

/** What people look at, in order: the pictures of a letter's pages, or the photo itself. */
export async function shownOf(tx: Tx, document: StoredDocument): Promise<Buffer<ArrayBuffer>[]> {
  if (document.mime !== "application/pdf") return [await bytesOf(tx, document)];
  const pages: Buffer<ArrayBuffer>[] = [];
  for (let page = 1; page <= (document.pages ?? 0); page += 1) pages.push(await bytesOf(tx, document, page));
  // A letter from before its pages were drawn is shown as it came.
  return pages.some((page) => page.length > 0) ? pages : [await bytesOf(tx, document)];
}
