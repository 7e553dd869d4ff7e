/**
 * Link sessions: a physio without an account. The page /physio/open reads the token out of the address's fragment and
 * talks to these POST handlers (same-origin JSON; a no is `{ error: code }` with words in account.errors):
 *
 *   /api/sign-in/link/open          { token }        -> { state: "live", practiceName, physioName, sentTo } — nothing is used up
 *                                                     or { state: "over" }, the same for every token that opens nothing
 *   /api/sign-in/link/code          { token }        -> { sent: true }; a code goes to the address the request went to
 *   /api/sign-in/link/verify        { token, code }  -> { next: "/physio/request" }; sets the link session's cookie
 *   /api/sign-in/link/step-up/code  {}               -> { sent: true, sentTo }; for signing later than five minutes after the last code
 *   /api/sign-in/link/step-up       { code }         -> { done: true }; fresh for five minutes, under a new token
 *
 *   /api/sign-in/link/keep-list     {}               -> { next: "/physio" }; an account for her address, minutes after a code, else `prove`
 *
 * With an account she steps up by /api/sign-in/prove/* instead. Signing out is /api/sign-in/sign-out for both.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { databases } from "../db/pools.ts";
import { tokenHash } from "../db/with-actor.ts";
import type { Doorman } from "../db/doorman.ts";

/** Long enough to read, write and sign; it is one mum's record on who knows whose computer. */
export const LINK_SESSION_HOURS = 4;

export type OpenedLink = {
  readonly linkId: string;
  readonly practiceName: string;
  readonly physioName: string;
  readonly email: string;
  readonly state: "live" | "expired" | "revoked";
};

/** What a link's token stands for, or null. Reading uses nothing up. */
export async function linkOf(db: Doorman, token: string): Promise<OpenedLink | null> {
  const [row] = await db.$queryRaw<OpenedLink[]>`
    SELECT link_id AS "linkId", practice_name AS "practiceName", physio_name AS "physioName", lower(email) AS email, state
      FROM app.open_link(${tokenHash(token)})`;
  return row ?? null;
}

type Here = { readonly userId: string | null; readonly browserHash: Buffer<ArrayBuffer> | null };

/**
 * True when the person signed in here coaches in the link's practice, or somebody who does signed in here lately: nobody
 * signs in the browser she coaches in.
 */
export async function coachesBesideLink(
  db: Doorman,
  { userId, browserHash }: Here,
  token: string,
): Promise<boolean> {
  const [row] = await db.$queryRaw<
    { yes: boolean }[]
  >`SELECT app.coaches_beside_link(${userId}::uuid, ${browserHash}, ${tokenHash(token)}) AS yes`;
  return row?.yes ?? true;
}

/** Opens a link session; the code just proved counts as fresh confirmation. */
export async function createLinkSession(
  db: Doorman,
  { linkId, device, browserHash }: { linkId: string; device: string; browserHash: Buffer<ArrayBuffer> },
) {
  const token = randomBytes(32).toString("base64url");
  await db.$executeRaw`
    INSERT INTO link_session (id, token_hash, link_id, created_at, expires_at, step_up_at, device, browser_hash)
    VALUES (${randomUUID()}::uuid, ${tokenHash(token)}, ${linkId}::uuid, clock_timestamp(),
      clock_timestamp() + make_interval(hours => ${LINK_SESSION_HOURS}::int), clock_timestamp(), ${device}, ${browserHash})`;
  return { token, maxAgeSeconds: LINK_SESSION_HOURS * 3600 };
}

/** The stored address behind a live link session, or null. */
export async function linkSessionEmail(token: string): Promise<string | null> {
  const [row] = await databases().auth.$queryRaw<
    { email: string }[]
  >`SELECT app.link_session_email(${tokenHash(token)}) AS email`;
  return row?.email ?? null;
}

/** Her name as the practice of this visit knows her. */
export async function linkVisitorName(db: Doorman, token: string): Promise<string> {
  const [row] = await db.$queryRaw<
    { name: string | null }[]
  >`SELECT app.link_visitor_name(${tokenHash(token)}) AS name`;
  return row?.name ?? "";
}

/** Fresh confirmation inside a link session: a new token, the old one dead. Null when it is not live. */
export async function stepUpLink(db: Doorman, token: string) {
  const next = randomBytes(32).toString("base64url");
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    UPDATE link_session SET token_hash = ${tokenHash(next)}, step_up_at = clock_timestamp()
     WHERE token_hash = ${tokenHash(token)} AND revoked_at IS NULL AND expires_at > clock_timestamp()
     RETURNING extract(epoch FROM expires_at - clock_timestamp())::int AS seconds`;
  return row ? { token: next, maxAgeSeconds: row.seconds } : null;
}

export async function revokeLinkToken(token: string): Promise<void> {
  await databases().auth.$executeRaw`
    UPDATE link_session SET revoked_at = clock_timestamp() WHERE token_hash = ${tokenHash(token)} AND revoked_at IS NULL`;
}
