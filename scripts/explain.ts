// npm run explain -- <client> [date]: a client's journey as of any day, in words.
import pg from "pg";
import { explain } from "../src/domain/journey/as-of.ts";
import { type Day, daySchema } from "../src/domain/shared/day.ts";
import { todayIn } from "../src/server/clock.ts";
import { toRecord } from "../src/server/journey/load-record.ts";
import { dayInWords } from "../src/words/days.ts";
import { explained } from "../src/words/explain.ts";
import { ownerUrlOf, readSettings } from "./installation.ts";
import { live } from "./life.ts";
import { Plain } from "./plain.ts";

const USAGE = "npm run explain -- <client> [date], the date as 2026-11-22";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What to explain. Throws `Plain` with how it is asked. */
function asked([client = "", date]: readonly string[]): { client: string; on: Day | null } {
  if (!UUID.test(client)) throw new Plain(`"${client}" is no client's id. ${USAGE}`);
  const day = daySchema.nullable().safeParse(date ?? null);
  if (!day.success) throw new Plain(`"${date}" is no day. ${USAGE}`);
  return { client, on: day.data };
}

/** Her record, read with the tables' owner's key; the look stands in her trail like any other. */
async function recordOf(ownerUrl: string, client: string): Promise<unknown> {
  const db = new pg.Client({ connectionString: ownerUrl, application_name: "sevenstride-explain" });
  await db.connect();
  try {
    const { rows } = await db.query<{ raw: { client: { practice_id: string } } | null }>(
      "SELECT app.record_of($1) AS raw",
      [client],
    );
    const raw = rows[0]?.raw;
    if (!raw) throw new Plain(`There is no client ${client}.`);
    await db.query(
      `SELECT app.append_audit($1, 'system', NULL, 'read.journey.explain', $2, 'command', 'explain', '{}', clock_timestamp())`,
      [raw.client.practice_id, client],
    );
    return raw;
  } finally {
    await db.end();
  }
}

live(async () => {
  const { client, on } = asked(process.argv.slice(2));
  const record = toRecord(await recordOf(await ownerUrlOf(await readSettings("production")), client));
  const { zone } = record.client;
  const dayOf = (at: string) => todayIn(zone, new Date(at));
  const day = on ?? todayIn(zone, new Date());
  process.stdout.write(`\nThe journey of ${client} as of ${dayInWords(day, "year")} (${zone})\n`);
  for (const { title, lines } of explained(explain(record, day, dayOf), dayOf))
    process.stdout.write(`\n${title}\n${lines.map((line) => `  - ${line}\n`).join("")}`);
  return 0;
}, 1);
