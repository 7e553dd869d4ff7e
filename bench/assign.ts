// `node bench/assign.ts`: what writing the sessions of an assigned plan costs beside the bare insert of the same rows into
// a table of the same columns, indexes and foreign keys without a rule, both on a server of their own. The rows are those that the
// assignment itself laid out. Absolute figures do not travel between machines; the ratio within a run does. Goal: at most
// three times, with kind and gate asked for each row; above it the run fails.
import { randomUUID } from "node:crypto";
import { SITUATIONS } from "../prisma/seed/situations.ts";
import { openWorld } from "../prisma/seed/world.ts";
import { ensureDatabase, ensureRoles, urlsOf } from "../scripts/database.ts";
import { migrate } from "../scripts/migrate.ts";
import { startCluster } from "../src/test/cluster.ts";

const ROUNDS = 200;
const MOST = 3;
const KINDS = ["walking", "walk_run"] as const;
/** What an assignment tells of a session, and what stands for it in a table without rules. */
const COLUMNS = "id, plan_id, kind, slot, day, level, turn, pinned";

const cluster = await startCluster();
try {
  const admin = cluster.adminUrl("postgres");
  await ensureRoles(admin, cluster.secrets);
  await ensureDatabase(admin, "bench");
  const { owner } = urlsOf(admin, "bench", cluster.secrets);
  await migrate(owner);
  const world = await openWorld(owner);
  for (const kind of KINDS) {
    const { sessions, bare, ours } = await compared(world, kind);
    const times = ours / bare;
    process.stdout.write(
      `${kind}: ${sessions} sessions, bare ${bare.toFixed(2)} ms, in her calendar ${ours.toFixed(2)} ms, ${times.toFixed(1)} times\n`,
    );
    if (times > MOST) process.exitCode = 1;
  }
  await world.close();
} finally {
  await cluster.stop();
}

/** The rows of her plan, now into a bare table, now into her calendar, in turns. */
async function compared(world: Awaited<ReturnType<typeof openWorld>>, kind: (typeof KINDS)[number]) {
  const { db } = world;
  const address = () => `${randomUUID().slice(0, 8)}@example.org`;
  const practice = await world.practice({ name: "Bench", owner: { name: "Olive", email: address() } });
  const physio = await practice.physio({ name: "Pia", email: address() });
  await practice.checkCredential(physio, 300);
  const mum = await practice.mum({ name: "Ada", email: address(), joinedDaysAgo: 330 });
  SITUATIONS.running({ mum, physio, birth: { daysAgo: 400 }, goal: { daysPerWeek: 3, minutesPerRun: 30 } });
  await mum.save();
  await db.query(`CREATE TABLE bare (LIKE session INCLUDING DEFAULTS INCLUDING INDEXES,
    FOREIGN KEY (practice_id, client_id) REFERENCES client (practice_id, id),
    FOREIGN KEY (practice_id, client_id, plan_id) REFERENCES plan (practice_id, client_id, id))`);
  const { rows } = await db.query<object>(
    `SELECT ${COLUMNS.replace("slot, day", "slot::text, day::text")} FROM session WHERE client_id = $1 AND kind = $2::protocol_kind AND day >= $3`,
    [mum.id, kind, mum.day],
  );
  const sent = JSON.stringify(rows);
  const times: { readonly bare: number[]; readonly ours: number[] } = { bare: [], ours: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await db.query("DELETE FROM session WHERE client_id = $1 AND kind = $2::protocol_kind", [mum.id, kind]);
    await db.query("DELETE FROM bare");
    times.bare.push(
      await timed(() =>
        db.query(
          `INSERT INTO bare (practice_id, client_id, ${COLUMNS})
           SELECT $1, $2, ${COLUMNS} FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, plan_id uuid, kind protocol_kind,
             slot date, day date, level int, turn int, pinned boolean)`,
          [practice.id, mum.id, sent],
        ),
      ),
    );
    times.ours.push(
      await timed(() => db.query("SELECT app.put_sessions($1, $2, '[]', '{}')", [mum.id, sent])),
    );
  }
  await db.query("DROP TABLE bare");
  return { sessions: rows.length, bare: median(times.bare), ours: median(times.ours) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}
