import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asksPhysio, clearedBy } from "../../../prisma/seed/stories.ts";
import { SITUATIONS } from "../../../prisma/seed/situations.ts";
import { openWorld, type World } from "../../../prisma/seed/world.ts";
import { addDays, type Day } from "../../domain/shared/day.ts";
import { callerOf, linkToken } from "../../test/physio-road.ts";
import { closeDatabases } from "../db/pools.ts";
import { asText } from "../mail/letter.ts";
import { compose, type Waiting } from "../mail/compose.ts";
import { stopMonthMail } from "../mail/stop.ts";
import { turnDays } from "./day-turns.ts";

let world: World;
let number = 0;
beforeAll(async () => {
  world = await openWorld(process.env["OWNER_DATABASE_URL"] ?? "");
});
afterAll(async () => {
  await closeDatabases();
  await world.close();
});
// Each test has the clock and the post to itself.
beforeEach(async () => {
  await world.db.query("UPDATE client SET archived_at = now()");
  await world.db.query("DELETE FROM outbox");
});

const address = () => `reminded-${(number += 1)}@example.org`;
const noon = (day: Day) => new Date(`${day}T12:00:00Z`);

/** A mum after her intake, and her physio. */
async function aMum() {
  const practice = await world.practice({
    name: "Pelvic Practice",
    owner: { name: "Olive", email: address() },
    zone: "UTC",
  });
  const physio = await practice.physio({ name: "Pia", email: address() });
  await practice.checkCredential(physio, 300);
  const mum = await practice.mum({ name: "Mere", email: address(), joinedDaysAgo: 250 });
  SITUATIONS.intakeDone({
    mum,
    physio,
    birth: { daysAgo: 300 },
    goal: { daysPerWeek: 3, minutesPerRun: 30 },
  });
  return { physio, mum, practice };
}

/** What waits to leave, as it would be written. */
async function post() {
  const { rows } = await world.db.query<Waiting>("SELECT id, kind, payload FROM outbox ORDER BY kind, id");
  const mails = await Promise.all(rows.map(async (row) => ({ kind: row.kind, mail: await compose(row) })));
  return mails.map(({ kind, mail }) => ({
    kind,
    to: mail?.to.address,
    subject: mail?.letter.subject ?? "",
    text: mail ? asText(mail.letter) : "",
    letter: mail?.letter,
  }));
}

test("given nobody answers, then the night of each day writes to the physio once, with a way in, and her list shows it", async () => {
  const { mum, physio } = await aMum();
  const requestId = asksPhysio(mum, physio, 0, "recheck");
  await mum.save();
  for (const days of [6, 7, 8]) {
    await turnDays(noon(addDays(world.today, days)));
    expect((await post()).map((row) => row.kind)).toEqual(days < 7 ? [] : ["physio_request"]);
  }
  const [mail] = await post();
  expect(mail).toMatchObject({ to: physio.email, subject: expect.stringMatching(/^A reminder from/) });
  expect(mail?.text).toMatch(/\/physio\/open#[\w-]{43}/);
  expect(mail?.text.replaceAll(/https?:\S+/g, "")).not.toMatch(/Mere/);
  const { rows } = await world.db.query(
    `SELECT s.step, s.recorded_by_kind, (SELECT count(*)::int FROM physio_link k WHERE k.request_id = s.request_id AND k.revoked_at IS NULL) AS links
       FROM request_step s WHERE s.request_id = $1`,
    [requestId],
  );
  // The way in she had stays good: she may be half way through.
  expect(rows).toEqual([{ step: "reminded", recorded_by_kind: "system", links: 2 }]);
});

test("given days the coach chose, then the night of each of them reminds, the day after the last one it has run out, and all three see it", async () => {
  const { mum, physio, practice } = await aMum();
  await mum.save();
  const as = async (area: "coach" | "client", userId: string | null, days = 0) =>
    callerOf({
      area,
      sessionToken: await world.signIn(userId ?? ""),
      now: noon(addDays(world.today, days)),
    });
  const on = (days: number) => addDays(world.today, days);
  const coach = await as("coach", practice.owner.userId);
  const { requestId } = await coach.clearance.request({
    key: randomUUID(),
    clientId: mum.id,
    physioId: physio.id,
    kind: "recheck",
    reason: "Another look",
    dueOn: on(3),
    remindOn: [on(4), on(2)],
    expiresOn: on(5),
  });
  const seen = async (days: number) => {
    const [theirs] = (await (await as("client", mum.userId, days)).clearance.mine({})).requests;
    const [line] = await (await as("coach", practice.owner.userId, days)).clearance.requests({});
    return { mum: theirs?.state, next: theirs?.remindOn, coach: line?.state };
  };
  const reminders = async () => {
    const { rows } = await world.db.query<{ on: string }>(
      `SELECT "on"::text FROM request_step WHERE request_id = $1 AND step = 'reminded' ORDER BY "on"`,
      [requestId],
    );
    return rows.map((row) => row.on);
  };
  expect(await seen(0)).toEqual({ mum: "sent", next: on(2), coach: "sent" });
  for (const days of [1, 2, 3, 4, 5, 6]) await turnDays(noon(on(days)));
  expect(await reminders()).toEqual([on(2), on(4)]);
  // One by the press, two by the nights.
  expect((await post()).filter((row) => row.kind === "physio_request")).toHaveLength(3);
  expect(await seen(5)).toEqual({ mum: "sent", next: null, coach: "sent" });
  expect(await seen(6)).toEqual({ mum: "expired", next: null, coach: "expired" });
  const token = await linkToken(world, requestId);
  const visit = callerOf({ area: "physio", linkToken: token, now: noon(on(6)) });
  expect((await visit.clearance.forPhysio({})).request.state).toBe("expired");
});

test("given a sign-off's review comes near, then mum, coach and physio are told once each, and no subject says what of", async () => {
  const { mum, physio } = await aMum();
  clearedBy(mum, physio, 1);
  await mum.save();
  const { reviewBy } = mum.facts.clearance.at(-1)!;
  const told = async () =>
    (await post())
      .filter((row) => row.kind !== "physio_month")
      .map(({ kind, subject }) => ({ kind, subject }));
  await turnDays(noon(addDays(reviewBy, -22)));
  expect(await told()).toEqual([]);
  for (const days of [21, 20, 8]) await turnDays(noon(addDays(reviewBy, -days)));
  expect(await told()).toMatchObject([
    { kind: "coach_notice" },
    { kind: "notice" },
    { kind: "physio_notice" },
  ]);
  for (const days of [7, 1]) await turnDays(noon(addDays(reviewBy, -days)));
  expect(await told()).toHaveLength(6);
  for (const { subject } of await told())
    expect(subject).not.toMatch(/pelvic|sign-off|running|Mere|leak|heav|symptom/i);
  await turnDays(noon(addDays(reviewBy, 1)));
  expect(await told()).toHaveLength(6);
});

test("given a month has passed, then the physio gets one quiet mail with a link alone, until she presses stop", async () => {
  const { mum, physio } = await aMum();
  clearedBy(mum, physio, 1);
  await mum.save();
  const { signedOn } = mum.facts.clearance.at(-1)!;
  const from = addDays(signedOn, 28);
  const months = async () => (await post()).filter((row) => row.kind === "physio_month");
  await turnDays(noon(from));
  await turnDays(noon(addDays(from, 1)));
  const [mail, ...more] = await months();
  expect(more).toEqual([]);
  expect(mail?.text).toMatch(/\/physio\/open#[\w-]{43}/);
  // A secret may spell anything.
  const said = `${mail?.subject} ${mail?.text.replaceAll(/https?:\S+/g, "")}`;
  expect(said).not.toMatch(/Mere|run|leak|pain|week/i);

  const stop = new URL(mail?.letter?.stop?.post ?? "");
  expect((await stopMonthMail(new Request(stop, { method: "POST" }))).status).toBe(204);
  const guessed = new URL(stop);
  guessed.searchParams.set("t", randomUUID());
  expect((await stopMonthMail(new Request(guessed, { method: "POST" }))).status).toBe(404);
  // The one that waited does not leave any more, and no other comes.
  expect((await months())[0]?.to).toBeUndefined();
  await turnDays(noon(addDays(from, 28)));
  expect(await months()).toHaveLength(1);
});
