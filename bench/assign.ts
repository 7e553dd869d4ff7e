// `node bench/assign.ts`: what laying out a plan of twelve weeks costs beside the bare insert of the same rows into a
// table of the same columns and indexes without a rule, both on a server of their own. Absolute figures do not travel
// between machines; the ratio within a run does. Goal: at most three times, with lock, kind and gate asked for each row.
import { randomUUID } from "node:crypto";
import { SITUATIONS } from "../prisma/seed/situations.ts";
import { openWorld } from "../prisma/seed/world.ts";
import { ensureDatabase, ensureRoles, urlsOf } from "../scripts/database.ts";
import { migrate } from "../scripts/migrate.ts";
import { addDays } from "../src/domain/shared/day.ts";
import { startCluster } from "../src/test/cluster.ts";

const ROUNDS = 60;
const DAYS = 84;
const KINDS = ["walking", "walk_run"] as const;

const cluster = await startCluster();
try {
  const admin = cluster.adminUrl("postgres");
  await ensureRoles(admin, cluster.secrets);
  await ensureDatabase(admin, "bench");
  const { owner } = urlsOf(admin, "bench", cluster.secrets);
  await migrate(owner);
  const world = await openWorld(owner);
  for (const kind of KINDS) process.stdout.write(`${kind}: ${await compared(world, kind)}\n`);
  await world.close();
} finally {
  await cluster.stop();
}

/** The same 84 rows, now into a bare table, now into her calendar, in turns. */
async function compared(world: Awaited<ReturnType<typeof openWorld>>, kind: (typeof KINDS)[number]) {
  const { db } = world;
  const address = () => `${randomUUID().slice(0, 8)}@example.org`;
  const practice = await world.practice({ name: "Bench", owner: { name: "Olive", email: address() } });
  const physio = await practice.physio({ name: "Pia", email: address() });
  await practice.checkCredential(physio, 300);
  const mum = await practice.mum({ name: "Ada", email: address(), joinedDaysAgo: 330 });
  SITUATIONS.running({ mum, physio, birth: { daysAgo: 400 }, goal: { daysPerWeek: 3, minutesPerRun: 30 } });
  await mum.save();
  await db.query("CREATE TABLE bare (LIKE session INCLUDING DEFAULTS INCLUDING INDEXES)");
  const plan = mum.facts.plan.findLast((row) => row.kind === kind);
  if (!plan) throw new Error(`no ${kind} plan`);
  const times: { readonly bare: number[]; readonly ours: number[] } = { bare: [], ours: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await db.query("DELETE FROM session WHERE client_id = $1", [mum.id]);
    await db.query("DELETE FROM bare");
    const rows = Array.from({ length: DAYS }, (_, at) => {
      // Within her sign-off, where the gate is asked and open; on a day there is room for any number that no slot is for.
      const day = addDays(mum.day, at % 28);
      return { id: randomUUID(), plan_id: plan.id, kind, slot: null, day, level: 0, turn: 0, pinned: true };
    });
    const days = rows.map((row) => row.day);
    const bare = [rows.map((row) => row.id), practice.id, mum.id, plan.id, days, kind];
    times.bare.push(
      await timed(() =>
        db.query(
          `INSERT INTO bare (id, practice_id, client_id, plan_id, kind, slot, day, level, turn, pinned)
           SELECT i, $2, $3, $4, $6::protocol_kind, NULL, d, 0, 0, true FROM unnest($1::uuid[], $5::date[]) AS r(i, d)`,
          bare,
        ),
      ),
    );
    times.ours.push(
      await timed(() =>
        db.query("SELECT app.put_sessions($1, $2, '[]', '{}')", [mum.id, JSON.stringify(rows)]),
      ),
    );
  }
  const { rows: there } = await db.query("SELECT count(*)::int AS n FROM session WHERE client_id = $1", [
    mum.id,
  ]);
  await db.query("DROP TABLE bare");
  const [bare, ours] = [median(times.bare), median(times.ours)];
  return `${there[0]?.n} sessions, bare ${bare.toFixed(2)} ms, in her calendar ${ours.toFixed(2)} ms, ${(ours / bare).toFixed(1)} times`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}
