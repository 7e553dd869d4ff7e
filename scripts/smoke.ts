// The proof that a stranger gets it running: clones what is committed, types `npm start`, tries it a second time beside
// the first, looks at the coach's page, stops it, starts it again, then with reload, and looks for what was left behind.
import { type ChildProcess, execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeEnd, start, stop } from "./life.ts";
import { messageOf } from "./plain.ts";
import { freePort } from "./ports.ts";
import { root } from "./sources.ts";
import type { Outcome } from "./test-parts.ts";

const FIRST_START_MS = 8 * 60_000;
/** What the second start may take, on a machine that does nothing else. */
const SECOND_START_MS = 5_000;
/** With reload, a page is built when it is asked for. */
const DEV_START_MS = 60_000;
/**
 * When Next's development server ends, it starts a process that reports what was used, finds that reporting is off, and
 * ends by itself (next/dist/telemetry/detached-flush.js). It gets this long.
 */
const LAST_WORD_MS = 10_000;

/** Counts as one check. Its failure says what a stranger would have seen. */
export async function smoke(): Promise<Outcome> {
  const home = mkdtempSync(path.join(os.tmpdir(), "sevenstride-clone-"));
  chmodSync(home, 0o755); // Postgres's account must get through
  beforeEnd(() => rmSync(home, { recursive: true, force: true }));
  const clone = path.join(home, "sevenstride");
  let said = "";
  const npmRun = (script: "start" | "dev", port: number) => {
    const env = strangersEnv(port);
    const app = start("npm", ["run", script], { cwd: clone, env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [app.stdout, app.stderr])
      stream?.on("data", (text: Buffer) => {
        said += text.toString("utf8");
      });
    return app;
  };
  try {
    execFileSync("git", ["clone", "--quiet", "--no-hardlinks", root, clone]);
    const port = await freePort();
    const app = npmRun("start", port);
    await untilReady(app, port, FIRST_START_MS);
    await refusesToStart(npmRun("start", await freePort()));
    await openCoachsPage(`http://localhost:${port}`);
    await stop(app, 30_000);
    const again = npmRun("start", port);
    await untilReady(again, port, SECOND_START_MS);
    await pressCtrlC(again);
    assertNobody(processesIn(home));
    const atWork = npmRun("dev", port);
    await untilReady(atWork, port, DEV_START_MS);
    await stop(atWork, 30_000);
    const end = Date.now() + LAST_WORD_MS;
    while (processesIn(home).length > 0 && Date.now() < end) await pause(50);
    assertNobody(processesIn(home));
    return { passed: 1, failed: 0, skipped: 0, said };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, said: `${said}\n${messageOf(error)}` };
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What a stranger's shell has: nothing of ours, neither settings nor the pinned Node. */
function strangersEnv(port: number): NodeJS.ProcessEnv {
  const ours =
    /^(npm_.*|NEXT.*|(AUTH_|OWNER_)?DATABASE_URL|APP_URL|HOST|SMTP_URL|MAIL_FROM|DEMO|DATA_DIR|NODE_ENV|CI)$/;
  const folders = (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .filter((one) => !one.includes("node_modules"));
  const env = { ...process.env, PATH: folders.join(path.delimiter), PORT: String(port) };
  for (const name of Object.keys(env)) if (ours.test(name)) Reflect.deleteProperty(env, name);
  return env;
}

async function untilReady(app: ChildProcess, port: number, limitMs: number): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end; await pause(50)) {
    if (app.exitCode !== null) throw new Error(`npm start ended with code ${app.exitCode}.`);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
  }
  throw new Error(`/readyz did not answer within ${limitMs / 1000} s.`);
}

/** A second start over the same data must say so and end, and leave the first alone. */
async function refusesToStart(second: ChildProcess): Promise<void> {
  const code = await new Promise((resolve) => second.once("exit", resolve));
  if (code === 0) throw new Error("A second npm start over the same data ended as if all were well.");
}

/** Signs in as the demo's coach and opens her Today; without the sign-in it must stay closed. */
async function openCoachsPage(url: string): Promise<void> {
  const page = `${url}/coach/today`;
  const stranger = await fetch(page, { redirect: "manual" });
  if (stranger.status === 200) throw new Error(`${page} opens without signing in.`);
  const signIn = await fetch(`${url}/api/sign-in/demo`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ as: "coach" }),
  });
  const cookie = signIn.headers.getSetCookie().map((line) => line.split(";")[0]);
  if (!signIn.ok || cookie.length === 0) throw new Error(`The demo sign-in answered ${signIn.status}.`);
  const today = await fetch(page, { headers: { cookie: cookie.join("; ") }, redirect: "manual" });
  if (today.status !== 200) throw new Error(`${page} answered ${today.status} to the coach.`);
}

/** As a terminal does it: every process of the group hears it, and nobody ends the stragglers for them. */
async function pressCtrlC(app: ChildProcess): Promise<void> {
  if (app.pid === undefined) return;
  const ended = once(app, "exit");
  process.kill(-app.pid, "SIGINT");
  await ended;
}

function assertNobody(left: readonly string[]): void {
  if (left.length > 0) throw new Error(`These processes were left behind: ${left.join(", ")}`);
}

/** Processes that work in or run from a folder. Zombies that nobody reaped yet are gone for our purpose. */
function processesIn(folder: string): string[] {
  if (process.platform !== "linux") {
    const all = execFileSync("ps", ["-axo", "pid=,command="], { encoding: "utf8" });
    return all.split("\n").filter((line) => line.includes(folder));
  }
  return readdirSync("/proc").filter((pid) => {
    try {
      return [`/proc/${pid}/cwd`, `/proc/${pid}/exe`].some((link) => readlinkSync(link).startsWith(folder));
    } catch {
      return false; // no process, or gone meanwhile
    }
  });
}
