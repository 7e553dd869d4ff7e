import { randomUUID } from "node:crypto";
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { env } from "../../env.ts";
import { databases } from "../db/pools.ts";
import type { Doorman } from "../db/doorman.ts";

type Purpose = "register" | "sign_in" | "step_up";
const CHALLENGE_MINUTES = 5;

const site = () => ({ rpID: new URL(env().APP_URL).hostname, expectedOrigin: env().APP_URL });

async function keepChallenge(challenge: string, purpose: Purpose, userId: string | null): Promise<void> {
  await databases().auth.$executeRaw`
    INSERT INTO passkey_challenge (id, challenge, user_id, purpose, expires_at)
    VALUES (${randomUUID()}::uuid, ${challenge}, ${userId}::uuid, ${purpose}, clock_timestamp() + make_interval(mins => ${CHALLENGE_MINUTES}::int))`;
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

/** The person whose passkey answered the challenge, or null. With `userId`, only her own counts. */
export async function usePasskey(
  response: AuthenticationResponseJSON,
  purpose: "sign_in" | "step_up",
  userId: string | null,
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
    expectedChallenge: (challenge) => useChallenge(challenge, purpose, userId),
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
