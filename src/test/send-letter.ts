// A letter on its way as the page of a physio sends it, part by part, through the doors themselves.
import { createHash, randomUUID } from "node:crypto";
import { takeUp } from "../server/documents/take-up.ts";
import { announceLetter, takePart } from "../server/documents/upload.ts";
import type { Rows } from "./rows.ts";
import type { Context } from "../server/trpc/context.ts";

const hashOf = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const ORIGIN = "http://localhost:3000";
const HEADERS = { origin: ORIGIN, "content-type": "application/offset+octet-stream" };
export const PART_BYTES = 256 * 1024;

export type Letter = {
  id: string;
  requestId?: string;
  clientId?: string;
  fileName: string;
  type: string;
  length?: number;
  sha256?: string;
};

type Answer = { status: number; body: Record<string, unknown> };
const read = async (response: Response): Promise<Answer> => ({
  status: response.status,
  body: (await response.json()) as Record<string, unknown>,
});

/** Announces bytes; what is said of them may be a lie. */
export async function announceTo(who: Context, bytes: Uint8Array, letter: Letter, headers = {}) {
  const { id, requestId, clientId, fileName, type } = letter;
  const body = JSON.stringify({
    id,
    requestId: requestId ?? null,
    clientId: clientId ?? null,
    fileName,
    declaredType: type,
    length: letter.length ?? bytes.length,
    sha256: letter.sha256 ?? hashOf(bytes).toString("hex"),
  });
  return read(
    await announceLetter(
      new Request(`${ORIGIN}/api/letters`, { method: "POST", body, headers: { origin: ORIGIN, ...headers } }),
      who,
    ),
  );
}

/** Sends one part. `received` is true when with it the letter was all here. */
export async function partTo(
  who: Context,
  id: string,
  offset: number | string,
  bytes: Uint8Array,
  headers = {},
) {
  let received = false;
  const response = await takePart(
    new Request(`${ORIGIN}/api/letters/${id}`, {
      method: "PATCH",
      body: Buffer.from(bytes),
      headers: { ...HEADERS, "upload-offset": String(offset), ...headers },
    }),
    id,
    who,
    () => {
      received = true;
    },
  );
  return { ...(await read(response)), received };
}

/** The whole way: announced, sent, looked at. Ends with the first answer that is a no. */
export async function sendLetter(who: Context, bytes: Uint8Array, letter: Letter): Promise<Answer> {
  const begun = await announceTo(who, bytes, letter);
  if (begun.status !== 200) return begun;
  const id = String(begun.body["id"]);
  let last: Answer = begun;
  for (let offset = Number(begun.body["offset"]); offset < bytes.length; offset += PART_BYTES) {
    const part = await partTo(who, id, offset, bytes.subarray(offset, offset + PART_BYTES));
    if (part.status !== 200) return { status: part.status, body: part.body };
    if (part.received) await takeUp(id);
    last = part;
  }
  return { status: last.status, body: last.body };
}

/** What a request shows; nothing but what is named. */
export const contextOf = (tokens: Partial<Context>): Context => ({
  sessionToken: null,
  linkToken: null,
  area: "physio",
  practiceId: null,
  requestId: randomUUID(),
  now: new Date(),
  ...tokens,
});

/** A physio who came by her link and proved her address, and asks from there. */
export async function linkOf(
  rows: Rows,
  of: { id: string; physioId: string; requestId: string; practiceId: string },
): Promise<Context> {
  const [link, token] = [randomUUID(), randomUUID()];
  await rows.db.query(
    `INSERT INTO physio_link (id, practice_id, client_id, physio_id, request_id, token_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + interval '14 days')`,
    [link, of.practiceId, of.id, of.physioId, of.requestId, hashOf(randomUUID())],
  );
  await rows.db.query(
    `INSERT INTO link_session (id, token_hash, link_id, expires_at, device) VALUES ($1, $2, $3, now() + interval '1 hour', 'test')`,
    [randomUUID(), hashOf(token), link],
  );
  return contextOf({ linkToken: token });
}
