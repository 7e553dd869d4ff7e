// What an app needs before it can be served: settings that make sense, and a database at its newest migration.
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { type Env, readEnv } from "../src/env.ts";
import { type DatabaseUrls, ensureDatabase, ensureRoles, urlsOf } from "./database.ts";
import { beforeEnd } from "./life.ts";
import { tryLock } from "./lock.mjs";
import { migrate } from "./migrate.ts";
import { codeOf, messageOf, Plain } from "./plain.ts";
import { freePort } from "./ports.ts";
import { adminUrlOfRunning, makeHome, startPostgres } from "./postgres.ts";
import { postgresAccount } from "./postgres-home.ts";
import { step } from "./say.mjs";
import { secretsOf } from "./secrets.ts";
import { root } from "./sources.ts";

const DATABASE = "sevenstride";
const UNSET = "postgresql://to-be-made.invalid/x";

export interface Settings {
  /** The settings as the app will read them; database and secret may still be stand-ins. */
  env: Env;
  dataDir: string;
  /** True when no database was given: ours is started. */
  isEmbedded: boolean;
  isDemo: boolean;
}

/** Reads `.env` and the environment, and refuses nonsense before anything is started. Throws `EnvError`. */
export async function readSettings(mode: "production" | "development"): Promise<Settings> {
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const given = process.env;
  const isEmbedded = !given["DATABASE_URL"];
  const env = readEnv({
    ...given,
    NODE_ENV: mode,
    PORT: given["PORT"] === "0" ? String(await freePort()) : given["PORT"],
    DEMO: given["DEMO"] || (isEmbedded ? "1" : "0"),
    NEXTAUTH_SECRET: given["NEXTAUTH_SECRET"] || "a stand-in until the real one is made",
    ...(isEmbedded ? { DATABASE_URL: UNSET, AUTH_DATABASE_URL: UNSET.replace("//", "//auth@") } : {}),
  });
  return { env, dataDir: path.resolve(root, env.DATA_DIR), isEmbedded, isDemo: env.DEMO };
}

export interface Installation {
  urls: Omit<DatabaseUrls, "owner"> & { owner?: string };
  nextauthSecret: string;
}

/** Starts our Postgres or takes the given one, and brings it to the newest migration. */
export async function openInstallation({ dataDir, isEmbedded, env }: Settings): Promise<Installation> {
  const urls = isEmbedded ? await embedded(dataDir) : given(env);
  if (urls.owner === undefined)
    process.stdout.write("  · Migrations are left to whoever has OWNER_DATABASE_URL\n");
  else await migrateDatabase(urls.owner);
  return { urls, nextauthSecret: process.env["NEXTAUTH_SECRET"] || madeSecret(dataDir) };
}

/** The owner's way into the database of an installation, running or not: ours is started when nobody else did. */
export async function ownerUrlOf(settings: Settings): Promise<string> {
  const { isEmbedded, dataDir } = settings;
  if (isEmbedded && existsSync(path.join(dataDir, "secrets"))) {
    const secrets = secretsOf(dataDir);
    const admin = await adminUrlOfRunning({ dataDir, password: secrets.postgres }, DATABASE);
    if (admin) return urlsOf(admin, DATABASE, secrets).owner;
  }
  const owner = isEmbedded
    ? (await openInstallation(settings)).urls.owner
    : process.env["OWNER_DATABASE_URL"];
  if (!owner) throw new Plain("This needs OWNER_DATABASE_URL, the connection of whoever owns the tables.");
  return owner;
}

function madeSecret(dataDir: string): string {
  makeHome(dataDir, undefined);
  return secretsOf(dataDir).nextauth;
}

function given(env: Env): Installation["urls"] {
  const owner = process.env["OWNER_DATABASE_URL"];
  return { app: env.DATABASE_URL, auth: env.AUTH_DATABASE_URL, ...(owner ? { owner } : {}) };
}

async function embedded(dataDir: string): Promise<DatabaseUrls> {
  makeHome(dataDir, postgresAccount());
  const { release, holder } = tryLock(path.join(dataDir, "lock"));
  if (!release)
    throw new Plain(
      `Sevenstride already runs on ${dataDir} (process ${holder}): stop it, or give this one its own folder with DATA_DIR.`,
    );
  beforeEnd(release);
  if (existsSync(path.join(dataDir, "postgres")) && !existsSync(path.join(dataDir, "secrets")))
    throw new Plain(
      `${path.join(dataDir, "secrets")} is gone, and only it opens the database beside it: put it back, or delete ${dataDir} to begin anew.`,
    );
  const secrets = secretsOf(dataDir);
  const starting = startPostgres({ dataDir, password: secrets.postgres });
  beforeEnd(async () => (await starting.catch(() => undefined))?.stop());
  const server = await step(
    "Starting Postgres 18",
    () => starting,
    ({ reused, port }) => `Postgres 18 ${reused ? "was running already" : "started"} on port ${port}`,
  );
  const admin = server.adminUrl("postgres");
  await ensureRoles(admin, secrets);
  await ensureDatabase(admin, DATABASE);
  return urlsOf(admin, DATABASE, secrets);
}

async function migrateDatabase(owner: string): Promise<void> {
  const { hostname, port } = new URL(owner);
  try {
    await step(
      "Migrating the database",
      () => migrate(owner),
      (names) =>
        names.length ? `Database migrated (${names.length} new)` : "Database is at its newest migration",
    );
  } catch (error) {
    if (error instanceof Plain || !(codeOf(error) ?? "").startsWith("E")) throw error;
    throw new Plain(
      `Postgres at ${hostname}:${port || 5432} does not answer: ${messageOf(error) || codeOf(error)}`,
    );
  }
}

/** Fills the demo practice in, unless it is there; its sign-offs are sealed as the app of this secret seals. */
export async function ensureDemo(owner: string, secret: string): Promise<void> {
  const file = path.join(root, "prisma/seed.ts");
  if (!existsSync(file) || (await hasDemo(owner))) return;
  process.env["NEXTAUTH_SECRET"] ||= secret;
  const { seed } = (await import(pathToFileURL(file).href)) as { seed: (ownerUrl: string) => Promise<void> };
  await step(
    "Making the demo practice",
    () => seed(owner),
    () => "Demo practice made",
  );
}

async function hasDemo(owner: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    return (await client.query("SELECT FROM practice WHERE is_demo LIMIT 1")).rowCount !== 0;
  } finally {
    await client.end();
  }
}
