import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../domain/shared/day.ts";
import { callerOf, type Caller, linkSession, ready, refusalOf, signing } from "../../test/physio-road.ts";
import { dayFromNow, openRows, type Rows } from "../../test/rows.ts";
import { closeDatabases } from "../db/pools.ts";

let rows: Rows;
let practice: Awaited<ReturnType<Rows["practice"]>>;
let owner: Caller;
let coach: Caller;
beforeAll(async () => {
  rows = await openRows();
  practice = await rows.practice();
  owner = callerOf({ area: "coach", sessionToken: await rows.session(practice.owner.userId) });
  coach = callerOf({
    area: "coach",
    sessionToken: await rows.session((await practice.member("coach", "Cora")).userId),
  });
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

const email = () => `${randomUUID().slice(0, 8)}@clinic.example`;
const newPhysio = (changes: object = {}) => ({
  key: randomUUID(),
  name: "Pia Physio",
  email: email(),
  clinic: null,
  ...changes,
});

/** A mum with a signed sign-off that she has confirmed; only the credential is missing. */
async function pending() {
  const mum = await ready(rows, practice);
  const { physioId } = await coach.practice.addPhysio(newPhysio());
  const { requestId } = await coach.clearance.request({
    key: randomUUID(),
    clientId: mum.id,
    physioId,
    kind: "assessment",
    reason: "First look",
    dueOn: dayFromNow(7),
  });
  const form = signing(requestId);
  const { clearanceId } = await (await linkSession(rows, requestId)).clearance.sign(form);
  await mum.fact("clearance_confirmation", { clearance_id: clearanceId, saw: true });
  return { mum, physioId, number: form.signer.registrationNumber };
}
const check = (physioId: string, registrationNumber: string, changes: object = {}) => ({
  key: randomUUID(),
  physioId,
  registrationNumber,
  register: "https://www.physioboard.org.nz",
  evidence: "Listed, general scope, no conditions",
  validUntil: dayFromNow(60) as never,
  found: true,
  ...changes,
});
const canRun = async (id: string) =>
  (await rows.db.query<{ ok: boolean }>(`SELECT app.can_run($1, current_date) AS ok`, [id])).rows[0]?.ok;

describe("physios of a practice", () => {
  test("given a new one, then she is listed; given the same address again, then she is the same", async () => {
    const asked = newPhysio({ clinic: "North Shore Physio" });
    const { physioId } = await coach.practice.addPhysio(asked);
    expect(
      await coach.practice.addPhysio({ ...asked, key: randomUUID(), email: asked.email.toUpperCase() }),
    ).toEqual({ physioId });
    const { physios, register } = await coach.practice.physios({});
    expect(physios.filter((row) => row.email === asked.email)).toMatchObject([
      { clinic: "North Shore Physio", state: "nothing_signed" },
    ]);
    expect(register.validUntil).toMatch(/-03-31$/);
  });

  test("given a coach's own address, then refused kindly", async () => {
    const { members } = await owner.practice.overview({});
    const me = members.find((row) => row.isMe)?.email ?? "";
    for (const alias of [me, me.replace("@", "+physio@").toUpperCase()])
      expect(await refusalOf(coach.practice.addPhysio(newPhysio({ email: alias })))).toBe("physio_is_member");
    expect(await refusalOf(coach.practice.addPhysio(newPhysio({ email: "not an address" })))).toBe(
      "BAD_REQUEST",
    );
  });
});

describe("the owner looks into the register", () => {
  test("given a sign-off the mum confirmed, only the owner's look opens running, and the list says so", async () => {
    const { mum, physioId, number } = await pending();
    const before = (await owner.practice.physios({})).physios.find((row) => row.id === physioId);
    expect(before).toMatchObject({ state: "unchecked", registrationNumber: number, signedFor: 1 });
    expect(await canRun(mum.id)).toBe(false);
    expect(await refusalOf(coach.practice.checkCredential(check(physioId, number)))).toBe("NOT_FOUND");
    expect(await canRun(mum.id)).toBe(false);
    await owner.practice.checkCredential(check(physioId, number));
    expect(await canRun(mum.id)).toBe(true);
    expect((await owner.practice.physios({})).physios.find((row) => row.id === physioId)).toMatchObject({
      state: "valid",
      lastCheck: { found: true, evidence: "Listed, general scope, no conditions", checkedOn: dayFromNow(0) },
    });
    const status = await rows.db.query(`SELECT lock_reasons FROM client_status WHERE client_id = $1`, [
      mum.id,
    ]);
    expect(JSON.stringify(status.rows)).not.toContain("clearance_awaits_credential");
  });

  test.each([
    ["another number", (n: string) => ({ registrationNumber: `${n}x` })],
    ["not found", () => ({ found: false })],
  ])("given %s, then running stays locked", async (_, change) => {
    const { mum, physioId, number } = await pending();
    await owner.practice.checkCredential(check(physioId, number, change(number)));
    expect(await canRun(mum.id)).toBe(false);
  });

  test("given conditions in the register, then running is locked by those that rule this work out, and by no others", async () => {
    const { mum, physioId, number } = await pending();
    const seen = (restriction: "noted" | "excludes") =>
      owner.practice.checkCredential(
        check(physioId, number, { restriction, evidence: "Supervised in theatre" }),
      );
    const listed = async () => (await owner.practice.physios({})).physios.find((row) => row.id === physioId);
    await seen("noted");
    expect([await canRun(mum.id), (await listed())?.lastCheck]).toMatchObject([
      true,
      { restriction: "noted" },
    ]);
    await seen("excludes");
    expect([await canRun(mum.id), await listed()]).toMatchObject([false, { state: "restricted" }]);
    const { rows: kept } = await rows.db.query(
      `SELECT lock_reasons->0->>'state' AS state FROM client_status WHERE client_id = $1`,
      [mum.id],
    );
    expect(kept).toEqual([{ state: "restricted" }]);
  });

  test("given a country whose register we know none of, then nothing of another country stands in for it", async () => {
    await rows.db.query(`UPDATE practice SET country = 'CL' WHERE id = $1`, [practice.id]);
    const { register } = await owner.practice.physios({});
    await rows.db.query(`UPDATE practice SET country = 'NZ' WHERE id = $1`, [practice.id]);
    expect(register).toMatchObject({ regulator: "", address: "" });
  });

  test("given a certificate beyond the end of all of its register's, then refused; on its last day it counts, the day after it does not", async () => {
    const { mum, physioId, number } = await pending();
    const { register } = await owner.practice.physios({});
    const beyond = check(physioId, number, { validUntil: addDays(register.validUntil, 1) });
    expect(await refusalOf(owner.practice.checkCredential(beyond))).toBe("day_too_far");
    expect(await canRun(mum.id)).toBe(false);
    await owner.practice.checkCredential(check(physioId, number, { validUntil: dayFromNow(20) }));
    const on = async (days: number) =>
      (
        await rows.db.query<{ ok: boolean }>(`SELECT app.can_run($1, $2::date) AS ok`, [
          mum.id,
          dayFromNow(days),
        ])
      ).rows[0]?.ok;
    expect([await on(20), await on(21)]).toEqual([true, false]);
  });

  test("given a certificate that has ended, no words, or another practice's physio, then refused", async () => {
    const { physioId, number } = await pending();
    expect(
      await refusalOf(
        owner.practice.checkCredential(check(physioId, number, { validUntil: dayFromNow(-1) })),
      ),
    ).toBe("day_in_past");
    expect(await refusalOf(owner.practice.checkCredential(check(physioId, number, { evidence: "" })))).toBe(
      "BAD_REQUEST",
    );
    const there = await rows.practice("There");
    expect(await refusalOf(owner.practice.checkCredential(check(await there.physio("Far"), number)))).toBe(
      "NOT_FOUND",
    );
  });

  test("given no second factor in the last minutes, then it is asked first", async () => {
    const { physioId, number } = await pending();
    const token = await rows.session(practice.owner.userId);
    await rows.db.query(
      `UPDATE sign_in_session SET step_up_at = now() - interval '6 minutes' WHERE user_id = $1`,
      [practice.owner.userId],
    );
    const stale = callerOf({ area: "coach", sessionToken: token });
    expect(await refusalOf(stale.practice.checkCredential(check(physioId, number)))).toBe(
      "PRECONDITION_REQUIRED",
    );
    await rows.db.query(`UPDATE sign_in_session SET step_up_at = now() WHERE user_id = $1`, [
      practice.owner.userId,
    ]);
  });
});

describe("the team", () => {
  test("given the owner invites a coach twice, then one live ticket; a coach cannot invite", async () => {
    const address = email();
    for (let n = 0; n < 2; n += 1)
      await owner.practice.inviteCoach({ key: randomUUID(), name: "Nia", email: address });
    const { invited, isOwner } = await owner.practice.overview({});
    expect(isOwner).toBe(true);
    expect(invited.filter((row) => row.email === address)).toHaveLength(1);
    expect(
      await refusalOf(coach.practice.inviteCoach({ key: randomUUID(), name: "N", email: email() })),
    ).toBe("NOT_FOUND");
  });

  test("given a physio of the practice, then she cannot become its coach", async () => {
    const physio = newPhysio();
    await owner.practice.addPhysio(physio);
    expect(
      await refusalOf(owner.practice.inviteCoach({ key: randomUUID(), name: "P", email: physio.email })),
    ).toBe("member_is_physio");
  });

  test("given another practice, then nothing of this one is in its lists", async () => {
    const there = await rows.practice("There");
    const stranger = callerOf({ area: "coach", sessionToken: await rows.session(there.owner.userId) });
    expect((await stranger.practice.physios({})).physios).toEqual([]);
    expect((await stranger.practice.overview({})).members).toHaveLength(1);
  });
});
