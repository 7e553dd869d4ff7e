import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "../src/test/database.ts";
import { migrate, readMigrations } from "./migrate.ts";

let folder: string;
let url: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "sevenstride-migrations-"));
  url = (await freshDatabase("empty")).owner;
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, sql: string): string {
  mkdirSync(path.join(folder, name));
  const file = path.join(folder, name, "migration.sql");
  writeFileSync(file, sql);
  return file;
}

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const book = () =>
  ask(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count, logs
       FROM _prisma_migrations ORDER BY started_at`,
  );

const FUNCTION = `CREATE TABLE mum (name text);
CREATE FUNCTION greet(name text) RETURNS text LANGUAGE plpgsql AS $body$
BEGIN
  PERFORM 1; -- a semicolon inside; 'and a quote
  RETURN 'Kia ora, ' || name;
END;
$body$;`;

describe("a migration that works", () => {
  test("is applied whole, function bodies included, and written down as Prisma does", async () => {
    write("20260101000000_greet", FUNCTION);
    expect(await migrate(url, folder)).toEqual(["20260101000000_greet"]);
    expect(await ask("SELECT greet('Ana') AS said")).toEqual([{ said: "Kia ora, Ana" }]);
    const [{ checksum } = { checksum: "" }] = await readMigrations(folder);
    expect(await book()).toEqual([
      {
        migration_name: "20260101000000_greet",
        checksum,
        finished: true,
        applied_steps_count: 1,
        logs: null,
      },
    ]);
  });

  test("is applied once, and the ones after it in the order of their names", async () => {
    write("20260101000000_greet", FUNCTION);
    await migrate(url, folder);
    write("20260103000000_c", "ALTER TABLE b ADD COLUMN c int");
    write("20260102000000_b", "CREATE TABLE b ()");
    expect(await migrate(url, folder)).toEqual(["20260102000000_b", "20260103000000_c"]);
    expect(await migrate(url, folder)).toEqual([]);
  });

  test("may become the definer and forget to step back", async () => {
    write("20260101000000_role", "SET LOCAL ROLE sevenstride_definer; SELECT 1");
    write("20260102000000_b", "CREATE TABLE b ()");
    expect(await migrate(url, folder)).toHaveLength(2);
    expect(await ask("SELECT tableowner FROM pg_tables WHERE tablename = 'b'")).toEqual([
      { tableowner: "sevenstride_owner" },
    ]);
  });
});

describe("a migration that fails", () => {
  beforeEach(() => write("20260101000000_bad", "CREATE TABLE half ();\n\nSELECT * FROM nowhere;"));

  test("leaves nothing behind and names its line", async () => {
    await expect(migrate(url, folder)).rejects.toThrow(
      'The migration 20260101000000_bad failed and left nothing behind: relation "nowhere" does not exist (line 3, SQLSTATE 42P01)',
    );
    expect(await ask("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    expect(await book()).toMatchObject([
      { finished: false, applied_steps_count: 0, logs: expect.any(String) },
    ]);
  });

  test("stops the next run until somebody says it was rolled back", async () => {
    await expect(migrate(url, folder)).rejects.toThrow("left nothing behind");
    await expect(migrate(url, folder)).rejects.toThrow("20260101000000_bad failed in an earlier run");
    await ask("UPDATE _prisma_migrations SET rolled_back_at = now()");
    writeFileSync(path.join(folder, "20260101000000_bad", "migration.sql"), "CREATE TABLE whole ()");
    expect(await migrate(url, folder)).toEqual(["20260101000000_bad"]);
  });
});

test("a migration that was cut off is tried again", async () => {
  write("20260101000000_slow", "SELECT pg_sleep(60); CREATE TABLE once ()");
  const cut = migrate(url, folder);
  cut.catch(() => undefined);
  const sleeping =
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%'";
  await expect.poll(() => ask(sleeping)).toHaveLength(1);
  await ask(`SELECT pg_terminate_backend(pid) FROM (${sleeping})`);
  await expect(cut).rejects.toThrow("terminat");

  writeFileSync(path.join(folder, "20260101000000_slow", "migration.sql"), "CREATE TABLE once ()");
  expect(await migrate(url, folder)).toEqual(["20260101000000_slow"]);
});

test("a migration changed after it was applied is refused", async () => {
  const file = write("20260101000000_greet", FUNCTION);
  await migrate(url, folder);
  appendFileSync(file, "\n-- one word more");
  await expect(migrate(url, folder)).rejects.toThrow("20260101000000_greet was changed");
});

test("three at once: one applies, the others wait and find nothing to do", async () => {
  write("20260101000000_slow", "SELECT pg_sleep(0.2); CREATE TABLE once ()");
  const answers = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
  expect(answers.flat()).toEqual(["20260101000000_slow"]);
  expect(await book()).toHaveLength(1);
});
