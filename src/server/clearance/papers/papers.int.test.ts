import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callerOf, linkToken, sha256 } from "../../../test/physio-road.ts";
import { env } from "../../../env.ts";
import { readQr } from "../../../test/read-qr.ts";
import { readPaper } from "../../../test/read-paper.ts";
import { clearedMum, dayFromNow, openRows, type Rows } from "../../../test/rows.ts";
import { closeDatabases } from "../../db/pools.ts";
import type { Context } from "../../trpc/context.ts";
import { renderPages } from "../../documents/render/pages.ts";
import { checkPassport } from "../passport.ts";
import { sendPaper } from "./send-paper.ts";

let rows: Rows;
let practice: Awaited<ReturnType<Rows["practice"]>>;
let mum: Awaited<ReturnType<typeof clearedMum>>;
let people: Record<"coach" | "client" | "physio", Context>;
let strangers: Record<string, Context>;

const context = (tokens: Partial<Context>): Context => ({
  sessionToken: null,
  linkToken: null,
  area: "person",
  practiceId: null,
  requestId: randomUUID(),
  now: new Date(),
  ...tokens,
});
const signedIn = async (userId: string, area: Context["area"]) =>
  context({ area, sessionToken: await rows.session(userId) });

/** A physio who came by her link and proved her address. */
async function linkOf(of: typeof mum, physioId = of.physioId): Promise<Context> {
  await rows.db.query(
    `INSERT INTO physio_link (id, practice_id, client_id, physio_id, request_id, token_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + interval '14 days')`,
    [randomUUID(), practice.id, of.id, physioId, of.requestId, sha256(randomUUID())],
  );
  return context({ area: "physio", linkToken: await linkToken(rows, of.requestId) });
}

beforeAll(async () => {
  rows = await openRows();
  practice = await rows.practice("Te Whare Ōranga");
  mum = await clearedMum(rows, practice, {
    clearance: {
      passport_code: "7K2M-9QXA-31CD",
      conditions: [{ kind: "pessary_worn" }, { kind: "max_run_minutes", minutes: 20 }],
      decision: "cleared_with_conditions",
    },
  });
  await rows.db.query(`UPDATE client SET name = 'Mere Kōwhai' WHERE id = $1`, [mum.id]);
  await mum.fact("symptom_check", {
    moment: "after",
    day: dayFromNow(-3),
    findings: [{ kind: "symptom", symptom: "doming" }],
    note: "CANARY-SYMPTOM",
  });
  await mum.fact("consent", { purpose: "share_birth", given: true, wording_version: "1" });
  const sister = await clearedMum(rows, practice);
  const there = await rows.practice("There");
  people = {
    coach: await signedIn(practice.owner.userId, "coach"),
    client: await signedIn(mum.userId, "client"),
    physio: await linkOf(mum),
  };
  strangers = {
    "her sister": await signedIn(sister.userId, "client"),
    "her sister's physio": await linkOf(sister),
    "a coach elsewhere": await signedIn(there.owner.userId, "coach"),
    "a coach as a plain person": await signedIn(practice.owner.userId, "person"),
    "a coach who says she is the mum": await signedIn(practice.owner.userId, "client"),
  };
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

const PAPERS = [
  ["request", () => mum.requestId],
  ["update", () => mum.requestId],
  ["summary", () => mum.clearanceId],
  ["passport", () => mum.clearanceId],
] as const;
const take = async (kind: string, id: string, who: Context) => {
  const response = await sendPaper(kind, id, who);
  return { response, read: await readPaper(new Uint8Array(await response.arrayBuffer())) };
};

describe("papers", () => {
  test("given a sign-off that nobody confirmed yet, then there is no passport", async () => {
    for (const who of Object.values(people))
      expect((await sendPaper("passport", mum.clearanceId, who)).status).toBe(404);
    const hers = callerOf(people.client).clearance;
    expect((await hers.mine({})).passport).toBeNull();
    await mum.confirm();
    await mum.credential();
    expect((await hers.mine({})).passport).toMatchObject({
      name: "Mere Kōwhai",
      code: "7K2M-9QXA-31CD",
      hasConditions: true,
    });
  });

  test("given her coach, herself and her physio, then each gets each of them as a harmless attachment", async () => {
    for (const [kind, id] of PAPERS) {
      for (const who of Object.values(people)) {
        const response = await sendPaper(kind, id(), who);
        expect({ kind, status: response.status }).toEqual({ kind, status: 200 });
        expect(Object.fromEntries(response.headers)).toMatchObject({
          "cache-control": "private, no-store",
          "content-disposition": `attachment; filename="sevenstride-${kind}.pdf"`,
          "content-security-policy": "sandbox; default-src 'none'",
          "content-type": "application/pdf",
          "x-content-type-options": "nosniff",
        });
      }
    }
  });

  test("given anybody else, then the same answer as for a paper nobody has; without a sign-in 401", async () => {
    for (const [kind, id] of PAPERS) {
      for (const [name, who] of Object.entries(strangers)) {
        const [theirs, none] = [await sendPaper(kind, id(), who), await sendPaper(kind, randomUUID(), who)];
        expect({ name, kind, status: theirs.status, body: await theirs.text() }).toEqual({
          name,
          kind,
          body: await none.text(),
          status: expect.toSatisfy((status: number) => status === 404 || status === 401),
        });
      }
      expect((await sendPaper(kind, id(), context({}))).status).toBe(401);
    }
    expect((await sendPaper("passwords", mum.requestId, people.coach)).status).toBe(404);
    expect((await sendPaper("request", "' OR 1=1", people.coach)).status).toBe(404);
  });

  test("given what she shares, then the letter holds that and nothing else, and the trail says which", async () => {
    const before = await take("request", mum.requestId, people.coach);
    expect(before.read.text).toContain("Te Whare Ōranga");
    expect(before.read.text).toContain("Vaginal birth");
    expect(before.read.text).not.toMatch(/CANARY|Doming/);
    await mum.fact("consent", { purpose: "share_symptoms", given: true, wording_version: "1" });
    const after = await take("update", mum.requestId, people.coach);
    expect(after.read.text).toContain("Doming. CANARY-SYMPTOM");
    const { looks } = await callerOf(people.client).clients.whoLooked({});
    expect(looks.slice(0, 2)).toMatchObject([
      { name: "Olive", what: "paper.update", seen: ["birth", "symptoms"] },
      { name: "Olive", what: "paper.request", seen: ["birth"] },
    ]);
    // Her own are no news to her.
    expect(looks.map((look) => look.kind)).not.toContain("client");
  });

  test("given she shares her plan, then the limits in force stand with it", async () => {
    await mum.fact("consent", { purpose: "share_plan", given: true, wording_version: "1" });
    const { read } = await take("update", mum.requestId, people.physio);
    expect(read.text).toContain("Limits in force: Pessary worn, At most 20 minutes of running");
  });

  test("given the passport, then code, square, signer and until when on one page, and none of her conditions", async () => {
    const { read } = await take("passport", mum.clearanceId, people.client);
    expect(read.pages).toHaveLength(1);
    for (const said of ["Mere Kōwhai", "7K2M-9QXA-31CD", "Pia Physio", "Walk/run intervals"])
      expect(read.text).toContain(said);
    expect(read.text).not.toMatch(/pessary|20 minutes/i);
    expect(read.alts[0]).toContain("7 K 2 M");
  });

  test("given a camera before the printed passport, then it leads to the public check of this code, and that says it is valid", async () => {
    const paper = await sendPaper("passport", mum.clearanceId, people.client);
    const [page] = (await renderPages(new Uint8Array(await paper.arrayBuffer()), 1)) ?? [];
    const address = new URL(await readQr(page ?? new Uint8Array()));
    expect(address.href).toBe(`${env().APP_URL}/passport#7K2M-9QXA-31CD`);
    const code = address.hash.slice(1);
    const answer = await checkPassport(
      new Request(`${env().APP_URL}/api/passport`, {
        method: "POST",
        body: JSON.stringify({ code }),
        headers: { "content-type": "application/json", origin: env().APP_URL },
      }),
    );
    expect(await answer.json()).toMatchObject({ valid: true });
  });

  test("given the sign-off taken back, then the summary says so and the passport is gone", async () => {
    await mum.fact(
      "clearance_withdrawal",
      { clearance_id: mum.clearanceId, withdrawn_on: dayFromNow(0), reason: "r" },
      "physio",
    );
    const { read } = await take("summary", mum.clearanceId, people.client);
    expect(read.text).toContain("It does not count any more.");
    expect((await sendPaper("passport", mum.clearanceId, people.client)).status).toBe(404);
  });
});
