import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { env } from "../../env.ts";
import { canonicalJson, type Json } from "../../lib/canonical-json.ts";

/**
 * The seal on a sign-off: Ed25519 over the SHA-256 of everything that was signed, written canonically. It shows any
 * later change, one made in the database by its owner included, for whoever does not hold the key. Layout of the
 * stored bytes: 1 version of the record, 8 key id, 64 signature.
 */
const KEY_ID_BYTES = 8;
/** RFC 8410: what stands before the 32 secret bytes of an Ed25519 key in PKCS #8. */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** Everything that was signed, and nothing else: what both the signing and the checking build. */
export type SealedRecord = {
  readonly practiceId: string;
  readonly clientId: string;
  readonly clearance: {
    readonly id: string;
    readonly physioId: string;
    readonly decision: string;
    readonly scope: readonly string[];
    readonly conditions: readonly Json[];
    readonly assessedOn: string;
    readonly signedOn: string;
    readonly reviewBy: string;
    readonly earliestRunOn: string | null;
    readonly earliestRunReason: string | null;
    readonly earlierTestsCount: boolean;
    readonly supersedesId: string | null;
    readonly statementId: string;
    readonly passportCode: string;
  };
  readonly signer: {
    readonly name: string;
    readonly title: string;
    readonly regulator: string;
    readonly registrationNumber: string;
    readonly practisingYear: number;
    /** SHA-256 of each passkey she had, hex, when she signed with one of them; `Assertion` is that signature. */
    readonly passkeys?: readonly string[];
  };
  readonly assessment: {
    readonly id: string;
    readonly requestId: string;
    readonly restorationOk: boolean;
    readonly findings: string | null;
    readonly homeProgramme: string | null;
    /** Not there when she measured nothing, as in every record sealed before there were measures. */
    readonly measures?: Json;
  };
  readonly documents: readonly { readonly id: string; readonly received: string; readonly shown: string }[];
} & Partial<Evidence>;

/**
 * What a sign-off rests on besides its words, since version 2 of the record: the request and link she came by and the mum's
 * consents in force; the session, and how and when she was confirmed in it; and SHA-256 (hex) of what lay before her eyes:
 * all she was shown about the mum, and the sentence she signed. The first two are Postgres's own word.
 */
export type Evidence = {
  readonly authority: {
    readonly requestId: string;
    readonly linkId: string | null;
    readonly consents: readonly { readonly id: string; readonly purpose: string; readonly wording: string }[];
  };
  readonly how: {
    readonly session: string;
    readonly by: "link" | "account";
    /** Null in a demo practice, which asks for no confirmation. */
    readonly confirmedBy: string | null;
    readonly confirmedAt: string | null;
  };
  readonly shown: { readonly about: string; readonly statement: string };
};

/** Records from before there was evidence are of version 1, and stay it. */
const versionOf = (record: SealedRecord) => (record.how === undefined ? 1 : 2);

/**
 * The key of this installation: from SEAL_KEY, else derived from NEXTAUTH_SECRET so that a small practice has one secret
 * to keep (docs/decisions/seal-key.md says what that costs).
 */
function sealKey(secret: string = ownSecret()): KeyObject {
  const seed = Buffer.from(hkdfSync("sha256", secret, "sevenstride", "clearance seal, ed25519", 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
}

const ownSecret = () => env().SEAL_KEY ?? env().NEXTAUTH_SECRET;

const publicBytes = (key: KeyObject) =>
  (key.type === "private" ? createPublicKey(key) : key).export({ format: "der", type: "spki" });
const keyIdOf = (key: KeyObject) =>
  createHash("sha256").update(publicBytes(key)).digest().subarray(0, KEY_ID_BYTES);
/** What is sealed, and what a passkey signs: the SHA-256 of the record written canonically. */
export const digest = (record: SealedRecord) =>
  createHash("sha256")
    .update(canonicalJson({ version: versionOf(record), ...record }))
    .digest();

/** What anybody needs to check a seal without us: the key's public half, and its id to compare with a known one. */
export type SealingKey = { readonly id: string; readonly publicKey: string };
const told = (key: KeyObject): SealingKey => ({
  id: keyIdOf(key).toString("hex"),
  publicKey: publicBytes(key).toString("hex"),
});

/** The keys of this installation as it publishes them: the one that seals now first, then those before it. */
export function sealingKeys(): readonly [SealingKey, ...SealingKey[]] {
  const former = env().FORMER_SEAL_KEYS.map((hex) =>
    createPublicKey({ key: Buffer.from(hex, "hex"), format: "der", type: "spki" }),
  );
  return [told(sealKey()), ...former.map(told)];
}

/** The key that a stored seal names; the one of today when we do not know it. */
export function keyOfSeal(sealed: Uint8Array): SealingKey {
  const keys = sealingKeys();
  const id = Buffer.from(sealed)
    .subarray(1, 1 + KEY_ID_BYTES)
    .toString("hex");
  return keys.find((key) => key.id === id) ?? keys[0];
}

/** Seals a record with this installation's key, or that of another secret: builders of demos know only the secret. */
export function seal(record: SealedRecord, secret?: string): Buffer<ArrayBuffer> {
  const key = sealKey(secret);
  return Buffer.concat([Buffer.from([versionOf(record)]), keyIdOf(key), sign(null, digest(record), key)]);
}

/** `intact`; `broken` when record and seal do not belong together; `unknown_key` when another installation sealed it. */
export function verifySeal(record: SealedRecord, sealed: Uint8Array): "intact" | "broken" | "unknown_key" {
  const bytes = Buffer.from(sealed);
  if (bytes.length !== 1 + KEY_ID_BYTES + 64 || bytes[0] !== versionOf(record)) return "broken";
  const id = bytes.subarray(1, 1 + KEY_ID_BYTES).toString("hex");
  const known = sealingKeys().find((key) => key.id === id);
  if (!known) return "unknown_key";
  const key = createPublicKey({ key: Buffer.from(known.publicKey, "hex"), format: "der", type: "spki" });
  return verify(null, digest(record), key, bytes.subarray(1 + KEY_ID_BYTES)) ? "intact" : "broken";
}
