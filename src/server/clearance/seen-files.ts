import { createHash } from "node:crypto";
import { bytesOf, shownHashOf, storedDocument } from "../stored-document.ts";
import { Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** One file as the signer saw it: what arrived, and the pictures that are shown for it (`hashOfPictures`). SHA-256, hex. */
export type SeenFile = { readonly id: string; readonly received: string; readonly shown: string };
type Named = { readonly id: string; readonly sha256: string; readonly shown: string };

/**
 * The files of a request, each hashed from its stored bytes now. Refused when they are not exactly those she had before
 * her eyes: a file that came, went or was changed in between would be signed unseen.
 */
export async function seenFiles(
  { tx }: Shell,
  requestId: string,
  asSeen: readonly Named[],
): Promise<SeenFile[]> {
  const rows = await tx.document.findMany({
    where: { requestId },
    select: { id: true, sha256: true, shownSha256: true, mime: true },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
  });
  const files: SeenFile[] = [];
  for (const row of rows) {
    const document = await storedDocument(tx, row.id);
    if (!document) continue;
    const received = Buffer.from(row.sha256).toString("hex");
    const shown = await shownHashOf(tx, document);
    // Bytes that are no longer those that came, or no longer those that were drawn.
    const isDrawn = !row.shownSha256 || Buffer.from(row.shownSha256).toString("hex") === shown;
    // A photo is written anew when it comes in, so only a letter is still the file that came.
    const isWhole = row.mime !== "application/pdf" || sha256(await bytesOf(tx, document)) === received;
    if (!isDrawn || !isWhole) throw new Refused({ code: "documents_foreign" });
    files.push({ id: row.id, received, shown });
  }
  const isHere = (seen: Named) =>
    files.some((file) => file.id === seen.id && file.received === seen.sha256 && file.shown === seen.shown);
  // Files only ever arrive: one she names that is not here, or not these bytes, was never before her eyes.
  if (!asSeen.every(isHere)) throw new Refused({ code: "documents_foreign" });
  if (files.length !== new Set(asSeen.map((seen) => seen.id)).size)
    throw new Refused({ code: "documents_changed" });
  return files;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
