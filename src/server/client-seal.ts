import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Tx } from "./db/with-actor.ts";
import { openBytes, sealBytes } from "./sealed-text.ts";

// A client's files are sealed under a key of her own (AES-256-GCM), and tied to the place they lie in: bytes moved to
// another row, page or client do not open. Destroying her key destroys her files, in old back-ups too.

const [IV, TAG, KEY] = [12, 16, 32];

/** Seals bytes for their place: any text that names it and nothing else. */
export function sealFor(key: Uint8Array, place: string, bytes: Uint8Array): Buffer<ArrayBuffer> {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** What was sealed for this place. Throws for bytes that were changed or come from elsewhere. */
export function openFrom(key: Uint8Array, place: string, sealed: Uint8Array): Buffer<ArrayBuffer> {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV), { authTagLength: TAG })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]);
}

type Whose = { readonly practiceId: string; readonly clientId: string };

/** The client's own key, made with her first file. Two first files at once agree on one. */
export async function makeKey(tx: Tx, { practiceId, clientId }: Whose): Promise<Buffer> {
  const known = await keyOf(tx, { practiceId, clientId });
  if (known) return known;
  const wrapped = sealBytes(randomBytes(KEY));
  await tx.clientKey.createMany({ data: [{ practiceId, clientId, wrapped }], skipDuplicates: true });
  const made = await keyOf(tx, { practiceId, clientId });
  if (!made) throw new Error("a key that was made is not there");
  return made;
}

/** The client's key, or null while she has no file. */
export async function keyOf(tx: Tx, { practiceId, clientId }: Whose): Promise<Buffer | null> {
  const where = { practiceId_clientId: { practiceId, clientId } };
  const known = await tx.clientKey.findUnique({ where, select: { wrapped: true } });
  return known && openBytes(known.wrapped);
}
