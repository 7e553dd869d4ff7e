import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mum } from "../../../prisma/seed/mum.ts";
import { addDays, type Day, daysBetween, weekStart } from "../../domain/shared/day.ts";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";
import { turnDays } from "../attention/day-turns.ts";

let desk: Desk;
let runner: Mum;
beforeAll(async () => {
  desk = await openDesk();
  runner = await desk.mum("running");
});
afterAll(() => desk.close());

type Row = { id: string; kind: string; day: string; level: number; revision: number };
const rowsOf = async (clientId: string): Promise<readonly Row[]> =>
  (
    await desk.db.query<Row>(
      "SELECT id, kind, day::text, level, revision FROM session WHERE client_id = $1 AND day >= $2 ORDER BY day, id",
      [clientId, desk.world.today],
    )
  ).rows;
const runsOf = async (clientId: string) => (await rowsOf(clientId)).filter((row) => row.kind === "walk_run");

/** Watches the statements that change a table: of what kind, and in which message of the client's they came. */
async function statementsOn(table: string) {
  await desk.db.query(`
    CREATE TABLE watched (at serial, op text, sent timestamptz);
    GRANT INSERT ON watched TO PUBLIC; GRANT USAGE ON watched_at_seq TO PUBLIC;
    CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO public.watched (op, sent) VALUES (TG_OP, statement_timestamp()); RETURN NULL;
    END $$;
    CREATE TRIGGER watch AFTER INSERT OR UPDATE OR DELETE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION watch()`);
  return {
    async end() {
      const { rows } = await desk.db.query<{ op: string; message: number }>(
        "SELECT op, dense_rank() OVER (ORDER BY sent)::int AS message FROM watched ORDER BY at",
      );
      await desk.db.query("DROP FUNCTION watch() CASCADE; DROP TABLE watched");
      return rows;
    },
  };
}

test("assigned, its sessions of twelve weeks stand in the calendar; written again nothing is written", async () => {
  const mum = await desk.mum("restoring");
  const before = (await rowsOf(mum.id)).filter((row) => row.kind === "walking");
  const wish = {
    key: randomUUID(),
    clientId: mum.id,
    protocolVersionId: desk.version("walking").versionId,
    startsOn: desk.world.today,
    weekdays: [1, 2, 3, 4, 5, 6, 7] as (1 | 2 | 3 | 4 | 5 | 6 | 7)[],
    level: 0,
    mode: "propose" as const,
    maxLevel: null,
  };
  const statements = await statementsOn("session");
  await desk.coach.plans.assign(wish);
  // One statement a kind, both in the one message that Postgres was sent.
  expect((await statements.end()).map((row) => [row.op, row.message])).toEqual([
    ["DELETE", 1],
    ["INSERT", 1],
  ]);
  const walks = (await rowsOf(mum.id)).filter((row) => row.kind === "walking");
  expect(walks.length).toBeGreaterThanOrEqual(83);
  expect(walks.map((row) => row.id)).not.toEqual(expect.arrayContaining(before.map((row) => row.id)));
  const written = () =>
    desk.db.query(`SELECT id, xmin::text, ctid::text FROM session WHERE client_id = $1 ORDER BY id`, [
      mum.id,
    ]);
  const first = (await written()).rows;
  await desk.db.query(`UPDATE client_status SET as_of = '1970-01-01' WHERE client_id = $1`, [mum.id]);
  expect(await turnDays(new Date())).toBeGreaterThan(0);
  expect((await written()).rows).toEqual(first);
});

test("what she does today stays as it was planned; a heavy feeling takes every run out of what is to come", async () => {
  const me = await desk.as(runner.userId!, "client");
  const before = await runsOf(runner.id);
  expect(before.length).toBeGreaterThan(20);
  await me.symptoms.check({
    key: randomUUID(),
    moment: "any_time",
    day: desk.world.today,
    logId: null,
    sessionId: null,
    findings: [{ kind: "symptom", symptom: "heaviness" }],
    note: null,
  });
  expect(await runsOf(runner.id)).toEqual([]);
  expect((await rowsOf(runner.id)).length).toBeGreaterThan(0);
});

test("Postgres lets no run into the calendar while running is shut, by whatever road, and the rest is written", async () => {
  const mum = await desk.mum("heavyOnRun");
  const run = mum.facts.plan.findLast((row) => row.kind === "walk_run")!;
  const walk = mum.facts.plan.findLast((row) => row.kind === "walking")!;
  const row = (plan: typeof run, slot: string) => ({
    id: randomUUID(),
    plan_id: plan.id,
    kind: plan.kind,
    slot,
    day: slot,
    level: 0,
    turn: 0,
    pinned: false,
  });
  const insert = ({ id, plan_id, kind, slot }: ReturnType<typeof row>) =>
    desk.db.query(
      `INSERT INTO session (id, practice_id, client_id, plan_id, kind, slot, day, level) VALUES ($1, $2, $3, $4, $5, $6, $6, 0)`,
      [id, desk.practice.id, mum.id, plan_id, kind, slot],
    );
  const slot = "2031-01-06";
  await expect(insert(row(run, slot))).rejects.toMatchObject({ code: "P0R01" });
  await insert(row(walk, "2031-01-07"));
  const [there] = (
    await desk.db.query(`SELECT id FROM session WHERE client_id = $1 AND day = '2031-01-07'`, [mum.id])
  ).rows;
  expect(there).toBeDefined();
  await desk.db.query(`SELECT app.put_sessions($1, $2, '[]', '{}')`, [
    mum.id,
    JSON.stringify([row(run, slot), row(walk, slot)]),
  ]);
  const { rows } = await desk.db.query(`SELECT kind FROM session WHERE client_id = $1 AND day = $2`, [
    mum.id,
    slot,
  ]);
  expect(rows).toEqual([{ kind: "walking" }]);
});

test("a coach's hand: moved it is on the moved day of her phone; harder, without rest, or done is refused", async () => {
  const mum = await desk.mum("running", "Moved");
  const me = await desk.as(mum.userId!, "client");
  const place = (placing: object) =>
    desk.coach.plans.place({ key: randomUUID(), clientId: mum.id, placing: placing as never });
  const [first, second] = (await runsOf(mum.id)).filter((row) => row.day > desk.world.today);
  const later = (day: string, days: number) =>
    new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  await desk.coach.plans.place({
    key: randomUUID(),
    clientId: mum.id,
    placing: { type: "edit", sessionId: first!.id, level: null, turn: null, note: "Slowly, please." },
  });
  expect(
    await refusedWith(place({ type: "move", sessionId: first!.id, day: later(second!.day, -1) })),
  ).toEqual({
    code: "impact_days_without_rest",
  });
  expect(
    await refusedWith(place({ type: "edit", sessionId: first!.id, level: 12, turn: null, note: null })),
  ).toMatchObject({ code: expect.stringMatching(/level_(beyond_limit|not_earned)/) });
  expect(await refusedWith(place({ type: "move", sessionId: first!.id, day: "2020-01-01" }))).toMatchObject({
    code: "day_in_past",
  });
  await place({ type: "remove", sessionId: second!.id });
  await place({ type: "move", sessionId: first!.id, day: later(first!.day, 1) });
  const moved = (await runsOf(mum.id)).find((row) => row.id === first!.id);
  expect([moved?.day, (await runsOf(mum.id)).some((row) => row.id === second!.id)]).toEqual([
    later(first!.day, 1),
    false,
  ]);
  const { days } = await me.plans.week({});
  const planned = days.flatMap((row) => row.planned.map((line) => [row.day, line.sessionId, line.note]));
  if (days.some((row) => row.day === moved?.day))
    expect(planned).toContainEqual([moved?.day, first!.id, "Slowly, please."]);
  // What happens next leaves her hand where it was.
  await me.plans.log({
    key: randomUUID(),
    sessionId: null,
    planId: null,
    kind: "walking",
    level: null,
    doneOn: desk.world.today,
    minutesTotal: 20,
    minutesRun: 0,
    minutesWalk: 20,
    effort: 3,
    completion: "extra",
    performance: null,
    supersedesId: null,
    note: null,
    findings: [],
  });
  expect((await runsOf(mum.id)).find((row) => row.id === first!.id)?.day).toBe(moved?.day);
  const seen = await desk.coach.plans.calendar({
    clientId: mum.id,
    fromDay: desk.world.today,
    days: 28,
  });
  expect(seen.sessions.find((row) => row.sessionId === first!.id)).toMatchObject({ byHand: true });
  const audited = await desk.db.query(
    "SELECT count(*)::int AS n FROM audit_event WHERE client_id = $1 AND action LIKE 'session.%' AND action NOT LIKE '%recorded'",
    [mum.id],
  );
  expect(audited.rows[0].n).toBe(3);
});

test("a session is added and taken out again; a plan is put off by a week and stays in its order", async () => {
  const mum = await desk.mum("running", "Added");
  const place = (placing: object) =>
    desk.coach.plans.place({ key: randomUUID(), clientId: mum.id, placing: placing as never });
  const plan = mum.facts.plan.findLast((row) => row.kind === "strength")!;
  const strengthOf = async () => (await rowsOf(mum.id)).filter((row) => row.kind === "strength");
  const before = await strengthOf();
  const day = addDays(desk.world.today, 3);
  const sessionId = randomUUID();
  await place({ type: "add", sessionId, planId: plan.id, day });
  await place({ type: "add", sessionId, planId: plan.id, day });
  expect((await strengthOf()).filter((row) => row.id === sessionId).map((row) => row.day)).toEqual([day]);
  await place({ type: "remove", sessionId });
  const placesOf = (rows: readonly Row[]) => rows.map((row) => [row.id, row.day]);
  expect(placesOf(await strengthOf())).toEqual(placesOf(before));

  const from = addDays(desk.world.today, 1);
  const ahead = before.filter((row) => row.day >= from);
  const { back } = await place({ type: "shift", planId: plan.id, fromDay: from, days: 7 });
  const after = new Map((await strengthOf()).map((row) => [row.id, row.day]));
  // What would lie beyond the weeks that are laid out stays where it is.
  const moved = ahead.filter((row) => after.get(row.id) !== row.day);
  expect(moved.length).toBeGreaterThan(10);
  expect(moved.map((row) => after.get(row.id))).toEqual(moved.map((row) => addDays(row.day as Day, 7)));
  // The way back leaves nothing of it: not a day, not a pin.
  await place(back ?? {});
  expect(placesOf(await strengthOf())).toEqual(placesOf(before));
  const pinned = await desk.db.query(
    "SELECT 1 FROM session WHERE client_id = $1 AND plan_id = $2 AND pinned",
    [mum.id, plan.id],
  );
  expect(pinned.rows).toEqual([]);
  expect(
    await refusedWith(place({ type: "add", sessionId: randomUUID(), planId: randomUUID(), day })),
  ).toEqual({ code: "unknown", subject: "plan" });
});

test("a week of hers is laid into her next and into another mum's; who has no right to run gets none of it", async () => {
  const mum = await desk.mum("running", "Copied");
  const other = await desk.mum("running", "Copied to");
  const held = await desk.mum("heavyOnRun", "Held");
  const monday = addDays(weekStart(desk.world.today), 7);
  const into = addDays(monday, 7);
  const weekOf = async (clientId: string, from: Day) =>
    (await rowsOf(clientId))
      .filter((row) => row.day >= from && row.day < addDays(from, 7))
      .map((row) => `${row.kind} ${daysBetween(from, row.day as Day)}`)
      .toSorted();
  const walk = (await rowsOf(mum.id)).find((row) => row.kind === "strength" && row.day >= monday)!;
  await desk.coach.plans.place({
    key: randomUUID(),
    clientId: mum.id,
    placing: { type: "remove", sessionId: walk.id },
  });
  const pattern = await weekOf(mum.id, monday);
  const copied = await desk.coach.plans.copyWeek({
    key: randomUUID(),
    clientId: mum.id,
    fromDay: monday,
    toDay: into,
    toClientIds: [mum.id, other.id, held.id],
  });
  const answers = new Map(copied.rows.map((row) => [row.clientId, row.refusal]));
  const backOf = (id: string) => copied.rows.find((row) => row.clientId === id)?.back ?? null;
  expect([answers.get(mum.id), answers.get(other.id)]).toEqual([null, null]);
  expect(await weekOf(mum.id, into)).toEqual(pattern);
  expect(await weekOf(other.id, into)).toEqual(pattern);
  expect([backOf(held.id), backOf(other.id)?.type]).toEqual([null, "restore"]);
  expect(answers.get(held.id)).toMatchObject({ code: "run_locked" });
  expect((await weekOf(held.id, into)).some((row) => row.startsWith("walk_run"))).toBe(false);
  await expect(
    desk.coach.plans.copyWeek({
      key: randomUUID(),
      clientId: mum.id,
      fromDay: monday,
      toDay: into,
      toClientIds: [desk.foreign.id],
    }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});
