// The app under test: the built one, over a database of its own that is thrown away afterwards.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { urlsOf } from "../../scripts/database.ts";
import { secretsOf } from "../../scripts/secrets.ts";
import type { Served } from "../../scripts/serve.ts";
import { startMailServer } from "./mail.ts";

const root = path.resolve(import.meta.dirname, "../..");
/** What the app itself says while it is tested: the place to look when a page failed on the server. */
const LOG = path.join(root, ".data/e2e-app.log");

/** Where the app is served. */
export const baseUrl = () => given("E2E_BASE_URL");
/** Connection string of the tables' owner, for builders that prepare a story. */
export const ownerUrl = () => given("E2E_OWNER_URL");
/** Connection string of the role the app itself uses: what SQL can do through the app at its worst. */
export const appRoleUrl = () => given("E2E_APP_ROLE_URL");
/** The folder of the app's data: its secrets are there. */
export const dataDir = () => given("E2E_DATA_DIR");
/** Connection string of Postgres' superuser. */
export const superuserUrl = () => given("E2E_SUPERUSER_URL");

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the run's global set-up starts the app.`);
  return value;
}

/** Playwright's global set-up: starts mail server and app, tells the tests by environment, answers with the way back. */
export default async function setup(): Promise<() => Promise<void>> {
  // Named like the folders of the integration tests, whose next run removes what a killed run left.
  const folder = mkdtempSync(path.join(os.tmpdir(), "sevenstride-test-e2e-"));
  chmodSync(folder, 0o711);
  process.env["E2E_DATA_DIR"] = folder;
  process.env["E2E_MAIL_FILE"] = path.join(folder, "mails.jsonl");
  const mail = await startMailServer();
  mkdirSync(path.dirname(LOG), { recursive: true });
  const log = openSync(LOG, "w");
  const app = spawn(process.execPath, [path.join(root, "scripts/start.ts")], {
    cwd: root,
    env: {
      ...process.env,
      // Empty and not left out: `.env` of the machine must not reach the tests.
      ...Object.fromEntries(
        ["DATABASE_URL", "AUTH_DATABASE_URL", "OWNER_DATABASE_URL"].map((name) => [name, ""]),
      ),
      APP_URL: baseUrl(),
      PORT: new URL(baseUrl()).port,
      HOST: "127.0.0.1",
      DATA_DIR: folder,
      DEMO: "1",
      SMTP_URL: mail.url,
      MAIL_FROM: "Sevenstride <care@sevenstride.example>",
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  const stop = async () => {
    await ended(app);
    await mail.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    tellOf(await served(app));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** The ways into its database, for the tests. */
function tellOf({ ownerUrl: owner = "" }: Served): void {
  const secrets = secretsOf(dataDir());
  const superuser = new URL(owner);
  superuser.username = "postgres";
  superuser.password = secrets.postgres;
  // What builders seal with, so that the app finds their sign-offs whole.
  process.env["NEXTAUTH_SECRET"] ||= secrets.nextauth;
  process.env["E2E_OWNER_URL"] = owner;
  process.env["E2E_APP_ROLE_URL"] = urlsOf(owner, superuser.pathname.slice(1), secrets).app;
  process.env["E2E_SUPERUSER_URL"] = superuser.href;
}

/** Resolves when the app lets people in; throws with all it said when it ends before. */
function served(app: ChildProcess): Promise<Served> {
  return new Promise((resolve, reject) => {
    app.once("message", (message) => resolve(message as Served));
    app.once("exit", () => reject(new Error(`The app did not start:\n${readFileSync(LOG, "utf8")}`)));
  });
}

async function ended(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null || app.signalCode !== null) return;
  const end = new Promise((resolve) => app.once("exit", resolve));
  app.kill("SIGTERM");
  await end;
}
