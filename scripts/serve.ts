// Serves the app, from an empty folder if need be: each step is done only where something is missing.
import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./built.ts";
import { ensureGenerated } from "./generate.ts";
import {
  ensureDemo,
  type Installation,
  openInstallation,
  readSettings,
  type Settings,
} from "./installation.ts";
import { isEnding, start } from "./life.ts";
import { Plain } from "./plain.ts";
import { assertPortFree } from "./ports.ts";
import { step } from "./say.mjs";
import { root } from "./sources.ts";

const PATIENCE_MS = 60_000;

/** What whoever started this process as a child is told once people can be let in. */
export interface Served {
  url: string;
  ownerUrl: string | undefined;
}

/** Serves until it is told to stop. `start` serves the built app, `dev` the sources, reloading as they change. */
export async function serve(how: "start" | "dev"): Promise<number> {
  const began = performance.now();
  const settings = await readSettings(how === "dev" ? "development" : "production");
  await assertPortFree(settings.env.PORT, settings.env.HOST);
  const installation = await openInstallation(settings);
  await ensureGenerated();
  if (settings.isDemo && installation.urls.owner)
    await ensureDemo(installation.urls.owner, installation.nextauthSecret);
  if (how === "start")
    await step("Building the app (about half a minute)", ensureBuilt, (built) =>
      built ? "App built" : "App is built from these sources already",
    );
  const server = startNext(how, settings, installation);
  await step(
    "Opening the doors",
    () => untilReady(server, settings),
    () => "Serving",
  );
  const url = settings.env.APP_URL;
  const took = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`\n  Sevenstride is at ${url} (after ${took} s; Ctrl-C stops it)\n`);
  if (settings.isDemo)
    process.stdout.write(
      `  Sign in as coach, mum or physio with one click: ${url}/sign-in\n  Mail the demo sends: ${url}/demo/mail\n\n`,
    );
  process.send?.({ url, ownerUrl: installation.urls.owner } satisfies Served);
  const code = await server.ended;
  if (!isEnding())
    throw new Plain(`The server ended by itself (${server.child.signalCode ?? `code ${code}`}).`);
  return code;
}

interface Server {
  child: ChildProcess;
  /** Its exit code, once it has one. */
  ended: Promise<number>;
  /** From now on what it says is shown. */
  show: () => void;
  /** What it said before. */
  said: () => string;
}

function startNext(how: "start" | "dev", { env, dataDir }: Settings, installation: Installation): Server {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const leash = path.join(root, "scripts/leash.mjs");
  const args = ["--import", pathToFileURL(leash).href, next, how, "-p", String(env.PORT), "-H", env.HOST];
  const child = start(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: env.NODE_ENV,
      PORT: String(env.PORT),
      HOST: env.HOST,
      APP_URL: env.APP_URL,
      NEXTAUTH_URL: env.APP_URL,
      NEXTAUTH_SECRET: installation.nextauthSecret,
      DATABASE_URL: installation.urls.app,
      AUTH_DATABASE_URL: installation.urls.auth,
      // The app never owns its tables. Empty and not left out: Next would read it from `.env` again.
      OWNER_DATABASE_URL: "",
      DEMO: env.DEMO ? "1" : "0",
      DATA_DIR: dataDir,
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  // Next greets with a banner; it is kept back, and shown only when the start fails.
  const early: Buffer[] = [];
  let isShown = false;
  const listen = (from: NodeJS.ReadableStream | null, to: NodeJS.WriteStream) =>
    from?.on("data", (text: Buffer) => (isShown ? to.write(text) : early.push(text)));
  listen(child.stdout, process.stdout);
  listen(child.stderr, process.stderr);
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  return {
    child,
    ended,
    show: () => {
      isShown = true;
    },
    said: () => Buffer.concat(early).toString("utf8").trim(),
  };
}

/** Waits until the app says that it is fit to serve. Throws `Plain` when it ends or does not become so. */
async function untilReady(server: Server, { env }: Settings): Promise<void> {
  const host = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[env.HOST] ?? env.HOST;
  let answer = "it does not answer";
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) {
    if (server.child.exitCode !== null || server.child.signalCode !== null) break;
    try {
      const response = await fetch(`http://${host}:${env.PORT}/readyz`, {
        signal: AbortSignal.timeout(10_000),
      });
      if (response.ok) return server.show();
      answer = await response.text();
    } catch {
      // Not listening yet.
    }
  }
  if (isEnding()) throw new Plain("Stopped while starting.");
  throw new Plain(`The server does not become ready (${answer}). It said:\n${server.said()}`);
}
