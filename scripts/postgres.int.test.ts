import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { bornAt } from "./lock.mjs";
import { type Postgres, startPostgres } from "./postgres.ts";

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("tests run on Postgres 18, not on whatever the machine has", async () => {
  const [row] = await ask(inject("cluster").adminUrl, "SHOW server_version");
  expect(row?.["server_version"]).toMatch(/^18\./);
});

describe("a server of our own", () => {
  let home: string;
  let dataDir: string;
  let started: Postgres[];
  const start = async (durable = false) => {
    const server = await startPostgres({ dataDir, password: "a password", durable });
    started.push(server);
    return server;
  };
  const pidOf = () =>
    Number(readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);

  beforeEach(() => {
    home = mkdtempSync(path.join(os.tmpdir(), "sevenstride-server-"));
    chmodSync(home, 0o711);
    dataDir = path.join(home, "deep", "data");
    started = [];
  });
  afterEach(async () => {
    for (const server of started) await server.stop();
    rmSync(home, { recursive: true });
  });

  test("keeps what was committed, safely on disk and with checksums, and leaves nothing running", async () => {
    const first = await start(true);
    await ask(first.adminUrl("postgres"), "CREATE TABLE kept AS SELECT 7 AS steps");
    const pid = pidOf();
    await first.stop();
    expect(bornAt(pid)).toBeUndefined();

    const second = await start(true);
    expect(await ask(second.adminUrl("postgres"), "TABLE kept")).toEqual([{ steps: 7 }]);
    for (const setting of ["fsync", "full_page_writes", "synchronous_commit", "data_checksums"])
      expect(await ask(second.adminUrl("postgres"), `SHOW ${setting}`)).toEqual([{ [setting]: "on" }]);
  });

  test("is found again when the program that started it was killed", async () => {
    const first = await start();
    const again = await start();
    expect(again).toMatchObject({ reused: true, port: first.port });
    const pid = pidOf();
    await again.stop();
    expect(bornAt(pid)).toBeUndefined();
  });

  test("starts over the note of a server that is gone, even when its number lives on as another process", async () => {
    await (await start()).stop();
    writeFileSync(path.join(dataDir, "postgres/postmaster.pid"), `${process.pid}\n${dataDir}\n0\n5432\n`);
    expect((await start()).reused).toBe(false);
  });

  test("comes back after being killed, with everything that was committed", async () => {
    const first = await start(true);
    await ask(first.adminUrl("postgres"), "CREATE TABLE kept AS SELECT 7 AS steps");
    process.kill(pidOf(), "SIGKILL");
    const second = await start(true);
    expect(second.reused).toBe(false);
    expect(await ask(second.adminUrl("postgres"), "TABLE kept")).toEqual([{ steps: 7 }]);
  });

  test("refuses the data of another version, and data it cannot read, in one sentence", async () => {
    await (await start()).stop();
    const version = path.join(dataDir, "postgres/PG_VERSION");
    writeFileSync(version, "17\n");
    await expect(start()).rejects.toThrow("was made by Postgres 17, and this is Postgres 18");
    writeFileSync(version, "18\n");
    writeFileSync(path.join(dataDir, "postgres/postgresql.conf"), "nonsense = '");
    await expect(start()).rejects.toThrow(/^Postgres does not start: .*postgresql\.conf/);
  });

  test("refuses a place it cannot write to in one sentence", async () => {
    writeFileSync(path.join(home, "file"), "");
    dataDir = path.join(home, "file");
    await expect(start()).rejects.toThrow(`Cannot write to the data folder ${dataDir} (EEXIST)`);
    expect(existsSync(path.join(dataDir, "postgres"))).toBe(false);
  });

  test.runIf(process.getuid?.() === 0)(
    "run by root, refuses a place that Postgres's account cannot enter",
    async () => {
      chmodSync(home, 0o700);
      await expect(start()).rejects.toThrow(`cannot enter ${home}: choose a data folder outside of it`);
    },
  );
});
