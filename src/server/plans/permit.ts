import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import type { Permit } from "../../domain/plans/permit.ts";
import { keyedHash } from "../sealed-text.ts";

/** A permit as it travels with the cached plan. */
export type SignedPermit = {
  /** The permit as JSON: these very bytes are signed. */
  readonly text: string;
  /** Ed25519 over `text`, base64url. */
  readonly signature: string;
  /** The public key, raw, base64url: what the phone checks with. */
  readonly publicKey: string;
};

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** One key an installation, made of its secret: nothing to keep, and it changes when the secret does. */
function privateKey(): KeyObject {
  const seed = keyedHash("offline permit", "ed25519");
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
}

/** Signs a permit with the installation's Ed25519 key. */
export function signPermit(permit: Permit): SignedPermit {
  const key = privateKey();
  const text = JSON.stringify(permit);
  const publicKey = createPublicKey(key).export({ format: "jwk" })["x"];
  if (!publicKey) throw new Error("an Ed25519 key without its public half");
  return { text, signature: sign(null, Buffer.from(text), key).toString("base64url"), publicKey };
}
