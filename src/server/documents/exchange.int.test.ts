import { createHash, randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearedMum, openRows, type Rows } from "../../test/rows.ts";
import { callerOf } from "../../test/physio-road.ts";
import { closeDatabases } from "../db/pools.ts";
import type { Context } from "../trpc/context.ts";
import { letter, photo } from "../../test/letters.ts";
import { env } from "../../env.ts";
import { contextOf, linkOf, sendLetter } from "../../test/send-letter.ts";
import { sendDocument, sendPage } from "./exchange.ts";
import { takeUp } from "./take-up.ts";

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

const asCoach = async () =>
  contextOf({ area: "coach", sessionToken: await rows.session(practice.owner.userId) });
const hash = (data: Uint8Array | string) => createHash("sha256").update(data).digest();

const ofThisRequest = async () =>
  (
    await rows.db.query<{ id: string }>("SELECT id FROM document WHERE request_id = $1", [mum.requestId])
  ).rows.map(({ id }) => id);

type Sent = { id?: string; name?: string; type?: string; search?: { clientId?: string; requestId?: string } };
/** A letter as the page sends it, to its end: what it came to, and the document. */
const send = async (who: Context, bytes: Uint8Array, { id, name, type, search }: Sent = {}) => {
  const letter = {
    id: id ?? randomUUID(),
    requestId: mum.requestId,
    fileName: name ?? "Māreikura's letter.pdf",
    type: type ?? "application/pdf",
    ...search,
  };
  const { status, body } = await sendLetter(who, bytes, letter);
  if (status !== 200) return { status, body };
  const { rows: states } = await rows.db.query<{ step: string; reason: string | null }>(
    "SELECT step, reason FROM letter_state WHERE letter_id = $1 ORDER BY at, step",
    [letter.id],
  );
  return {
    status,
    states: states.map(({ step, reason }) => (reason === null ? step : `${step}: ${reason}`)),
  };
};
const PHOTO = { name: "letter.jpg", type: "image/jpeg" };
const READY = { status: 200, states: ["received", "scanned", "rendered", "ready"] };
const count = async (sql: string, values: unknown[] = [mum.id]) =>
  Number((await rows.db.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`, values)).rows[0]?.n);

describe("a physio brings her letter", () => {
  test("given a PDF, then it is kept byte for byte, the mum is told, the trail knows, and it comes back as a harmless attachment", async () => {
    const bytes = await letter(2, (pdf) => pdf.setTitle("x".repeat(150_000)));
    const id = randomUUID();
    const told = await count(
      `outbox WHERE payload->>'notice' = 'document_arrived' AND payload->>'clientId' = $1`,
    );
    expect(await send(physio, bytes, { id })).toEqual(READY);
    expect((await rows.db.query("SELECT * FROM document WHERE id = $1", [id])).rows).toMatchObject([
      {
        source: "physio",
        request_id: mum.requestId,
        pages: 2,
        file_name: "Māreikura's letter.pdf",
        sha256: hash(bytes),
      },
    ]);
    expect(await count(`document_chunk WHERE document_id = $1 AND page = 0`, [id])).toBeGreaterThan(2);
    expect(await count(`document_chunk WHERE document_id = $1 AND page > 0 AND number = 0`, [id])).toBe(2);
    expect(
      await count(`outbox WHERE payload->>'notice' = 'document_arrived' AND payload->>'clientId' = $1`),
    ).toBe(told + 1);
    expect(
      await count(`document WHERE id = $1 AND client_told_at IS NOT NULL AND uploaded_by_id = $2`, [
        id,
        mum.physioId,
      ]),
    ).toBe(1);
    expect(await count(`audit_event WHERE action = 'document.stored' AND target_id = $1`, [id])).toBe(1);

    const back = await sendDocument(id, physio);
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(back.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="M_reikura's letter.pdf"; filename*=UTF-8''M%C4%81reikura%27s%20letter.pdf`,
    });
    expect(await count(`audit_event WHERE action = 'document.read' AND target_id = $1`, [id])).toBe(1);
  });

  test("given a letter, then people look at pictures of its pages that run nothing, and it is told once", async () => {
    const id = randomUUID();
    await send(physio, await letter(2), { id });
    const [first, second] = [await sendPage(id, 1, physio), await sendPage(id, 2, physio)];
    for (const page of [first, second]) {
      expect(Object.fromEntries(page.headers)).toMatchObject({
        "content-type": "image/jpeg",
        "content-disposition": "inline",
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      });
      expect((await sharp(Buffer.from(await page.arrayBuffer())).metadata()).format).toBe("jpeg");
    }
    for (const page of [0, 3, 1.5, Number.NaN, -1])
      expect((await sendPage(id, page, physio)).status).toBe(404);
    expect(await count(`audit_event WHERE action = 'document.read' AND target_id = $1`, [id])).toBe(1);
    const herself = callerOf({ area: "client", sessionToken: await rows.session(mum.userId) });
    expect((await herself.clients.whoLooked({})).looks.map((look) => look.what)).toContain("document.read");
  });

  test("given a scanner that is away, then the letter waits as received and passes by nobody; when it is back it goes on", async () => {
    const id = randomUUID();
    const settings = env() as { CLAMD_URL: string | undefined };
    settings.CLAMD_URL = "unix:/nowhere/clamd.sock";
    try {
      expect(await send(physio, await photo.jpeg(), { id, ...PHOTO })).toEqual({
        status: 200,
        states: ["received"],
      });
      expect((await sendDocument(id, physio)).status).toBe(404);
      await expect(ofThisRequest()).resolves.not.toContain(id);
      await rows.db.query("UPDATE letter SET look_at = now() WHERE id = $1", [id]);
      expect(await takeUp(id)).toBe("waits");
      expect(await takeUp(id)).toBeNull();
    } finally {
      settings.CLAMD_URL = undefined;
    }
    await rows.db.query("UPDATE letter SET look_at = now() WHERE id = $1", [id]);
    expect(await takeUp(id)).toBe("ready");
    expect((await sendDocument(id, physio)).status).toBe(200);
    expect(await count(`letter_part WHERE letter_id = $1`, [id])).toBe(0);
  });

  test("given a photo with a place in it, then what is handed out has none", async () => {
    const id = randomUUID();
    await send(physio, await photo.withLocation(), { id, name: "IMG_2041.jpeg", type: "image/jpeg" });
    const text = Buffer.from(await (await sendDocument(id, physio)).arrayBuffer()).toString("latin1");
    expect(text).not.toMatch(/CANARY|Exif|GPS/);
  });

  test.each([
    ["12 MB", 413, "too_big", () => new Uint8Array(12 * 1024 * 1024)],
    ["an empty file", 422, "empty", () => new Uint8Array()],
  ])("given %s, then %i %s before a byte is sent", async (_, status, problem, make) => {
    expect(await send(physio, make())).toEqual({ status, body: { problem } });
  });

  test.each([
    ["a program", "executable", () => Buffer.from("MZ\x90\0 evil")],
    ["%PDF and HTML", "disguised", () => Buffer.from("%PDF-1.7\n<html><script>alert(1)</script>")],
  ])("given %s, then it is rejected as %s and nothing of it is kept", async (_, problem, make) => {
    const id = randomUUID();
    const states = ["received", `rejected: ${problem}`];
    expect(await send(physio, make(), { id })).toEqual({ status: 200, states });
    expect(await count(`document WHERE id = $1`, [id])).toBe(0);
    expect(await count(`letter_part WHERE letter_id = $1`, [id])).toBe(0);
    expect((await sendDocument(id, physio)).status).toBe(404);
  });

  test("given 20 files in a day or 200 MB in all, then the next is one too many, and what is here stays", async () => {
    const other = await clearedMum(rows, practice);
    const who = await linkOf(rows, { ...other, practiceId: practice.id });
    const bytes = await photo.jpeg();
    const picture = { name: "letter.jpg", type: "image/jpeg", search: { requestId: other.requestId } };
    expect(await send(who, bytes, picture)).toEqual(READY);
    const bytesOf = async (clientId: string) =>
      Number(
        (await rows.db.query("SELECT sum(size) AS n FROM document WHERE client_id = $1", [clientId])).rows[0]
          .n,
      );
    const here = (n: number, size: number, days: number) =>
      rows.db.query(
        `INSERT INTO document (id, practice_id, client_id, source, file_name, mime, size, sha256, received_at)
         SELECT gen_random_uuid(), $1, $2, 'coach', 'x.pdf', 'application/pdf', $3, '\\x00', now() - make_interval(days => $4)
           FROM generate_series(1, $5)`,
        [practice.id, other.id, size, days, n],
      );
    await here(19, 10, 0);
    expect(await send(who, bytes, picture)).toEqual({ status: 422, body: { problem: "too_many" } });
    // Exactly as much room as the picture needs: the day is what is full; one byte less, and all is.
    const left = 200 * 1024 * 1024 - bytes.length - (await bytesOf(other.id));
    await here(1, left, 9);
    expect(await send(who, bytes, picture)).toEqual({ status: 422, body: { problem: "too_many" } });
    await here(1, 1, 9);
    expect(await send(who, bytes, picture)).toEqual({ status: 422, body: { problem: "full" } });
    expect(await count(`document WHERE client_id = $1`, [other.id])).toBe(22);
  });
});

describe("nobody else's file, nobody else's name on it", () => {
  test("given a coach's upload for her client, then it is a coach's and the physio does not see it among hers", async () => {
    const id = randomUUID();
    await send(await asCoach(), await photo.jpeg(), { id, ...PHOTO });
    expect(
      await count(`document WHERE id = $1 AND source = 'coach' AND uploaded_by_id = $2`, [
        id,
        practice.owner.id,
      ]),
    ).toBe(1);
    expect((await sendDocument(id, physio)).status).toBe(404);
    expect((await sendDocument(id, await asCoach())).status).toBe(200);
    const outsider = await rows.practice("Elsewhere");
    const elsewhere = contextOf({ area: "coach", sessionToken: await rows.session(outsider.owner.userId) });
    expect((await sendDocument(id, elsewhere)).status).toBe(404);
  });

  test("given the physio's link ended, then her next download is refused", async () => {
    const who = await linkOf(rows, { ...mum, practiceId: practice.id });
    const id = randomUUID();
    await send(who, await photo.jpeg(), { id, ...PHOTO });
    await rows.db.query(`UPDATE physio_link SET revoked_at = now() WHERE client_id = $1`, [mum.id]);
    expect((await sendDocument(id, who)).status).toBe(401);
  });
});
