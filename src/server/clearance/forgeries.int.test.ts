import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isSameMailbox, mailboxOf } from "../../domain/clearance/mailbox.ts";
import { canRunFacts } from "../../domain/clearance/gate.ts";
import { day } from "../../domain/shared/day.ts";
import { dayFromNow, openRows, type Rows } from "../../test/rows.ts";
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
import { closeDatabases } from "../db/pools.ts";
import { withActor } from "../db/with-actor.ts";
import { loadRecord } from "../journey/load-record.ts";
import { compose } from "../mail/compose.ts";

// The twelve ways to forge a sign-off (trust.md 4.2). Each ends locked, in the domain and in Postgres, with one event in
// the trail, and the owner and the mum are told.

let rows: Rows;
let practice: Awaited<ReturnType<Rows["practice"]>>;
let coach: Caller;
let ownersToken: string;

beforeAll(async () => {
  rows = await openRows();
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});
beforeEach(async () => {
  practice = await rows.practice();
  ownersToken = await rows.session(practice.owner.userId);
  coach = callerOf({ area: "coach", sessionToken: ownersToken });
});

type Case = Awaited<ReturnType<typeof asked>>;

/** A mum after her intake, a physio who was asked about her, and her visit, proved a moment ago. */
async function asked() {
  const mum = await ready(rows, practice);
  const physio = await practice.physio("Pia");
  const { requestId } = await coach.clearance.request({
    key: randomUUID(),
    clientId: mum.id,
    physioId: physio,
    kind: "assessment",
    reason: "A first look",
    dueOn: dayFromNow(7),
  });
  return { mum, physioId: physio, requestId, visit: await linkSession(rows, requestId) };
}

const letterOf = ({ mum, requestId, physioId }: Case, text: string) =>
  letterIn(rows, practice.id, { clientId: mum.id, requestId, physioId }, text);

/** Everything else that a sign-off needs to stand: her yes and the owner's look into the register. */
async function restIsThere({ mum, physioId }: Case, registrationNumber: string): Promise<void> {
  await rows.insert("credential_check", {
    practice_id: practice.id,
    physio_id: physioId,
    recorded_by_kind: "owner",
    registration_number: registrationNumber,
    checked_on: dayFromNow(0),
    valid_until: dayFromNow(100),
    found: true,
    register: "https://register.example",
    evidence: "seen",
  });
  for (const { id } of (await rows.db.query(`SELECT id FROM clearance WHERE client_id = $1`, [mum.id])).rows)
    await mum.fact("clearance_confirmation", { clearance_id: id, saw: true });
}

async function isLocked({ mum }: Case): Promise<void> {
  const sql = await rows.db.query(`SELECT app.can_run($1, current_date) AS ok`, [mum.id]);
  const record = await withActor(
    { kind: "session", token: ownersToken, as: "coach", practiceId: null },
    "read",
    (tx) => loadRecord(tx, mum.id, { lock: false }),
  );
  if (!record) throw new Error("no record");
  expect({ sql: sql.rows[0].ok, domain: canRunFacts(record, day(dayFromNow(0))) }).toEqual({
    sql: false,
    domain: false,
  });
}

/** One event about her with its reason, one mail to her, one to the owner; both say nothing about her body. */
async function isTold({ mum }: Case, reason: string, by: string, times = 1): Promise<void> {
  const { rows: events } = await rows.db.query(
    `SELECT data->>'reason' AS reason, actor_kind AS by FROM audit_event WHERE client_id = $1 AND action = 'signoff.refused'`,
    [mum.id],
  );
  expect(events).toEqual(Array.from({ length: times }, () => ({ reason, by })));
  const { rows: mails } = await rows.db.query(
    `SELECT id, kind, payload FROM outbox WHERE payload->>'notice' = 'signature_refused' AND payload->>'clientId' = $1 ORDER BY kind`,
    [mum.id],
  );
  expect(mails.map((row) => row.kind)).toEqual(["notice", "owner_notice"]);
  const letters = [await compose(mails[0]), await compose(mails[1])];
  const { rows: people } = await rows.db.query(`SELECT email FROM "user" WHERE id IN ($1, $2)`, [
    mum.userId,
    practice.owner.userId,
  ]);
  expect(new Set(letters.map((one) => one?.to.address))).toEqual(
    new Set(people.map((row) => row.email.toLowerCase())),
  );
  for (const one of letters) expect(one?.letter.subject).not.toMatch(/sign|clear|run|pelvic/i);
}

async function nothingKept({ mum }: Case): Promise<void> {
  const { rows: kept } = await rows.db.query(
    `SELECT (SELECT count(*)::int FROM clearance WHERE client_id = $1) + (SELECT count(*)::int FROM assessment WHERE client_id = $1) AS n`,
    [mum.id],
  );
  expect(kept).toEqual([{ n: 0 }]);
}

const emailOf = async (userId: string): Promise<string> =>
  (await rows.db.query(`SELECT email FROM "user" WHERE id = $1`, [userId])).rows[0].email;

/** Asking a coach is refused at once; a request that went out before her address became a coach's is what is left. */
async function askedAt(email: string): Promise<Case> {
  const it = await asked();
  await rows.db.query(`UPDATE physio SET email = $2 WHERE id = $1`, [it.physioId, email]);
  return it;
}

const aliases: [string, (email: string) => string][] = [
  ["with a plus", (email) => email.replace("@", "+physio@")],
  ["in capitals", (email) => email.toUpperCase()],
  ["in full-width letters", (email) => email.replace("O", "Ｏ").replace("l", "ｌ")],
  ["with a ligature's look-alike", (email) => email.replace("example", "ｅxample")],
];
test.each(aliases)(
  "1. given a coach who invites her own address %s, then she cannot sign",
  async (_, alias) => {
    const it = await askedAt(alias(await emailOf(practice.owner.userId)));
    const form = signing(it.requestId);
    expect(await refusalOf(it.visit.clearance.sign(form))).toBe("signer_coaches_here");
    await nothingKept(it);
    await restIsThere(it, form.signer.registrationNumber);
    await isLocked(it);
    await isTold(it, "signer_coaches_here", "physio");
  },
);

test("1. given her second Gmail address with other dots, then she cannot sign, nor by Postgres alone", async () => {
  await rows.db.query(`UPDATE member SET email = 'olive.coach@gmail.com' WHERE id = $1`, [practice.owner.id]);
  const it = await askedAt("olivecoach+p@googlemail.com");
  expect(await refusalOf(it.visit.clearance.sign(signing(it.requestId)))).toBe("signer_coaches_here");
  await nothingKept(it);
  await isLocked(it);
  await isTold(it, "signer_coaches_here", "physio");
  await expect(
    rows.db.query(
      `INSERT INTO clearance (id, practice_id, client_id, recorded_by_kind, assessment_id, physio_id, decision, scope, conditions, assessed_on, signed_on,
         review_by, earlier_tests_count, signer_name, signer_title, regulator, registration_number, practising_year, statement_id, document_hashes, passport_code, seal)
       VALUES (gen_random_uuid(), $1, $2, 'physio', gen_random_uuid(), $3, 'cleared', '{walk_run}', '[]', current_date, current_date,
         current_date + 10, true, 'n', 't', 'r', $4, 2027, 's', '[]', $4, '\\x00')`,
      [practice.id, it.mum.id, it.physioId, randomUUID()],
    ),
  ).rejects.toMatchObject({ code: "P0S01" });
});

const writings: [string, (number: string) => string][] = [
  ["as it was", (number) => number],
  ["without its dash, in capitals", (number) => number.replaceAll("-", "").toUpperCase()],
  ["with blanks", (number) => [...number].join(" ")],
];
test.each(writings)(
  "2. given a second account with a number that signs in another practice, written %s, then refused",
  async (_, write) => {
    const first = await asked();
    const { signer } = signing(first.requestId);
    await first.visit.clearance.sign(signing(first.requestId, { signer }));
    const elsewhere = await rows.practice();
    practice = elsewhere;
    ownersToken = await rows.session(elsewhere.owner.userId);
    coach = callerOf({ area: "coach", sessionToken: ownersToken });
    const it = await asked();
    const again = { ...signer, registrationNumber: write(signer.registrationNumber) };
    expect(await refusalOf(it.visit.clearance.sign(signing(it.requestId, { signer: again })))).toBe(
      "registration_in_use",
    );
    await nothingKept(it);
    await restIsThere(it, again.registrationNumber);
    await isLocked(it);
    await isTold(it, "registration_in_use", "physio");
  },
);

test("1. given a mum who was noted as her own physio, then she cannot sign for herself, nor be asked", async () => {
  const it = await asked();
  const hers = await emailOf(it.mum.userId);
  await rows.db.query(`UPDATE physio SET email = $2 WHERE id = $1`, [
    it.physioId,
    hers.replace("@", "+physio@"),
  ]);
  const form = signing(it.requestId);
  expect(await refusalOf(it.visit.clearance.sign(form))).toBe("signer_is_client");
  await nothingKept(it);
  await restIsThere(it, form.signer.registrationNumber);
  await isLocked(it);
  await isTold(it, "signer_is_client", "physio");
  await rows.db.query(`UPDATE client SET email = $2 WHERE id = $1`, [it.mum.id, hers]);
  const again = {
    key: randomUUID(),
    clientId: it.mum.id,
    physioId: it.physioId,
    kind: "assessment",
  } as const;
  expect(await refusalOf(coach.clearance.request({ ...again, reason: "Again", dueOn: dayFromNow(7) }))).toBe(
    "physio_is_client",
  );
});

test.each([-366, -1, 1, 366])(
  "given an app whose clock is %i days wrong, then nothing is signed: the day is the database's",
  async (days) => {
    const it = await asked();
    const { rows: visits } = await rows.db.query<{ token: string }>(
      "SELECT gen_random_uuid()::text AS token",
    );
    const token = visits[0]?.token ?? "";
    await rows.db.query(
      `INSERT INTO link_session (id, token_hash, link_id, expires_at, device, step_up_at)
       SELECT gen_random_uuid(), $1, id, now() + interval '1 hour', 'test', now() FROM physio_link WHERE request_id = $2`,
      [sha256(token), it.requestId],
    );
    const wrong = callerOf({
      area: "physio",
      linkToken: token,
      now: new Date(Date.now() + days * 86_400_000),
    });
    expect(await refusalOf(wrong.clearance.sign(signing(it.requestId)))).not.toBe("done");
    await nothingKept(it);
  },
);

test("2. given two signatures with one number at the same time, then one of them is kept", async () => {
  const [one, other] = [await asked(), await asked()];
  const number = `70-${randomUUID().slice(0, 8)}`;
  const withNumber = (requestId: string) => {
    const form = signing(requestId);
    return { ...form, signer: { ...form.signer, registrationNumber: number } };
  };
  const answers = await Promise.all([
    refusalOf(one.visit.clearance.sign(withNumber(one.requestId))),
    refusalOf(other.visit.clearance.sign(withNumber(other.requestId))),
  ]);
  expect(answers.toSorted()).toEqual(["done", "registration_in_use"]);
});

test("3. given an owner who is a physio as well, then she cannot sign for her practice's client", async () => {
  const it = await asked();
  await rows.db.query(`UPDATE physio SET user_id = $2 WHERE id = $1`, [it.physioId, practice.owner.userId]);
  const form = signing(it.requestId);
  expect(await refusalOf(it.visit.clearance.sign(form))).toBe("signer_coaches_here");
  await nothingKept(it);
  await restIsThere(it, form.signer.registrationNumber);
  await isLocked(it);
  await isTold(it, "signer_coaches_here", "physio");
});

test.each([
  ["in the future", "day_in_future", 2],
  ["older than two months", "too_long_ago", -70],
  ["from before the birth", "day_before_birth", -120],
])("4. given an assessment dated %s, then %s", async (_, refusal, days) => {
  const it = await asked();
  const form = signing(it.requestId);
  const assessment = { ...form.assessment, assessedOn: dayFromNow(days) as never };
  expect(await refusalOf(it.visit.clearance.sign({ ...form, assessment }))).toBe(refusal);
  await nothingKept(it);
  await restIsThere(it, form.signer.registrationNumber);
  await isLocked(it);
  await isTold(it, refusal, "physio");
});

test("5. given another mum's letter in the form, then refused", async () => {
  const it = await asked();
  const theirs = await letterOf(await asked(), "%PDF-1.7 hers");
  const form = signing(it.requestId, { documents: [theirs] });
  expect(await refusalOf(it.visit.clearance.sign(form))).toBe("documents_foreign");
  await nothingKept(it);
  await restIsThere(it, form.signer.registrationNumber);
  await isLocked(it);
  await isTold(it, "documents_foreign", "physio");
});

/** Other bytes in a letter's place. As the superuser, past the triggers: nobody else can change a letter at all. */
async function swapped(id: string, text: string): Promise<void> {
  await rows.db.query(`SET session_replication_role = replica`);
  await rows.db.query(`UPDATE document_chunk SET bytes = $2 WHERE document_id = $1`, [id, Buffer.from(text)]);
  await rows.db.query(`SET session_replication_role = DEFAULT`);
}

test("6. given a letter that was swapped together with its hash, then it is still not the one she saw", async () => {
  const it = await asked();
  const seen = await letterOf(it, "%PDF-1.7 not yet");
  await swapped(seen.id, "%PDF-1.7 cleared");
  await rows.db.query(`SET session_replication_role = replica`);
  await rows.db.query(`UPDATE document SET sha256 = $2 WHERE id = $1`, [seen.id, sha256("%PDF-1.7 cleared")]);
  await rows.db.query(`SET session_replication_role = DEFAULT`);
  const form = signing(it.requestId, { documents: [seen] });
  expect(await refusalOf(it.visit.clearance.sign(form))).toBe("documents_foreign");
  // A page that was opened after the swap shows what it would sign; the pictures she was shown before are not those.
  const now = sha256("%PDF-1.7 cleared").toString("hex");
  const half = signing(it.requestId, { documents: [{ ...seen, sha256: now }] });
  expect(await refusalOf(it.visit.clearance.sign(half))).toBe("documents_foreign");
  await nothingKept(it);
  await isLocked(it);
});

test("6. given a letter whose pictures were swapped after they were drawn, then nobody signs it, whatever her page showed", async () => {
  const it = await asked();
  const seen = await letterOf(it, "%PDF-1.7 not yet");
  await rows.db.query(`SET session_replication_role = replica`);
  await rows.db.query(`UPDATE document SET shown_sha256 = $2 WHERE id = $1`, [seen.id, sha256("as drawn")]);
  await rows.db.query(`SET session_replication_role = DEFAULT`);
  expect(await refusalOf(it.visit.clearance.sign(signing(it.requestId, { documents: [seen] })))).toBe(
    "documents_foreign",
  );
  await nothingKept(it);
});

test("6. given a letter that was swapped after she saw it, then refused", async () => {
  const it = await asked();
  const seen = await letterOf(it, "%PDF-1.7 not yet");
  await swapped(seen.id, "%PDF-1.7 cleared");
  const form = signing(it.requestId, { documents: [seen] });
  expect(await refusalOf(it.visit.clearance.sign(form))).toBe("documents_foreign");
  await nothingKept(it);
  await restIsThere(it, form.signer.registrationNumber);
  await isLocked(it);
  await isTold(it, "documents_foreign", "physio");
});

test("7. given a physio of another practice who replays a signature with another client's request, then NOT_FOUND", async () => {
  const it = await asked();
  const form = signing(it.requestId);
  const here = { practice, ownersToken, coach };
  practice = await rows.practice();
  ownersToken = await rows.session(practice.owner.userId);
  coach = callerOf({ area: "coach", sessionToken: ownersToken });
  const foreign = await asked();
  ({ practice, ownersToken, coach } = here);
  expect(await refusalOf(foreign.visit.clearance.sign(form))).toBe("NOT_FOUND");
  await nothingKept(it);
  await restIsThere(it, form.signer.registrationNumber);
  await isLocked(it);
  // Somebody from outside has no name in this practice's trail.
  await isTold(it, "NOT_FOUND", "system");
});

test("8. given a practising certificate that ended, or a title that is none, then refused", async () => {
  const it = await asked();
  const form = signing(it.requestId);
  const ended = { ...form.signer, practisingYear: 2020 };
  expect(await refusalOf(it.visit.clearance.sign({ ...form, signer: ended }))).toBe("certificate_ended");
  await nothingKept(it);
  await restIsThere(it, form.signer.registrationNumber);
  await isLocked(it);
  await isTold(it, "certificate_ended", "physio");
  // Tried once more within the hour: in the trail again, but her letter box is left in peace.
  const title = { ...form.signer, title: "Running coach" };
  const again = it.visit.clearance.sign({ ...form, key: randomUUID(), signer: title });
  expect(await refusalOf(again)).toBe("title_not_protected");
  const { rows: told } = await rows.db.query(
    `SELECT (SELECT count(*)::int FROM audit_event WHERE client_id = $1 AND action = 'signoff.refused') AS events,
            (SELECT count(*)::int FROM outbox WHERE payload->>'notice' = 'signature_refused' AND payload->>'clientId' = $1::text) AS mails`,
    [it.mum.id],
  );
  expect(told).toEqual([{ events: 2, mails: 2 }]);
});

test("9. given a link that was ended between opening and pressing Sign, then not signed in", async () => {
  const it = await asked();
  const form = signing(it.requestId);
  await it.visit.clearance.forPhysio({});
  await rows.db.query(`UPDATE physio_link SET revoked_at = now() WHERE request_id = $1`, [it.requestId]);
  expect(await refusalOf(it.visit.clearance.sign(form))).toBe("UNAUTHORIZED");
  await nothingKept(it);
  await restIsThere(it, form.signer.registrationNumber);
  await isLocked(it);
  await isTold(it, "UNAUTHORIZED", "physio");
});

test("9. given a visit that merely ran out, then she is asked in again and nobody is alarmed", async () => {
  const it = await asked();
  await rows.db.query(
    `UPDATE link_session SET expires_at = now() - interval '1 minute' FROM physio_link k WHERE k.id = link_id AND k.request_id = $1`,
    [it.requestId],
  );
  expect(await refusalOf(it.visit.clearance.sign(signing(it.requestId)))).toBe("UNAUTHORIZED");
  const { rows: events } = await rows.db.query(
    `SELECT 1 FROM audit_event WHERE client_id = $1 AND action = 'signoff.refused'`,
    [it.mum.id],
  );
  expect(events).toEqual([]);
  await isLocked(it);
});

test("10. given a captured signature replayed on a second record with the same visit, then it is not hers to sign", async () => {
  const [first, it] = [await asked(), await asked()];
  const form = signing(first.requestId);
  await first.visit.clearance.sign(form);
  // The confirmation she gave for the first record is bound to its link: it names no other request.
  const replayed = first.visit.clearance.sign({ ...form, key: randomUUID(), requestId: it.requestId });
  expect(await refusalOf(replayed)).toBe("NOT_FOUND");
  await nothingKept(it);
  await restIsThere(it, form.signer.registrationNumber);
  await isLocked(it);
  await isTold(it, "NOT_FOUND", "physio");
  // Under the first key with another request it is another body under a used key.
  expect(await refusalOf(first.visit.clearance.sign({ ...form, requestId: it.requestId }))).toBe("CONFLICT");
});

type Hand = "coach" | "owner" | "mum" | "physio";

/** Whoever it is: her own session, as the application would open it for her. */
async function handOf(it: Case, hand: Hand) {
  if (hand === "physio") return { kind: "link", token: await linkToken(rows, it.requestId) } as const;
  const userId =
    hand === "mum"
      ? it.mum.userId
      : hand === "owner"
        ? practice.owner.userId
        : (await practice.member("coach", "Cora")).userId;
  const as = hand === "mum" ? ("client" as const) : ("coach" as const);
  return { kind: "session", token: await rows.session(userId), as, practiceId: null } as const;
}

const bySql = (hand: Awaited<ReturnType<typeof handOf>>, sql: string, id: string) =>
  refusalOf(withActor(hand, "write", (tx) => tx.$executeRawUnsafe(sql.replaceAll("$1", `'${id}'`))));

/** A whole sign-off in one statement, in the name of the physio who was asked, or of another. */
const signsBySql = (physioId: string, number: string) =>
  `INSERT INTO clearance (id, practice_id, client_id, recorded_by_kind, assessment_id, physio_id, decision, scope, conditions, assessed_on, signed_on,
       review_by, earlier_tests_count, signer_name, signer_title, regulator, registration_number, practising_year, statement_id, document_hashes, passport_code, seal)
     SELECT gen_random_uuid(), practice_id, client_id, 'physio', gen_random_uuid(), ${physioId}, 'cleared', '{walk_run}', '[]', current_date, current_date,
       current_date + 10, true, 'n', 't', 'r', '${number}', 2027, 's', '[]', '${number}', '\\x00' FROM request WHERE client_id = $1`;

const ACTOR = { coach: "coach", owner: "owner", mum: "client", physio: "physio" } as const;

test.each(["coach", "owner", "mum", "physio"] as const)(
  "11. given SQL as the application's role with the session of the %s, then Postgres refuses the sign-off and it is told",
  async (hand) => {
    const it = await asked();
    const number = randomUUID();
    // A physio has nothing to gain by signing herself; she signs in a colleague's name.
    const whose = hand === "physio" ? `'${await practice.physio("Quinn")}'` : "physio_id";
    expect(await bySql(await handOf(it, hand), signsBySql(whose, number), it.mum.id)).not.toBe("done");
    await nothingKept(it);
    await restIsThere(it, number);
    await isLocked(it);
    await isTold(it, "not_the_signer", ACTOR[hand]);
  },
);

const EDITS = [
  `UPDATE clearance SET decision = 'cleared' WHERE client_id = $1`,
  `DELETE FROM clearance WHERE client_id = $1`,
  `UPDATE assessment SET findings = 'fine' WHERE client_id = $1`,
  `UPDATE clearance SET review_by = 'infinity' WHERE id = (SELECT id FROM clearance WHERE client_id = $1)`,
];

test.each(["coach", "owner", "mum", "physio"] as const)(
  "11. given a sign-off changed or ended by SQL with the session of the %s, then each try is refused and in the trail, and owner and mum are told once",
  async (hand) => {
    const it = await asked();
    // Not yet, and confirmed by everybody: had an edit gone through, running would be open.
    const form = signing(it.requestId);
    await it.visit.clearance.sign({
      ...form,
      clearance: { ...form.clearance, decision: "not_yet", scope: [], conditions: [] } as never,
    });
    await restIsThere(it, form.signer.registrationNumber);
    const hers = await handOf(it, hand);
    for (const sql of EDITS) expect(await bySql(hers, sql, it.mum.id)).not.toBe("done");
    // By the row's own id, as a page that was broken into would know it.
    const { rows: signed } = await rows.db.query(`SELECT id FROM clearance WHERE client_id = $1`, [
      it.mum.id,
    ]);
    expect(await bySql(hers, `DELETE FROM clearance WHERE id = $1`, signed[0].id)).not.toBe("done");
    await isLocked(it);
    await isTold(it, "not_allowed", ACTOR[hand], EDITS.length + 1);
  },
);

test("11. given an edit that names nobody, then it is refused, and the owner has it in her trail", async () => {
  const it = await asked();
  const all = `UPDATE clearance SET decision = 'cleared'`;
  expect(await bySql(await handOf(it, "coach"), all, it.mum.id)).not.toBe("done");
  const { rows: events } = await rows.db.query(
    `SELECT client_id, data->>'reason' AS reason FROM audit_event WHERE practice_id = $1 AND action = 'signoff.refused'`,
    [practice.id],
  );
  expect(events).toEqual([{ client_id: null, reason: "not_allowed" }]);
  const { rows: mails } = await rows.db.query(
    `SELECT kind FROM outbox WHERE practice_id = $1 AND payload->>'notice' = 'signature_refused'`,
    [practice.id],
  );
  expect(mails).toEqual([{ kind: "owner_notice" }]);
});

describe("12. given somebody who is no physio on the physio's procedure", () => {
  test.each([
    ["the mum herself", "client", "NOT_FOUND"],
    ["a coach", "coach", "NOT_FOUND"],
    ["the mum with a guessed ticket", "physio", "UNAUTHORIZED"],
  ] as const)("as %s, then it is not there", async (who, area, refusal) => {
    const it = await asked();
    const form = signing(it.requestId);
    const sessionToken = who === "a coach" ? ownersToken : await rows.session(it.mum.userId);
    const linkToken = area === "physio" ? "a-guessed-ticket" : null;
    expect(await refusalOf(callerOf({ area, sessionToken, linkToken }).clearance.sign(form))).toBe(refusal);
    await nothingKept(it);
    await restIsThere(it, form.signer.registrationNumber);
    await isLocked(it);
    await isTold(it, refusal, who === "a coach" ? "owner" : "client");
  });
});

describe("given one browser in which somebody coaches and a physio answers", () => {
  const MARK = () => sha256(randomUUID());
  const marked = async (token: string, mark: Buffer, table: "link_session" | "sign_in_session", more = "") =>
    rows.db.query(`UPDATE ${table} SET browser_hash = $2 ${more} WHERE token_hash = $1`, [
      sha256(token),
      mark,
    ]);

  async function tries(it: Case, physio: Caller, by: string) {
    const form = signing(it.requestId);
    const refusal = await refusalOf(physio.clearance.sign(form));
    await nothingKept(it);
    await restIsThere(it, form.signer.registrationNumber);
    await isLocked(it);
    await isTold(it, "same_browser", by);
    return refusal;
  }

  test("while both are open, then it does not sign, whichever came first", async () => {
    const it = await asked();
    const token = await linkToken(rows, it.requestId);
    const both = callerOf({ area: "physio", linkToken: token, sessionToken: ownersToken });
    expect(await tries(it, both, "physio")).toBe("same_browser");
  });

  test("after the coach signed out, then the mark of the browser says so, to a visit and to an account", async () => {
    const mark = MARK();
    await marked(ownersToken, mark, "sign_in_session", ", revoked_at = now()");
    coach = callerOf({ area: "coach", sessionToken: await rows.session(practice.owner.userId) });
    const visited = await asked();
    const token = await linkToken(rows, visited.requestId);
    await marked(token, mark, "link_session");
    ownersToken = await rows.session(practice.owner.userId);
    const visit = callerOf({ area: "physio", linkToken: token });
    expect(await tries(visited, visit, "physio")).toBe("same_browser");

    const it = await asked();
    const userId = await rows.user("Pia");
    await rows.db.query(`UPDATE physio SET user_id = $2 WHERE id = $1`, [it.physioId, userId]);
    const sessionToken = await rows.session(userId);
    await marked(sessionToken, mark, "sign_in_session");
    const account = callerOf({ area: "physio", sessionToken, practiceId: practice.id });
    expect(await tries(it, account, "physio")).toBe("same_browser");
  });

  test.each([
    ["another browser", ""],
    ["this one, a season ago", ", last_seen_at = now() - interval '91 days'"],
  ])("given she coached in %s, then the physio signs as ever", async (where, long) => {
    const mark = MARK();
    await marked(ownersToken, where === "another browser" ? MARK() : mark, "sign_in_session", long);
    const it = await asked();
    const token = await linkToken(rows, it.requestId);
    await marked(token, mark, "link_session");
    const visit = callerOf({ area: "physio", linkToken: token });
    expect(await refusalOf(visit.clearance.sign(signing(it.requestId)))).toBe("done");
  });

  test("given a browser that coaches another practice, then the physio signs as ever: it is not hers", async () => {
    const mark = MARK();
    const elsewhere = await rows.practice();
    const theirs = await rows.session(elsewhere.owner.userId);
    await marked(theirs, mark, "sign_in_session");
    const it = await asked();
    const token = await linkToken(rows, it.requestId);
    await marked(token, mark, "link_session");
    const visit = callerOf({ area: "physio", linkToken: token });
    expect(await refusalOf(visit.clearance.sign(signing(it.requestId)))).toBe("done");
  });
});

test("one mailbox is one mailbox for Postgres as for the domain", async () => {
  const spellings = [
    "Ana.Bee+physio@Gmail.com",
    "anabee@googlemail.com",
    " ana@clinic.nz ",
    "ａna@clinic.nz",
    "ANA+a+b@clinic.nz",
    "ana.bee@clinic.nz",
    "ana@mygooglemail.com",
    "ana@gmail.com.nz",
    "ﬁona@clinic.nz",
    "+@gmail.com",
  ];
  const { rows: found } = await rows.db.query(
    `SELECT app.mailbox_of(e) AS box FROM unnest($1::text[]) WITH ORDINALITY AS x(e, n) ORDER BY n`,
    [spellings],
  );
  expect(found.map((row) => row.box)).toEqual(spellings.map(mailboxOf));
  expect(isSameMailbox("ﬁona@clinic.nz", "fiona@clinic.nz")).toBe(true);
});
