import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { check } from "../../../scripts/verify-sign-off.mjs";
import { type Caller, callerOf, linkSession, ready, refusalOf, signing } from "../../test/physio-road.ts";
import { dayFromNow, openRows, type Rows } from "../../test/rows.ts";
import { turnDays } from "../attention/day-turns.ts";
import { closeDatabases } from "../db/pools.ts";
import { compose } from "../mail/compose.ts";

// Whoever owns the database can change a row past all doors. The seal is asked whenever a sign-off is read to decide
// something, and what does not fit opens nothing.

let rows: Rows;
let practice: Awaited<ReturnType<Rows["practice"]>>;
let mum: Awaited<ReturnType<typeof ready>>;
let physio: Caller;
let herself: Caller;
let clearanceId: string;

beforeAll(async () => {
  rows = await openRows();
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});
beforeEach(async () => {
  practice = await rows.practice();
  mum = await ready(rows, practice);
  const coach = callerOf({ area: "coach", sessionToken: await rows.session(practice.owner.userId) });
  const physioId = await practice.physio("Pia");
  const asked = { clientId: mum.id, physioId, kind: "assessment" as const, reason: "A look, please" };
  const { requestId } = await coach.clearance.request({
    key: randomUUID(),
    ...asked,
    dueOn: dayFromNow(7),
  });
  physio = await linkSession(rows, requestId);
  herself = callerOf({ area: "client", sessionToken: await rows.session(mum.userId) });
  const form = signing(requestId);
  ({ clearanceId } = await physio.clearance.sign(form));
  await mum.fact("clearance_confirmation", { clearance_id: clearanceId, saw: true });
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
});

/** As the superuser, past the triggers. */
async function behindTheDoors(sql: string): Promise<void> {
  await rows.db.query(`SET session_replication_role = replica`);
  await rows.db.query(sql.replaceAll("$1", `'${mum.id}'`));
  await rows.db.query(`SET session_replication_role = DEFAULT`);
}
const canRun = async () =>
  (await rows.db.query(`SELECT app.can_run($1, current_date) AS ok`, [mum.id])).rows[0].ok;
const trail = async () =>
  (
    await rows.db.query(
      `SELECT action, actor_kind AS by FROM audit_event WHERE client_id = $1 AND action LIKE 'signoff.seal%' ORDER BY seq`,
      [mum.id],
    )
  ).rows;
const status = async () => (await herself.clearance.mine({})).state.status;

test.each([
  ["longer", `UPDATE clearance SET review_by = review_by + 60 WHERE client_id = $1`],
  ["without its limits", `UPDATE clearance SET conditions = '[]', decision = 'cleared' WHERE client_id = $1`],
  ["on other findings", `UPDATE assessment SET findings = 'fine' WHERE client_id = $1`],
  [
    "by another way",
    `UPDATE clearance SET evidence = jsonb_set(evidence, '{how,by}', '"account"') WHERE client_id = $1`,
  ],
  ["as one of the former version", `UPDATE clearance SET evidence = NULL WHERE client_id = $1`],
  ["without a seal", `UPDATE clearance SET seal = '' WHERE client_id = $1`],
  [
    "sealed by a key nobody knows",
    `UPDATE clearance SET seal = set_byte(seal, 3, 255 - get_byte(seal, 3)) WHERE client_id = $1`,
  ],
])(
  "given a sign-off that was made %s behind the doors, then running locks when it is read",
  async (_, sql) => {
    expect([await canRun(), await status()]).toEqual([true, "standing"]);
    await behindTheDoors(sql);
    expect(await status()).toBe("seal_broken");
    expect(await canRun()).toBe(false);
    expect(await trail()).toEqual([{ action: "signoff.seal_broken", by: "system" }]);
  },
);

test("given it, then the mum and the owner hear of it once, a copy says it is not intact, and what was is open again when it is put back", async () => {
  await behindTheDoors(`UPDATE clearance SET review_by = review_by + 60 WHERE client_id = $1`);
  const copy = JSON.stringify(await herself.clearance.export({ clearanceId }));
  expect(check(copy)).toMatchObject({ intact: false });
  expect([await status(), await status()]).toEqual(["seal_broken", "seal_broken"]);
  expect((await physio.clearance.forPhysio({})).signed).toMatchObject([{ clearanceId, isBroken: true }]);
  expect((await physio.clearance.forPhysio({})).passportId).toBeNull();
  const { rows: mails } = await rows.db.query(
    `SELECT id, kind, payload FROM outbox WHERE payload->>'notice' = 'seal_broken' AND payload->>'clientId' = $1 ORDER BY kind`,
    [mum.id],
  );
  expect(mails.map((row) => row.kind)).toEqual(["notice", "owner_notice"]);
  for (const mail of mails)
    expect((await compose(mail))?.letter.subject).not.toMatch(/sign|clear|run|pelvic/i);
  await behindTheDoors(`UPDATE clearance SET review_by = review_by - 60 WHERE client_id = $1`);
  expect(await status()).toBe("standing");
  expect(await canRun()).toBe(true);
  expect((await trail()).map((row) => row.action)).toEqual(["signoff.seal_broken", "signoff.seal_fits"]);
});

test("given nobody who looks, then whoever turns the days does", async () => {
  await behindTheDoors(`UPDATE clearance SET review_by = review_by + 60 WHERE client_id = $1`);
  await rows.db.query(`UPDATE client_status SET as_of = date '1970-01-01' WHERE client_id = $1`, [mum.id]);
  await turnDays(new Date());
  expect(await canRun()).toBe(false);
  const { rows: kept } = await rows.db.query(
    `SELECT run_open AS open, lock_reasons->0->>'code' AS code FROM client_status WHERE client_id = $1`,
    [mum.id],
  );
  expect(kept).toEqual([{ open: false, code: "clearance_seal_broken" }]);
});

test("given a new signature, then it counts: the broken one is superseded", async () => {
  await behindTheDoors(`UPDATE clearance SET review_by = review_by + 60 WHERE client_id = $1`);
  expect(await status()).toBe("seal_broken");
  const { request, physio: her } = await physio.clearance.forPhysio({});
  const { signer, ...form } = signing(request.id);
  const same = { ...signer, registrationNumber: her.registrationNumber ?? "" };
  expect(await refusalOf(physio.clearance.sign({ ...form, signer: same }))).toBe("done");
  expect(await status()).toBe("pending");
});
