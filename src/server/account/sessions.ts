import { randomBytes, randomUUID } from "node:crypto";
import { databases } from "../db/pools.ts";
import { tokenHash } from "../db/with-actor.ts";
import { type Doorman, piece } from "../db/doorman.ts";

/** How long a session lives: absolutely, and unused. Staff see many people's notes; a mum sees her own. */
const LIVES = {
  staff: { hours: 12, idleMinutes: 60 },
  client: { hours: 30 * 24, idleMinutes: 14 * 24 * 60 },
} as const;

export type Method = "code" | "password" | "passkey" | "totp" | "recovery" | "demo";

export type Session = {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly endsAt: Date;
  readonly methods: readonly string[];
  /** Seconds since she signed in, by Postgres's clock. */
  readonly openedAgo: number;
  /** Seconds since she last proved a second factor in this session; null when never. */
  readonly provedAgo: number | null;
};

/** A session's secret and how long its cookie is worth keeping. */
export type Opened = { readonly token: string; readonly maxAgeSeconds: number };

const LIVE = piece`s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND s.idle_ends_at > clock_timestamp()`;

const newToken = () => randomBytes(32).toString("base64url");

/** Only mums' sessions are long. Whoever coaches anywhere, or is nobody yet, gets the short kind. */
async function kindOf(db: Doorman, userId: string): Promise<keyof typeof LIVES> {
  const roles = await db.$queryRaw<{ role: string }[]>`SELECT role FROM app.roles_of(${userId}::uuid)`;
  return roles.length > 0 && roles.every((row) => row.role === "client") ? "client" : "staff";
}

/**
 * Opens a session with a new token. `replaces` is the token the browser came with: it dies, so that a planted cookie
 * is worth nothing after the sign-in.
 */
export async function createSession(
  db: Doorman,
  person: {
    userId: string;
    methods: Method[];
    proved: boolean;
    device: string;
    addressPrefix: string;
    browserHash: Buffer<ArrayBuffer>;
  },
  replaces: string | null,
): Promise<Opened> {
  if (replaces) await revokeToken(db, replaces);
  const { hours, idleMinutes } = LIVES[await kindOf(db, person.userId)];
  const token = newToken();
  await db.$executeRaw`
    INSERT INTO sign_in_session (id, token_hash, user_id, created_at, last_seen_at, expires_at, idle_ends_at, idle_minutes, methods, step_up_at, step_up_by, device, address_prefix, browser_hash)
    VALUES (${randomUUID()}::uuid, ${tokenHash(token)}, ${person.userId}::uuid, clock_timestamp(), clock_timestamp(),
      clock_timestamp() + make_interval(hours => ${hours}::int), clock_timestamp() + make_interval(mins => ${idleMinutes}::int), ${idleMinutes}::int,
      ${person.methods}, CASE WHEN ${person.proved} THEN clock_timestamp() END,
      CASE WHEN ${person.proved} THEN ${person.methods.at(-1) ?? null} END, ${person.device}, ${person.addressPrefix}, ${person.browserHash})`;
  return { token, maxAgeSeconds: hours * 3600 };
}

/** The live session of a token with its person, or null. */
export async function sessionOf(token: string, db: Doorman = databases().auth): Promise<Session | null> {
  const [row] = await db.$queryRaw<Session[]>`
    SELECT s.id, s.user_id AS "userId", u.email, u.name, s.methods, least(s.expires_at, s.idle_ends_at) AS "endsAt",
           extract(epoch FROM clock_timestamp() - s.created_at)::int AS "openedAgo",
           extract(epoch FROM clock_timestamp() - s.step_up_at)::int AS "provedAgo"
      FROM sign_in_session s JOIN "user" u ON u.id = s.user_id
     WHERE s.token_hash = ${tokenHash(token)} AND u.suspended_at IS NULL AND ${LIVE}`;
  return row ?? null;
}

/** A second factor was proved: the same session under a new token, the old one dead. Null when it is not live. */
export async function stepUp(db: Doorman, token: string, method: Method): Promise<Opened | null> {
  const next = newToken();
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    UPDATE sign_in_session s SET token_hash = ${tokenHash(next)}, step_up_at = clock_timestamp(), step_up_by = ${method}, last_seen_at = clock_timestamp(),
           idle_ends_at = least(s.expires_at, clock_timestamp() + make_interval(mins => s.idle_minutes)),
           methods = CASE WHEN ${method} = ANY (s.methods) THEN s.methods ELSE s.methods || ${method}::text END
     WHERE s.token_hash = ${tokenHash(token)} AND ${LIVE}
     RETURNING extract(epoch FROM s.expires_at - clock_timestamp())::int AS seconds`;
  return row ? { token: next, maxAgeSeconds: row.seconds } : null;
}

/** Her role changed (she joined, founded a practice): a new token that lives as long as her new role's do. */
export async function renewForRole(token: string): Promise<Opened | null> {
  const db = databases().auth;
  const session = await sessionOf(token);
  if (!session) return null;
  const { hours, idleMinutes } = LIVES[await kindOf(db, session.userId)];
  const next = newToken();
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    UPDATE sign_in_session s SET token_hash = ${tokenHash(next)}, idle_minutes = ${idleMinutes}::int,
           expires_at = s.created_at + make_interval(hours => ${hours}::int),
           idle_ends_at = clock_timestamp() + make_interval(mins => ${idleMinutes}::int)
     WHERE s.token_hash = ${tokenHash(token)} AND ${LIVE}
     RETURNING extract(epoch FROM s.expires_at - clock_timestamp())::int AS seconds`;
  return row ? { token: next, maxAgeSeconds: Math.max(row.seconds, 0) } : null;
}

/** Used now: it ends later again, never after its absolute end. */
export async function touchSession(token: string): Promise<void> {
  await databases().auth.$executeRaw`
    UPDATE sign_in_session s SET last_seen_at = clock_timestamp(),
           idle_ends_at = least(s.expires_at, clock_timestamp() + make_interval(mins => s.idle_minutes))
     WHERE s.token_hash = ${tokenHash(token)} AND s.last_seen_at < clock_timestamp() - interval '1 minute' AND ${LIVE}`;
}

const touched = new Map<string, number>();
const TOUCH_EVERY_MS = 60_000;
const REMEMBERED = 10_000;

/**
 * Every request that shows a session keeps it from idling out, at the price of one statement a minute. Nobody waits for
 * it and nothing depends on it: a request is let in by what Postgres finds, never by this.
 */
export function keepAlive(token: string | null): void {
  if (!token) return;
  const key = tokenHash(token).toString("base64url");
  const now = Date.now();
  if (now - (touched.get(key) ?? 0) < TOUCH_EVERY_MS) return;
  if (touched.size >= REMEMBERED) touched.clear();
  touched.set(key, now);
  touchSession(token).catch(() => touched.delete(key));
}

/** Ends the session of a token; works on the next request. */
export async function revokeToken(db: Doorman, token: string): Promise<void> {
  await db.$executeRaw`UPDATE sign_in_session SET revoked_at = clock_timestamp() WHERE token_hash = ${tokenHash(token)} AND revoked_at IS NULL`;
}

/** Ends one session of a person. Answers false when it is not hers, as for one that does not exist. */
export async function revokeSession(userId: string, sessionId: string): Promise<boolean> {
  const count = await databases().auth.$executeRaw`
    UPDATE sign_in_session SET revoked_at = coalesce(revoked_at, clock_timestamp()) WHERE id = ${sessionId}::uuid AND user_id = ${userId}::uuid`;
  return count > 0;
}

/** Ends all sessions of a person but one: after a factor changed, or because she asked. Answers how many ended. */
export async function revokeOthers(db: Doorman, userId: string, keepSessionId: string): Promise<number> {
  return db.$executeRaw`
    UPDATE sign_in_session s SET revoked_at = clock_timestamp() WHERE s.user_id = ${userId}::uuid AND s.id <> ${keepSessionId}::uuid AND ${LIVE}`;
}

export type SessionRow = {
  readonly id: string;
  readonly device: string;
  readonly addressPrefix: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly methods: string[];
};

/** Where a person is signed in now, latest use first. */
export async function liveSessions(userId: string): Promise<SessionRow[]> {
  return databases().auth.$queryRaw<SessionRow[]>`
    SELECT s.id, s.device, s.address_prefix AS "addressPrefix", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.methods
      FROM sign_in_session s WHERE s.user_id = ${userId}::uuid AND ${LIVE} ORDER BY s.last_seen_at DESC`;
}
