import { createHash } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import { passkeysOf, usePasskey } from "../passkeys.ts";
import { openText, sealText } from "../sealed-text.ts";
import { shape } from "../trpc/base.ts";
import { Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/**
 * Signing with a passkey: her authenticator answers a challenge that is the SHA-256 of the record, so its signature is of
 * this record and no other. First the record is made and taken back (`toSign`), then signed, made again from the same
 * drawn values, and the answer checked against what is sealed now.
 */
const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/);

/** What stays with the record: all that anybody needs to check the signature without us. */
export const assertionSchema = z.strictObject({
  passkeys: z.array(hex),
  publicKey: hex,
  authenticatorData: hex,
  clientData: hex,
  signature: hex,
});
export type Assertion = z.infer<typeof assertionSchema>;

/** Stands in for an answer while a record is only prepared: the record names her passkeys from then on. */
export const unanswered = (passkeys: readonly string[]): Assertion => ({
  passkeys: [...passkeys],
  publicKey: "",
  authenticatorData: "",
  clientData: "",
  signature: "",
});

const answerSchema = z.looseObject({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal("public-key"),
  response: z.looseObject({
    clientDataJSON: z.string().max(8_000),
    authenticatorData: z.string().max(8_000),
    signature: z.string().max(8_000),
  }),
  clientExtensionResults: z.looseObject({}),
});

export const passkeyInput = z.strictObject({ prepared: z.string().max(2_000), answer: answerSchema });
export type PasskeyInput = z.infer<typeof passkeyInput>;

export const toSignSchema = z
  .object({ options: shape<PublicKeyCredentialRequestOptionsJSON>(), prepared: z.string() })
  .nullable();

const preparedSchema = z.strictObject({
  key: z.uuid(),
  assessmentId: z.uuid(),
  passportCode: z.string(),
  /** When the record was laid before her passkey: an instant of the database. */
  passkeyAt: z.iso.datetime(),
});

/** What was drawn for a record, and whose it is, sealed for the way to her browser and back. */
export type Prepared = z.infer<typeof preparedSchema>;
export const sealPrepared = (prepared: Prepared) => sealText(JSON.stringify(prepared));

/** What was prepared under this key. Refused for anything else: another record's, or made up. */
export function openPrepared({ prepared }: PasskeyInput, key: string): Prepared {
  let found: Prepared | null = null;
  try {
    found = preparedSchema.parse(JSON.parse(openText(prepared)));
  } catch {
    // Not sealed here.
  }
  if (found?.key !== key) throw new Refused({ code: "passkey_wrong" });
  return found;
}

/** The account behind a physio, or null: she came by a link and keeps none. */
export async function accountOf({ tx }: Shell, physioId: string): Promise<string | null> {
  const row = await tx.physio.findFirst({ where: { id: physioId }, select: { userId: true } });
  return row?.userId ?? null;
}

const fingerprint = (publicKey: Uint8Array) => createHash("sha256").update(publicKey).digest("hex");

/** Fingerprints of her passkeys, as the record names them. */
export async function fingerprintsOf(userId: string): Promise<readonly string[]> {
  return (await passkeysOf(userId)).map(({ publicKey }) => fingerprint(publicKey)).toSorted();
}

const asHex = (text: string) => Buffer.from(text, "base64url").toString("hex");

/** The answer as it will stay with the record. Refused when it is of no passkey of hers; whether it is right comes later. */
export async function assertionOf({ answer }: PasskeyInput, userId: string): Promise<Assertion> {
  const passkey = (await passkeysOf(userId)).find(({ id }) => id === answer.id);
  if (!passkey) throw new Refused({ code: "passkey_wrong" });
  const { authenticatorData, clientDataJSON, signature } = answer.response;
  return {
    passkeys: [...(await fingerprintsOf(userId))],
    publicKey: passkey.publicKey.toString("hex"),
    authenticatorData: asHex(authenticatorData),
    clientData: asHex(clientDataJSON),
    signature: asHex(signature),
  };
}

/** Refused unless her passkey signed exactly this, minutes ago and for the first time. */
export async function checkAssertion(
  { answer }: PasskeyInput,
  userId: string,
  digest: Uint8Array,
): Promise<void> {
  const response = answer as unknown as AuthenticationResponseJSON;
  if ((await usePasskey(response, "sign", userId, digest)) === null)
    throw new Refused({ code: "passkey_wrong" });
}
