import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MEASURE_SCALES } from "../../domain/clearance/measures.ts";
import { dayFromNow, openRows, type Rows } from "../../test/rows.ts";
import { closeDatabases, databases } from "../db/pools.ts";
import { check } from "../../../scripts/verify-sign-off.mjs";
import {
  type Caller,
  callerOf,
  letterIn,
  linkSession,
  linkToken,
  ready,
  refusalOf,
  sha256,
  signing,
} from "../../test/physio-road.ts";

let rows: Rows;
let practice: Awaited<ReturnType<Rows["practice"]>>;
let coach: Caller;
let mum: Awaited<ReturnType<typeof ready>>;
let physioId: string;
let requestId: string;
let physio: Caller;

beforeAll(async () => {
  rows = await openRows();
  practice = await rows.practice();
  coach = callerOf({ area: "coach", sessionToken: await rows.session(practice.owner.userId) });
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

async function asked(shares: readonly string[] = []) {
  const client = await ready(rows, practice, shares);
  const id = await practice.physio("Pia");
  const request = await coach.clearance.request({
    key: randomUUID(),
    clientId: client.id,
    physioId: id,
    kind: "assessment",
    reason: "Heaviness on long walks",
    dueOn: dayFromNow(7),
  });
  return { client, id, requestId: request.requestId };
}
beforeEach(async () => {
  const made = await asked();
  [mum, physioId, requestId] = [made.client, made.id, made.requestId];
  physio = await linkSession(rows, requestId);
});

const count = async (table: string) =>
  Number(
    (await rows.db.query(`SELECT count(*) AS n FROM ${table} WHERE client_id = $1`, [mum.id])).rows[0].n,
  );
const canRun = async () =>
  (await rows.db.query<{ ok: boolean }>(`SELECT app.can_run($1, current_date) AS ok`, [mum.id])).rows[0]?.ok;

const letterOf = (clientId: string, request: string, by: string, text: string) =>
  letterIn(rows, practice.id, { clientId, requestId: request, physioId: by }, text);

/** The exported sign-off as it lies on a physio's desk. */
const exported = async (clearanceId: string) =>
  JSON.stringify(await physio.clearance.export({ clearanceId }));

describe("what a physio sees", () => {
  test("given no consent, then who asks and why, and each category as not shared; given consent, then that one only", async () => {
    const view = await physio.clearance.forPhysio({});
    expect(view).toMatchObject({
      client: { name: "Mere" },
      request: { id: requestId, reason: "Heaviness on long walks", askedBy: "Olive", state: "sent" },
      birth: null,
      symptoms: null,
      tests: null,
      plan: null,
    });
    expect(JSON.stringify(view)).not.toContain("CANARY-INTAKE");
    await mum.fact("consent", { purpose: "share_birth", given: true, wording_version: "1" });
    const now = await physio.clearance.forPhysio({});
    expect(now.birth).toMatchObject({ daysSince: 100, tear: "second", herWords: "CANARY-INTAKE" });
    expect([now.symptoms, now.tests, now.plan]).toEqual([null, null, null]);
    await mum.fact("consent", { purpose: "share_birth", given: false, wording_version: "1" });
    expect((await physio.clearance.forPhysio({})).birth).toBeNull();
  });

  test("given all four consents, then symptoms, tests, plan and load of the last 14 days", async () => {
    for (const purpose of ["share_birth", "share_symptoms", "share_tests", "share_plan"])
      await mum.fact("consent", { purpose, given: true, wording_version: "1" });
    await mum.fact("symptom_check", {
      moment: "any_time",
      day: dayFromNow(-3),
      findings: [{ kind: "symptom", symptom: "heaviness" }],
    });
    await mum.fact("symptom_check", { moment: "before", day: dayFromNow(-2), findings: [] });
    await mum.fact("session_log", {
      kind: "walking",
      done_on: dayFromNow(-2),
      minutes_total: 25,
      minutes_run: 0,
      minutes_walk: 25,
      effort: 4,
      completion: "as_planned",
    });
    const result = { test: "single_leg_calf_raise", incomplete: null, symptoms: [] };
    await mum.fact("battery_run", {
      battery: "strength",
      version: 1,
      done_on: dayFromNow(-3),
      results: [
        { ...result, side: "left", value: 21 },
        { ...result, side: "right", value: 14 },
      ],
    });
    const view = await physio.clearance.forPhysio({});
    expect(view.symptoms).toMatchObject({ clear: 1, checks: [{ findings: [{ symptom: "heaviness" }] }] });
    const perSide = view.tests?.flatMap((run) =>
      run.results.map(({ test, side, value }) => [test, side, value]),
    );
    expect(perSide).toEqual([
      ["single_leg_calf_raise", "left", 21],
      ["single_leg_calf_raise", "right", 14],
    ]);
    expect(view.plan).toMatchObject({
      goal: { daysPerWeek: 3 },
      load: [{ minutesTotal: 25, kind: "walking" }],
    });
  });

  test("given she looked, then the trail says so, about this mum", async () => {
    await physio.clearance.forPhysio({});
    await mum.fact("consent", { purpose: "share_birth", given: true, wording_version: "1" });
    await physio.clearance.forPhysio({});
    const events = await rows.db.query(
      `SELECT actor_kind, actor_id, data FROM audit_event WHERE client_id = $1 AND action = 'read.clearance.forPhysio' ORDER BY seq`,
      [mum.id],
    );
    const about = { actor_kind: "physio", actor_id: physioId };
    expect(events.rows).toEqual([
      { ...about, data: { seen: [] } },
      { ...about, data: { seen: ["birth"] } },
    ]);
  });

  test("given her list, then the requests she has a live link to; given an account, then the same", async () => {
    const user = await rows.user("Pia");
    await rows.db.query(`UPDATE physio SET user_id = $1 WHERE id = $2`, [user, physioId]);
    const signedIn = callerOf({ area: "physio", sessionToken: await rows.session(user) });
    for (const who of [physio, signedIn])
      expect((await who.clearance.askedOfMe({})).lines).toMatchObject([
        { requestId, clientName: "Mere", state: "sent", canOpen: true },
      ]);
    expect((await signedIn.clearance.forPhysio({ requestId })).client.name).toBe("Mere");
    expect(await refusalOf(signedIn.clearance.forPhysio({}))).toBe("NOT_FOUND");
  });

  test("given another request's id, then it is not there", async () => {
    const other = await asked();
    expect(await refusalOf(physio.clearance.forPhysio({ requestId: other.requestId }))).toBe("NOT_FOUND");
    expect(await refusalOf(physio.clearance.sign(signing(other.requestId)))).toBe("NOT_FOUND");
    expect(await refusalOf(physio.clearance.opened({ key: randomUUID(), requestId: randomUUID() }))).toBe(
      "NOT_FOUND",
    );
  });
});

describe("she signs", () => {
  test("given findings, a decision and a letter, then both facts, sealed, the request answered, the mum told; running stays locked", async () => {
    const letter = await letterOf(mum.id, requestId, physioId, "%PDF-1.7 cleared");
    const form = signing(requestId, { documents: [letter] });
    const { clearanceId, passportCode } = await physio.clearance.sign(form);
    expect(passportCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const { record } = await physio.clearance.export({ clearanceId });
    expect(check(await exported(clearanceId))).toMatchObject({ intact: true });
    expect(record.documents).toEqual([{ id: letter.id, received: letter.sha256, shown: letter.sha256 }]);
    expect(record.signer).toEqual({ ...form.signer });
    const { rows: visit } = await rows.db.query(
      `SELECT s.id AS session, s.link_id AS "linkId" FROM link_session s JOIN physio_link k ON k.id = s.link_id WHERE k.request_id = $1`,
      [requestId],
    );
    expect(record.authority).toEqual({ requestId, linkId: visit[0]?.linkId, consents: [] });
    expect(record.how).toMatchObject({ session: visit[0]?.session, by: "link", confirmedBy: "code" });
    expect(Date.now() - Date.parse(record.how?.confirmedAt ?? "")).toBeLessThan(300_000);
    expect(Object.values(record.shown ?? {}).map((hash) => hash.length)).toEqual([64, 64]);
    const view = await physio.clearance.forPhysio({});
    expect(view.request.state).toBe("answered");
    expect(view.signed).toMatchObject([
      { clearanceId, passportCode, saw: null, withdrawnOn: null, isNewest: true },
    ]);
    expect(view.lastAssessment).toMatchObject({ findings: "CANARY-FINDINGS" });
    const told = await rows.db.query(
      `SELECT payload->>'notice' AS notice FROM outbox WHERE kind = 'notice' AND payload->>'clientId' = $1 ORDER BY 1`,
      [mum.id],
    );
    expect(told.rows.map((row) => row.notice)).toEqual(
      expect.arrayContaining(["clearance_signed", "document_arrived"]),
    );
    expect(await canRun()).toBe(false);
  });

  test("given the mum's yes and the owner's look into the register, only then running may open", async () => {
    const form = signing(requestId);
    const { clearanceId } = await physio.clearance.sign(form);
    await mum.fact("clearance_confirmation", { clearance_id: clearanceId, saw: true });
    expect(await canRun()).toBe(false);
    await rows.insert("credential_check", {
      practice_id: practice.id,
      physio_id: physioId,
      recorded_by_kind: "owner",
      registration_number: form.signer.registrationNumber,
      checked_on: dayFromNow(0),
      valid_until: dayFromNow(100),
      found: true,
      register: "https://register.example",
      evidence: "seen",
    });
    expect(await canRun()).toBe(true);
    const { record } = await physio.clearance.export({ clearanceId });
    const passport = async () =>
      (await databases().authPool.query(`SELECT * FROM app.passport($1)`, [record.clearance.passportCode]))
        .rows;
    expect(await passport()).toMatchObject([{ valid: true, signer_name: "Pia Physio" }]);
    expect(Object.keys((await passport())[0] ?? {})).toEqual([
      "valid",
      "signer_name",
      "signer_title",
      "scope",
      "review_by",
    ]);
    await physio.clearance.withdraw({ key: randomUUID(), clearanceId, reason: "New symptoms" });
    expect(await canRun()).toBe(false);
    expect(await passport()).toMatchObject([{ valid: false }]);
    expect((await physio.clearance.forPhysio({})).signed).toMatchObject([{ withdrawnOn: dayFromNow(0) }]);
  });

  test("given a physio whom the register knew before she ever signed for this mum, then nobody is told to look her up", async () => {
    const { signer, ...form } = signing(requestId);
    await rows.insert("credential_check", {
      practice_id: practice.id,
      physio_id: physioId,
      recorded_by_kind: "owner",
      registration_number: signer.registrationNumber,
      checked_on: dayFromNow(-9),
      valid_until: dayFromNow(100),
      found: true,
      register: "register",
      evidence: "seen",
    });
    await physio.clearance.sign({ ...form, signer });
    const { rows: kept } = await rows.db.query<{ codes: string[] }>(
      `SELECT array(SELECT r->>'code' FROM jsonb_array_elements(lock_reasons || reasons) r) AS codes
         FROM client_status WHERE client_id = $1`,
      [mum.id],
    );
    expect(kept[0]?.codes).toContain("clearance_awaits_mum");
    expect(kept[0]?.codes).not.toContain("clearance_awaits_credential");
    expect(kept[0]?.codes).not.toContain("credential_to_check");
  });

  test("given not yet, then no scope, no conditions, and the request is answered all the same", async () => {
    const form = signing(requestId);
    const notYet = { ...form.clearance, decision: "not_yet" as const, scope: [], conditions: [] };
    await physio.clearance.sign({ ...form, clearance: notYet });
    expect(await count("clearance")).toBe(1);
    expect(
      await refusalOf(
        physio.clearance.sign({ ...signing(requestId), clearance: { ...notYet, scope: ["walk"] } }),
      ),
    ).toBe("scope_not_expected");
  });

  test("given the same press twice, then one sign-off; given an amended one, then the newest counts and names the older", async () => {
    const form = signing(requestId);
    expect(await physio.clearance.sign(form)).toEqual(await physio.clearance.sign(form));
    expect(await count("clearance")).toBe(1);
    const again = signing(requestId, { signer: form.signer });
    const { clearanceId } = await physio.clearance.sign(again);
    const { record } = await physio.clearance.export({ clearanceId });
    expect(record.clearance.supersedesId).toBe(form.key);
    expect((await physio.clearance.forPhysio({})).signed.map((row) => row.isNewest)).toEqual([true, false]);
  });

  test("given a physio with an account who takes a sign-off away, then the trail says so of the mum it is about, not of another of hers", async () => {
    const { clearanceId } = await physio.clearance.sign(signing(requestId));
    const other = await asked();
    const userId = await rows.user("Pia");
    await rows.db.query(
      `UPDATE physio SET user_id = $1, email = 'pia.' || id || '@clinic.example' WHERE id = $2`,
      [userId, physioId],
    );
    const account = callerOf({
      area: "physio",
      sessionToken: await rows.session(userId),
      practiceId: practice.id,
    });
    await account.clearance.export({ clearanceId });
    expect(
      await refusalOf(account.clearance.export({ clearanceId, requestId: other.requestId } as never)),
    ).toBe("BAD_REQUEST");
    const { rows: events } = await rows.db.query(
      `SELECT client_id, actor_kind AS by, actor_id FROM audit_event WHERE action = 'read.clearance.export' AND practice_id = $1 ORDER BY at DESC LIMIT 1`,
      [practice.id],
    );
    expect(events).toEqual([{ client_id: mum.id, by: "physio", actor_id: physioId }]);
  });

  test("given numbers on their scales, then they are sealed, hers to carry forward and the mum's to read", async () => {
    const measures = {
      scales: MEASURE_SCALES,
      values: { oxford_left: 3, popq_ba: -1.5, tone: "high" },
    } as const;
    const form = signing(requestId);
    const { clearanceId } = await physio.clearance.sign({
      ...form,
      assessment: { ...form.assessment, measures },
    });
    expect((await physio.clearance.forPhysio({})).lastAssessment).toMatchObject({ measures });
    const herself = callerOf({ area: "client", sessionToken: await rows.session(mum.userId) });
    expect((await herself.clearance.mine({})).assessments).toMatchObject([{ measures }]);
    expect(JSON.stringify(await herself.clearance.export({ clearanceId }))).toBe(await exported(clearanceId));
    expect(await refusalOf(coach.clearance.export({ clearanceId }))).toBe("NOT_FOUND");
    // Whoever owns the database can change a number; the seal shows it.
    await rows.db.query(`SET session_replication_role = replica`);
    await rows.db.query(
      `UPDATE assessment SET measures = jsonb_set(measures, '{values,oxford_left}', '5') WHERE client_id = $1`,
      [mum.id],
    );
    await rows.db.query(`SET session_replication_role = DEFAULT`);
    expect(check(await exported(clearanceId))).toMatchObject({ intact: false });
    const beyond = { scales: MEASURE_SCALES, values: { oxford_left: 6 } } as const;
    const again = signing(requestId, { assessment: { ...form.assessment, measures: beyond } });
    expect(await refusalOf(physio.clearance.sign(again))).toBe("BAD_REQUEST");
  });

  const wrong: [string, string, (form: ReturnType<typeof signing>) => object][] = [
    [
      "an assessment dated tomorrow",
      "day_in_future",
      (f) => ({ assessment: { ...f.assessment, assessedOn: dayFromNow(2) } }),
    ],
    [
      "an assessment from before the birth",
      "day_before_birth",
      (f) => ({ assessment: { ...f.assessment, assessedOn: dayFromNow(-120) } }),
    ],
    [
      "an assessment older than two months",
      "too_long_ago",
      (f) => ({ assessment: { ...f.assessment, assessedOn: dayFromNow(-70) } }),
    ],
    [
      "conditions promised and none named",
      "conditions_missing",
      (f) => ({ clearance: { ...f.clearance, conditions: [] } }),
    ],
    ["no scope", "scope_missing", (f) => ({ clearance: { ...f.clearance, scope: [] } })],
    [
      "a review in two years",
      "day_too_far",
      (f) => ({ clearance: { ...f.clearance, reviewBy: dayFromNow(700) } }),
    ],
    [
      "an earlier date without a reason",
      "reason_missing",
      (f) => ({ clearance: { ...f.clearance, earliestRunOn: dayFromNow(-50) } }),
    ],
    [
      "an earlier date two weeks after birth",
      "too_long_ago",
      (f) => ({ clearance: { ...f.clearance, earliestRunOn: dayFromNow(-86), earliestRunReason: "r" } }),
    ],
    [
      "a title the law does not protect",
      "title_not_protected",
      (f) => ({ signer: { ...f.signer, title: "Running coach" } }),
    ],
    [
      "a certificate that ended",
      "certificate_ended",
      (f) => ({ signer: { ...f.signer, practisingYear: 2020 } }),
    ],
    [
      "a file she has not seen",
      "documents_foreign",
      () => ({ documents: [{ id: randomUUID(), sha256: "0".repeat(64), shown: "0".repeat(64) }] }),
    ],
    ["another statement", "BAD_REQUEST", () => ({ statementId: "I agree" })],
    ["fields nobody asked for", "BAD_REQUEST", () => ({ saw: true })],
  ];
  test.each(wrong)("given %s, then %s and nothing is kept", async (_, refusal, change) => {
    const form = signing(requestId);
    expect(await refusalOf(physio.clearance.sign({ ...form, ...change(form) }))).toBe(refusal);
    expect([await count("clearance"), await count("assessment")]).toEqual([0, 0]);
  });

  test("given a symptom told after she read, then she must look first; with what she sees then, it is done, under the consents of that moment", async () => {
    for (const purpose of ["share_symptoms", "share_plan"])
      await mum.fact("consent", { purpose, given: true, wording_version: "1" });
    await mum.fact("consent", { purpose: "share_plan", given: false, wording_version: "1" });
    const before = await physio.clearance.forPhysio({});
    await mum.fact("symptom_check", {
      moment: "any_time",
      day: dayFromNow(-1),
      findings: [{ kind: "symptom", symptom: "heaviness" }],
    });
    const form = signing(requestId);
    expect(await refusalOf(physio.clearance.sign({ ...form, seen: before.seen }))).toBe("seen_changed");
    expect([await count("clearance"), await count("assessment")]).toEqual([0, 0]);
    const { seen } = await physio.clearance.forPhysio({});
    const { clearanceId } = await physio.clearance.sign({ ...form, key: randomUUID(), seen });
    const { record } = await physio.clearance.export({ clearanceId });
    expect(record.authority?.consents).toMatchObject([{ purpose: "share_symptoms", wording: "1" }]);
    expect(record.shown?.about).toBe(seen);
    const { rows: refused } = await rows.db.query(
      `SELECT 1 FROM audit_event WHERE client_id = $1 AND action = 'signoff.refused'`,
      [mum.id],
    );
    expect(refused).toEqual([]);
  });

  test.each([
    ["no evidence", "evidence - 'how' - 'authority' || '{\"how\": {}, \"authority\": {}}'"],
    ["another session's", "jsonb_set(evidence, '{how,session}', to_jsonb(gen_random_uuid()))"],
    [
      "a consent nobody gave",
      "jsonb_set(evidence, '{authority,consents}', '[{\"purpose\":\"share_birth\"}]')",
    ],
    ["a passkey that never signed", "jsonb_set(evidence, '{how,confirmedBy}', '\"passkey_on_record\"')"],
  ])(
    "given SQL as the application's role with her own visit and %s, then Postgres refuses",
    async (_, evidence) => {
      const token = await linkToken(rows, requestId);
      await callerOf({ area: "physio", linkToken: token }).clearance.sign(signing(requestId));
      const client = await databases().appPool.connect();
      try {
        await client.query("BEGIN");
        await client.query(`SELECT app.begin_link($1)`, [sha256(token)]);
        const copied = client.query(
          `INSERT INTO clearance SELECT (jsonb_populate_record(NULL::clearance, to_jsonb(x) || jsonb_build_object('id', gen_random_uuid(),
           'passport_code', gen_random_uuid(), 'evidence', ${evidence}))).* FROM clearance x WHERE client_id = $1`,
          [mum.id],
        );
        await expect(copied.then(() => client.query("SET CONSTRAINTS ALL IMMEDIATE"))).rejects.toMatchObject({
          code: "P0S06",
        });
      } finally {
        await client.query("ROLLBACK");
        client.release();
      }
    },
  );

  test("given a letter that came after she read, then she must look first", async () => {
    const form = signing(requestId);
    await letterOf(mum.id, requestId, physioId, "%PDF-1.7 late");
    expect(await refusalOf(physio.clearance.sign(form))).toBe("documents_changed");
  });

  test("given no fresh code, then a step up is asked first; a demo practice asks for none", async () => {
    const stale = await linkSession(rows, requestId, false);
    expect(await refusalOf(stale.clearance.sign(signing(requestId)))).toBe("PRECONDITION_REQUIRED");
    await rows.db.query(`UPDATE practice SET is_demo = true WHERE id = $1`, [practice.id]);
    const answer = await refusalOf(stale.clearance.sign(signing(requestId)));
    await rows.db.query(`UPDATE practice SET is_demo = false WHERE id = $1`, [practice.id]);
    expect(answer).toBe("done");
  });
});

describe("nobody else signs", () => {
  test("given a coach's, a mum's or no session on the physio's procedures, then they are not there", async () => {
    const mumCalls = callerOf({ area: "client", sessionToken: await rows.session(mum.userId) });
    for (const who of [coach, mumCalls]) {
      expect(await refusalOf(who.clearance.forPhysio({ requestId }))).toBe("NOT_FOUND");
      expect(await refusalOf(who.clearance.sign(signing(requestId)))).toBe("NOT_FOUND");
      expect(
        await refusalOf(
          who.clearance.withdraw({ key: randomUUID(), clearanceId: randomUUID(), reason: "r" }),
        ),
      ).toBe("NOT_FOUND");
      expect(await refusalOf(who.clearance.opened({ key: randomUUID(), requestId }))).toBe("NOT_FOUND");
    }
    // The coach's own browser says it speaks as a physio, with her own session.
    const posing = callerOf({ area: "physio", sessionToken: await rows.session(practice.owner.userId) });
    expect(await refusalOf(posing.clearance.sign(signing(requestId)))).toBe("UNAUTHORIZED");
    expect(
      await refusalOf(callerOf({ area: "physio", linkToken: "guess" }).clearance.sign(signing(requestId))),
    ).toBe("UNAUTHORIZED");
    expect(await count("clearance")).toBe(0);
  });

  test("given another physio's sign-off, then she can neither see nor withdraw it", async () => {
    const { clearanceId } = await physio.clearance.sign(signing(requestId));
    const otherId = await practice.physio("Otto");
    const again = await coach.clearance.request({
      key: randomUUID(),
      clientId: mum.id,
      physioId: otherId,
      kind: "recheck",
      reason: "Second look",
      dueOn: dayFromNow(7),
    });
    const other = await linkSession(rows, again.requestId);
    expect((await other.clearance.forPhysio({})).signed).toEqual([]);
    expect(await refusalOf(other.clearance.withdraw({ key: randomUUID(), clearanceId, reason: "r" }))).toBe(
      "NOT_FOUND",
    );
  });

  /** Runs SQL as the application's role with a coach's live session: what a hole in our own code above would allow. */
  async function asCoachBySql<T>(
    work: (query: (sql: string, values: unknown[]) => Promise<{ rows: T[] }>) => Promise<void>,
  ) {
    const token = await rows.session(practice.owner.userId);
    const client = await databases().appPool.connect();
    try {
      await client.query("BEGIN");
      await client.query(`SELECT app.begin_session($1, 'coach', NULL)`, [sha256(token)]);
      await work((sql, values) => client.query(sql, values) as never);
      await client.query("COMMIT");
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  }

  const copies = (table: string) =>
    `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(x) || jsonb_build_object(
       'id', gen_random_uuid(), 'passport_code', gen_random_uuid()))).* FROM ${table} x WHERE client_id = $1`;
  test.each([
    ["a sign-off", "P0S03", copies("clearance")],
    ["an assessment", "42501", copies("assessment")],
    [
      "a withdrawal",
      "42501",
      `INSERT INTO clearance_withdrawal (id, practice_id, client_id, recorded_by_kind, clearance_id, withdrawn_on, reason)
       SELECT gen_random_uuid(), practice_id, client_id, 'physio', id, current_date, 'r' FROM clearance WHERE client_id = $1`,
    ],
    [
      "a change to a sign-off",
      "42501",
      `UPDATE clearance SET review_by = review_by + 90 WHERE client_id = $1`,
    ],
    ["a change to findings", "42501", `UPDATE assessment SET findings = 'fine' WHERE client_id = $1`],
    ["the end of a sign-off", "42501", `DELETE FROM clearance WHERE client_id = $1`],
    [
      "another address for the physio",
      "42501",
      `UPDATE physio SET email = 'me@example.org' WHERE practice_id = (SELECT practice_id FROM client WHERE id = $1)`,
    ],
    [
      "a physio's session of her own making",
      "42501",
      `INSERT INTO link_session SELECT gen_random_uuid(), '\\x00', id, now(), now() FROM physio_link WHERE client_id = $1`,
    ],
  ])("given %s by SQL with a coach's session, then %s", async (_, code, sql) => {
    await physio.clearance.sign(signing(requestId));
    await expect(asCoachBySql((query) => query(sql, [mum.id]).then(() => undefined))).rejects.toMatchObject({
      code,
    });
    expect([await count("clearance"), await count("clearance_withdrawal")]).toEqual([1, 0]);
  });

  test("given a coach's file dressed up as the physio's by SQL, then Postgres takes no document from her, and no bytes", async () => {
    const before = await count("document");
    const forged = `INSERT INTO document (id, practice_id, client_id, request_id, source, uploaded_by_id, file_name, mime, size, sha256)
      VALUES ($1, $2, $3, $4, 'physio', $5, 'forged.pdf', 'application/pdf', 1, '\\x00')`;
    const bytes = `INSERT INTO document_chunk (practice_id, document_id, number, bytes) VALUES ($1, $2, 7, '\\x00')`;
    const tries: [string, unknown[]][] = [
      [forged, [randomUUID(), practice.id, mum.id, requestId, physioId]],
      [bytes, [practice.id, randomUUID()]],
      ["SELECT app.keep_bytes($1, 0, 7, '\\x00')", [randomUUID()]],
    ];
    for (const [sql, values] of tries) {
      const tried = asCoachBySql((query) => query(sql, values).then(() => undefined));
      await expect(tried).rejects.toMatchObject({ code: "42501" });
    }
    expect(await count("document")).toBe(before);
  });
});
