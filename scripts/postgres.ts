// A Postgres 18 of the project's own, from npm packages: started on a free port, stopped when the program that
// started it ends, and found again when that program was killed.
import { execFile, execFileSync, spawn } from "node:child_process";
import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { bornAt } from "./lock.mjs";
import { codeOf, messageOf, Plain } from "./plain.ts";
import { freePort } from "./ports.ts";
import { type Account, barrier, postgresAccount, postgresPrograms } from "./postgres-home.ts";

const MAJOR = "18";
const PATIENCE_MS = 30_000;

/**
 * Complaints that pass when one tries again: somebody took the free port between our finding and using it, or the
 * helpers of a server that was killed have not all noticed yet.
 */
const PASSING = /address already in use|pre-existing shared memory block/i;

export interface PostgresOptions {
  /** The folder that holds `postgres/` and `postgres.log`. Whoever calls must hold its lock (see `lock.mjs`). */
  dataDir: string;
  /** Password of the superuser `postgres`. */
  password: string;
  /** False only for data that is thrown away: nothing is forced to disk then. */
  durable?: boolean;
}

export interface Postgres {
  port: number;
  /** Of the server itself: SIGQUIT ends it at once. */
  pid: number;
  /** Connection string of the superuser for one of its databases. */
  adminUrl: (database: string) => string;
  /** True when it was already running: left behind by a program that was killed. */
  reused: boolean;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop: () => Promise<void>;
}

interface Running {
  pid: number;
  port: number;
}

/** Starts the server over a data folder, which is made if it is not there. Throws `Plain` when that cannot be. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir, password } = options;
  const account = postgresAccount();
  makeHome(dataDir, account);
  const programs = postgresPrograms(account);
  const cluster = path.join(dataDir, "postgres");
  if (!fs.existsSync(cluster)) await createCluster(programs, cluster, options, account);
  checkMajor(cluster);
  const running = await findRunning(cluster, password);
  if (running) return handle(running, password, true);
  for (const end = Date.now() + PATIENCE_MS; ; await pause(200)) {
    const started = await launch(programs, cluster, options, account);
    if ("port" in started) return handle(started, password, false);
    if (!PASSING.test(started.reason) || Date.now() > end)
      throw new Plain(`Postgres does not start: ${started.reason} (more in ${logFile(dataDir)})`);
  }
}

/** The superuser's connection string to a server that runs over a data folder, or null when none does. */
export async function adminUrlOfRunning(
  { dataDir, password }: Pick<PostgresOptions, "dataDir" | "password">,
  database: string,
): Promise<string | null> {
  const running = await findRunning(path.join(dataDir, "postgres"), password);
  return running ? urlOf(running.port, password, database) : null;
}

function handle({ pid, port }: Running, password: string, reused: boolean): Postgres {
  const adminUrl = (database: string) => urlOf(port, password, database);
  return { pid, port, reused, adminUrl, stop: () => stopProcess(pid) };
}

const urlOf = (port: number, password: string, database: string) =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
const logFile = (dataDir: string) => path.join(dataDir, "postgres.log");

/** Makes the data folder: ours to write in, and within reach of `account` where that is to run Postgres there. */
export function makeHome(dataDir: string, account: Account | undefined): void {
  const blocked = barrier(path.dirname(dataDir), account);
  if (blocked !== undefined)
    throw new Plain(
      `Postgres will not run as root, and the account it runs as instead (nobody) cannot enter ${blocked}: choose a data folder outside of it, for example DATA_DIR=/var/lib/sevenstride.`,
    );
  try {
    makeFolder(dataDir);
    fs.accessSync(dataDir, fs.constants.W_OK);
  } catch (error) {
    throw new Plain(
      `Cannot write to the data folder ${dataDir} (${codeOf(error)}): make it writable, or choose another with DATA_DIR.`,
    );
  }
}

/**
 * Makes the folders that are missing, one by one: Node's own `recursive` goes round in circles where the system says
 * "not here" (/proc). They can be passed through by everybody whatever the umask, as Postgres's account must; what
 * lies in them has rights of its own.
 */
function makeFolder(folder: string): void {
  if (fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder);
  fs.chmodSync(folder, 0o711);
}

/** Made under another name and renamed when whole, so that a crash on the first start leaves no half database. */
async function createCluster(
  programs: string,
  cluster: string,
  { password, durable = true }: PostgresOptions,
  account: Account | undefined,
): Promise<void> {
  const draft = `${cluster}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  const words = fs.mkdtempSync(path.join(os.tmpdir(), "sevenstride-word-"));
  const passwordFile = path.join(words, "password");
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const item of [draft, words, passwordFile]) fs.chownSync(item, account.uid, account.gid);
  const settings = [
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
  ];
  const args = ["-D", draft, "-U", "postgres", `--pwfile=${passwordFile}`, ...settings];
  try {
    await promisify(execFile)(path.join(programs, "initdb"), durable ? args : [...args, "--no-sync"], {
      ...account,
      cwd: draft,
    });
    fs.renameSync(draft, cluster);
  } catch (error) {
    const said = typeof error === "object" && error && "stderr" in error ? String(error.stderr) : "";
    throw new Plain(`Postgres cannot create its data folder ${cluster}: ${said.trim() || messageOf(error)}`);
  } finally {
    fs.rmSync(words, { recursive: true, force: true });
  }
}

function checkMajor(cluster: string): void {
  const file = path.join(cluster, "PG_VERSION");
  const found = fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : "nothing known";
  if (found !== MAJOR)
    throw new Plain(
      `${cluster} was made by Postgres ${found}, and this is Postgres ${MAJOR}: start the version that made it, or move the folder away to begin anew.`,
    );
}

/**
 * The server that already runs over this folder, if one does. A note left by a server that is gone is removed:
 * Postgres itself would keep out of the way of any process that happens to have its number now.
 */
async function findRunning(cluster: string, password: string): Promise<Running | undefined> {
  const note = path.join(cluster, "postmaster.pid");
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(100)) {
    if (!fs.existsSync(note)) return undefined;
    const lines = fs.readFileSync(note, "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!isPostgres(pid)) {
      fs.rmSync(note, { force: true });
      return undefined;
    }
    if (port && (await answers(port, password, cluster))) return { pid, port };
  }
  throw new Plain(
    `A Postgres already runs over ${cluster} and does not answer: stop it (its number is in postmaster.pid there) and start again.`,
  );
}

function isPostgres(pid: number): boolean {
  if (!pid || bornAt(pid) === undefined) return false;
  try {
    const name =
      process.platform === "linux"
        ? fs.readFileSync(`/proc/${pid}/comm`, "utf8")
        : execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
    return path.basename(name.trim()).startsWith("postgres");
  } catch {
    return false;
  }
}

/** True when the server lets us in and works over this very folder. */
async function answers(port: number, password: string, cluster: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(port, password, "postgres"),
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined); // a connection cut while the server still comes up
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      "SELECT current_setting('data_directory') AS folder",
    );
    return rows[0] !== undefined && fs.realpathSync(rows[0].folder) === fs.realpathSync(cluster);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function launch(
  programs: string,
  cluster: string,
  { dataDir, password, durable = true }: PostgresOptions,
  account: Account | undefined,
): Promise<Running | { reason: string }> {
  const port = await freePort();
  const log = logFile(dataDir);
  if (fs.existsSync(log) && fs.statSync(log).size > 5_000_000) fs.truncateSync(log);
  const from = fs.existsSync(log) ? fs.statSync(log).size : 0;
  const output = fs.openSync(log, "a", 0o600);
  const child = spawn(path.join(programs, "postgres"), ["-D", cluster, ...settings(port, durable)], {
    ...account,
    cwd: cluster,
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we stop the app first and Postgres last.
    detached: true,
    stdio: ["ignore", output, output],
  });
  fs.closeSync(output);
  let failure: string | undefined;
  let hasEnded = false;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", (code, signal) => {
    failure ??= `it ended with ${signal ?? `code ${code}`}`;
    hasEnded = true;
  });
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(25)) {
    if (failure !== undefined) return { reason: (hasEnded && lastWords(log, from)) || failure };
    if (child.pid && (await answers(port, password, cluster))) return { pid: child.pid, port };
  }
  child.kill("SIGQUIT");
  return { reason: `it did not answer within ${PATIENCE_MS / 1000} s` };
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** What the server wrote since `from`: its complaints without the lines that only frame them. */
function lastWords(log: string, from: number): string {
  const text = fs.readFileSync(log).subarray(from).toString("utf8");
  const complaints = text
    .split("\n")
    .flatMap((line) => /(?:FATAL|PANIC|ERROR|HINT):\s+(.*)/.exec(line)?.[1] ?? []);
  return complaints.slice(0, 2).join(" ") || text.trim().split("\n").at(-1) || "";
}

/** Asks for a fast shutdown, then for an immediate one, and ends it in the last resort. */
async function stopProcess(pid: number): Promise<void> {
  const born = bornAt(pid);
  for (const [signal, patience] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 3_000],
    ["SIGKILL", 3_000],
  ] as const) {
    if (born === undefined || bornAt(pid) !== born) return;
    process.kill(pid, signal);
    for (const end = Date.now() + patience; Date.now() < end; await pause(20))
      if (bornAt(pid) !== born) return;
  }
}
