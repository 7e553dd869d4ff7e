import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { check } from "../../../scripts/verify-sign-off.mjs";
import { env } from "../../env.ts";
import { passkeyFor } from "../../test/authenticator.ts";
import { type Caller, callerOf, linkSession, ready, refusalOf, signing } from "../../test/physio-road.ts";
import { dayFromNow, openRows, type Rows } from "../../test/rows.ts";
import { closeDatabases } from "../db/pools.ts";

let rows: Rows;
let practice: Awaited<ReturnType<Rows["practice"]>>;
let coach: Caller;
let clientId: string;
let requestId: string;
let userId: string;
/** By her link, hours after her code: only a passkey is fresh. */
let physio: Caller;
let passkey: Awaited<ReturnType<typeof passkeyFor>>;

beforeAll(async () => {
  rows = await openRows();
  practice = await rows.practice();
  coach = callerOf({ area: "coach", sessionToken: await rows.session(practice.owner.userId) });
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

async function asks() {
  const mum = await ready(rows, practice);
  const user = await rows.user("Pia");
  const physioId = await practice.physio("Pia", user);
  const asked = { clientId: mum.id, physioId, kind: "assessment" as const, reason: "A look, please" };
  const request = await coach.clearance.request({ key: randomUUID(), ...asked, dueOn: dayFromNow(7) });
  return { mum, user, requestId: request.requestId };
}
beforeEach(async () => {
  const made = await asks();
  [clientId, requestId, userId] = [made.mum.id, made.requestId, made.user];
  passkey = await passkeyFor(rows, userId, env().APP_URL);
  physio = await linkSession(rows, requestId, false);
});

type Body = ReturnType<typeof signing>;
/** The way of the form: what has to be signed, her finger, and the same body again with the answer. */
async function prepared({ key: signKey, ...body }: Body, who = physio) {
  const asked = await who.clearance.toSign({ key: randomUUID(), signKey, ...body });
  if (!asked) throw new Error("no passkey");
  return { prepared: asked.prepared, challenge: asked.options.challenge };
}
const signs = async (body: Body, by: { prepared: string; challenge: string }, key = passkey) =>
  physio.clearance.sign({ ...body, passkey: { prepared: by.prepared, answer: key.answer(by.challenge) } });
const signed = async () =>
  (await rows.db.query(`SELECT id, assertion FROM clearance WHERE client_id = $1`, [clientId])).rows;
const refused = async () =>
  (
    await rows.db.query(
      `SELECT data->>'reason' AS reason FROM audit_event WHERE client_id = $1 AND action = 'signoff.refused'`,
      [clientId],
    )
  ).rows.map((row) => row.reason);

describe("a physio signs with her passkey", () => {
  test("given an answer over the record's hash, then signed without a code, and anybody can check both without us", async () => {
    const body = signing(requestId);
    expect(await refusalOf(physio.clearance.sign(body))).toBe("PRECONDITION_REQUIRED");
    const asked = await prepared(body);
    expect(await signed()).toEqual([]);
    const { clearanceId } = await signs(body, asked);
    const whole = await physio.clearance.export({ clearanceId });
    expect(whole.record.signer.passkeys).toHaveLength(1);
    expect(whole.record.how).toMatchObject({ confirmedBy: "passkey_on_record" });
    expect(check(JSON.stringify(whole))).toMatchObject({ intact: true, passkey: true });
    const { passkey: _, ...without } = whole;
    expect(check(JSON.stringify(without))).toMatchObject({ intact: false });
  });

  test("given any byte of the evidence changed, then not intact", async () => {
    const body = signing(requestId);
    const { clearanceId } = await signs(body, await prepared(body));
    const whole = await physio.clearance.export({ clearanceId });
    for (const part of ["publicKey", "authenticatorData", "clientData", "signature"] as const) {
      const hex = whole.passkey?.[part] ?? "";
      const bent = hex.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
      expect(check(JSON.stringify({ ...whole, passkey: { ...whole.passkey, [part]: bent } }))).toMatchObject({
        intact: false,
      });
    }
  });

  test.each<[string, (body: Body, asked: Awaited<ReturnType<typeof prepared>>) => Promise<unknown>]>([
    [
      "another limit than the one that was signed",
      (body, asked) =>
        signs({ ...body, clearance: { ...body.clearance, reviewBy: dayFromNow(90) as never } }, asked),
    ],
    [
      "the same answer for a second record",
      async (body, asked) => signs({ ...body, key: randomUUID() }, asked),
    ],
    [
      "an answer to the hash of another record of hers",
      async (body, asked) => {
        const other = await prepared(signing(requestId));
        return signs(body, { prepared: asked.prepared, challenge: other.challenge });
      },
    ],
    [
      "somebody else's passkey",
      async (body, asked) =>
        signs(body, asked, await passkeyFor(rows, await rows.user("Eve"), env().APP_URL)),
    ],
    [
      "her passkey on another site",
      async (body) => {
        const there = await passkeyFor(rows, userId, "https://sevenstride.example.com");
        return signs(body, await prepared(body), there);
      },
    ],
    [
      "a hash nobody asked her to sign",
      (body, asked) => signs(body, { ...asked, challenge: Buffer.alloc(32).toString("base64url") }),
    ],
    ["made-up preparations", (body, asked) => signs(body, { ...asked, prepared: "AAAA".repeat(20) })],
  ])("given %s, then nothing is signed, and it is told", async (_, attempt) => {
    const body = signing(requestId);
    const asked = await prepared(body);
    expect(await refusalOf(attempt(body, asked))).toBe("passkey_wrong");
    expect(await signed()).toEqual([]);
    expect(await refused()).toEqual(["passkey_wrong"]);
  });

  test("given the same answer twice, then one record; once its challenge ran out, none", async () => {
    const body = signing(requestId);
    const asked = await prepared(body);
    await rows.db.query(`UPDATE passkey_challenge SET expires_at = now() WHERE challenge = $1`, [
      asked.challenge,
    ]);
    expect(await refusalOf(signs(body, asked))).toBe("passkey_wrong");
    const again = await prepared(body);
    const answer = { prepared: again.prepared, answer: passkey.answer(again.challenge) };
    const first = await physio.clearance.sign({ ...body, passkey: answer });
    expect(await physio.clearance.sign({ ...body, passkey: answer })).toEqual(first);
    expect(await signed()).toHaveLength(1);
  });

  test("given no passkey, or no account, then nothing is prepared and the code stays the way", async () => {
    await rows.db.query(`DELETE FROM passkey WHERE user_id = $1`, [userId]);
    const { key: signKey, ...body } = signing(requestId);
    expect(await physio.clearance.toSign({ key: randomUUID(), signKey, ...body })).toBeNull();
    expect(await signed()).toEqual([]);
  });
});
