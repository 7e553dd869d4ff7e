import { databases } from "../db/pools.ts";
import { log } from "../log.ts";
import { type Repeating, repeating } from "../repeating.ts";
import { compose, type Waiting } from "./compose.ts";
import { type Post, post } from "./post.ts";

const AT_ONCE = 10;
const LEASE_SECONDS = 60;
const LOOK_EVERY_MS = 1_000;
/** After so many failures in a row the mail server is left alone for a while. */
const BREAKER = { failures: 5, restMs: 30_000 } as const;

const RETRY = { firstSeconds: 5, mostSeconds: 3_600 } as const;

/** Seconds until the next try: 5, 10, 20 … up to an hour; twelve tries reach over several hours. */
export function retryAfter(attempts: number): number {
  return Math.min(RETRY.firstSeconds * 2 ** Math.max(attempts - 1, 0), RETRY.mostSeconds);
}

type Claimed = Waiting & { readonly attempts: number };

async function finish(id: string, error: string | null, retrySeconds: number): Promise<void> {
  await databases().auth
    .$executeRaw`SELECT app.finish_outbox(${id}::uuid, ${error}, make_interval(secs => ${retrySeconds}::int))`;
}

/** What went wrong, without addresses or words of people: it is kept beside the row. */
function inShort(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  const responseCode = (error as { responseCode?: unknown } | null)?.responseCode;
  return [error instanceof Error ? error.name : "error", code, responseCode].filter(Boolean).join(" ");
}

/**
 * Sends what waits, one round. Between sending and marking a process can die: then a mail leaves twice, with the same
 * Message-ID, and never not at all. Answers how many were dealt with and how many failed.
 */
export async function sendWaiting(send: Post = post()): Promise<{ done: number; failed: number }> {
  const claimed = await databases().auth.$queryRaw<Claimed[]>`
    SELECT id, kind, payload, attempts FROM app.claim_outbox(${AT_ONCE}::int, make_interval(secs => ${LEASE_SECONDS}::int))`;
  let failed = 0;
  for (const waiting of claimed) {
    try {
      const mail = await compose(waiting);
      if (mail) await send(waiting.id, mail);
      await finish(waiting.id, null, 0);
    } catch (error) {
      failed += 1;
      log().warn(
        { outbox: waiting.id, kind: waiting.kind, attempts: waiting.attempts, why: inShort(error) },
        "mail waits",
      );
      await finish(waiting.id, inShort(error), retryAfter(waiting.attempts));
    }
  }
  return { done: claimed.length - failed, failed };
}

/** Looks for waiting mail every second until it is stopped; survives the database and the mail server going away. */
export function startWorker(): Repeating {
  let failures = 0;
  return repeating("mail", async () => {
    const { done, failed } = await sendWaiting();
    failures = done > 0 ? 0 : failures + failed;
    if (failures >= BREAKER.failures) return BREAKER.restMs;
    return done === AT_ONCE ? 0 : LOOK_EVERY_MS;
  });
}
