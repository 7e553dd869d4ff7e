import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Tx } from "./db/with-actor.ts";
import { openBytes, sealBytes } from "./sealed-text.ts";

/** Which bytes: page 0 of a document is the file as it is kept, 1 and on are the pictures of its pages. */
export type Blob = {
  readonly practiceId: string;
  readonly clientId: string;
  readonly documentId: string;
  readonly page: number;
};

/** Where bytes lie. Inside the transaction of the row they belong to, so that neither is there without the other. */
export type BlobStore = {
  readonly put: (tx: Tx, blob: Blob, bytes: Uint8Array) => Promise<void>;
  /** All bytes of one blob; none when it is not there, or not this actor's to see. */
  readonly get: (tx: Tx, blob: Blob) => Promise<Buffer<ArrayBuffer>>;
};

const CHUNK_BYTES = 256 * 1024;

/** Pieces in Postgres, behind the same policies as the document: one back-up, one transaction, nothing to leak by URL. */
export const inPostgres: BlobStore = {
  async put(tx, { practiceId, documentId, page }, bytes) {
    for (let number = 0; number * CHUNK_BYTES < bytes.length; number += 1) {
      const piece = new Uint8Array(bytes.slice(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES));
      await tx.documentChunk.create({ data: { practiceId, documentId, page, number, bytes: piece } });
    }
  },
  async get(tx, { practiceId, documentId, page }) {
    const chunks = await tx.documentChunk.findMany({
      where: { practiceId, documentId, page },
      select: { bytes: true },
      orderBy: { number: "asc" },
    });
    return Buffer.concat(chunks.map((chunk) => chunk.bytes));
  },
};

const [IV, TAG, KEY] = [12, 16, 32];

/**
 * The store as everybody uses it: what lies below is sealed under the client's key (AES-256-GCM) and tied to its place,
 * so that bytes moved to another row, page or client do not open. Throws for bytes that were changed.
 */
export function sealedIn(store: BlobStore): BlobStore {
  return {
    async put(tx, blob, bytes) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv("aes-256-gcm", await keyOf(tx, blob), iv).setAAD(placeOf(blob));
      const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
      await store.put(tx, blob, Buffer.concat([iv, cipher.getAuthTag(), body]));
    },
    async get(tx, blob) {
      const bytes = await store.get(tx, blob);
      if (bytes.length === 0) return bytes;
      const iv = bytes.subarray(0, IV);
      const decipher = createDecipheriv("aes-256-gcm", await keyOf(tx, blob), iv, { authTagLength: TAG })
        .setAAD(placeOf(blob))
        .setAuthTag(bytes.subarray(IV, IV + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
    },
  };
}

const placeOf = ({ practiceId, clientId, documentId, page }: Blob) =>
  Buffer.from(`${practiceId}|${clientId}|${documentId}|${page}`);

/** The client's own key, made with her first file. Two first files at once agree on one. */
async function keyOf(tx: Tx, { practiceId, clientId }: Blob): Promise<Buffer> {
  const where = { practiceId_clientId: { practiceId, clientId } };
  const known = await tx.clientKey.findUnique({ where, select: { wrapped: true } });
  if (known) return openBytes(known.wrapped);
  const wrapped = sealBytes(randomBytes(KEY));
  await tx.clientKey.createMany({ data: [{ practiceId, clientId, wrapped }], skipDuplicates: true });
  const made = await tx.clientKey.findUniqueOrThrow({ where, select: { wrapped: true } });
  return openBytes(made.wrapped);
}

const sealed = sealedIn(inPostgres);

/** What a document's row says of the way its bytes lie. New ones are sealed. */
export const SEALED = 1;
export const storeOf = (document: { readonly sealed: number }): BlobStore =>
  document.sealed === SEALED ? sealed : inPostgres;
