import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { clearedMum, openRows, type Rows } from "../../test/rows.ts";
import { closeDatabases } from "../db/pools.ts";
import type { Context } from "../trpc/context.ts";
import { letter, photo } from "../../test/letters.ts";
import { env } from "../../env.ts";
import { log } from "../log.ts";
import { receiveDocument, sendDocument, sendPage } from "./exchange.ts";

let rows: Rows;
let practice: Awaited<ReturnType<Rows["practice"]>>;
let mum: Awaited<ReturnType<typeof clearedMum>>;
let physio: Context;
beforeAll(async () => {
  rows = await openRows();
  practice = await rows.practice();
  mum = await clearedMum(rows, practice);
  physio = await linkOf(mum);
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

async function asOwnerOfTables(): Promise<pg.Client> {
  const db = new pg.Client({ connectionString: process.env["OWNER_DATABASE_URL"] });
  await db.connect();
  return db;
}

const context = (tokens: Partial<Context>): Context => ({
  sessionToken: null,
  linkToken: null,
  area: "physio",
  practiceId: null,
  requestId: randomUUID(),
  now: new Date(),
  ...tokens,
});
const asCoach = async () =>
  context({ area: "coach", sessionToken: await rows.session(practice.owner.userId) });
const hash = (data: Uint8Array | string) => createHash("sha256").update(data).digest();

/** A physio who came by her link and proved her address. */
async function linkOf(of: typeof mum): Promise<Context> {
  const [link, token] = [randomUUID(), randomUUID()];
  await rows.db.query(
    `INSERT INTO physio_link (id, practice_id, client_id, physio_id, request_id, token_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + interval '14 days')`,
    [link, practice.id, of.id, of.physioId, of.requestId, hash(randomUUID())],
  );
  await rows.db.query(
    `INSERT INTO link_session (id, token_hash, link_id, expires_at, device) VALUES ($1, $2, $3, now() + interval '1 hour', 'test')`,
    [randomUUID(), hash(token), link],
  );
  return context({ linkToken: token });
}

type Sent = { id?: string; name?: string; type?: string; origin?: string; search?: Record<string, string> };
const send = async (who: Context, bytes: Uint8Array, { id, name, type, origin, search }: Sent = {}) => {
  const query = new URLSearchParams({ id: id ?? randomUUID(), requestId: mum.requestId, ...search });
  const response = await receiveDocument(
    new Request(`http://localhost:3000/api/documents?${query}`, {
      method: "POST",
      body: Buffer.from(bytes),
      headers: {
        origin: origin ?? "http://localhost:3000",
        "content-type": type ?? "application/pdf",
        "x-file-name": encodeURIComponent(name ?? "Māreikura's letter.pdf"),
      },
    }),
    who,
  );
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};
const count = async (sql: string, values: unknown[] = [mum.id]) =>
  Number((await rows.db.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`, values)).rows[0]?.n);

describe("a physio brings her letter", () => {
  test("given a PDF, then it is kept byte for byte, the mum is told, the trail knows, and it comes back as a harmless attachment", async () => {
    const bytes = await letter(2, (pdf) => pdf.setTitle("x".repeat(600_000)));
    const id = randomUUID();
    const told = await count(
      `outbox WHERE payload->>'notice' = 'document_arrived' AND payload->>'clientId' = $1`,
    );
    const { status, body } = await send(physio, bytes, { id });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        document: {
          id,
          source: "physio",
          pages: 2,
          fileName: "Māreikura's letter.pdf",
          sha256: hash(bytes).toString("hex"),
        },
      },
    });
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
  });

  test("given who has the database alone, then she reads no letter, and one moved to another's place does not open", async () => {
    const [mine, hers] = [randomUUID(), randomUUID()];
    await send(physio, await letter(1), { id: mine });
    await send(physio, await letter(1), { id: hers });
    const { rows: kept } = await rows.db.query<{ bytes: Buffer }>(
      "SELECT bytes FROM document_chunk WHERE document_id = $1 ORDER BY page, number",
      [mine],
    );
    for (const { bytes } of kept) {
      expect(bytes.includes("%PDF")).toBe(false);
      expect(bytes.subarray(0, 3).toString("hex")).not.toBe("ffd8ff");
    }
    // Somebody with more rights than the application puts one letter's bytes in another's place.
    const db = await asOwnerOfTables();
    await db.query("ALTER TABLE document_chunk DISABLE TRIGGER z_unchanged");
    await db.query(
      `UPDATE document_chunk c SET bytes = o.bytes FROM document_chunk o
        WHERE c.document_id = $1 AND o.document_id = $2 AND c.page = o.page AND c.number = o.number`,
      [hers, mine],
    );
    await db.query("ALTER TABLE document_chunk ENABLE TRIGGER z_unchanged");
    await db.end();
    const quiet = vi.spyOn(log(), "error").mockImplementation(() => undefined);
    expect((await sendDocument(hers, physio)).status).toBe(500);
    expect(quiet).toHaveBeenCalledOnce();
    quiet.mockRestore();
    expect((await sendDocument(mine, physio)).status).toBe(200);
  });

  test("given a scanner in the settings that is away, then the letter waits with her and nothing is kept", async () => {
    const id = randomUUID();
    const settings = env() as { CLAMD_URL: string | undefined };
    settings.CLAMD_URL = "unix:/nowhere/clamd.sock";
    try {
      expect(await send(physio, await letter(), { id })).toEqual({
        status: 503,
        body: { problem: "not_scanned" },
      });
    } finally {
      settings.CLAMD_URL = undefined;
    }
    expect(await count(`document WHERE id = $1`, [id])).toBe(0);
  });

  test("given the same upload twice, then one document; another file under its id is refused", async () => {
    const [bytes, id] = [await letter(), randomUUID()];
    expect(await send(physio, bytes, { id })).toEqual(await send(physio, bytes, { id }));
    expect(await count(`document WHERE id = $1`, [id])).toBe(1);
    expect((await send(physio, await letter(3), { id })).status).toBe(404);
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
    ["a program", 422, "executable", () => Buffer.from("MZ\x90\0 evil")],
    ["%PDF and HTML", 422, "disguised", () => Buffer.from("%PDF-1.7\n<html><script>alert(1)</script>")],
  ])("given %s, then %i %s and nothing is kept", async (_, status, problem, make) => {
    const before = await count(`document WHERE client_id = $1`);
    expect(await send(physio, make())).toEqual({ status, body: { problem } });
    expect(await count(`document WHERE client_id = $1`)).toBe(before);
  });

  test("given 20 files in a day, then the next is one too many", async () => {
    const other = await clearedMum(rows, practice);
    const who = await linkOf(other);
    const bytes = await photo.jpeg();
    const picture = { name: "letter.jpg", type: "image/jpeg", search: { requestId: other.requestId } };
    for (let n = 0; n < 20; n += 1) expect((await send(who, bytes, picture)).status).toBe(200);
    expect(await send(who, bytes, picture)).toEqual({
      status: 422,
      body: { problem: "too_many" },
    });
  });
});

describe("nobody else's file, nobody else's name on it", () => {
  test("given another site's form, no sign-in, a strange id or nonsense, then refused before reading", async () => {
    const bytes = await letter();
    expect((await send(physio, bytes, { origin: "https://evil.example" })).status).toBe(403);
    expect((await send(context({}), bytes)).status).toBe(401);
    expect((await send(context({ linkToken: "nobody" }), bytes)).status).toBe(401);
    expect((await send(physio, bytes, { id: "1; DROP TABLE" })).status).toBe(400);
    expect((await send(physio, bytes, { search: { requestId: randomUUID() } })).status).toBe(404);
  });

  test("given another mum's request, then the same answer as for one nobody has", async () => {
    const other = await clearedMum(rows, practice);
    const foreign = await send(physio, await letter(), { search: { requestId: other.requestId } });
    expect(foreign).toEqual(await send(physio, await letter(), { search: { requestId: randomUUID() } }));
  });

  test("given a coach's upload for her client, then it is a coach's and the physio does not see it among hers", async () => {
    const id = randomUUID();
    const { body } = await send(await asCoach(), await letter(), { id });
    expect(body).toMatchObject({ document: { source: "coach" } });
    expect((await sendDocument(id, physio)).status).toBe(404);
    expect((await sendDocument(id, await asCoach())).status).toBe(200);
    const outsider = await rows.practice("Elsewhere");
    const elsewhere = context({ area: "coach", sessionToken: await rows.session(outsider.owner.userId) });
    expect((await sendDocument(id, elsewhere)).status).toBe(404);
  });

  test("given the physio's link ended, then her next download is refused", async () => {
    const who = await linkOf(mum);
    const id = randomUUID();
    await send(who, await letter(), { id });
    await rows.db.query(`UPDATE physio_link SET revoked_at = now() WHERE client_id = $1`, [mum.id]);
    expect((await sendDocument(id, who)).status).toBe(401);
  });
});
