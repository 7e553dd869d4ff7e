// One Postgres 18 for a whole test run: started empty, thrown away afterwards.
import { existsSync, mkdtempSync, chmodSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { bornAt, tryLock } from "../../scripts/lock.mjs";
import { type Postgres, startPostgres } from "../../scripts/postgres.ts";
import { secretsOf, type Secrets } from "../../scripts/secrets.ts";

const PREFIX = "sevenstride-test-";

export interface Cluster extends Postgres {
  secrets: Secrets;
}

/** Starts a server on a free port with data that nobody needs; `stop` deletes them. */
export async function startCluster(): Promise<Cluster> {
  await sweep();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), PREFIX));
  chmodSync(dataDir, 0o711); // the account that runs Postgres must get to its folder inside
  const { release } = tryLock(path.join(dataDir, "lock"));
  const secrets = secretsOf(dataDir);
  const server = await startPostgres({ dataDir, password: secrets.postgres, durable: false });
  // Whoever ends this run in the middle (Ctrl-C) gives it no time for more.
  const atExit = () => {
    process.kill(server.pid, "SIGQUIT");
    for (let waits = 0; bornAt(server.pid) !== undefined && waits < 100; waits++) sleepSync(20);
    remove(dataDir);
  };
  process.once("exit", atExit);
  const stop = async () => {
    process.off("exit", atExit);
    await server.stop();
    remove(dataDir);
    release?.();
  };
  return { ...server, secrets, stop };
}

/** Ends and deletes what runs left behind that were killed before they could. */
async function sweep(): Promise<void> {
  const names = readdirSync(os.tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const dataDir = path.join(os.tmpdir(), name);
    if (!existsSync(path.join(dataDir, "secrets"))) continue; // just being made
    const { release } = tryLock(path.join(dataDir, "lock"));
    if (!release) continue;
    try {
      if (!existsSync(path.join(dataDir, "postgres/postmaster.pid"))) continue;
      const left = await startPostgres({ dataDir, password: secretsOf(dataDir).postgres, durable: false });
      await left.stop();
    } catch {
      // Half deleted already: nothing runs there.
    } finally {
      remove(dataDir);
      release();
    }
  }
}

/** A process that is ending waits for no promise. */
const sleepSync = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
