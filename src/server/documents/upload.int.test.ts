import { createHash, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearedMum, openRows, type Rows } from "../../test/rows.ts";
import { announceTo, contextOf, linkOf, PART_BYTES, partTo, sendLetter } from "../../test/send-letter.ts";
import { closeDatabases } from "../db/pools.ts";
import { appRouter } from "../trpc/router.ts";
import type { Context } from "../trpc/context.ts";
import { sweepLetters, takeUp } from "./take-up.ts";
import { askOffset, stopLetter } from "./upload.ts";

let rows: Rows;
let practice: Awaited<ReturnType<Rows["practice"]>>;
let mum: Awaited<ReturnType<typeof clearedMum>>;
let physio: Context;
beforeAll(async () => {
  rows = await openRows();
  practice = await rows.practice();
  mum = await clearedMum(rows, practice);
  physio = await linkOf(rows, { ...mum, practiceId: practice.id });
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

/** Three parts and a bit, of no meaning: what is looked at later is not what these tests are about. */
const bytes = randomBytes(3 * PART_BYTES + 100);
const part = (n: number) => bytes.subarray(n * PART_BYTES, (n + 1) * PART_BYTES);
const letterOf = (requestId = mum.requestId) => ({
  id: randomUUID(),
  requestId,
  fileName: "note.pdf",
  type: "application/pdf",
});
/** A letter of her own content each time: the same bytes again would be the same letter. */
const begun = async (who = physio) => {
  const letter = letterOf();
  bytes.set(randomBytes(8));
  expect(await announceTo(who, bytes, letter)).toEqual({ status: 200, body: { id: letter.id, offset: 0 } });
  return letter;
};
const offsetAt = async (id: string, who = physio) => {
  const asked = await askOffset(new Request("http://localhost:3000", { method: "HEAD" }), id, who);
  return { status: asked.status, offset: asked.headers.get("upload-offset") };
};
const stop = (id: string, who = physio) =>
  stopLetter(
    new Request("http://localhost:3000", { method: "DELETE", headers: { origin: "http://localhost:3000" } }),
    id,
    who,
  );
const count = async (sql: string, id: string) =>
  Number((await rows.db.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`, [id])).rows[0]?.n);
const NOT_THERE = { status: 404, body: { error: "not_found" }, received: false };

describe("a connection that drops", () => {
  test("given two parts here, then the page, loaded anew, goes on where it stopped, and the letter is one", async () => {
    const letter = await begun();
    for (const n of [0, 1])
      expect(await partTo(physio, letter.id, n * PART_BYTES, part(n))).toMatchObject({ status: 200 });
    expect(await offsetAt(letter.id)).toEqual({ status: 200, offset: String(2 * PART_BYTES) });
    const again = await announceTo(physio, bytes, letterOf());
    expect(again).toEqual({ status: 200, body: { id: letter.id, offset: 2 * PART_BYTES } });
    expect(await partTo(physio, letter.id, 2 * PART_BYTES, part(2))).toMatchObject({ received: false });
    expect(await partTo(physio, letter.id, 3 * PART_BYTES, part(3))).toMatchObject({
      status: 200,
      body: { offset: bytes.length },
      received: true,
    });
    expect(await count("letter_state WHERE step = 'received' AND letter_id = $1", letter.id)).toBe(1);
    // While it waits to be looked at, the same file is still the same letter.
    expect(await announceTo(physio, bytes, letterOf())).toEqual({
      status: 200,
      body: { id: letter.id, offset: bytes.length },
    });
  });

  test("given who has the database alone, then the parts that wait are no letter to her", async () => {
    const letter = await begun();
    await partTo(physio, letter.id, 0, part(0));
    const { rows: kept } = await rows.db.query<{ bytes: Buffer }>(
      "SELECT bytes FROM letter_part WHERE letter_id = $1",
      [letter.id],
    );
    expect(kept).toHaveLength(1);
    expect(kept[0]?.bytes.includes(part(0).subarray(0, 32))).toBe(false);
  });

  test("given one part sent twice at once, then it is here once", async () => {
    const letter = await begun();
    const both = await Promise.all([0, 1].map(() => partTo(physio, letter.id, 0, part(0))));
    expect(both.some(({ status }) => status === 200)).toBe(true);
    expect(await offsetAt(letter.id)).toEqual({ status: 200, offset: String(PART_BYTES) });
  });

  test("given she stops it, then nothing of it is left, and stopping again is for nobody", async () => {
    const letter = await begun();
    await partTo(physio, letter.id, 0, part(0));
    expect((await stop(letter.id)).status).toBe(200);
    expect([
      await count("letter WHERE id = $1", letter.id),
      await count("letter_part WHERE letter_id = $1", letter.id),
    ]).toEqual([0, 0]);
    expect((await stop(letter.id)).status).toBe(404);
  });

  test("given it never comes in whole, then after a day nobody may add to it, and the sweep forgets it", async () => {
    const [old, young] = [await begun(), await begun()];
    await partTo(physio, old.id, 0, part(0));
    await rows.db.query("UPDATE letter SET expires_at = now() - interval '1 hour' WHERE id = $1", [old.id]);
    expect(await partTo(physio, old.id, PART_BYTES, part(1))).toEqual(NOT_THERE);
    expect(await offsetAt(old.id)).toMatchObject({ status: 404 });
    await sweepLetters();
    expect([
      await count("letter WHERE id = $1", old.id),
      await count("letter_part WHERE letter_id = $1", old.id),
      await count("letter WHERE id = $1", young.id),
    ]).toEqual([0, 0, 1]);
  });
});

describe("what does not fit", () => {
  test("given an offset that overlaps, leaves a gap or is none, then nothing is added and the right one is said", async () => {
    const letter = await begun();
    await partTo(physio, letter.id, 0, part(0));
    for (const offset of [0, 1, PART_BYTES - 1, PART_BYTES + 1, bytes.length])
      expect(await partTo(physio, letter.id, offset, part(1))).toMatchObject({
        status: 409,
        body: { offset: PART_BYTES },
      });
    for (const offset of ["", "-1", "1e3", "half"])
      expect(await partTo(physio, letter.id, offset, part(1))).toMatchObject({ status: 400 });
    expect(await offsetAt(letter.id)).toEqual({ status: 200, offset: String(PART_BYTES) });
  });

  test("given a part too large, an empty one, one past the end or one cut short, then it is refused", async () => {
    const letter = await begun();
    const large = randomBytes(PART_BYTES + 1);
    expect(await partTo(physio, letter.id, 0, large)).toMatchObject({ status: 413 });
    expect(await partTo(physio, letter.id, 0, new Uint8Array())).toMatchObject({ status: 422 });
    const short = { "content-length": String(PART_BYTES) };
    expect(await partTo(physio, letter.id, 0, part(3), short)).toMatchObject({ status: 422 });
    const small = { ...letterOf(), length: 10 };
    await announceTo(physio, bytes, small);
    expect(await partTo(physio, small.id, 0, part(0))).toMatchObject({ status: 413 });
    expect(await offsetAt(small.id)).toEqual({ status: 200, offset: "0" });
  });

  test("given other bytes than were announced, then the letter is rejected and none of them is kept", async () => {
    const letter = {
      ...letterOf(),
      length: 64,
      sha256: createHash("sha256").update("another").digest("hex"),
    };
    await announceTo(physio, bytes, letter);
    expect(await partTo(physio, letter.id, 0, bytes.subarray(0, 64))).toEqual({
      status: 422,
      body: { problem: "changed" },
      received: false,
    });
    expect(await takeUp(letter.id)).toBeNull();
    expect([
      await count("letter_part WHERE letter_id = $1", letter.id),
      await count(
        "letter_state WHERE step = 'rejected' AND reason = 'changed' AND letter_id = $1",
        letter.id,
      ),
    ]).toEqual([0, 1]);
  });

  test("given other bytes under a known id, then as if there were none", async () => {
    const letter = await begun();
    expect(await announceTo(physio, randomBytes(10), letter)).toEqual({
      status: 404,
      body: { error: "not_found" },
    });
  });
});

describe("as many as fit", () => {
  const fresh = async () => {
    const client = await clearedMum(rows, practice);
    const who = await linkOf(rows, { ...client, practiceId: practice.id });
    return { client, begin: () => announceTo(who, randomBytes(10), letterOf(client.requestId)) };
  };

  test("given room for five and eight begun at once, then five come in", async () => {
    const { client, begin } = await fresh();
    await rows.db.query(
      `INSERT INTO document (id, practice_id, client_id, source, file_name, mime, size, sha256)
       SELECT gen_random_uuid(), $1, $2, 'coach', 'x.pdf', 'application/pdf', 10, '\\x00' FROM generate_series(1, 15)`,
      [practice.id, client.id],
    );
    const answers = await Promise.all(Array.from({ length: 8 }, begin));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.filter(({ body }) => body["problem"] === "too_many")).toHaveLength(3);
  });

  test("given sixty tries in a day, then no more that day, whatever came of them", async () => {
    const { client, begin } = await fresh();
    const tries = (n: number) =>
      rows.db.query(
        `INSERT INTO letter (id, practice_id, client_id, sender_kind, sender_id, file_name, declared_type, length, sha256, expires_at)
         SELECT gen_random_uuid(), $1, $2, 'coach', $2, 'x.pdf', '', 1, sha256(''), now() - interval '1 hour' FROM generate_series(1, $3)`,
        [practice.id, client.id, n],
      );
    await tries(59);
    expect((await begin()).status).toBe(200);
    expect(await begin()).toEqual({ status: 422, body: { problem: "too_many" } });
  });
});

describe("nobody else", () => {
  test("given another's letter, then every door answers as for one nobody has, byte for byte", async () => {
    const letter = await begun();
    const other = await clearedMum(rows, practice);
    const outsider = await rows.practice("Elsewhere");
    const strangers = [
      await linkOf(rows, { ...other, practiceId: practice.id }),
      contextOf({ area: "coach", sessionToken: await rows.session(practice.owner.userId) }),
      contextOf({ area: "coach", sessionToken: await rows.session(outsider.owner.userId) }),
    ];
    for (const who of strangers) {
      expect(await partTo(who, letter.id, 0, part(0))).toEqual(await partTo(who, randomUUID(), 0, part(0)));
      expect(await offsetAt(letter.id, who)).toEqual(await offsetAt(randomUUID(), who));
      expect(await (await stop(letter.id, who)).text()).toBe(await (await stop(randomUUID(), who)).text());
      const mine = { ...letterOf(), id: letter.id };
      expect(await announceTo(who, bytes, mine)).toMatchObject({ status: 404 });
    }
    expect(await partTo(physio, letter.id, 0, part(0))).toMatchObject({ status: 200 });
    expect(await partTo(physio, randomUUID(), 0, part(0))).toEqual(NOT_THERE);
  });

  test("given another site, no sign-in, nonsense or an ended link, then refused before reading", async () => {
    const letter = await begun();
    const evil = { origin: "https://evil.example" };
    expect(await partTo(physio, letter.id, 0, part(0), evil)).toMatchObject({ status: 403 });
    expect(await announceTo(physio, bytes, letterOf(), evil)).toMatchObject({ status: 403 });
    expect(await partTo(contextOf({}), letter.id, 0, part(0))).toMatchObject({ status: 401 });
    expect(await partTo(physio, letter.id, 0, part(0), { "content-type": "text/plain" })).toMatchObject({
      status: 400,
    });
    expect(await announceTo(physio, bytes, { ...letterOf(), id: "1; DROP TABLE" })).toMatchObject({
      status: 400,
    });
    expect(await announceTo(physio, bytes, letterOf(randomUUID()))).toMatchObject({ status: 404 });
    const gone = await linkOf(rows, { ...mum, practiceId: practice.id });
    await rows.db.query("UPDATE link_session SET revoked_at = now() WHERE token_hash = $1", [
      createHash("sha256")
        .update(gone.linkToken ?? "")
        .digest(),
    ]);
    expect(await partTo(gone, letter.id, 0, part(0))).toMatchObject({ status: 401 });
  });
});

test("given letters on their way, then who brings them sees how far each is, and why one was not taken", async () => {
  const asker = await clearedMum(rows, practice);
  const who = await linkOf(rows, { ...asker, practiceId: practice.id });
  const half = { ...letterOf(asker.requestId), fileName: "half.pdf" };
  await announceTo(who, bytes, half);
  await partTo(who, half.id, 0, part(0));
  const bad = { ...letterOf(asker.requestId), fileName: "bad.pdf" };
  await sendLetter(who, Buffer.from("MZ a program"), bad);
  const underway = await appRouter.createCaller(who).documents.underway({ requestId: asker.requestId });
  expect(underway).toMatchObject([
    { id: half.id, here: PART_BYTES, length: bytes.length, states: [] },
    { id: bad.id, states: [{ step: "received" }, { step: "rejected", reason: "executable" }] },
  ]);
});
