import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearedMum, dayFromNow, openRows, type Rows } from "../../test/rows.ts";
import { compose } from "../mail/compose.ts";
import { openText } from "../sealed-text.ts";
import { closeDatabases } from "../db/pools.ts";
import { withActor } from "../db/with-actor.ts";
import {
  type Caller,
  callerOf,
  linkSession,
  linkToken,
  ready,
  refusalOf,
  sha256,
} from "../../test/physio-road.ts";

let rows: Rows;
let practice: Awaited<ReturnType<Rows["practice"]>>;
let coach: Caller;
beforeAll(async () => {
  rows = await openRows();
  practice = await rows.practice();
  coach = callerOf({ area: "coach", sessionToken: await rows.session(practice.owner.userId) });
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

const ask = (clientId: string, physioId: string, changes: object = {}) => ({
  key: randomUUID(),
  clientId,
  physioId,
  kind: "assessment" as const,
  reason: "First look, five weeks after birth",
  dueOn: dayFromNow(7) as never,
  ...changes,
});
const jobs = async (requestId: string) =>
  (
    await rows.db.query<{ sealed: string }>(
      `SELECT o.payload->>'sealed' AS sealed FROM outbox o JOIN physio_link l ON l.id::text = o.payload->>'linkId'
        WHERE o.kind = 'physio_request' AND l.request_id = $1 ORDER BY o.created_at`,
      [requestId],
    )
  ).rows.map((row) => openText(row.sealed));
const links = async (requestId: string) =>
  (await rows.db.query(`SELECT * FROM physio_link WHERE request_id = $1 ORDER BY created_at`, [requestId]))
    .rows;

describe("a coach asks a physio", () => {
  test("given a mum after her intake, then one request, one link whose secret only the mail holds, and a line in the list", async () => {
    const mum = await ready(rows, practice);
    const physioId = await practice.physio("Pia");
    const { requestId } = await coach.clearance.request(ask(mum.id, physioId));
    const [token = ""] = await jobs(requestId);
    const [link] = await links(requestId);
    expect(token).toHaveLength(43);
    expect(link.token_hash.equals(sha256(token))).toBe(true);
    const { client_id, physio_id, request_id, created_at, expires_at } = link;
    expect([client_id, physio_id, request_id]).toEqual([mum.id, physioId, requestId]);
    expect(Math.round((expires_at - created_at) / 86_400_000)).toBe(14);
    const dump =
      await rows.db.query(`SELECT string_agg(x::text, '') AS all FROM (SELECT to_jsonb(l) AS x FROM physio_link l
      UNION ALL SELECT to_jsonb(a) FROM audit_event a UNION ALL SELECT to_jsonb(k) FROM idempotency_key k UNION ALL SELECT to_jsonb(r) FROM request r UNION ALL SELECT to_jsonb(o) FROM outbox o) t`);
    expect(dump.rows[0].all).not.toContain(token);
    expect(await coach.clearance.requests({ clientId: mum.id })).toMatchObject([
      {
        requestId,
        state: "sent",
        waitingDays: 0,
        remindNow: false,
        physio: { id: physioId },
        askedBy: "owner",
      },
    ]);
  });

  test("given the same press twice, then one request and one mail; a second request to the same physio is refused", async () => {
    const mum = await ready(rows, practice);
    const physioId = await practice.physio("Pia");
    const press = ask(mum.id, physioId);
    expect(await coach.clearance.request(press)).toEqual(await coach.clearance.request(press));
    expect(await jobs(press.key)).toHaveLength(1);
    expect(await refusalOf(coach.clearance.request(ask(mum.id, physioId)))).toBe("request_already_open");
  });

  test.each([
    [
      "a mum who has not filled her intake",
      "intake_missing",
      async () => ({ mum: await practice.mum("New"), physio: await practice.physio("Pia") }),
    ],
    [
      "a mum of another practice",
      "NOT_FOUND",
      async () => ({
        mum: await ready(rows, await rows.practice("There")),
        physio: await practice.physio("Pia"),
      }),
    ],
    [
      "a physio of another practice",
      "NOT_FOUND",
      async () => ({
        mum: await ready(rows, practice),
        physio: await (await rows.practice("There")).physio("Far"),
      }),
    ],
  ])("given %s, then %s", async (_, refusal, make) => {
    const { mum, physio } = await make();
    expect(await refusalOf(coach.clearance.request(ask(mum.id, physio)))).toBe(refusal);
  });

  test.each([
    ["her own address", (email: string) => email],
    ["her address in capitals with a tag", (email: string) => email.toUpperCase().replace("@", "+physio@")],
  ])("given a 'physio' at %s, then it is refused", async (_, alias) => {
    const mum = await ready(rows, practice);
    const { rows: owner } = await rows.db.query<{ email: string }>(`SELECT email FROM member WHERE id = $1`, [
      practice.owner.id,
    ]);
    const physioId = await practice.physio("Alias");
    await rows.db.query(`UPDATE physio SET email = $1 WHERE id = $2`, [
      alias(owner[0]?.email ?? ""),
      physioId,
    ]);
    expect(await refusalOf(coach.clearance.request(ask(mum.id, physioId)))).toBe("physio_is_member");
    await rows.db.query(`DELETE FROM physio WHERE id = $1`, [physioId]);
  });

  test("given a due day that has passed or does not exist, then a refusal at the field", async () => {
    const mum = await ready(rows, practice);
    const physioId = await practice.physio("Pia");
    expect(await refusalOf(coach.clearance.request(ask(mum.id, physioId, { dueOn: dayFromNow(-2) })))).toBe(
      "day_in_past",
    );
    expect(await refusalOf(coach.clearance.request(ask(mum.id, physioId, { dueOn: "2026-02-30" })))).toBe(
      "BAD_REQUEST",
    );
  });

  test("given heaviness after a sign-off, then one look has the letter: to her physio, soon, with the last 14 days as far as she shares them", async () => {
    const mum = await clearedMum(rows, practice);
    await mum.confirm();
    await mum.credential();
    await mum.fact("symptom_check", {
      moment: "after",
      day: dayFromNow(-1),
      findings: [{ kind: "symptom", symptom: "heaviness" }],
    });
    const before = await coach.clearance.beforeRequest({ clientId: mum.id });
    expect(before).toMatchObject({
      kind: "symptom",
      herPhysioId: mum.physioId,
      because: { trigger: "pelvic_symptom", symptom: null, on: dayFromNow(-1) },
      dueOn: dayFromNow(7),
      symptoms: null,
    });
    expect(JSON.stringify(before)).not.toContain("heaviness");
    await mum.fact("consent", { purpose: "share_symptoms", given: true, wording_version: "1" });
    expect(await coach.clearance.beforeRequest({ clientId: mum.id })).toMatchObject({
      because: { symptom: "heaviness" },
      symptoms: { checks: [{ moment: "after", findings: [{ symptom: "heaviness" }] }] },
      plan: null,
    });
  });

  test("given she is asked about a symptom, then a week later the days that brought it are still on her page; for a re-check they are not", async () => {
    for (const [kind, daysBack] of [
      ["symptom", 21],
      ["recheck", 14],
    ] as const) {
      const mum = await ready(rows, practice, ["share_symptoms"]);
      const told = (days: number) => ({
        moment: "after",
        day: dayFromNow(-days),
        findings: [{ kind: "symptom", symptom: "heaviness" }],
      });
      for (const days of [13, 16]) await mum.fact("symptom_check", told(days));
      const { requestId } = await coach.clearance.request(
        ask(mum.id, await practice.physio("Pia"), { kind }),
      );
      const physio = callerOf({
        area: "physio",
        linkToken: await linkToken(rows, requestId),
        now: new Date(Date.now() + 7 * 86_400_000),
      });
      const view = await physio.clearance.forPhysio({});
      expect({ kind: view.request.kind, daysBack: view.daysBack }).toEqual({ kind, daysBack });
      expect(view.symptoms?.checks.map((check) => check.day)).toEqual(
        kind === "symptom" ? [dayFromNow(-13)] : [],
      );
    }
  });

  test("given what she shares and what her body said, then the request is half written", async () => {
    const mum = await ready(rows, practice, ["share_birth", "share_tests"]);
    const before = await coach.clearance.beforeRequest({ clientId: mum.id });
    expect(before).toMatchObject({
      kind: "assessment",
      because: null,
      sharing: { birth: true, symptoms: false, tests: true, plan: false },
    });
    expect(await refusalOf(coach.clearance.beforeRequest({ clientId: randomUUID() }))).toBe("NOT_FOUND");
  });
});

describe("a mum asks a physio herself", () => {
  const pia = () => ({
    name: "Pia",
    email: `pia-${randomUUID().slice(0, 8)}@clinic.example`,
    clinic: null,
  });
  const her = (mum: Awaited<ReturnType<typeof ready>>) =>
    rows.session(mum.userId).then((sessionToken) => callerOf({ area: "client", sessionToken }));
  const wish = (physio: object, changes: object = {}) => ({
    key: randomUUID(),
    physio: physio as never,
    kind: "assessment" as const,
    reason: "I would like to run again",
    dueOn: dayFromNow(14) as never,
    ...changes,
  });

  test("given a name and an address, then one request by her hand, one link, and her coach sees it", async () => {
    const mum = await ready(rows, practice);
    const me = await her(mum);
    const press = wish(pia());
    expect(await me.clearance.beforeAsking({})).toMatchObject({ kind: "assessment", physios: [] });
    const { requestId } = await me.clearance.ask(press);
    expect(await me.clearance.ask(press)).toEqual({ requestId });
    expect(await jobs(requestId)).toHaveLength(1);
    expect(await coach.clearance.requests({ clientId: mum.id })).toMatchObject([
      { requestId, state: "sent", askedBy: "client", physio: { name: "Pia" } },
    ]);
    const physio = await linkSession(rows, requestId);
    expect((await physio.clearance.forPhysio({})).request).toMatchObject({ askedBy: "Mere", state: "sent" });
    // Now she is one of those who were asked about her: open, so not to be asked again.
    expect((await me.clearance.beforeAsking({})).physios).toMatchObject([
      { name: "Pia", hasOpenRequest: true },
    ]);
    expect(await refusalOf(me.clearance.ask(wish(press.physio)))).toBe("request_already_open");
  });

  test("given she changes her mind, then it is hers to send again once a day and to take back, and it says where it stands", async () => {
    const mum = await ready(rows, practice);
    const me = await her(mum);
    const { requestId } = await me.clearance.ask(wish(pia()));
    const physio = await linkSession(rows, requestId);
    const mine = async () => (await me.clearance.mine({})).requests;
    expect(await mine()).toMatchObject([{ requestId, isMine: true, state: "sent", steps: [] }]);
    await me.clearance.sendMineAgain({ key: randomUUID(), requestId });
    expect(new Set(await jobs(requestId)).size).toBe(2);
    expect(await refusalOf(physio.clearance.forPhysio({}))).toBe("UNAUTHORIZED");
    expect(await refusalOf(me.clearance.sendMineAgain({ key: randomUUID(), requestId }))).toBe(
      "reminded_today",
    );
    const again = await linkSession(rows, requestId);
    await again.clearance.opened({ key: randomUUID(), requestId });
    expect(await mine()).toMatchObject([
      { state: "opened", remindOn: dayFromNow(7), steps: [{ step: "reminded" }, { step: "opened" }] },
    ]);
    await me.clearance.cancelMine({ key: randomUUID(), requestId });
    expect(await refusalOf(again.clearance.forPhysio({}))).toBe("UNAUTHORIZED");
    expect(await mine()).toMatchObject([{ state: "cancelled", remindOn: null }]);
    expect(await coach.clearance.requests({ clientId: mum.id })).toMatchObject([{ state: "cancelled" }]);
  });

  test("given one who asks and asks, then six letters leave in a day, the seventh leaves nothing behind, and another mum may", async () => {
    const mum = await ready(rows, practice);
    const me = await her(mum);
    for (let n = 0; n < 6; n += 1) await me.clearance.ask(wish(pia()));
    const seventh = wish(pia());
    expect(await refusalOf(me.clearance.ask(seventh))).toBe("asked_enough");
    const [first] = (await me.clearance.mine({})).requests;
    const again = { key: randomUUID(), requestId: first?.requestId ?? "" };
    expect(await refusalOf(me.clearance.sendMineAgain(again))).toBe("asked_enough");
    const { rows: left } = await rows.db.query(
      `SELECT (SELECT count(*)::int FROM physio_link WHERE client_id = $1) AS links, (SELECT count(*)::int FROM request_step WHERE client_id = $1) AS steps,
              (SELECT count(*)::int FROM physio WHERE email = $2) AS noted`,
      [mum.id, (seventh.physio as { email?: string }).email],
    );
    expect(left).toEqual([{ links: 6, steps: 0, noted: 0 }]);
    expect(await refusalOf((await her(await ready(rows, practice))).clearance.ask(wish(pia())))).toBe("done");
  });

  test("given what her coach asked, another's request and SQL in her name, then none of them is hers to end", async () => {
    const mum = await ready(rows, practice);
    const me = await her(mum);
    const theirs = await (await her(await ready(rows, practice))).clearance.ask(wish(pia()));
    const coachs = await coach.clearance.request(ask(mum.id, await practice.physio("Pia")));
    expect((await me.clearance.mine({})).requests).toMatchObject([{ ...coachs, isMine: false }]);
    for (const { requestId } of [coachs, theirs]) {
      expect(await refusalOf(me.clearance.cancelMine({ key: randomUUID(), requestId }))).toBe("NOT_FOUND");
      expect(await refusalOf(me.clearance.sendMineAgain({ key: randomUUID(), requestId }))).toBe("NOT_FOUND");
      const hers = {
        kind: "session",
        token: await rows.session(mum.userId),
        as: "client",
        practiceId: null,
      } as const;
      await withActor(hers, "write", (tx) =>
        tx.physioLink.updateMany({ where: { requestId }, data: { revokedAt: new Date() } }),
      );
      expect((await links(requestId)).map((link) => link.revoked_at)).toEqual([null]);
    }
  });

  test("given the mail to the physio, then it says who asked: the coach who did, or a client and no coach; never the mum's name", async () => {
    const mum = await ready(rows, practice);
    const cora = await practice.member("coach", "Cora");
    const byCora = callerOf({ area: "coach", sessionToken: await rows.session(cora.userId) });
    const asked = [
      await byCora.clearance.request(ask(mum.id, await practice.physio("Pia"))),
      await (await her(mum)).clearance.ask(wish(pia())),
    ];
    const letters = await Promise.all(
      asked.map(async ({ requestId }) => {
        const { rows: jobs } = await rows.db.query(
          `SELECT o.id, o.kind, o.payload FROM outbox o JOIN physio_link l ON l.id::text = o.payload->>'linkId' WHERE l.request_id = $1`,
          [requestId],
        );
        const letter = (await compose(jobs[0]))?.letter;
        return `${letter?.subject} / ${letter?.paragraphs[0]}`;
      }),
    );
    expect(letters[0]).toMatch(/^A request from Cora \/ Cora at /);
    expect(letters[1]).toMatch(
      /^A request from a client of .* \/ A client of .*, whom you see, asks you herself for/,
    );
    expect(letters[1]).not.toMatch(/Cora|Owner|coach/i);
    for (const letter of letters) expect(letter).not.toContain("Mere");
  });

  test("given a physio the practice knows, then she is that one; by an id she was never told, nobody", async () => {
    const mum = await ready(rows, practice);
    const me = await her(mum);
    const known = pia();
    const { physioId } = await coach.practice.addPhysio({ key: randomUUID(), ...known });
    expect(await refusalOf(me.clearance.ask(wish({ physioId })))).toBe("NOT_FOUND");
    await me.clearance.ask(wish({ ...known, name: "Somebody else" }));
    expect(await coach.clearance.requests({ clientId: mum.id })).toMatchObject([
      { physio: { id: physioId, name: "Pia" } },
    ]);
  });

  test("given her own address or her coach's, however written, then it is refused and nobody is noted", async () => {
    const mum = await ready(rows, practice);
    const me = await her(mum);
    const addresses = await rows.db.query<{ hers: string; coachs: string }>(
      `SELECT u.email AS hers, m.email AS coachs FROM "user" u, member m WHERE u.id = $1 AND m.id = $2`,
      [mum.userId, practice.owner.id],
    );
    const { hers = "", coachs = "" } = addresses.rows[0] ?? {};
    const alias = (email: string) => email.toUpperCase().replace("@", "+pelvic@");
    for (const [email, code] of [
      [alias(hers), "physio_is_client"],
      [alias(coachs), "physio_is_member"],
    ] as const)
      expect(await refusalOf(me.clearance.ask(wish({ ...pia(), email })))).toBe(code);
    const { rows: noted } = await rows.db.query(`SELECT 1 FROM physio WHERE email LIKE '%+pelvic@%'`);
    expect(noted).toEqual([]);
  });

  test("given SQL in her name, then a link to a request she did not make is refused", async () => {
    const mum = await ready(rows, practice);
    const physioId = await practice.physio("Pia");
    const { requestId } = await coach.clearance.request(ask(mum.id, physioId));
    const token = await rows.session(mum.userId);
    const hers = { kind: "session", token, as: "client", practiceId: null } as const;
    const forged = withActor(hers, "write", (tx) =>
      tx.physioLink.create({
        data: {
          id: randomUUID(),
          practiceId: practice.id,
          clientId: mum.id,
          physioId,
          requestId,
          tokenHash: randomBytes(32),
          expiresAt: new Date(Date.now() + 60_000),
        },
      }),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe("a request on its way", () => {
  const open = async () => {
    const mum = await ready(rows, practice);
    const { requestId } = await coach.clearance.request(ask(mum.id, await practice.physio("Pia")));
    return { mum, requestId };
  };

  test("given sent again, then a new secret, the old link ended, and the reminder is on record", async () => {
    const { mum, requestId } = await open();
    const physio = await linkSession(rows, requestId);
    await coach.clearance.sendAgain({ key: randomUUID(), requestId });
    const sent = await jobs(requestId);
    expect(new Set(sent).size).toBe(2);
    expect((await links(requestId)).filter((link) => link.revoked_at === null)).toHaveLength(1);
    expect(await refusalOf(physio.clearance.forPhysio({}))).toBe("UNAUTHORIZED");
    const steps = await rows.db.query(`SELECT step FROM request_step WHERE client_id = $1`, [mum.id]);
    expect(steps.rows).toEqual([{ step: "reminded" }]);
  });

  test("given cancelled, then her open page stops working at once and it cannot be sent again", async () => {
    const { requestId } = await open();
    const physio = await linkSession(rows, requestId);
    expect((await physio.clearance.forPhysio({})).request.state).toBe("sent");
    await coach.clearance.cancelRequest({ key: randomUUID(), requestId });
    expect(await refusalOf(physio.clearance.forPhysio({}))).toBe("UNAUTHORIZED");
    expect(await refusalOf(coach.clearance.sendAgain({ key: randomUUID(), requestId }))).toBe(
      "link_not_sendable",
    );
    expect(await coach.clearance.requests({})).toContainEqual(
      expect.objectContaining({ requestId, state: "cancelled" }),
    );
  });

  test("given opened, then both see it once; given declined, then it is closed", async () => {
    const { mum, requestId } = await open();
    const physio = await linkSession(rows, requestId);
    for (let n = 0; n < 3; n += 1) await physio.clearance.opened({ key: randomUUID(), requestId });
    expect(await coach.clearance.requests({ clientId: mum.id })).toMatchObject([{ state: "opened" }]);
    await physio.clearance.decline({ key: randomUUID(), requestId });
    expect(await coach.clearance.requests({ clientId: mum.id })).toMatchObject([
      { state: "declined", remindNow: false },
    ]);
  });

  test("given another practice's coach, then the request is not there", async () => {
    const { requestId } = await open();
    const there = await rows.practice("There");
    const stranger = callerOf({ area: "coach", sessionToken: await rows.session(there.owner.userId) });
    expect(await stranger.clearance.requests({})).toEqual([]);
    for (const work of [
      stranger.clearance.cancelRequest({ key: randomUUID(), requestId }),
      stranger.clearance.sendAgain({ key: randomUUID(), requestId }),
    ])
      expect(await refusalOf(work)).toBe("NOT_FOUND");
  });
});
