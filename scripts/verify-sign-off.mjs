#!/usr/bin/env node
// Checks an exported sign-off without Sevenstride, without a network and without a package:
//   node verify-sign-off.mjs sign-off.json [key id]
// It shows that not a byte changed since the physio signed, and by which key it was sealed. Give the key id the practice
// publishes: without it anybody could have sealed the file with a key of her own. Ends with 0 when intact, else with 1.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [FORMAT, VERSION] = ["sevenstride-sign-off-1", 1];
const KEY_ID_BYTES = 8;
const SIGNATURE_BYTES = 64;

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

/**
 * @param {string} text the exported file
 * @param {string} [expectedKey] the id of the key it must be sealed with
 * @returns {{ intact: true, keyId: string, record: any } | { intact: false, why: string }}
 */
export function check(text, expectedKey) {
  try {
    const { format, record, seal, key, ...more } = parse(text);
    if (format !== FORMAT) throw new Error(`not a ${FORMAT}`);
    if (Object.keys(more).length > 0 || Object.keys(key).join() !== "id,publicKey")
      throw new Error("something was added");
    const sealed = bytes(seal);
    if (sealed.length !== 1 + KEY_ID_BYTES + SIGNATURE_BYTES || sealed[0] !== VERSION)
      throw new Error("the seal has another shape");
    const publicKey = bytes(key.publicKey);
    const keyId = sha256(publicKey).subarray(0, KEY_ID_BYTES);
    if (!sealed.subarray(1, 1 + KEY_ID_BYTES).equals(keyId) || keyId.toString("hex") !== key.id)
      throw new Error("the seal is not of this key");
    if (expectedKey !== undefined && expectedKey !== key.id)
      throw new Error(`sealed with ${key.id}, not with ${expectedKey}`);
    const digest = sha256(canonical({ version: VERSION, ...record }));
    const signer = createPublicKey({ key: publicKey, format: "der", type: "spki" });
    if (signer.asymmetricKeyType !== "ed25519") throw new Error("not an Ed25519 key");
    if (!verify(null, digest, signer, sealed.subarray(1 + KEY_ID_BYTES)))
      throw new Error("record and seal do not belong together");
    return { intact: true, keyId: key.id, record };
  } catch (error) {
    return { intact: false, why: error instanceof Error ? error.message : String(error) };
  }
}

const say = (to, line) => to.write(`${line}\n`);

function main([file = "", expectedKey]) {
  const found = check(readFileSync(file, "utf8"), expectedKey);
  if (!found.intact) {
    say(process.stderr, `NOT INTACT: ${found.why}`);
    return 1;
  }
  const { clearance, signer } = found.record;
  say(
    process.stdout,
    `intact, sealed with key ${found.keyId}${expectedKey ? "" : " (compare it with the practice's)"}`,
  );
  say(
    process.stdout,
    `${clearance.decision}, signed on ${clearance.signedOn} by ${signer.name}, ${signer.title}`,
  );
  say(
    process.stdout,
    `${signer.regulator} ${signer.registrationNumber}; look again by ${clearance.reviewBy}`,
  );
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = main(process.argv.slice(2));
