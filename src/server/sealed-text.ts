import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "../env.ts";

// A code or token that waits in the outbox is worth a sign-in to whoever can read the database: it lies there sealed.
// So does what tells where somebody lives.
const key = (use: string) =>
  createHmac("sha256", env().NEXTAUTH_SECRET).update(`sevenstride ${use}`).digest();

/** AES-256-GCM under the installation's secret. */
export function sealBytes(plain: Uint8Array): Buffer<ArrayBuffer> {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key("seal"), iv);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** What was sealed here. Throws when it was not, or the secret has changed since. */
export function openBytes(sealed: Uint8Array): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key("seal"), bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** The same for text; the answer is text that fits into JSON. */
export function sealText(plain: string): string {
  return sealBytes(Buffer.from(plain, "utf8")).toString("base64url");
}

/** What `sealText` sealed. Throws as `openBytes` does. */
export function openText(sealed: string): string {
  return openBytes(Buffer.from(sealed, "base64url")).toString("utf8");
}

/** A keyed hash: short secrets (codes) and addresses in counters cannot be guessed from a copy of the database. */
export function keyedHash(use: string, text: string): Buffer<ArrayBuffer> {
  return createHmac("sha256", key(use)).update(text).digest();
}
