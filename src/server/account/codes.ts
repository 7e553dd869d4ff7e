import type { CodePurpose } from "../code-purposes.ts";
import { randomBytes, randomInt, randomUUID, timingSafeEqual } from "node:crypto";
import { databases } from "../db/pools.ts";
import { tokenHash } from "../db/with-actor.ts";
import { browserCookieName } from "./cookies.ts";
import { asDoorman, type Doorman } from "../db/doorman.ts";
import { mayTry } from "../limits.ts";
import { keyedHash, sealText } from "../sealed-text.ts";
import { TurnedAway, type Visit } from "../visit.ts";

/** 31 signs that nobody mixes up when reading aloud or typing: no I, L, O, 0, 1. Eight of them are 2^39. */
export const CODE_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
export const CODE_LENGTH = 8;
export const CODE_MINUTES = 10;
const TRIES = 5;

export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join("");
}

/** What was typed, without the spaces and dashes people put in. */
export function readCode(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\-–—·.]/g, "");
}

const hashOf = (id: string, code: string) => keyedHash(`code ${id}`, code);

/**
 * Mails a new code for `email` and binds it to this browser; older ones for the same address and purpose die. The work
 * is the same whether or not somebody has that address: who gets which mail is decided when it is sent.
 */
export async function sendCode(email: string, purpose: CodePurpose, visit: Visit): Promise<void> {
  if (!(await mayTry(`ask ${purpose}`, email, visit.addressPrefix))) throw new TurnedAway("too_many");
  const browser = randomBytes(32).toString("base64url");
  const id = randomUUID();
  const code = newCode();
  await asDoorman(async (db) => {
    await db.$executeRaw`
      UPDATE sign_in_code SET expires_at = clock_timestamp() WHERE email = ${email} AND purpose = ${purpose} AND used_at IS NULL AND expires_at > clock_timestamp()`;
    await db.$executeRaw`
      INSERT INTO sign_in_code (id, email, purpose, code_hash, browser_hash, created_at, expires_at)
      VALUES (${id}::uuid, ${email}, ${purpose}, ${hashOf(id, code)}, ${tokenHash(browser)}, clock_timestamp(), clock_timestamp() + make_interval(mins => ${CODE_MINUTES}::int))`;
    await putMail(db, "sign_in_code", { codeId: id, sealed: sealText(code) });
  });
  visit.setCookie(browserCookieName(), browser, CODE_MINUTES * 60);
}

/** A mail about signing in, for the worker: it belongs to no practice. */
export async function putMail(db: Doorman, kind: string, payload: Record<string, string>): Promise<void> {
  await db.$executeRaw`INSERT INTO outbox (id, kind, payload) VALUES (${randomUUID()}::uuid, ${kind}, ${JSON.stringify(payload)}::jsonb)`;
}

type Asked = { id: string; email: string; hash: Uint8Array };

/** The code's row and address when it is right, and one of its five tries is gone. Throws `wrong` for every other case. */
export async function checkCode(
  typed: string,
  purpose: CodePurpose,
  visit: Visit,
): Promise<{ id: string; email: string }> {
  if (!(await mayTry("", null, visit.addressPrefix))) throw new TurnedAway("too_many");
  const browser = visit.cookie(browserCookieName());
  if (!browser) throw new TurnedAway("wrong");
  // The try is counted before anything is compared, and on its own: a failure later does not give it back.
  const [asked] = await databases().auth.$queryRaw<Asked[]>`
    UPDATE sign_in_code SET tries = tries + 1
     WHERE browser_hash = ${tokenHash(browser)} AND purpose = ${purpose} AND used_at IS NULL AND expires_at > clock_timestamp() AND tries < ${TRIES}
     RETURNING id, email, code_hash AS hash`;
  if (!asked || !timingSafeEqual(asked.hash, hashOf(asked.id, readCode(typed))))
    throw new TurnedAway("wrong");
  return { id: asked.id, email: asked.email };
}

/** Uses a checked code up, inside the transaction that does what it is for. Of many at once exactly one gets through. */
export async function useUp(db: Doorman, codeId: string): Promise<void> {
  const used = await db.$executeRaw`
    UPDATE sign_in_code SET used_at = clock_timestamp() WHERE id = ${codeId}::uuid AND used_at IS NULL AND expires_at > clock_timestamp()`;
  if (used !== 1) throw new TurnedAway("wrong");
}

/** Forgets codes and challenges nobody can use any more. */
export async function sweepCodes(): Promise<void> {
  const db = databases().auth;
  await db.$executeRaw`DELETE FROM sign_in_code WHERE expires_at < clock_timestamp() - interval '1 day'`;
  await db.$executeRaw`DELETE FROM passkey_challenge WHERE expires_at < clock_timestamp() - interval '1 day'`;
}
