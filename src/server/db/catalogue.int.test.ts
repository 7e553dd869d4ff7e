import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FACT_KINDS } from "../../domain/journey/facts.ts";
import { asSuperuser } from "../../test/database.ts";
import { snake } from "../journey/fact-tables.ts";

// Lints over Postgres's own catalogue: what a new table must have before anybody relies on it.

let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: asSuperuser(process.env["OWNER_DATABASE_URL"] ?? "") });
  await db.connect();
});
afterAll(() => db.end());

const list = async (sql: string): Promise<string[]> =>
  (await db.query<{ name: string }>(sql)).rows.map((row) => row.name).toSorted();

const TENANT = `SELECT c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind = 'r' AND (c.relname = 'practice' OR EXISTS (
    SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'practice_id' AND NOT a.attisdropped))`;

/** Tables that belong to no practice, each with its reason. The list only shrinks. */
const WITHOUT_TENANT = {
  _prisma_migrations: "bookkeeping of migrations, granted to nobody",
  attempt_limit: "account, doorman's role only",
  clinical_rule: "figures everybody may read",
  demo_mail: "mailbox of a demo, doorman's role only",
  link_session: "account, doorman's role only",
  passkey: "account, doorman's role only",
  passkey_challenge: "account, doorman's role only",
  recovery_code: "account, doorman's role only",
  sign_in_code: "account, doorman's role only",
  sign_in_session: "account, doorman's role only",
  totp: "account, doorman's role only",
  user: "account, doorman's role only",
} as const;

test("the server is Postgres 18", async () => {
  const { rows } = await db.query<{ v: string }>(`SELECT current_setting('server_version_num') AS v`);
  expect(Number(rows[0]?.v)).toBeGreaterThanOrEqual(180_000);
  expect(Number(rows[0]?.v)).toBeLessThan(190_000);
});

test("every tenant table has row-level security enabled and forced", async () => {
  const all = await list(`SELECT relname AS name FROM (${TENANT}) t`);
  expect(all.length).toBeGreaterThan(35);
  expect(
    await list(
      `SELECT relname AS name FROM (${TENANT}) t WHERE NOT (relrowsecurity AND relforcerowsecurity)`,
    ),
  ).toEqual([]);
});

test("every table is a tenant's or stands on the list with its reason", async () => {
  const others =
    await list(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.oid NOT IN (SELECT oid FROM (${TENANT}) t)`);
  expect(others.filter((name) => !(name in WITHOUT_TENANT))).toEqual([]);
});

test("every tenant table answers all four commands of the application with a policy", async () => {
  const missing =
    await list(`SELECT t.relname || ' ' || cmd AS name FROM (${TENANT}) t CROSS JOIN unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE']) cmd
    WHERE NOT EXISTS (SELECT 1 FROM pg_policies p WHERE p.tablename = t.relname AND p.cmd = cmd AND 'sevenstride_app' = ANY (p.roles))`);
  expect(missing).toEqual([]);
});

test("every foreign key between tenant tables carries the practice, so that no row points across", async () => {
  const loose = await list(`SELECT k.conname AS name FROM pg_constraint k WHERE k.contype = 'f'
    AND k.conrelid IN (SELECT oid FROM (${TENANT}) t) AND k.confrelid IN (SELECT oid FROM (${TENANT}) t)
    AND NOT EXISTS (SELECT 1 FROM unnest(k.conkey) n JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n WHERE a.attname = 'practice_id')`);
  expect(loose).toEqual([]);
});

test("every function that sees past row-level security fixes its search path", async () => {
  expect(
    await list(`SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'app' AND p.prosecdef AND NOT coalesce(array_to_string(p.proconfig, ','), '') LIKE '%search_path%'`),
  ).toEqual([]);
});

test("no view looks with its owner's eyes", async () => {
  expect(await list(`SELECT viewname AS name FROM pg_views WHERE schemaname IN ('public', 'app')`)).toEqual(
    [],
  );
});

test("the facts of the domain and the fact tables of Postgres are the same list", async () => {
  const { rows } = await db.query<{ tables: string[] }>(`SELECT app.fact_tables() AS tables`);
  expect((rows[0]?.tables ?? []).toSorted()).toEqual(FACT_KINDS.map(snake).toSorted());
});

test("facts can be read and added by the application, never changed or removed", async () => {
  const { rows } = await db.query<{ tables: string[] }>(
    `SELECT app.fact_tables() || ARRAY['credential_check', 'audit_event', 'audit_head', 'client_status'] AS tables`,
  );
  for (const table of rows[0]?.tables ?? []) {
    const can = await db.query(
      `SELECT has_table_privilege('sevenstride_app', $1, 'UPDATE') AS u, has_any_column_privilege('sevenstride_app', $1, 'UPDATE') AS c,
      has_table_privilege('sevenstride_app', $1, 'DELETE') AS d, has_table_privilege('sevenstride_app', $1, 'TRUNCATE') AS t`,
      [table],
    );
    expect({ table, ...can.rows[0] }).toEqual({ table, u: false, c: false, d: false, t: false });
  }
});

test("who may do what to which table is as written down here", async () => {
  const grants =
    await list(`SELECT grantee || ' ' || table_name || ': ' || string_agg(privilege_type, ' ' ORDER BY privilege_type) AS name
    FROM information_schema.table_privileges WHERE table_schema IN ('public', 'app') AND grantee IN ('sevenstride_app', 'sevenstride_auth', 'PUBLIC') GROUP BY grantee, table_name`);
  expect(grants).toMatchSnapshot();
  const columns =
    await list(`SELECT grantee || ' ' || table_name || '.' || column_name AS name FROM information_schema.column_privileges
    WHERE table_schema = 'public' AND privilege_type = 'UPDATE' AND grantee = 'sevenstride_app'
      AND NOT has_table_privilege('sevenstride_app', format('%I.%I', table_schema, table_name), 'UPDATE')`);
  expect(columns).toMatchSnapshot();
  expect(columns.filter((name) => /\.(id|practice_id|client_id|user_id|role)$/.test(name))).toEqual([]);
});

test("the application cannot read accounts, and the doorman cannot read the record", async () => {
  const can = async (role: string, table: string) =>
    (await db.query(`SELECT has_table_privilege($1, $2, 'SELECT') AS ok`, [role, table])).rows[0].ok;
  for (const table of ["user", "sign_in_session", "sign_in_code", "passkey", "totp", "link_session"])
    expect([table, await can("sevenstride_app", `"${table}"`)]).toEqual([table, false]);
  for (const table of ["client", "birth", "symptom_check", "clearance", "message"])
    expect([table, await can("sevenstride_auth", table)]).toEqual([table, false]);
  expect(await can("sevenstride_app", "app.secret")).toBe(false);
});

test("neither role of the running product can look past row-level security", async () => {
  expect(
    await list(`SELECT rolname AS name FROM pg_roles WHERE rolname IN ('sevenstride_app', 'sevenstride_auth') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
      OR pg_has_role(rolname, 'sevenstride_definer', 'MEMBER') OR pg_has_role(rolname, 'sevenstride_owner', 'MEMBER'))`),
  ).toEqual([]);
});

test("the record that decisions read tells every table and column of facts there is", async () => {
  const { rows } = await db.query<{ told: string; is: string }>(
    "SELECT p.prosrc AS told, app.record_of_body() AS is FROM pg_proc p WHERE p.oid = 'app.record_of(uuid)'::regprocedure",
  );
  expect(rows[0]?.told).toBe(rows[0]?.is);
});
