import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "../../env.ts";
import { PrismaClient } from "../../generated/prisma/client.ts";
import { guarded } from "./guard.ts";

/**
 * Two ways into Postgres and no third: the application's (tenant rows, row-level security forced) and the
 * doorman's (accounts, sessions, outbox). Neither can read the other's tables.
 */
const SETTINGS = [
  "-c timezone=UTC",
  "-c statement_timeout=5000",
  "-c lock_timeout=2000",
  "-c idle_in_transaction_session_timeout=10000",
].join(" ");

function pool(connectionString: string, name: string, max: number): pg.Pool {
  const made = new pg.Pool({
    connectionString,
    max,
    options: SETTINGS,
    application_name: name,
    connectionTimeoutMillis: 2_000,
  });
  // An idle connection that breaks (the database went away) must not take the process with it.
  made.on("error", () => undefined);
  return made;
}

function open() {
  const appPool = pool(env().DATABASE_URL, "sevenstride", 10);
  const authPool = pool(env().AUTH_DATABASE_URL, "sevenstride-door", 5);
  return {
    appPool,
    authPool,
    app: guarded(new PrismaClient({ adapter: new PrismaPg(appPool) })),
    auth: new PrismaClient({ adapter: new PrismaPg(authPool) }),
  };
}

type Databases = ReturnType<typeof open>;
// Kept on globalThis because the dev server loads modules again after each edit.
const shelf = globalThis as { sevenstrideDatabases?: Databases };

/** The process's connections, opened at first use. */
export function databases(): Databases {
  shelf.sevenstrideDatabases ??= open();
  return shelf.sevenstrideDatabases;
}

/** Closes every connection: graceful stop, and the end of a test file. */
export async function closeDatabases(): Promise<void> {
  const opened = shelf.sevenstrideDatabases;
  delete shelf.sevenstrideDatabases;
  if (!opened) return;
  await Promise.allSettled([opened.app.$disconnect(), opened.auth.$disconnect()]);
  await Promise.allSettled([opened.appPool.end(), opened.authPool.end()]);
}
