import type { Doorman } from "./db/doorman.ts";

/** Which bytes: page 0 of a document is the file as it is kept, 1 and on are the pictures of its pages. */
export type Blob = {
  readonly practiceId: string;
  readonly clientId: string;
  readonly documentId: string;
  readonly page: number;
};

/** Where sealed bytes lie. It never sees what they are, and never decides who may see them: the document's row does. */
export type BlobStore = {
  /** Inside the transaction that makes the document. Putting the same blob again is no harm. */
  readonly put: (db: Doorman, blob: Blob, bytes: Uint8Array) => Promise<void>;
  /** All bytes of one blob; none when it is not there. */
  readonly get: (db: Doorman, blob: Blob) => Promise<Buffer<ArrayBuffer>>;
};

const CHUNK_BYTES = 256 * 1024;

/** Pieces in Postgres, behind the same policies as the document: one back-up, one transaction, nothing to leak by URL. */
export const inPostgres: BlobStore = {
  async put(db, { documentId, page }, bytes) {
    for (let number = 0; number * CHUNK_BYTES < bytes.length; number += 1) {
      const piece = bytes.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES);
      await db.$executeRaw`SELECT app.keep_bytes(${documentId}::uuid, ${page}::int, ${number}::int, ${piece})`;
    }
  },
  async get(db, { practiceId, documentId, page }) {
    const chunks = await db.$queryRaw<{ bytes: Uint8Array }[]>`
      SELECT bytes FROM document_chunk
       WHERE practice_id = ${practiceId}::uuid AND document_id = ${documentId}::uuid AND page = ${page}::int ORDER BY number`;
    return Buffer.concat(chunks.map((chunk) => chunk.bytes));
  },
};

/** The place bytes are sealed for: the same in every store. */
export const placeOf = ({ practiceId, clientId, documentId, page }: Blob) =>
  `${practiceId}|${clientId}|${documentId}|${page}`;
