import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Mum } from "../../../prisma/seed/mum.ts";
import { SITUATIONS, type Situation } from "../../../prisma/seed/situations.ts";
import { openWorld, type World } from "../../../prisma/seed/world.ts";
import { addDays, type Day } from "../../domain/shared/day.ts";
import { todayIn } from "../clock.ts";
import { closeDatabases } from "../db/pools.ts";
import { toRecord } from "../journey/load-record.ts";
import { statusOf } from "../journey/status.ts";
import { callerOf } from "../../test/physio-road.ts";
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
// Each test has the clock to itself: nobody of the one before is left to be turned.
beforeEach(() => world.db.query("UPDATE client SET archived_at = now()"));

const address = () => `${(number += 1)}@example.org`;

/** So many mums in a zone; who runs has a sign-off for weeks to come. */
async function mumsIn(
  zone: string,
  count: number,
  situation: Situation = "readyToProgress",
): Promise<readonly Mum[]> {
  const practice = await world.practice({ name: "P", owner: { name: "Olive", email: address() }, zone });
  const physio = await practice.physio({ name: "Pia", email: address() });
  await practice.checkCredential(physio, 300);
  const mums: Mum[] = [];
  for (let one = 0; one < count; one += 1) {
    const mum = await practice.mum({ name: "Mere", email: address(), joinedDaysAgo: 330 });
    const goal = { daysPerWeek: 3, minutesPerRun: 30 };
    SITUATIONS[situation]({ mum, physio, birth: { daysAgo: 400 }, goal });
    mums.push(await mum.save());
  }
  return mums;
}

const COLUMNS =
  "as_of::text, steps, run_open, lock_reasons, attention_rank, reasons, next_session, last_log_on::text";
const stored = async (mum: Mum) =>
  (await world.db.query(`SELECT ${COLUMNS} FROM client_status WHERE client_id = $1`, [mum.id])).rows[0];
async function rebuilt(mum: Mum, now: Date) {
  const { rows } = await world.db.query("SELECT app.record_of($1) AS raw", [mum.id]);
  const record = toRecord(rows[0].raw);
  return JSON.parse(JSON.stringify(statusOf(record, todayIn(record.client.zone, now))));
}
/** Noon of a day, far from anybody's midnight. */
const noon = (day: Day) => new Date(`${day}T00:00:00Z`);

test("given a sign-off that ends, when nobody touches her record, then her status tells of it the morning after", async () => {
  const [mum] = (await mumsIn("Pacific/Auckland", 1)) as [Mum];
  const reviewBy = mum.facts.clearance.at(-1)!.reviewBy;
  expect(await stored(mum)).toMatchObject({ run_open: true });

  const late = noon(addDays(reviewBy, 1));
  expect(await stored(mum)).not.toEqual(await rebuilt(mum, late));
  expect(await turnDays(late)).toBe(1);
  expect(await stored(mum)).toEqual(await rebuilt(mum, late));
  expect(await stored(mum)).toMatchObject({ run_open: false, as_of: addDays(reviewBy, 1) });
});

test("given a day has been turned, when it is turned again, then there is nothing to do and nothing changes", async () => {
  const [mum] = (await mumsIn("Pacific/Auckland", 1)) as [Mum];
  const later = noon(addDays(world.today, 3));
  expect(await turnDays(later)).toBe(1);
  const before = await stored(mum);
  expect(await turnDays(later)).toBe(0);
  expect(await stored(mum)).toEqual(before);
});

test("given mums on both sides of the world, then each day turns at its own midnight", async () => {
  const [here] = (await mumsIn("Pacific/Auckland", 1)) as [Mum];
  const [there] = (await mumsIn("Europe/London", 1)) as [Mum];
  const day = addDays(world.today, 5);
  await turnDays(new Date(`${day}T01:00:00Z`));
  // 13:00 UTC: past midnight in Auckland (in winter and in summer), and the same afternoon in London.
  expect(await turnDays(new Date(`${day}T13:00:00Z`))).toBe(1);
  expect(await stored(here)).toMatchObject({ as_of: addDays(day, 1) });
  expect(await stored(there)).toMatchObject({ as_of: day });
});

test("given more mums than one transaction takes and two processes, then each is turned once and all are", async () => {
  const mums = await mumsIn("Pacific/Auckland", 23, "justIn");
  const later = noon(addDays(world.today, 2));
  const turned = await Promise.all([turnDays(later), turnDays(later)]);
  // What one process holds the other leaves; whatever is left is the next round's.
  expect(turned[0] + turned[1] + (await turnDays(later))).toBe(mums.length);
  for (const mum of mums) expect(await stored(mum)).toEqual(await rebuilt(mum, later));
  // Two dozen mums are a while in the making.
}, 90_000);

test("given somebody is changing her record, then her day waits for the next round and the others' does not", async () => {
  const [busy, calm] = (await mumsIn("Pacific/Auckland", 2)) as [Mum, Mum];
  const later = noon(addDays(world.today, 2));
  await world.db.query("BEGIN");
  await world.db.query("SELECT 1 FROM client WHERE id = $1 FOR UPDATE", [busy.id]);
  try {
    expect(await turnDays(later)).toBe(1);
    expect(await rebuilt(calm, later)).toEqual(await stored(calm));
  } finally {
    await world.db.query("ROLLBACK");
  }
  expect(await turnDays(later)).toBe(1);
  expect(await stored(busy)).toEqual(await rebuilt(busy, later));
});

test("given a mum who was put away, then nobody derives her any more", async () => {
  const [mum] = (await mumsIn("Pacific/Auckland", 1)) as [Mum];
  await world.db.query("UPDATE client SET archived_at = now() WHERE id = $1", [mum.id]);
  expect(await turnDays(noon(addDays(world.today, 9)))).toBe(0);
});

test("given a sign-off's last day, then running is shut from her own midnight on, and not an hour before", async () => {
  const [here] = (await mumsIn("Pacific/Auckland", 1)) as [Mum];
  const [there] = (await mumsIn("Europe/London", 1)) as [Mum];
  const isOpen = async (mum: Mum, at: string) => {
    const sessionToken = await world.signIn(mum.userId ?? "");
    return (await callerOf({ area: "client", sessionToken, now: new Date(at) }).plans.today({})).isRunOpen;
  };
  const last = here.facts.clearance.at(-1)!.reviewBy;
  // Midnight in Auckland is 11:00 UTC in summer and 12:00 in winter.
  expect([await isOpen(here, `${last}T10:59:00Z`), await isOpen(here, `${last}T12:01:00Z`)]).toEqual([
    true,
    false,
  ]);
  const lastThere = there.facts.clearance.at(-1)!.reviewBy;
  expect([
    await isOpen(there, `${lastThere}T12:01:00Z`),
    await isOpen(there, `${addDays(lastThere, 1)}T00:01:00Z`),
  ]).toEqual([true, false]);
});
