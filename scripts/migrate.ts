// Brings a database to the newest migration, in Prisma's own layout and book-keeping, so that `prisma migrate status`
// and `deploy` agree with it. Prisma's own command needs an engine from a place that a closed network cannot reach.
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { messageOf, Plain } from "./plain.ts";

/** The number Prisma locks while it migrates: ours and Prisma's runs wait for each other. */
const PRISMA_LOCK = 72707369;

const BOOK = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface Entry {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

export const migrationsFolder = path.resolve(import.meta.dirname, "../prisma/migrations");

/**
 * Applies every migration that the database does not have yet, each in one transaction, and answers with their names.
 * Several at once wait for each other. Throws `Plain` when a migration fails, failed in an earlier run, or was
 * changed after it had been applied. A migration cannot hold what Postgres refuses inside a transaction
 * (`CREATE INDEX CONCURRENTLY`).
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "sevenstride-migrate" });
  client.on("error", () => undefined); // a lost connection fails the query that waits for it; that is enough
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${PRISMA_LOCK})`);
    const missing = await missingOf(client, migrations);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end(); // lets the lock go with the session
  }
}

/** Every migration of the folder, oldest first: the order of their names. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const withSql = names.filter((name) => existsSync(path.join(folder, name, "migration.sql"))).toSorted();
  return Promise.all(
    withSql.map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function missingOf(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(BOOK);
  // We hold the lock, so what began and neither ended nor failed was cut off (killed, power gone). Its transaction went
  // with it: it may simply be tried again.
  await client.query(
    "UPDATE public._prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND logs IS NULL AND rolled_back_at IS NULL",
  );
  const { rows } = await client.query<Entry>(
    "SELECT migration_name, checksum, finished_at FROM public._prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const failed = rows.find((row) => row.finished_at === null);
  if (failed)
    throw new Plain(
      `The migration ${failed.migration_name} failed in an earlier run. Mend it, then say so with: npx prisma migrate resolve --rolled-back ${failed.migration_name}`,
    );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const changed = migrations.find(
    ({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum,
  );
  if (changed)
    throw new Plain(
      `The migration ${changed.name} was changed after this database had it. Put the file back and write a new migration instead (or, if this is only a demo, delete its data folder).`,
    );
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query(
    "INSERT INTO public._prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)",
    [id, checksum, name],
  );
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query("RESET ROLE"); // in case the migration forgot to
    await client.query(
      "UPDATE public._prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1",
      [id],
    );
    await client.query("COMMIT");
  } catch (error) {
    const reason = explain(error, sql);
    await client.query("ROLLBACK");
    await client.query("UPDATE public._prisma_migrations SET logs = $2 WHERE id = $1", [id, reason]);
    throw new Plain(`The migration ${name} failed and left nothing behind: ${reason}`);
  }
}

/** Postgres's own words, with the line of the file they are about where Postgres tells it. */
function explain(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError) || !error.position) return messageOf(error);
  const line = sql.slice(0, Number(error.position)).split("\n").length;
  return `${error.message} (line ${line}, SQLSTATE ${error.code})`;
}
