import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "../../scripts/verify-sign-off.mjs";
import { unpack } from "../lib/unpack.ts";
import { callerOf, letterIn, linkSession, ready, signing } from "../test/physio-road.ts";
import { dayFromNow, openRows, type Rows } from "../test/rows.ts";
import { closeDatabases } from "./db/pools.ts";
import { tokenHash } from "./db/with-actor.ts";
import { FACT_TABLES } from "./journey/fact-tables.ts";
import { sendHerData } from "./her-data.ts";

let rows: Rows;
let practice: Awaited<ReturnType<Rows["practice"]>>;
beforeAll(async () => {
  rows = await openRows();
  practice = await rows.practice();
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

const take = (sessionToken: string | null, area: "client" | "coach" = "client") =>
  sendHerData({
    sessionToken,
    linkToken: null,
    area,
    practiceId: null,
    requestId: randomUUID(),
    now: new Date(),
  });
const LIMITS = { bytes: 1e7, allBytes: 1e8, files: 100 };

/** A mum with a message, a letter of her physio and a signed record, all with a word that is hers alone. */
async function aMum(canary: string) {
  const mum = await ready(rows, practice);
  await rows.db.query(
    `INSERT INTO message (id, practice_id, client_id, from_kind, from_id, body) VALUES ($1, $2, $3, 'client', $3, $4)`,
    [randomUUID(), practice.id, mum.id, `message ${canary}`],
  );
  const coach = callerOf({ area: "coach", sessionToken: await rows.session(practice.owner.userId) });
  const physioId = await practice.physio("Pia");
  const asked = { clientId: mum.id, physioId, kind: "assessment" as const, reason: "A look" };
  const { requestId } = await coach.clearance.request({ key: randomUUID(), ...asked, dueOn: dayFromNow(7) });
  const letter = await letterIn(
    rows,
    practice.id,
    { clientId: mum.id, requestId, physioId },
    `letter ${canary}`,
  );
  const physio = await linkSession(rows, requestId);
  const body = signing(requestId, { documents: [letter] });
  body.assessment.findings = `findings ${canary}`;
  const { clearanceId } = await physio.clearance.sign(body);
  return { ...mum, clearanceId, token: await rows.session(mum.userId) };
}

describe("all that is hers, in one file", () => {
  test("given a session that was opened yesterday, then she shows first that it is she; by her factor where she has one", async () => {
    const mum = await ready(rows, practice);
    const token = await rows.session(mum.userId);
    const opened = (ago: string, proved: string | null) =>
      rows.db.query(
        `UPDATE sign_in_session SET created_at = now() - $2::interval, step_up_at = now() - $3::interval WHERE token_hash = $1`,
        [tokenHash(token), ago, proved],
      );
    const status = async () => (await take(token)).status;
    await opened("14 minutes", null);
    expect(await status()).toBe(200);
    await opened("1 day", null);
    const answer = await take(token);
    expect([answer.status, await answer.text()]).toEqual([428, JSON.stringify({ error: "prove" })]);
    const { rows: told } = await rows.db.query(
      `SELECT count(*)::int AS n FROM audit_event WHERE client_id = $1 AND action = 'client.data_taken'`,
      [mum.id],
    );
    expect(told).toEqual([{ n: 1 }]);
    // With a factor of her own the sign-in alone is not enough.
    await rows.db.query(`INSERT INTO totp (user_id, secret, confirmed_at) VALUES ($1, '\\x00', now())`, [
      mum.userId,
    ]);
    await opened("1 minute", "1 day");
    expect(await status()).toBe(428);
    await opened("1 day", "1 minute");
    expect(await status()).toBe(200);
  });

  test("given two mums of one practice, then hers holds everything of hers and nothing of the other; sign-offs verify", async () => {
    const ada = await aMum("CANARY-ADA");
    await aMum("CANARY-BEA");
    const answer = await take(ada.token);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    const files = unpack("all.zip", new Uint8Array(await answer.arrayBuffer()), LIMITS);
    const text = new Map(
      files.map((one) => [
        "bytes" in one ? one.name : "",
        "bytes" in one ? Buffer.from(one.bytes).toString() : "",
      ]),
    );
    const all = [...text.values()].join("\n");
    for (const what of ["message", "letter", "findings"]) expect(all).toContain(`${what} CANARY-ADA`);
    expect(all).not.toContain("CANARY-BEA");
    const whole = JSON.parse(text.get("my-data.json") ?? "") as {
      facts: Record<string, unknown[]>;
      trail: { action: string }[];
    };
    expect(whole).toMatchObject({
      format: "sevenstride-my-data-1",
      client: { name: "Mere" },
      messages: [{ body: "message CANARY-ADA" }],
      documents: [{ file: "documents/letter.pdf" }],
    });
    expect(whole.facts["birth"]).toHaveLength(1);
    expect(whole.trail.map(({ action }) => action)).toContain("request.recorded");
    expect(check(text.get(`${ada.clearanceId}.json`) ?? "")).toMatchObject({ intact: true });
    const { rows: trail } = await rows.db.query(
      `SELECT actor_kind FROM audit_event WHERE client_id = $1 AND action = 'client.data_taken'`,
      [ada.id],
    );
    expect(trail).toEqual([{ actor_kind: "client" }]);
  });

  test("every table that is about a mum is in it, or there is a reason why not", async () => {
    const elsewhere = {
      calendar_feed: "the secret half of an address that works",
      client_key: "the key her letters lie under; they are in it open",
      client_status: "derived from her facts",
      seal_check: "in the trail, which is in it",
      document_chunk: "the bytes of her documents, which are in it",
      invitation: "a secret that let her in",
      letter: "on its way; in it once it is a document",
      letter_part: "on its way; in it once it is a document",
      physio_link: "her physio's secret",
      session: "derived from her plans and her facts",
      task: "her coach's own list of things to do",
    };
    const { rows: tables } = await rows.db.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE a.attname = 'client_id' AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
    );
    const told = [
      ...Object.values(FACT_TABLES),
      "audit_event",
      "document",
      "intake_draft",
      "message",
      "recording",
    ];
    const missing = tables
      .map(({ name }) => name)
      .filter((name) => !told.includes(name) && !(name in elsewhere));
    expect(missing).toEqual([]);
  });

  test("given nobody, a coach, or a seventh time within the hour, then not", async () => {
    expect((await take(null)).status).toBe(401);
    const owner = await rows.session(practice.owner.userId);
    expect((await take(owner)).status).toBe(401);
    expect((await take(owner, "coach")).status).toBe(404);
    const mum = await practice.mum("Cleo");
    const token = await rows.session(mum.userId);
    const answers: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      const { status, body } = await take(token);
      answers.push(status);
      await body?.cancel();
    }
    expect(answers).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });
});
