// Makes a server ready for Sevenstride: its roles with their passwords, and databases that only they can enter.
import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

const ROLES = { owner: "sevenstride_owner", app: "sevenstride_app", auth: "sevenstride_auth" } as const;
type Login = keyof typeof ROLES;

/** Connection strings of one database: `owner` migrates it, `app` serves requests, `auth` signs people in. */
export type DatabaseUrls = Record<Login, string>;

/** Creates the roles that are missing and sets the passwords of those that sign in. `adminUrl` is a superuser's. */
export async function ensureRoles(adminUrl: string, passwords: Record<Login, string>): Promise<void> {
  const roles = await readFile(path.resolve(import.meta.dirname, "../prisma/roles.sql"), "utf8");
  await asAdmin(adminUrl, async (client) => {
    await client.query(roles);
    for (const login of logins)
      await client.query(`ALTER ROLE ${ROLES[login]} PASSWORD ${pg.escapeLiteral(passwords[login])}`);
  });
}

/**
 * Creates the database if it is not there, as a copy of `template` when one is named (nobody may be connected to it),
 * and lets in the three roles and no other. Answers whether it was new.
 */
export async function ensureDatabase(adminUrl: string, name: string, template?: string): Promise<boolean> {
  const database = pg.escapeIdentifier(name);
  const isNew = await asAdmin(adminUrl, async (client) => {
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 0)
      await client.query(
        `CREATE DATABASE ${database} OWNER ${ROLES.owner}${template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : ""}`,
      );
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${Object.values(ROLES).join(", ")}`);
    return found.rowCount === 0;
  });
  await asAdmin(withDatabase(adminUrl, name), (client) =>
    client.query("CREATE EXTENSION IF NOT EXISTS pgcrypto"),
  );
  return isNew;
}

/** The three connection strings of a database on the server of `adminUrl`. */
export function urlsOf(adminUrl: string, name: string, passwords: Record<Login, string>): DatabaseUrls {
  const as = (login: Login) => {
    const url = new URL(withDatabase(adminUrl, name));
    url.username = ROLES[login];
    url.password = passwords[login];
    return url.href;
  };
  return { owner: as("owner"), app: as("app"), auth: as("auth") };
}

const logins = Object.keys(ROLES) as Login[];

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "sevenstride-setup" });
  client.on("error", () => undefined); // a lost connection fails the query that waits for it; that is enough
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
