import { databases } from "./db/pools.ts";
import { keyedHash } from "./sealed-text.ts";

type Limit = { readonly attempts: number; readonly minutes: number };

/** How often something may be tried. A code has its own five tries besides. */
export const LIMITS = {
  /** Codes asked for or tried, passwords, generators: for one account, whoever tries. */
  account: { attempts: 10, minutes: 15 },
  /** All of it from one neighbourhood of addresses. */
  address: { attempts: 100, minutes: 15 },
  /** Our own machine: a developer, a test, or a reverse proxy that does not say who comes. */
  ownMachine: { attempts: 5_000, minutes: 15 },
  /** A calendar that looks again. Several of her devices may share one address. */
  feed: { attempts: 60, minutes: 15 },
  /** Large calendar services ask for many people from one neighbourhood. */
  feedAddress: { attempts: 3_000, minutes: 15 },
  /** Files of her watch: reading one takes a server's time. */
  bring: { attempts: 60, minutes: 15 },
  /** Everything of hers in one file. */
  take: { attempts: 6, minutes: 60 },
  /** Letters a mum has sent to physios, to whatever address she writes. */
  ask: { attempts: 6, minutes: 24 * 60 },
} as const satisfies Record<string, Limit>;

export const OWN_MACHINE = "127.0.0.0/24";

/**
 * Takes one attempt of a key; false when there is none left in this window. One statement, so that ten thousand at once
 * get exactly the number allowed. Throws when Postgres cannot be asked: no answer means no.
 */
async function takeAttempt(key: string, limit: Limit): Promise<boolean> {
  const hashed = keyedHash("limit", key).toString("base64url");
  const [row] = await databases().auth.$queryRaw<{ count: number }[]>`
    INSERT INTO attempt_limit AS a (key, window_ends_at, count)
    VALUES (${hashed}, clock_timestamp() + make_interval(mins => ${limit.minutes}::int), 1)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN a.window_ends_at <= clock_timestamp() THEN 1 ELSE a.count + 1 END,
      window_ends_at = CASE WHEN a.window_ends_at <= clock_timestamp() THEN excluded.window_ends_at ELSE a.window_ends_at END
    RETURNING count`;
  return row !== undefined && row.count <= limit.attempts;
}

/** An attempt upon an account (`what` keeps different doors apart), from a neighbourhood of addresses. */
export async function mayTry(what: string, account: string | null, addressPrefix: string): Promise<boolean> {
  const ofAddress = addressPrefix === OWN_MACHINE ? LIMITS.ownMachine : LIMITS.address;
  if (!(await takeAttempt(`address ${addressPrefix}`, ofAddress))) return false;
  return account === null || takeAttempt(`${what} ${account}`, LIMITS.account);
}

/** A calendar that asks for its feed; null when the address could be nobody's. Kept apart from signing in. */
export async function mayFetch(token: string | null, addressPrefix: string): Promise<boolean> {
  const ofAddress = addressPrefix === OWN_MACHINE ? LIMITS.ownMachine : LIMITS.feedAddress;
  if (!(await takeAttempt(`feed address ${addressPrefix}`, ofAddress))) return false;
  return token === null || takeAttempt(`feed ${token}`, LIMITS.feed);
}

/** A mum who brings files of her watch. */
export function mayBring(clientId: string): Promise<boolean> {
  return takeAttempt(`bring ${clientId}`, LIMITS.bring);
}

/** A mum who takes all her data with her. */
export function mayTake(clientId: string): Promise<boolean> {
  return takeAttempt(`take ${clientId}`, LIMITS.take);
}

/** A mum who asks a physio herself, or sends it once more: nobody's letter box is filled through us. */
export function mayAsk(clientId: string): Promise<boolean> {
  return takeAttempt(`ask ${clientId}`, LIMITS.ask);
}

/** Forgets windows that are over. */
export async function sweepLimits(): Promise<void> {
  await databases().auth
    .$executeRaw`DELETE FROM attempt_limit WHERE window_ends_at < clock_timestamp() - interval '1 day'`;
}
