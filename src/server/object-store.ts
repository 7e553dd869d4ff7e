import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { env } from "../env.ts";
import { type BlobStore, type Blob } from "./blob-store.ts";
import { databases } from "./db/pools.ts";

// Sealed bytes in a bucket of any S3-compatible store (S3_URL). An object's name is its place, so that a letter that is
// kept a second time, after a transaction that failed, lies where it lay; one whose row never came is sealed noise, and swept at night.

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
  path: string,
  method: "GET" | "PUT" | "DELETE",
  body?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const { client, bucket } = settings();
  try {
    return await client.fetch(`${bucket}${path}`, {
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

const nameOf = ({ practiceId, clientId, documentId, page }: Blob) =>
  `/${practiceId}/${clientId}/${documentId}/${page}`;

export const inObjectStore: BlobStore = {
  async put(_, blob, bytes) {
    const answer = await ask(nameOf(blob), "PUT", new Uint8Array(bytes));
    await answer.arrayBuffer();
    if (!answer.ok) throw new StoreAway(`${answer.status} to a put`);
  },
  async get(_, blob) {
    const answer = await ask(nameOf(blob), "GET");
    const bytes = Buffer.from(await answer.arrayBuffer());
    // A page there is not; the row knows whether there should be one.
    if (answer.status === 404) return Buffer.alloc(0);
    if (!answer.ok) throw new StoreAway(`${answer.status} to a get`);
    return bytes;
  },
};

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const NAME = new RegExp(`^${UUID}/${UUID}/(${UUID})/\\d+$`);

/** An object as the store lists it. */
type Lying = { readonly name: string; readonly since: Date };

const inside = (xml: string, tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? "";
const PLAIN: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescape = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => PLAIN[name] ?? "");

/** All that lies there, a list at a time (ListObjectsV2). */
async function* lists(): AsyncGenerator<readonly Lying[]> {
  let token = "";
  do {
    const query = new URLSearchParams({ "list-type": "2", ...(token && { "continuation-token": token }) });
    const answer = await ask(`?${query}`, "GET");
    const xml = await answer.text();
    if (!answer.ok) throw new StoreAway(`${answer.status} to a list`);
    yield [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, object = ""]) => ({
      name: inside(object, "Key"),
      since: new Date(inside(object, "LastModified")),
    }));
    token = inside(xml, "IsTruncated") === "true" ? unescape(inside(xml, "NextContinuationToken")) : "";
  } while (token !== "");
}

const DAY_MS = 86_400_000;

/**
 * Deletes what was put by transactions that failed, or lost its row since: sealed objects of letters that neither are
 * documents nor wait to become one. Never one younger than a day (its transaction may be on its way), and none under a name
 * that is not ours. Where letters lie in Postgres there is nothing to do.
 * @returns how many went
 */
export async function sweepObjects(now: Date): Promise<number> {
  if (!env().S3_URL) return 0;
  let gone = 0;
  for await (const list of lists()) {
    const old = list.flatMap(({ name, since }) => {
      const id = NAME.exec(name)?.[1];
      return id && now.getTime() - since.getTime() > DAY_MS ? [{ name, id }] : [];
    });
    if (old.length === 0) continue;
    const ids = [...new Set(old.map(({ id }) => id))];
    const known = await databases().auth.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM app.letters_known(${ids}::uuid[]) AS id`;
    const kept = new Set(known.map(({ id }) => id));
    for (const { name } of old.filter(({ id }) => !kept.has(id))) {
      const answer = await ask(`/${name}`, "DELETE");
      await answer.arrayBuffer();
      if (!answer.ok) throw new StoreAway(`${answer.status} to a delete`);
      gone += 1;
    }
  }
  return gone;
}
