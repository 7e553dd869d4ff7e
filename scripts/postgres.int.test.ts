import pg from "pg";
import { expect, inject, test } from "vitest";

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
