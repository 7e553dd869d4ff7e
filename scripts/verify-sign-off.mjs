#!/usr/bin/env node
// Checks an exported sign-off without Sevenstride, without a network and without a package:
//   node verify-sign-off.mjs sign-off.json [key id]
// It shows that not a byte changed since the physio signed, and by which key it was sealed. Give the key id that the house
// publishes (its address, then /.well-known/sign-off-keys.json): else anybody could have sealed it with a key of her own.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [KEY_ID_BYTES, SIGNATURE_BYTES] = [8, 64];
/** By version. The second also says by what right, in which session and how confirmed she signed, and what she was shown. */
const FORMATS = ["", "sevenstride-sign-off-1", "sevenstride-sign-off-2"];

/** RFC 8785: keys in the order of their UTF-16 code units, no spaces, strings and numbers as ECMAScript prints them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") {
    if (typeof value === "string" && !value.isWellFormed()) throw new Error("half a character");
    return JSON.stringify(value);
  }
  const keys = Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

function bytes(text) {
  if (typeof text !== "string" || !/^(?:[0-9a-f]{2})+$/.test(text)) throw new Error("not hexadecimal");
  return Buffer.from(text, "hex");
}

const sha256 = (data) => createHash("sha256").update(data).digest();

/** A file says each thing once: a key that stands twice would be read one way here and another way elsewhere. */
function parse(text) {
  const value = JSON.parse(text);
  if (JSON.stringify(value) !== text.trim()) throw new Error("not written as it was exported");
  return value;
}

/** Her passkey's own signature (WebAuthn) over this record: by a key the sealed record names, its challenge the hash. */
function checkPasskey(passkey, named, digest) {
  const [data, client] = [bytes(passkey.authenticatorData), bytes(passkey.clientData)];
  const publicKey = bytes(passkey.publicKey);
  if (Object.keys(passkey).length !== 4 || !named?.includes(sha256(publicKey).toString("hex")))
    throw new Error("the passkey is none the record names");
  const key = createPublicKey({ key: publicKey, format: "der", type: "spki" });
  const how = key.asymmetricKeyType === "ed25519" ? null : "sha256";
  const isHers = verify(how, Buffer.concat([data, sha256(client)]), key, bytes(passkey.signature));
  if (!isHers || JSON.parse(client.toString()).challenge !== digest.toString("base64url"))
    throw new Error("the passkey did not sign this record");
}

/** @returns {{ intact: true, keyId: string, passkey: boolean, record: any } | { intact: false, why: string }} */
export function check(text, expectedKey) {
  try {
    const { format, record, seal, key, passkey, ...more } = parse(text);
    const version = FORMATS.indexOf(format);
    if (version < 1) throw new Error("not a sign-off that this script knows");
    if (Object.keys(more).length > 0 || Object.keys(key).join() !== "id,publicKey")
      throw new Error("something was added");
    const sealed = bytes(seal);
    if (sealed.length !== 1 + KEY_ID_BYTES + SIGNATURE_BYTES || sealed[0] !== version)
      throw new Error("the seal has another shape");
    const publicKey = bytes(key.publicKey);
    const keyId = sha256(publicKey).subarray(0, KEY_ID_BYTES);
    if (!sealed.subarray(1, 1 + KEY_ID_BYTES).equals(keyId) || keyId.toString("hex") !== key.id)
      throw new Error("the seal is not of this key");
    if (expectedKey !== undefined && expectedKey !== key.id)
      throw new Error(`sealed with ${key.id}, not with ${expectedKey}`);
    const digest = sha256(canonical({ ...record, version }));
    const signer = createPublicKey({ key: publicKey, format: "der", type: "spki" });
    if (signer.asymmetricKeyType !== "ed25519") throw new Error("not an Ed25519 key");
    if (!verify(null, digest, signer, sealed.subarray(1 + KEY_ID_BYTES)))
      throw new Error("record and seal do not belong together");
    if (passkey || record.signer.passkeys || record.how?.confirmedBy === "passkey_on_record")
      checkPasskey(passkey ?? {}, record.signer.passkeys, digest);
    return { intact: true, keyId: key.id, passkey: passkey !== undefined, record };
  } catch (error) {
    return { intact: false, why: error instanceof Error ? error.message : String(error) };
  }
}

function main([file = "", expectedKey]) {
  const found = check(readFileSync(file, "utf8"), expectedKey);
  if (!found.intact) {
    process.stderr.write(`NOT INTACT: ${found.why}\n`);
    return 1;
  }
  const { clearance, signer, how } = found.record;
  const by = expectedKey ? found.keyId : `${found.keyId} (compare it with the practice's)`;
  process.stdout.write(
    `intact, sealed with key ${by}${found.passkey ? ", signed with the physio's own passkey" : ""}
${clearance.decision}, signed on ${clearance.signedOn} by ${signer.name}, ${signer.title}; confirmed by: ${how?.confirmedBy ?? "not told"}
${signer.regulator} ${signer.registrationNumber}; look again by ${clearance.reviewBy}\n`,
  );
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = main(process.argv.slice(2));
