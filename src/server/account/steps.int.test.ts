import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { callerOf } from "../../test/physio-road.ts";
import { openRows, type Rows } from "../../test/rows.ts";
import { env } from "../../env.ts";
import { authOptions } from "./auth-options.ts";
import { closeDatabases, databases } from "../db/pools.ts";
import { tokenHash, withActor } from "../db/with-actor.ts";
import { LIMITS } from "../limits.ts";
import { compose, type Waiting } from "../mail/compose.ts";
import { asHtml, asText } from "../mail/letter.ts";
import { openText } from "../sealed-text.ts";
import { type StepName, STEPS } from "./steps.ts";
import { newTicket } from "../tickets.ts";

let rows: Rows;
beforeAll(async () => {
  rows = await openRows();
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});
// Windows of fifteen minutes would let one test use up what another needs.
beforeEach(() => rows.db.query(`DELETE FROM attempt_limit`));

const ORIGIN = "http://localhost:3000";

/** A browser: keeps cookies, posts from our own origin. */
function browser(headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const post = async (step: StepName, body: unknown = {}) => {
    const response = await STEPS[step](
      new Request(`${ORIGIN}/api/sign-in/${step}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: {
          "content-type": "application/json",
          origin: ORIGIN,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
          ...headers,
        },
      }),
    );
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (/Max-Age=0/.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const text = await response.text();
    return {
      status: response.status,
      body: JSON.parse(text) as Record<string, unknown>,
      headers: response.headers,
      /** All there is of it, byte for byte. */
      whole: [response.status, [...response.headers], text].flat(2).join("\n"),
    };
  };
  return { jar, post, token: () => jar.get("sevenstride.session") ?? null };
}

const address = () => `${randomUUID().slice(0, 8)}@example.org`;

/** The code in the newest mail to an address, as the worker would read it. */
async function mailedCode(email: string): Promise<string> {
  const { rows: found } = await rows.db.query<{ sealed: string }>(
    `SELECT o.payload->>'sealed' AS sealed FROM outbox o JOIN sign_in_code c ON c.id::text = o.payload->>'codeId'
      WHERE c.email = $1 ORDER BY c.created_at DESC LIMIT 1`,
    [email],
  );
  return openText(found[0]!.sealed);
}

async function account(name = "Nora") {
  const email = address();
  const { rows: made } = await rows.db.query<{ id: string }>(
    `INSERT INTO "user" (id, email, name) VALUES ($1, $2, $3) RETURNING id`,
    [randomUUID(), email, name],
  );
  return { email, id: made[0]!.id };
}

const isLive = (token: string | null) =>
  withActor({ kind: "session", token: token ?? "", as: "person", practiceId: null }, "read", () =>
    Promise.resolve(true),
  ).catch(() => false);

describe("a code", () => {
  test("given a known address, the mailed code signs in, once", async () => {
    const { email } = await account();
    const phone = browser();
    expect((await phone.post("code", { email })).body).toEqual({ sent: true });
    const code = await mailedCode(email);
    expect(
      await phone.post("verify", { code: `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}` }),
    ).toMatchObject({ status: 200, body: { next: "/doors" } });
    expect(await isLive(phone.token())).toBe(true);
    expect((await phone.post("verify", { code })).status).toBe(422);
  });

  test("in another browser than the one that asked it opens nothing", async () => {
    const { email } = await account();
    const phone = browser();
    await phone.post("code", { email });
    const other = browser();
    await other.post("code", { email: (await account()).email });
    expect(await other.post("verify", { code: await mailedCode(email) })).toMatchObject({
      status: 422,
      body: { error: "wrong" },
    });
    expect(other.token()).toBeNull();
    expect((await browser().post("verify", { code: await mailedCode(email) })).status).toBe(422);
  });

  test("after ten minutes it is over", async () => {
    const { email } = await account();
    const phone = browser();
    await phone.post("code", { email });
    const code = await mailedCode(email);
    await rows.db.query(
      `UPDATE sign_in_code SET expires_at = clock_timestamp() - interval '1 second' WHERE email = $1`,
      [email],
    );
    expect((await phone.post("verify", { code })).status).toBe(422);
    const { rows: lives } = await rows.db.query<{ minutes: number }>(
      `SELECT round(extract(epoch FROM (SELECT expires_at FROM sign_in_code WHERE id = c.id) - c.created_at) / 60)::int AS minutes FROM sign_in_code c WHERE c.email <> $1 LIMIT 1`,
      [email],
    );
    expect(lives[0]!.minutes).toBeLessThanOrEqual(10);
  });

  test("after five wrong tries the right one does not help any more", async () => {
    const { email } = await account();
    const phone = browser();
    await phone.post("code", { email });
    const code = await mailedCode(email);
    for (let i = 0; i < 5; i++) expect((await phone.post("verify", { code: "AAAA2222" })).status).toBe(422);
    expect((await phone.post("verify", { code })).status).toBe(422);
    expect(phone.token()).toBeNull();
  });

  test("a newer code ends the older one, in whichever browser", async () => {
    const { email } = await account();
    const first = browser();
    await first.post("code", { email });
    const old = await mailedCode(email);
    const second = browser();
    await second.post("code", { email });
    expect((await first.post("verify", { code: old })).status).toBe(422);
    expect((await second.post("verify", { code: await mailedCode(email) })).status).toBe(200);
  });

  test("fifty at once with the right code: one gets in", async () => {
    const { email, id } = await account();
    const phone = browser();
    await phone.post("code", { email });
    const code = await mailedCode(email);
    const cookies = [...phone.jar];
    const racers = Array.from({ length: 50 }, () => {
      const racer = browser();
      for (const [name, value] of cookies) racer.jar.set(name, value);
      return racer.post("verify", { code });
    });
    const statuses = (await Promise.all(racers)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const { rows: sessions } = await rows.db.query(`SELECT 1 FROM sign_in_session WHERE user_id = $1`, [id]);
    expect(sessions).toHaveLength(1);
  });

  test("neither code nor token lies readable in the database", async () => {
    const { email } = await account();
    const phone = browser();
    await phone.post("code", { email });
    const code = await mailedCode(email);
    await phone.post("verify", { code });
    const { rows: dump } = await rows.db.query<{ text: string }>(
      `SELECT string_agg(t, ' ') AS text FROM (SELECT to_jsonb(o)::text AS t FROM outbox o UNION ALL SELECT to_jsonb(c)::text FROM sign_in_code c UNION ALL SELECT to_jsonb(s)::text FROM sign_in_session s) x`,
    );
    expect(dump[0]!.text).not.toContain(code);
    expect(dump[0]!.text).not.toContain(phone.token());
  });
});

describe("who has an account stays unsaid", () => {
  test("known and unknown addresses get byte-equal answers and the same rows", async () => {
    const known = (await account()).email;
    const unknown = address();
    const answers = [];
    for (const email of [known, unknown]) {
      const { body, status, headers } = await browser().post("code", { email });
      answers.push({ body, status, names: [...headers.keys()].toSorted((a, b) => a.localeCompare(b)) });
      const { rows: made } = await rows.db.query(`SELECT 1 FROM sign_in_code WHERE email = $1`, [email]);
      expect(made).toHaveLength(1);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  test("a wrong password of somebody and any password of nobody are one answer", async () => {
    const { email, id } = await account();
    const her = browser();
    her.jar.set("sevenstride.session", await rows.session(id));
    expect((await her.post("factors/password", { password: "three quiet herons at dawn" })).status).toBe(200);
    const wrong = await browser().post("password", { email, password: "three loud herons at dawn" });
    const nobody = await browser().post("password", {
      email: address(),
      password: "three loud herons at dawn",
    });
    expect({ status: wrong.status, body: wrong.body }).toEqual({ status: nobody.status, body: nobody.body });
    expect((await browser().post("password", { email, password: "three quiet herons at dawn" })).status).toBe(
      200,
    );
  });

  test("signing up with a known address answers alike, and the code then simply signs in", async () => {
    const { email, id } = await account("Nora");
    const desk = browser();
    expect((await desk.post("sign-up", { email, name: "Somebody Else" })).body).toEqual({ sent: true });
    expect(
      (await desk.post("sign-up/verify", { code: await mailedCode(email), name: "Somebody Else" })).status,
    ).toBe(200);
    const { rows: user } = await rows.db.query(`SELECT id, name FROM "user" WHERE email = $1`, [email]);
    expect(user).toEqual([{ id, name: "Nora" }]);
  });
});

describe("limits", () => {
  test("of many asks for one account exactly the number allowed get through, from wherever", async () => {
    const { email } = await account();
    const asks = Array.from({ length: 40 }, (_, i) =>
      browser({ "x-forwarded-for": `203.0.${i}.7` }).post("code", { email }),
    );
    const statuses = (await Promise.all(asks)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(LIMITS.account.attempts);
    expect(statuses.filter((status) => status === 429)).toHaveLength(40 - LIMITS.account.attempts);
  });

  test("one neighbourhood of addresses is limited over all accounts", async () => {
    const asks = Array.from({ length: LIMITS.address.attempts + 5 }, (_, i) =>
      browser({ "x-forwarded-for": `10.9.8.7, 198.51.100.${i % 200}` }).post("passkey/options"),
    );
    const statuses = (await Promise.all(asks)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });

  test("when nothing can be counted nobody gets in", async () => {
    const { email } = await account();
    await rows.db.query(`ALTER TABLE attempt_limit RENAME TO attempt_limit_away`);
    try {
      const phone = browser();
      // The database's own complaint is logged for the operator.
      expect((await phone.post("code", { email })).status).toBeGreaterThanOrEqual(500);
      expect(phone.jar.size).toBe(0);
    } finally {
      await rows.db.query(`ALTER TABLE attempt_limit_away RENAME TO attempt_limit`);
    }
  });
});

describe("sessions", () => {
  async function signIn(email: string, phone = browser()) {
    await phone.post("code", { email });
    await phone.post("verify", { code: await mailedCode(email) });
    return phone;
  }

  test("a planted cookie is worth nothing after the sign-in", async () => {
    const { email } = await account();
    const thief = await signIn((await account()).email);
    const planted = thief.token()!;
    const victim = browser();
    victim.jar.set("sevenstride.session", planted);
    await signIn(email, victim);
    expect(victim.token()).not.toBe(planted);
    expect(await isLive(planted)).toBe(false);
    expect(await isLive(victim.token())).toBe(true);
  });

  test("ending the others works on their next request", async () => {
    const { email } = await account();
    const phone = await signIn(email);
    const desk = await signIn(email);
    expect(await isLive(phone.token())).toBe(true);
    expect((await desk.post("sessions/end-others")).body).toEqual({ ended: 1 });
    expect(await isLive(phone.token())).toBe(false);
    expect(await isLive(desk.token())).toBe(true);
  });

  test("signing out ends it here and tells the browser to forget", async () => {
    const phone = await signIn((await account()).email);
    const token = phone.token();
    const { headers } = await phone.post("sign-out");
    expect(headers.get("clear-site-data")).toContain("cache");
    expect(await isLive(token)).toBe(false);
    expect(phone.token()).toBeNull();
  });

  test("a suspended person is out at once", async () => {
    const { email, id } = await account();
    const phone = await signIn(email);
    await rows.db.query(`UPDATE "user" SET suspended_at = now() WHERE id = $1`, [id]);
    expect(await isLive(phone.token())).toBe(false);
  });

  test("a mum's session lives for weeks, anybody else's for a working day", async () => {
    const practice = await rows.practice();
    const mum = await practice.mum("Mia");
    const lives = async (userId: string) => {
      const { rows: user } = await rows.db.query<{ email: string }>(
        `UPDATE "user" SET email = lower(email) WHERE id = $1 RETURNING email`,
        [userId],
      );
      await signIn(user[0]!.email);
      const { rows: session } = await rows.db.query(
        `SELECT round(extract(epoch FROM expires_at - created_at) / 3600)::int AS hours, idle_minutes AS idle FROM sign_in_session WHERE user_id = $1`,
        [userId],
      );
      return session[0];
    };
    expect(await lives(mum.userId)).toEqual({ hours: 720, idle: 20_160 });
    expect(await lives(practice.owner.userId)).toEqual({ hours: 12, idle: 60 });
  });
});

describe("a request that is not ours", () => {
  test.each([
    ["no origin", { origin: "" }],
    ["another origin", { origin: "https://evil.example" }],
    ["null", { origin: "null" }],
    ["a sister site", { "sec-fetch-site": "same-site" }],
  ])("%s changes nothing", async (_name, headers) => {
    const { email } = await account();
    expect((await browser(headers).post("code", { email })).status).toBe(403);
    const { rows: made } = await rows.db.query(`SELECT 1 FROM sign_in_code WHERE email = $1`, [email]);
    expect(made).toEqual([]);
  });

  test.each(["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])(
    "a body of %s is refused",
    async (type) => {
      expect((await browser({ "content-type": type }).post("code", { email: address() })).status).toBe(400);
    },
  );

  test("keys nobody asked for are refused, and say where", async () => {
    const answer = await browser().post("code", { email: address(), role: "owner" });
    expect(answer.status).toBe(400);
    expect((await browser().post("code", { email: "not an address" })).body).toEqual({
      error: "invalid",
      fields: [{ path: "email", code: "email" }],
    });
  });
});

describe("an invitation", () => {
  async function invited(purpose: "client" | "coach") {
    const practice = await rows.practice("Quiet Miles");
    const email = address();
    const ticket = newTicket();
    let clientId: string | null = null;
    if (purpose === "client") {
      clientId = randomUUID();
      await rows.db.query(
        `INSERT INTO client (id, practice_id, name, email, zone, country, coach_id, joined_on) VALUES ($1, $2, 'Mia Moana', $3, 'UTC', 'NZ', $4, current_date)`,
        [clientId, practice.id, email, practice.owner.id],
      );
    }
    await rows.db.query(
      `INSERT INTO invitation (id, practice_id, purpose, email, name, token_hash, client_id, expires_at)
       VALUES ($1, $2, $3, $4, 'Mia Moana', $5, $6, now() + interval '14 days')`,
      [randomUUID(), practice.id, purpose, email, ticket.hash, clientId],
    );
    return { practice, email, clientId, token: ticket.token };
  }

  test("opening it as often as anybody likes uses nothing up; the code then opens the practice, once", async () => {
    const { token, email, clientId } = await invited("client");
    for (let i = 0; i < 5; i++) {
      const { body } = await browser().post("join", { token });
      expect(body).toMatchObject({
        purpose: "client",
        practiceName: "Quiet Miles",
        inviter: "Olive",
        name: "Mia Moana",
      });
      expect(body["sentTo"]).not.toContain(email);
    }
    const phone = browser();
    await phone.post("join/code", { token });
    const code = await mailedCode(email);
    expect((await phone.post("join/accept", { token, code })).status).toBe(200);
    const clientOf = await withActor(
      { kind: "session", token: phone.token()!, as: "client", practiceId: null },
      "read",
      (_tx, actor) => Promise.resolve(actor.clientId),
    );
    expect(clientOf).toBe(clientId);
    expect((await browser().post("join", { token })).body).toEqual({ error: "over" });
  });

  test("used, ended, voided and made-up tickets are one answer", async () => {
    const ended = await invited("client");
    await rows.db.query(`UPDATE invitation SET expires_at = now() WHERE email = $1`, [ended.email]);
    const voided = await invited("client");
    await rows.db.query(`UPDATE invitation SET voided_at = now() WHERE email = $1`, [voided.email]);
    const answers = await Promise.all(
      [ended.token, voided.token, "made-up"].map((token) => browser().post("join", { token })),
    );
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({ status: 410, body: { error: "over" } });
  });

  test("a code mailed for one ticket opens no other", async () => {
    const hers = await invited("client");
    const other = await invited("client");
    const phone = browser();
    await phone.post("join/code", { token: hers.token });
    expect(
      (await phone.post("join/accept", { token: other.token, code: await mailedCode(hers.email) })).status,
    ).toBe(422);
  });

  test("fifty acceptances at once make one account and use one ticket", async () => {
    const { token, email } = await invited("client");
    const phone = browser();
    await phone.post("join/code", { token });
    const code = await mailedCode(email);
    const racers = Array.from({ length: 50 }, () => {
      const racer = browser();
      for (const [name, value] of phone.jar) racer.jar.set(name, value);
      return racer.post("join/accept", { token, code });
    });
    const answers = await Promise.all(racers);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const { rows: users } = await rows.db.query(`SELECT id FROM "user" WHERE email = $1`, [email]);
    expect(users).toHaveLength(1);
  });

  test("a coach who joined gets through her door only with a second factor", async () => {
    const { token, email } = await invited("coach");
    const desk = browser();
    await desk.post("join/code", { token });
    await desk.post("join/accept", { token, code: await mailedCode(email) });
    const asCoach = () =>
      withActor(
        { kind: "session", token: desk.token()!, as: "coach", practiceId: null },
        "read",
        (_tx, actor) => Promise.resolve(actor.role),
      );
    await expect(asCoach()).rejects.toThrow("not this role");
    const { body } = await desk.post("factors/generator");
    const generator = new TOTP({ secret: Secret.fromBase32(body["secret"] as string) });
    const before = desk.token();
    const confirmed = await desk.post("factors/generator/confirm", { code: generator.generate() });
    expect(confirmed.body["recoveryCodes"]).toHaveLength(10);
    expect(desk.token()).not.toBe(before);
    expect(await isLive(before)).toBe(false);
    expect(await asCoach()).toBe("coach");
  });
});

describe("a second factor", () => {
  // The clock stands still at the middle of a period, so that no test straddles two.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Math.floor(Date.now() / 30_000) * 30_000 + 15_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function enrolled() {
    const person = await account();
    const desk = browser();
    desk.jar.set("sevenstride.session", await rows.session(person.id));
    const { body } = await desk.post("factors/generator");
    const generator = new TOTP({ secret: Secret.fromBase32(body["secret"] as string) });
    const at = (steps: number) => generator.generate({ timestamp: Date.now() + steps * 30_000 });
    const { body: done } = await desk.post("factors/generator/confirm", { code: at(-1) });
    return { ...person, desk, at, recoveryCodes: done["recoveryCodes"] as string[] };
  }

  test("each period's code works once, and an older one not after a newer", async () => {
    const { desk, at } = await enrolled();
    expect((await desk.post("prove/generator", { code: at(-1) })).status).toBe(422);
    expect((await desk.post("prove/generator", { code: at(0) })).status).toBe(200);
    expect((await desk.post("prove/generator", { code: at(0) })).status).toBe(422);
    expect((await desk.post("prove/generator", { code: at(1) })).status).toBe(200);
    expect((await desk.post("prove/generator", { code: at(0) })).status).toBe(422);
  });

  test("proving gives a new token and kills the old", async () => {
    const { desk, at } = await enrolled();
    const before = desk.token();
    await desk.post("prove/generator", { code: at(0) });
    expect(desk.token()).not.toBe(before);
    expect(await isLive(before)).toBe(false);
    expect(await isLive(desk.token())).toBe(true);
  });

  test("a recovery code works once, for her alone", async () => {
    const { desk, recoveryCodes } = await enrolled();
    const other = await enrolled();
    expect((await other.desk.post("prove/recovery", { code: recoveryCodes[0] })).status).toBe(422);
    expect((await desk.post("prove/recovery", { code: recoveryCodes[0] })).status).toBe(200);
    expect((await desk.post("prove/recovery", { code: recoveryCodes[0] })).status).toBe(422);
  });

  test("whoever set up a code app is asked for it, mum or not", async () => {
    const { email, id } = await enrolled();
    const practice = await rows.practice();
    await rows.db.query(
      `INSERT INTO client (id, practice_id, user_id, name, email, zone, country, coach_id, joined_on) VALUES ($1, $2, $3, 'Nora', $4, 'UTC', 'NZ', $5, current_date)`,
      [randomUUID(), practice.id, id, email, practice.owner.id],
    );
    const phone = browser();
    await phone.post("code", { email });
    await phone.post("verify", { code: await mailedCode(email) });
    await expect(
      withActor({ kind: "session", token: phone.token()!, as: "client", practiceId: null }, "read", () =>
        Promise.resolve(true),
      ),
    ).rejects.toThrow("second factor first");
  });

  test("adding or removing one needs her to have proved herself a moment ago, and ends her other sessions", async () => {
    const { desk, id, at } = await enrolled();
    const elsewhere = await rows.session(id);
    await rows.db.query(
      `UPDATE sign_in_session SET step_up_at = now() - interval '16 minutes' WHERE token_hash = $1`,
      [tokenHash(desk.token()!)],
    );
    expect(await desk.post("factors/remove", { passkeyId: null })).toMatchObject({
      status: 428,
      body: { error: "prove" },
    });
    await desk.post("prove/generator", { code: at(0) });
    expect((await desk.post("factors/remove", { passkeyId: null })).status).toBe(200);
    expect(await isLive(elsewhere)).toBe(false);
    const { rows: told } = await rows.db.query(
      `SELECT payload->>'notice' AS notice FROM outbox WHERE kind = 'account_notice' AND payload->>'userId' = $1`,
      [id],
    );
    expect(told.map((row) => row.notice)).toEqual(["factor_added", "factor_removed"]);
  });

  test("a coach cannot take away her last one", async () => {
    const practice = await rows.practice();
    const desk = browser();
    desk.jar.set("sevenstride.session", await rows.session(practice.owner.userId));
    const { body } = await desk.post("factors/generator");
    const generator = new TOTP({ secret: Secret.fromBase32(body["secret"] as string) });
    await desk.post("factors/generator/confirm", { code: generator.generate() });
    expect(await desk.post("factors/remove", { passkeyId: null })).toMatchObject({
      status: 409,
      body: { error: "last_factor" },
    });
    const { rows: still } = await rows.db.query(`SELECT 1 FROM totp WHERE user_id = $1`, [
      practice.owner.userId,
    ]);
    expect(still).toHaveLength(1);
  });
});

describe("a physio's link", () => {
  async function linked(name = "Quiet Miles", email?: string) {
    const practice = await rows.practice(name);
    const mum = await practice.mum("Mia");
    const physioId = email
      ? await rows.insert("physio", {
          practice_id: practice.id,
          name: "Pia",
          email,
          created_at: new Date().toISOString(),
        })
      : await practice.physio("Pia");
    const requestId = await mum.fact(
      "request",
      {
        kind: "assessment",
        physio_id: physioId,
        reason: "r",
        asked_on: "2026-01-01",
        due_on: "2026-01-20",
        expires_on: "2026-02-01",
      },
      "coach",
    );
    const ticket = newTicket();
    await rows.db.query(
      `INSERT INTO physio_link (id, practice_id, client_id, physio_id, request_id, token_hash, expires_at) VALUES ($1, $2, $3, $4, $5, $6, now() + interval '30 days')`,
      [randomUUID(), practice.id, mum.id, physioId, requestId, ticket.hash],
    );
    const { rows: physio } = await rows.db.query<{ email: string }>(
      `SELECT lower(email) AS email FROM physio WHERE id = $1`,
      [physioId],
    );
    return { practice, token: ticket.token, email: physio[0]!.email };
  }
  const linkLives = (token: string | undefined) =>
    withActor({ kind: "link", token: token ?? "" }, "read", (_tx, actor) =>
      Promise.resolve(actor.role),
    ).catch(() => null);

  test("the token alone opens nothing; the code to the stored address does, until the link is revoked", async () => {
    const { token, email } = await linked();
    const desk = browser();
    const { body } = await desk.post("link/open", { token });
    expect(body).toMatchObject({ state: "live", practiceName: "Quiet Miles", physioName: "Pia" });
    expect(JSON.stringify(body)).not.toContain("Mia");
    expect(desk.jar.size).toBe(0);
    await desk.post("link/code", { token });
    expect((await desk.post("link/verify", { token, code: await mailedCode(email) })).body).toEqual({
      next: "/physio/request",
    });
    expect(await linkLives(desk.jar.get("sevenstride.link"))).toBe("physio");
    await rows.db.query(`UPDATE physio_link SET revoked_at = now() WHERE token_hash = $1`, [
      tokenHash(token),
    ]);
    expect(await linkLives(desk.jar.get("sevenstride.link"))).toBeNull();
  });

  test("wrong, ended, run out or of another purpose: every token that opens nothing is answered alike", async () => {
    const [ended, over] = [await linked(), await linked()];
    await rows.db.query(`UPDATE physio_link SET revoked_at = now() WHERE token_hash = $1`, [
      tokenHash(ended.token),
    ]);
    await rows.db.query(
      `UPDATE physio_link SET expires_at = now() - interval '1 hour' WHERE token_hash = $1`,
      [tokenHash(over.token)],
    );
    const practice = await rows.practice();
    const ticket = newTicket();
    await rows.db.query(
      `INSERT INTO invitation (id, practice_id, purpose, email, name, token_hash, expires_at)
       VALUES ($1, $2, 'coach', $3, 'Mia', $4, now() + interval '14 days')`,
      [randomUUID(), practice.id, address(), ticket.hash],
    );
    const session = await rows.session(practice.owner.userId);
    const answers = [];
    // Used, and then replaced by a newer mail.
    const used = await linked();
    const hers = browser();
    await hers.post("link/code", { token: used.token });
    await hers.post("link/verify", { token: used.token, code: await mailedCode(used.email) });
    await rows.db.query(`UPDATE physio_link SET revoked_at = now() WHERE token_hash = $1`, [
      tokenHash(used.token),
    ]);
    const accepted = newTicket();
    await rows.db.query(
      `INSERT INTO invitation (id, practice_id, purpose, email, name, token_hash, expires_at, used_at)
       VALUES ($1, $2, 'client', $3, 'Mia', $4, now() + interval '14 days', now())`,
      [randomUUID(), practice.id, address(), accepted.hash],
    );
    const ofNothing = [ended, over, used, ticket, accepted].map((one) => one.token);
    for (const token of ["nobody-has-this", ...ofNothing, session]) {
      const desk = browser();
      answers.push([
        (await desk.post("link/open", { token })).whole,
        (await desk.post("link/code", { token })).whole,
        (await desk.post("link/verify", { token, code: "123456" })).whole,
      ]);
    }
    expect(answers[0]?.[0]).toContain(JSON.stringify({ state: "over" }));
    expect(answers[0]?.[1]).toContain(JSON.stringify({ error: "over" }));
    expect(new Set(answers.map((answer) => answer.join("\n"))).size).toBe(1);
  });

  test("a code that is wrong, used, run out, of another purpose or of another browser: one answer, byte for byte", async () => {
    const { token, email } = await linked();
    const asks = async () => {
      const desk = browser();
      await desk.post("link/code", { token });
      return { desk, code: await mailedCode(email) };
    };
    const wrong = await asks();
    const answers = [await wrong.desk.post("link/verify", { token, code: "2222-2222" })];
    const used = await asks();
    expect((await used.desk.post("link/verify", { token, code: used.code })).status).toBe(200);
    const again = browser();
    for (const [name, value] of used.desk.jar) again.jar.set(name, value);
    answers.push(await again.post("link/verify", { token, code: used.code }));
    const late = await asks();
    await rows.db.query(`UPDATE sign_in_code SET expires_at = now() - interval '1 second' WHERE email = $1`, [
      email,
    ]);
    answers.push(await late.desk.post("link/verify", { token, code: late.code }));
    const elsewhere = await asks();
    answers.push(await browser().post("link/verify", { token, code: elsewhere.code }));
    const other = browser();
    await other.post("code", { email });
    answers.push(await other.post("link/verify", { token, code: await mailedCode(email) }));
    expect(answers[0]).toMatchObject({ status: 422, body: { error: "wrong" } });
    expect(new Set(answers.map((answer) => answer.whole)).size).toBe(1);
  });

  test("opened five times by a scanner, the link is as it was; fifty at once with the right code: one visit", async () => {
    const { token, email } = await linked();
    for (let n = 0; n < 5; n += 1) await browser().post("link/open", { token });
    const visits = async () =>
      (
        await rows.db.query(
          `SELECT count(*)::int AS n FROM link_session s JOIN physio_link k ON k.id = s.link_id WHERE k.token_hash = $1`,
          [tokenHash(token)],
        )
      ).rows[0].n;
    expect(await visits()).toBe(0);
    const desk = browser();
    await desk.post("link/code", { token });
    const code = await mailedCode(email);
    const racers = Array.from({ length: 50 }, () => {
      const racer = browser();
      for (const [name, value] of desk.jar) racer.jar.set(name, value);
      return racer.post("link/verify", { token, code });
    });
    const statuses = (await Promise.all(racers)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(await visits()).toBe(1);
  });

  test("confirming again takes a fresh code and gives a fresh token", async () => {
    const { token, email } = await linked();
    const desk = browser();
    await desk.post("link/code", { token });
    await desk.post("link/verify", { token, code: await mailedCode(email) });
    const before = desk.jar.get("sevenstride.link");
    await desk.post("link/step-up/code");
    expect((await desk.post("link/step-up", { code: await mailedCode(email) })).body).toEqual({ done: true });
    expect(desk.jar.get("sevenstride.link")).not.toBe(before);
    expect(await linkLives(before)).toBeNull();
    expect(await linkLives(desk.jar.get("sevenstride.link"))).toBe("physio");
  });

  test("she may keep a list of all practices: an account for her proved address, by a code of these minutes and nothing less", async () => {
    const here = await linked();
    await linked("Far Practice", here.email.toUpperCase());
    const desk = browser();
    expect((await desk.post("link/keep-list")).status).toBe(401);
    await desk.post("link/code", { token: here.token });
    await desk.post("link/verify", { token: here.token, code: await mailedCode(here.email) });
    await rows.db.query(
      `UPDATE link_session SET step_up_at = now() - interval '6 minutes' WHERE token_hash = $1`,
      [tokenHash(desk.jar.get("sevenstride.link") ?? "")],
    );
    expect(await desk.post("link/keep-list")).toMatchObject({ status: 428, body: { error: "prove" } });
    expect(desk.token()).toBeNull();

    await desk.post("link/step-up/code");
    await desk.post("link/step-up", { code: await mailedCode(here.email) });
    expect((await desk.post("link/keep-list")).body).toEqual({ next: "/physio" });
    expect(desk.jar.has("sevenstride.link")).toBe(false);
    const practices = async () => {
      const physio = callerOf({ area: "physio", sessionToken: desk.token() });
      const { hasAccount, lines } = await physio.clearance.askedOfMe({});
      expect(hasAccount).toBe(true);
      return lines.map((line) => line.practice.name).toSorted((a, b) => a.localeCompare(b));
    };
    expect(await practices()).toEqual(["Far Practice", "Quiet Miles"]);
    // A practice that asks her from now on finds her; one that ends her link is gone from her list.
    await linked("New Practice", here.email);
    await rows.db.query(`UPDATE physio_link SET revoked_at = now() WHERE token_hash = $1`, [
      tokenHash(here.token),
    ]);
    expect(await practices()).toEqual(["Far Practice", "New Practice"]);
    // Somebody else's address is nobody's list.
    const other = await linked();
    const rest = await rows.db.query(`SELECT user_id FROM physio WHERE lower(email) = $1`, [other.email]);
    expect(rest.rows).toEqual([{ user_id: null }]);
  });

  test("the browser in which the practice was coached is turned away after the sign-out too; a mark is given to whoever proved herself, and opening a link gives none", async () => {
    const { practice, token, email } = await linked();
    const owner = (
      await rows.db.query<{ email: string }>(
        `UPDATE "user" SET email = lower(email) WHERE id = $1 RETURNING email`,
        [practice.owner.userId],
      )
    ).rows[0]!.email;
    const desk = browser();
    await desk.post("code", { email: owner });
    expect(desk.jar.has("sevenstride.mark")).toBe(false);
    await desk.post("verify", { code: await mailedCode(owner) });
    const mark = desk.jar.get("sevenstride.mark");
    await desk.post("sign-out");
    expect(desk.token()).toBeNull();
    // Somebody else who signs in here in between does not wash it off.
    const between = await account();
    await desk.post("code", { email: between.email });
    await desk.post("verify", { code: await mailedCode(between.email) });
    await desk.post("sign-out");
    expect(desk.jar.get("sevenstride.mark")).toBe(mark);
    expect(await desk.post("link/code", { token })).toMatchObject({
      status: 403,
      body: { error: "same_browser" },
    });
    const hers = browser();
    await hers.post("link/open", { token });
    await hers.post("link/code", { token });
    expect(hers.jar.has("sevenstride.mark")).toBe(false);
    expect((await hers.post("link/verify", { token, code: await mailedCode(email) })).status).toBe(200);
    const { rows: kept } = await rows.db.query(
      `SELECT browser_hash FROM link_session WHERE token_hash = $1 UNION ALL
       (SELECT browser_hash FROM sign_in_session WHERE user_id = $2 ORDER BY created_at DESC LIMIT 1)`,
      [tokenHash(hers.jar.get("sevenstride.link") ?? ""), practice.owner.userId],
    );
    // Hashes, and each browser its own.
    expect(kept.map((row) => row.browser_hash)).toEqual([
      tokenHash(hers.jar.get("sevenstride.mark") ?? ""),
      tokenHash(mark ?? ""),
    ]);
  });

  test("the browser in which the practice is coached is turned away", async () => {
    const { practice, token } = await linked();
    const desk = browser();
    desk.jar.set("sevenstride.session", await rows.session(practice.owner.userId));
    expect(await desk.post("link/code", { token })).toMatchObject({
      status: 403,
      body: { error: "same_browser" },
    });
    const stranger = browser();
    stranger.jar.set("sevenstride.session", await rows.session((await rows.practice()).owner.userId));
    expect((await stranger.post("link/code", { token })).status).toBe(200);
  });
});

test("given a host of somebody else in every header that can name one, then no mail leads there", async () => {
  const { email } = await account();
  const evil = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "host=evil.example",
    referer: "https://evil.example/",
  };
  const desk = browser(evil);
  await desk.post("code", { email });
  await desk.post("sign-up", { email: address(), name: "Nora", practiceName: "Quiet Miles" });
  const { rows: jobs } = await rows.db.query<Waiting>(
    `SELECT o.id, o.kind, o.payload FROM outbox o WHERE o.kind = 'sign_in_code' ORDER BY o.created_at DESC LIMIT 2`,
  );
  const letters = await Promise.all(jobs.map(compose));
  const whole = letters.map((one) => (one ? asText(one.letter) + asHtml(one.letter) : "")).join();
  expect(whole).toContain(`${ORIGIN}/sign-in#code=`);
  expect(whole).not.toContain("evil");
  expect(whole.match(/https?:\/\/[^/"\s]+/g)?.filter((one) => one !== ORIGIN)).toEqual([]);
});

describe("where next-auth sends a browser", () => {
  test.each(["//evil.example", "javascript:alert(1)", "\\\\evil.example", "https://evil.example", "/me"])(
    "asked for %j, to our own page and nowhere else",
    async (url) => {
      const { callbacks, providers } = authOptions();
      const baseUrl = "https://evil.example";
      expect(await callbacks?.redirect?.({ url, baseUrl })).toBe(`${env().APP_URL}/signed-out`);
      expect(providers).toEqual([]);
    },
  );
});

test("outside a demo there is no one-click sign-in", async () => {
  expect((await browser().post("demo", { as: "coach" })).status).toBe(404);
});

test("the doorman's client sees no tenant's rows", async () => {
  await expect(databases().auth.$queryRaw`SELECT 1 FROM client`).rejects.toThrow("permission denied");
});
