import { z } from "zod";
import type { Tx } from "../db/with-actor.ts";
import { shownHashOf, storedDocument } from "../stored-document.ts";

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

/** A document as its signer sees it: the hash of the pictures she is shown goes back with her signature. */
export const withShownSchema = documentLineSchema.extend({ shown: z.string() });

/** Each with the hash of its pictures: the one that was kept when they were drawn, for older letters counted now. */
export async function withShown(tx: Tx, lines: readonly DocumentLine[]) {
  const kept = await tx.document.findMany({
    where: { id: { in: lines.map((row) => row.id) } },
    select: { id: true, shownSha256: true },
  });
  const found: z.infer<typeof withShownSchema>[] = [];
  for (const row of lines) {
    const hash = kept.find(({ id }) => id === row.id)?.shownSha256;
    const document = hash ? null : await storedDocument(tx, row.id);
    const shown = hash ? Buffer.from(hash).toString("hex") : document && (await shownHashOf(tx, document));
    found.push({ ...row, shown: shown ?? "" });
  }
  return found;
}

/** A letter that is on its way, as who brings it sees it. */
export const letterLineSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  /** In bytes: of the whole, and how many are here. */
  length: z.int(),
  here: z.int(),
  sha256: z.string(),
  /** What became of it so far, in order. None: it is coming in. */
  states: z.array(
    z.object({
      step: z.enum(["received", "scanned", "rendered", "ready", "rejected"]),
      at: z.date(),
      reason: z.string().nullable(),
    }),
  ),
});

const HOUR_MS = 3_600_000;

/** The letters of a request that this actor began: those that may still come in, those that wait, and how the last hour's ended. */
export async function lettersOf(
  tx: Tx,
  requestId: string,
  now: Date,
): Promise<z.infer<typeof letterLineSchema>[]> {
  const rows = await tx.letter.findMany({
    where: {
      requestId,
      OR: [
        { lookAt: { not: null } },
        { states: { none: {} }, expiresAt: { gt: now } },
        { states: { some: { at: { gt: new Date(now.getTime() - HOUR_MS) } } } },
      ],
    },
    select: {
      id: true,
      fileName: true,
      length: true,
      sha256: true,
      states: { select: { step: true, at: true, reason: true }, orderBy: { at: "asc" } },
      parts: { select: { size: true } },
    },
    orderBy: [{ announcedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ parts, sha256, ...row }) => ({
    ...row,
    sha256: Buffer.from(sha256).toString("hex"),
    here: row.states.length > 0 ? row.length : parts.reduce((sum, part) => sum + part.size, 0),
  }));
}
