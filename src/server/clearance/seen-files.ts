import { createHash } from "node:crypto";
import { shownOf, storedDocument } from "../stored-document.ts";
import { Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** One file as the signer saw it: what arrived, and the pictures that are shown for it, one after another. SHA-256, hex. */
export type SeenFile = { readonly id: string; readonly received: string; readonly shown: string };

/**
 * The files of a request, each hashed from its stored bytes now. Refused when they are not exactly those she had before
 * her eyes: a file that came or went in between would be signed unseen.
 */
export async function seenFiles(
  { tx }: Shell,
  requestId: string,
  asSeen: readonly { readonly id: string; readonly sha256: string }[],
): Promise<SeenFile[]> {
  const rows = await tx.document.findMany({
    where: { requestId },
    select: { id: true, sha256: true },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
  });
  const files: SeenFile[] = [];
  for (const row of rows) {
    const hash = createHash("sha256");
    const document = await storedDocument(tx, row.id);
    for (const shown of document ? await shownOf(tx, document) : []) hash.update(shown);
    files.push({ id: row.id, received: Buffer.from(row.sha256).toString("hex"), shown: hash.digest("hex") });
  }
  const isHere = (seen: { id: string; sha256: string }) =>
    files.some((file) => file.id === seen.id && file.received === seen.sha256);
  // Files only ever arrive: one she names that is not here, or not these bytes, was never before her eyes.
  if (!asSeen.every(isHere)) throw new Refused({ code: "documents_foreign" });
  if (files.length !== new Set(asSeen.map((seen) => seen.id)).size)
    throw new Refused({ code: "documents_changed" });
  return files;
}
