import { createPublicKey, type JsonWebKeyInput, randomUUID } from "node:crypto";
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { cose, decodeCredentialPublicKey } from "@simplewebauthn/server/helpers";
import { env } from "../env.ts";
import { databases } from "./db/pools.ts";
import type { Doorman } from "./db/doorman.ts";

type Purpose = "register" | "sign_in" | "step_up" | "sign";
const CHALLENGE_MINUTES = 5;

const site = () => ({ rpID: new URL(env().APP_URL).hostname, expectedOrigin: env().APP_URL });

async function keepChallenge(challenge: string, purpose: Purpose, userId: string | null): Promise<void> {
  await databases().auth.$executeRaw`
    INSERT INTO passkey_challenge (id, challenge, user_id, purpose, expires_at)
    VALUES (${randomUUID()}::uuid, ${challenge}, ${userId}::uuid, ${purpose}, clock_timestamp() + make_interval(mins => ${CHALLENGE_MINUTES}::int))
    -- Only the hash of a record is ever asked twice, by the person who signs it.
    ON CONFLICT (challenge) DO UPDATE SET expires_at = excluded.expires_at, used_at = NULL
      WHERE passkey_challenge.purpose = 'sign' AND excluded.purpose = 'sign' AND passkey_challenge.user_id = excluded.user_id`;
}

/** One answer a challenge, for the purpose and person it was made for. */
async function useChallenge(challenge: string, purpose: Purpose, userId: string | null): Promise<boolean> {
  const count = await databases().auth.$executeRaw`
    UPDATE passkey_challenge SET used_at = clock_timestamp()
     WHERE challenge = ${challenge} AND purpose = ${purpose} AND user_id IS NOT DISTINCT FROM ${userId}::uuid
       AND used_at IS NULL AND expires_at > clock_timestamp()`;
  return count === 1;
}

type Stored = {
  id: string;
  userId: string;
  credentialId: Uint8Array;
  publicKey: Uint8Array;
  counter: bigint;
  transports: string[];
};

const idText = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

async function stored(userId: string): Promise<Stored[]> {
  return databases().auth.$queryRaw<Stored[]>`
    SELECT id, user_id AS "userId", credential_id AS "credentialId", public_key AS "publicKey", counter, transports FROM passkey WHERE user_id = ${userId}::uuid`;
}

const described = (passkey: Stored) => ({
  id: idText(passkey.credentialId),
  transports: passkey.transports as AuthenticatorTransport[],
});

/** What a browser needs to make a passkey that knows her by itself (discoverable, unlocked by finger, face or PIN). */
export async function registrationOptions(user: { id: string; email: string; name: string }) {
  const options = await generateRegistrationOptions({
    rpName: "Sevenstride",
    rpID: site().rpID,
    userName: user.email,
    userDisplayName: user.name,
    userID: new TextEncoder().encode(user.id),
    attestationType: "none",
    excludeCredentials: (await stored(user.id)).map(described),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(options.challenge, "register", user.id);
  return options;
}

/** Keeps a passkey that answers to its challenge; false when it does not. */
export async function addPasskey(
  db: Doorman,
  userId: string,
  response: RegistrationResponseJSON,
  label: string,
): Promise<boolean> {
  const { rpID, expectedOrigin } = site();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(challenge, "register", userId),
    expectedOrigin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }));
  if (!verified || !registrationInfo) return false;
  const { credential } = registrationInfo;
  const added = await db.$executeRaw`
    INSERT INTO passkey (id, user_id, credential_id, public_key, counter, transports, label)
    VALUES (${randomUUID()}::uuid, ${userId}::uuid, ${Buffer.from(credential.id, "base64url")}, ${Buffer.from(credential.publicKey)},
      ${credential.counter}, ${credential.transports ?? []}, ${label})
    ON CONFLICT (credential_id) DO NOTHING`;
  return added === 1;
}

/** A challenge for whoever holds a passkey here, or for one person's. */
export async function authenticationOptions(purpose: "sign_in" | "step_up", userId: string | null) {
  const options = await generateAuthenticationOptions({
    rpID: site().rpID,
    userVerification: "required",
    allowCredentials: userId ? (await stored(userId)).map(described) : [],
  });
  await keepChallenge(options.challenge, purpose, userId);
  return options;
}

/** A challenge that is the hash of a record: whoever answers it has signed exactly that record. */
export async function signingOptions(userId: string, digest: Uint8Array<ArrayBuffer>) {
  const options = await generateAuthenticationOptions({
    rpID: site().rpID,
    userVerification: "required",
    allowCredentials: (await stored(userId)).map(described),
    challenge: digest,
  });
  await keepChallenge(options.challenge, "sign", userId);
  return options;
}

/** Her passkeys: the id a browser answers with, and the public key as anybody can read it (SPKI, DER). */
export async function passkeysOf(userId: string): Promise<readonly { id: string; publicKey: Buffer }[]> {
  return (await stored(userId)).map((passkey) => ({
    id: idText(passkey.credentialId),
    publicKey: spkiOf(passkey.publicKey),
  }));
}

const CURVES: Readonly<Record<number, string>> = { 1: "P-256", 2: "P-384", 3: "P-521" };

/** A key as authenticators write it (COSE, RFC 9052) as everybody else does (SPKI). Kinds: those we let register. */
function spkiOf(publicKey: Uint8Array): Buffer {
  const key = decodeCredentialPublicKey(new Uint8Array(publicKey));
  const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("base64url");
  const asSpki = (jwk: JsonWebKeyInput["key"]) =>
    createPublicKey({ key: jwk, format: "jwk" }).export({ format: "der", type: "spki" });
  if (cose.isCOSEPublicKeyEC2(key)) {
    const [x, y] = [text(key.get(cose.COSEKEYS.x)), text(key.get(cose.COSEKEYS.y))];
    return asSpki({ kty: "EC", crv: CURVES[key.get(cose.COSEKEYS.crv) ?? 1] ?? "P-256", x, y });
  }
  if (cose.isCOSEPublicKeyOKP(key))
    return asSpki({ kty: "OKP", crv: "Ed25519", x: text(key.get(cose.COSEKEYS.x)) });
  if (cose.isCOSEPublicKeyRSA(key))
    return asSpki({ kty: "RSA", n: text(key.get(cose.COSEKEYS.n)), e: text(key.get(cose.COSEKEYS.e)) });
  throw new Error("a passkey of an unknown kind");
}

/**
 * The person whose passkey answered the challenge, or null. With `userId`, only her own counts; with `digest`, only an
 * answer to this very hash.
 */
export async function usePasskey(
  response: AuthenticationResponseJSON,
  purpose: "sign_in" | "step_up" | "sign",
  userId: string | null,
  digest?: Uint8Array,
): Promise<string | null> {
  const db = databases().auth;
  const [passkey] = await db.$queryRaw<Stored[]>`
    SELECT p.id, p.user_id AS "userId", p.credential_id AS "credentialId", p.public_key AS "publicKey", p.counter, p.transports
      FROM passkey p JOIN "user" u ON u.id = p.user_id AND u.suspended_at IS NULL
     WHERE p.credential_id = ${Buffer.from(response.id, "base64url")}`;
  if (!passkey || (userId !== null && passkey.userId !== userId)) return null;
  const { rpID, expectedOrigin } = site();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: async (challenge) =>
      (digest === undefined || challenge === idText(digest)) &&
      (await useChallenge(challenge, purpose, userId)),
    expectedOrigin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      ...described(passkey),
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
    },
  }).catch(() => ({ verified: false as const, authenticationInfo: undefined }));
  if (!verified || !authenticationInfo) return null;
  await db.$executeRaw`UPDATE passkey SET counter = ${authenticationInfo.newCounter}, last_used_at = clock_timestamp() WHERE id = ${passkey.id}::uuid`;
  return passkey.userId;
}
