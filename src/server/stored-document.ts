import { createHash } from "node:crypto";
import { env } from "../env.ts";
import { type Blob, type BlobStore, inPostgres, placeOf } from "./blob-store.ts";
import { keyOf, openFrom } from "./client-seal.ts";
import type { Tx } from "./db/with-actor.ts";
import { inObjectStore } from "./object-store.ts";

// What lies of a document, for the rooms that hand it out and that sign what was seen of it.

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

/**
 * How a document's row says where its bytes lie: in Postgres as they came (before there were keys), there and sealed, or
 * sealed in the object store. Every letter stays where it was put, whatever the settings say later.
 */
const LIES = { open: 0, sealed: 1, elsewhere: 2 } as const;
const storeOf = (sealed: number): BlobStore => (sealed === LIES.elsewhere ? inObjectStore : inPostgres);

/** Where a letter that comes in now is put, and what its row says of it. */
export function placeForNew(): { readonly sealed: number; readonly store: BlobStore } {
  const sealed = env().S3_URL ? LIES.elsewhere : LIES.sealed;
  return { sealed, store: storeOf(sealed) };
}

/** The bytes of one page (0: the file as it is kept). None when there is no such page. Throws for bytes that were changed. */
export async function bytesOf(tx: Tx, document: StoredDocument, page = 0): Promise<Buffer<ArrayBuffer>> {
  const { practiceId, clientId, id: documentId } = document;
  const blob: Blob = { practiceId, clientId, documentId, page };
  const bytes = await storeOf(document.sealed).get(tx, blob);
  if (bytes.length === 0 && page === 0) throw new Error("a document whose file is gone");
  if (document.sealed === LIES.open || bytes.length === 0) return bytes;
  const key = await keyOf(tx, blob);
  if (!key) throw new Error("a sealed file whose key is gone");
  return openFrom(key, placeOf(blob), bytes);
}

/** What people look at, in order: the pictures of a letter's pages, or the photo itself. */
export async function shownOf(tx: Tx, document: StoredDocument): Promise<Buffer<ArrayBuffer>[]> {
  if (document.mime !== "application/pdf") return [await bytesOf(tx, document)];
  const pages: Buffer<ArrayBuffer>[] = [];
  for (let page = 1; page <= (document.pages ?? 0); page += 1) pages.push(await bytesOf(tx, document, page));
  // A letter from before its pages were drawn is shown as it came.
  return pages.some((page) => page.length > 0) ? pages : [await bytesOf(tx, document)];
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

/**
 * One SHA-256 for the pictures of a letter. Of one picture its own; of several the hash of their hashes, in order: run
 * together without marks, a byte could move from one page to the next and nobody would see it.
 */
export function hashOfPictures(pictures: readonly Uint8Array[]): Buffer<ArrayBuffer> {
  const [first, ...more] = pictures.map(sha256);
  return first && more.length === 0 ? first : sha256(Buffer.concat([first ?? new Uint8Array(), ...more]));
}

/** The same (hex) of what people look at, from the bytes as they lie here now. */
export async function shownHashOf(tx: Tx, document: StoredDocument): Promise<string> {
  return hashOfPictures(await shownOf(tx, document)).toString("hex");
}
