import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { env } from "../env.ts";
import { letter, photo } from "../test/letters.ts";
import { clearedMum, openRows, type Rows } from "../test/rows.ts";
import { s3Server } from "../test/s3-server.ts";
import { linkOf, sendLetter } from "../test/send-letter.ts";
import { closeDatabases } from "./db/pools.ts";
import { sendDocument, sendPage } from "./documents/exchange.ts";
import { takeUp } from "./documents/take-up.ts";
import { log } from "./log.ts";
import { StoreAway, sweepObjects } from "./object-store.ts";
import type { Context } from "./trpc/context.ts";

// Whichever store the settings name, a letter fares the same in it. Each is asked the same; what lies there is then looked
// at and meddled with by somebody who has the store alone.

let rows: Rows;
let requestId: string;
let physio: Context;
let s3: Awaited<ReturnType<typeof s3Server>>;
const settings = env() as { S3_URL: string | undefined };
beforeAll(async () => {
  rows = await openRows();
  const practice = await rows.practice();
  const mum = await clearedMum(rows, practice);
  ({ requestId } = mum);
  physio = await linkOf(rows, { ...mum, practiceId: practice.id });
  s3 = await s3Server();
});
afterAll(async () => {
  settings.S3_URL = undefined;
  await s3.stop();
  await closeDatabases();
  await rows.close();
});

const NOTE = { fileName: "note.pdf", type: "application/pdf" };
const PHOTO = { fileName: "note.jpg", type: "image/jpeg" };
const bringing = async (bytes: Uint8Array, kind: typeof NOTE) => {
  const id = randomUUID();
  await sendLetter(physio, bytes, { id, requestId, ...kind });
  return id;
};
const quietly = async (work: () => Promise<Response>): Promise<number> => {
  const quiet = vi.spyOn(log(), "error").mockImplementation(() => undefined);
  const { status } = await work();
  quiet.mockRestore();
  return status;
};

type Store = {
  readonly settings: () => string | undefined;
  /** The bytes as they lie there, page by page. */
  readonly lying: (id: string) => Promise<Buffer[]>;
  /** Puts what lies there of one letter in the place of another, or changes a byte of it. */
  readonly swap: (from: string, to: string) => Promise<unknown>;
  readonly scratch: (id: string) => Promise<unknown>;
};

/** Somebody with more rights than the application has. */
async function asOwnerOfTables(sql: string, values: unknown[]): Promise<void> {
  const db = new pg.Client({ connectionString: process.env["OWNER_DATABASE_URL"] });
  await db.connect();
  await db.query("ALTER TABLE document_chunk DISABLE TRIGGER z_unchanged");
  await db.query(sql, values);
  await db.query("ALTER TABLE document_chunk ENABLE TRIGGER z_unchanged");
  await db.end();
}
const objectsOf = (id: string) =>
  [...s3.state.objects]
    .filter(([name]) => name.split("/").includes(id))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

const STORES: [string, Store][] = [
  [
    "Postgres",
    {
      settings: () => undefined,
      lying: async (id) =>
        (
          await rows.db.query<{ bytes: Buffer }>(
            "SELECT bytes FROM document_chunk WHERE document_id = $1 ORDER BY page, number",
            [id],
          )
        ).rows.map(({ bytes }) => bytes),
      swap: (from, to) =>
        asOwnerOfTables(
          `UPDATE document_chunk c SET bytes = o.bytes FROM document_chunk o
            WHERE c.document_id = $2 AND o.document_id = $1 AND c.page = o.page AND c.number = o.number`,
          [from, to],
        ),
      scratch: (id) =>
        asOwnerOfTables(
          "UPDATE document_chunk SET bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1) WHERE document_id = $1",
          [id],
        ),
    },
  ],
  [
    "an S3-compatible store",
    {
      settings: () => s3.url,
      lying: async (id) => objectsOf(id).map(([, bytes]) => bytes),
      swap: async (from, to) => {
        for (const [name, bytes] of objectsOf(from)) s3.state.objects.set(name.replace(from, to), bytes);
      },
      scratch: async (id) => {
        for (const [, bytes] of objectsOf(id)) bytes[40] = (bytes[40] ?? 0) ^ 1;
      },
    },
  ],
];

describe.each(STORES)("a letter in %s", (_, store) => {
  let [mine, hers]: string[] = [];
  let bytes: Uint8Array;
  beforeAll(async () => {
    settings.S3_URL = store.settings();
    bytes = await letter(2);
    mine = await bringing(bytes, NOTE);
    hers = await bringing(await photo.jpeg(), PHOTO);
  });

  test("comes back byte for byte, with the pictures of its pages and no more", async () => {
    expect(Buffer.from(await (await sendDocument(mine ?? "", physio)).arrayBuffer()).equals(bytes)).toBe(
      true,
    );
    const pages = await Promise.all([1, 2, 3].map((page) => sendPage(mine ?? "", page, physio)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 404]);
  });

  test("is nothing to who has the store alone", async () => {
    const lying = await store.lying(mine ?? "");
    expect(lying).toHaveLength(3);
    for (const piece of lying) {
      expect(piece.includes("%PDF")).toBe(false);
      expect(piece.subarray(0, 3).toString("hex")).not.toBe("ffd8ff");
    }
  });

  test("does not open in another's place, nor with a byte changed; the other still does", async () => {
    await store.swap(mine ?? "", hers ?? "");
    expect(await quietly(() => sendDocument(hers ?? "", physio))).toBe(500);
    expect((await sendDocument(mine ?? "", physio)).status).toBe(200);
    await store.scratch(mine ?? "");
    expect(await quietly(() => sendDocument(mine ?? "", physio))).toBe(500);
  });
});

describe("a store that is away", () => {
  test.each([
    ["answers with an error", () => ((s3.state.fails = 503), s3.url)],
    ["does not take the signature", () => s3.urlOfStranger],
    ["is not there", () => "http://key:secret@127.0.0.1:9/letters"],
  ])("given one that %s, then the letter waits, and is kept when it is back", async (_, away) => {
    const quiet = vi.spyOn(log(), "warn").mockImplementation(() => undefined);
    settings.S3_URL = away();
    const id = await bringing(await photo.jpeg(), PHOTO);
    expect((await rows.db.query("SELECT 1 FROM document WHERE id = $1", [id])).rowCount).toBe(0);
    s3.state.fails = 0;
    settings.S3_URL = s3.url;
    await rows.db.query("UPDATE letter SET look_at = now() WHERE id = $1", [id]);
    expect(await takeUp(id)).toBe("ready");
    // She is told when it arrived, not when it could be looked at.
    const { rows: told } = await rows.db.query(
      `SELECT d.received_at = s.at AS arrived, d.client_told_at > s.at AS later
         FROM document d JOIN letter_state s ON s.letter_id = d.id AND s.step = 'received' WHERE d.id = $1`,
      [id],
    );
    expect(told).toEqual([{ arrived: true, later: true }]);
    expect((await sendDocument(id, physio)).status).toBe(200);
    // Not hers to repair either, when it goes away later: a matter of trying again.
    settings.S3_URL = undefined;
    expect((await sendDocument(id, physio)).status).toBe(503);
    quiet.mockRestore();
  });
});

describe("at night", () => {
  test("what no row names goes after a day; letters, letters on their way, young objects and names of others stay", async () => {
    settings.S3_URL = s3.url;
    s3.state.objects.clear();
    const kept = await bringing(await photo.jpeg(), PHOTO);
    const waiting = await bringing(await photo.jpeg(), PHOTO);
    const [object = ""] = [...s3.state.objects.keys()].filter((name) => name.includes(kept));
    const at = (id: string, page = 0) => object.replace(kept, id).replace(/\d+$/, String(page));
    // As if its transaction had failed after the bytes were put, and the store had been away since.
    const quiet = vi.spyOn(log(), "warn").mockImplementation(() => undefined);
    s3.state.fails = 503;
    const late = await bringing(await photo.jpeg(), PHOTO);
    s3.state.fails = 0;
    quiet.mockRestore();
    const [lost, young] = [randomUUID(), randomUUID()];
    const stays = [at(kept), at(waiting), at(late), at(young), `${at(lost)}.txt`, "read me"];
    for (const name of [...stays, at(lost), at(lost, 1), at(randomUUID())])
      s3.state.objects.set(name, Buffer.from("sealed"));
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    for (const name of s3.state.objects.keys()) s3.state.since.set(name, longAgo);
    s3.state.since.set(at(young), new Date(Date.now() - 23 * 3_600_000));
    expect(await sweepObjects(new Date())).toBe(3);
    expect([...s3.state.objects.keys()].toSorted()).toEqual(stays.toSorted());
    expect(await sweepObjects(new Date())).toBe(0);
    settings.S3_URL = undefined;
    expect(await sweepObjects(new Date())).toBe(0);
  });

  test("given a store that does not answer, then nothing goes and it is a matter of waiting", async () => {
    settings.S3_URL = s3.url;
    s3.state.fails = 500;
    await expect(sweepObjects(new Date())).rejects.toBeInstanceOf(StoreAway);
    s3.state.fails = 0;
  });
});
