// An app of a test's own, over a database of its own, whose way to Postgres can be cut and mended like a cable. The
// build is everybody's; nothing else is shared, so that the tests beside it notice nothing.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import net from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { openWorld } from "../../prisma/seed/world.ts";
import { ensureDatabase, urlsOf } from "../../scripts/database.ts";
import { migrate } from "../../scripts/migrate.ts";
import { freePort } from "../../scripts/ports.ts";
import { secretsOf } from "../../scripts/secrets.ts";
import { dataDir, superuserUrl } from "./server.ts";

const root = path.resolve(import.meta.dirname, "../..");
const PATIENCE_MS = 30_000;

/** Starts one. `stop` ends the app and drops its database; call it whatever happens. */
export async function openFragileApp() {
  const name = `outage_${randomUUID().slice(0, 8)}`;
  const passwords = secretsOf(dataDir());
  await ensureDatabase(superuserUrl(), name);
  const direct = urlsOf(superuserUrl(), name, passwords);
  await migrate(direct.owner);
  const cable = await layCable(Number(new URL(superuserUrl()).port));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const app = startApp(port, {
    APP_URL: url,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: passwords.nextauth,
    DATABASE_URL: through(direct.app, cable.port),
    AUTH_DATABASE_URL: through(direct.auth, cable.port),
  });
  const world = await openWorld(direct.owner);
  const stop = async () => {
    await ended(app);
    await world.close();
    await cable.cut();
    await drop(name);
  };
  await ready(url, app).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    url,
    world,
    cut: cable.cut,
    mend: cable.mend,
    /** True while it is the process that was started, and not one put in its place. */
    isAlive: () => app.exitCode === null && app.signalCode === null,
    stop,
  };
}

function startApp(port: number, env: Record<string, string>): ChildProcess {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  // It ends with the test's process, however that one ends.
  const leash = pathToFileURL(path.join(root, "scripts/leash.mjs")).href;
  const args = ["--import", leash, next, "start", "-p", String(port), "-H", "127.0.0.1"];
  return spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      ...env,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      OWNER_DATABASE_URL: "",
      SMTP_URL: "",
      DEMO: "1",
      DATA_DIR: dataDir(),
      LOG_LEVEL: "silent",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

async function ready(url: string, app: ChildProcess): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (app.exitCode !== null) break;
    const isReady = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the second app does not become ready");
}

const through = (url: string, port: number) => {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
};

/** Passes everything on to Postgres, until it is cut: then what was open breaks and nobody answers. */
async function layCable(to: number) {
  const open = new Set<net.Socket>();
  const listen = (port: number) =>
    new Promise<net.Server>((resolve) => {
      const server = net.createServer((near) => {
        const far = net.connect(to, "127.0.0.1");
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          open.add(one);
          one.pipe(other);
          one.on("error", () => other.destroy());
          one.on("close", () => {
            open.delete(one);
            other.destroy();
          });
        }
      });
      server.listen(port, "127.0.0.1", () => resolve(server));
    });
  let server: net.Server | null = await listen(0);
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    cut: async () => {
      const was = server;
      server = null;
      const closed = was && new Promise((resolve) => was.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
    mend: async () => {
      server ??= await listen(port);
    },
  };
}

async function ended(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null || app.signalCode !== null) return;
  const end = new Promise((resolve) => app.once("exit", resolve));
  app.kill("SIGTERM");
  await end;
}

async function drop(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl() });
  await client.connect();
  await client.query(`DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  await client.end();
}
