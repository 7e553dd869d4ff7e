import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { env } from "../env.ts";
import { type BlobStore, type Blob } from "./blob-store.ts";

// Sealed bytes in a bucket of any S3-compatible store (S3_URL). An object's name is its place, so that a letter that is
// kept a second time, after a transaction that failed, lies where it lay; one whose row never came is sealed noise.

const TIME_MS = 5_000;

/** The store did not answer, or not with what was asked of it. A matter of waiting, as when the database is away. */
export class StoreAway extends Error {
  override name = "StoreAway";
  constructor(what: string, cause?: unknown) {
    super(`Connection to the object store: ${what}`, { cause });
  }
}

/** `https://key:secret@host/bucket?region=eu-west-1` in its parts. */
function settings() {
  const text = env().S3_URL;
  if (!text) throw new StoreAway("letters lie there and S3_URL is not set");
  const url = new URL(text);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    service: "s3",
    region: url.searchParams.get("region") ?? "us-east-1",
    // Who waits for a letter tries again; nobody waits here with a row in hand.
    retries: 0,
  });
  return { client, bucket: `${url.origin}${url.pathname.replace(/\/$/, "")}` };
}

const hashOf = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

async function ask(
  { practiceId, clientId, documentId, page }: Blob,
  method: "GET" | "PUT",
  body?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const { client, bucket } = settings();
  try {
    return await client.fetch(`${bucket}/${practiceId}/${clientId}/${documentId}/${page}`, {
      method,
      ...(body ? { body } : {}),
      // Signed with the rest, so that the store takes these bytes and no others.
      headers: { "x-amz-content-sha256": hashOf(body ?? "") },
      signal: AbortSignal.timeout(TIME_MS),
      redirect: "error",
    });
  } catch (error) {
    throw new StoreAway("no answer", error);
  }
}

export const inObjectStore: BlobStore = {
  async put(_, blob, bytes) {
    const answer = await ask(blob, "PUT", new Uint8Array(bytes));
    await answer.arrayBuffer();
    if (!answer.ok) throw new StoreAway(`${answer.status} to a put`);
  },
  async get(_, blob) {
    const answer = await ask(blob, "GET");
    const bytes = Buffer.from(await answer.arrayBuffer());
    // A page there is not; the row knows whether there should be one.
    if (answer.status === 404) return Buffer.alloc(0);
    if (!answer.ok) throw new StoreAway(`${answer.status} to a get`);
    return bytes;
  },
};
