// An authenticator made of software: a key of its own, and answers as a browser hands them on.
import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from "node:crypto";
import type { Rows } from "./rows.ts";

/** CBOR, as far as a key on P-256 needs it: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseOf(x: Buffer, y: Buffer): Buffer {
  const head = Buffer.from("a5010203262001", "hex");
  return Buffer.concat([head, Buffer.from("215820", "hex"), x, Buffer.from("225820", "hex"), y]);
}

/** A passkey of a person, kept as if she had registered it. */
export async function passkeyFor(rows: Rows, userId: string, app: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" }) as { x?: string; y?: string };
  const id = randomBytes(16);
  await rows.db.query(
    `INSERT INTO passkey (id, user_id, credential_id, public_key, counter, transports, label) VALUES ($1, $2, $3, $4, 0, '{}', 'test')`,
    [randomUUID(), userId, id, coseOf(Buffer.from(x, "base64url"), Buffer.from(y, "base64url"))],
  );
  let counter = 0;
  return {
    /** Signs a challenge for the app's own address, after finger, face or PIN. */
    answer: (challenge: string) => {
      counter += 1;
      const count = Buffer.alloc(4);
      count.writeUInt32BE(counter);
      const site = createHash("sha256").update(new URL(app).hostname).digest();
      const authenticatorData = Buffer.concat([site, Buffer.from([0x05]), count]);
      const clientData = Buffer.from(
        JSON.stringify({ type: "webauthn.get", challenge, origin: app, crossOrigin: false }),
      );
      const signed = Buffer.concat([authenticatorData, createHash("sha256").update(clientData).digest()]);
      const text = (bytes: Buffer) => bytes.toString("base64url");
      return {
        id: text(id),
        rawId: text(id),
        type: "public-key" as const,
        response: {
          clientDataJSON: text(clientData),
          authenticatorData: text(authenticatorData),
          signature: text(sign("sha256", signed, privateKey)),
        },
        clientExtensionResults: {},
      };
    },
  };
}
