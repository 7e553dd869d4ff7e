import { randomInt, randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { databases } from "../db/pools.ts";
import { CODE_SIGNS, putMail, readCode } from "./codes.ts";
import type { Doorman } from "../db/doorman.ts";
import { keyedHash, openText, sealText } from "../sealed-text.ts";
import { revokeOthers, type Session } from "./sessions.ts";

export type Factors = {
  readonly passkeys: readonly {
    readonly id: string;
    readonly label: string;
    readonly createdAt: Date;
    readonly lastUsedAt: Date | null;
  }[];
  readonly generator: boolean;
  readonly recoveryCodesLeft: number;
  readonly password: boolean;
};

/** What a person can prove herself with. */
export async function factorsOf(userId: string, db: Doorman = databases().auth): Promise<Factors> {
  const passkeys = await db.$queryRaw<Factors["passkeys"]>`
    SELECT id, label, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM passkey WHERE user_id = ${userId}::uuid ORDER BY created_at`;
  const [row] = await db.$queryRaw<{ generator: boolean; codes: number; password: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM totp WHERE user_id = u.id AND confirmed_at IS NOT NULL) AS generator,
           (SELECT count(*)::int FROM recovery_code WHERE user_id = u.id AND used_at IS NULL) AS codes,
           u.password_hash IS NOT NULL AS password
      FROM "user" u WHERE u.id = ${userId}::uuid`;
  return {
    passkeys,
    generator: row?.generator ?? false,
    recoveryCodesLeft: row?.codes ?? 0,
    password: row?.password ?? false,
  };
}

export const hasFactor = (factors: Factors) => factors.generator || factors.passkeys.length > 0;

const PERIOD = 30;
const generatorOf = (secret: Secret, email: string) =>
  new TOTP({ issuer: "Sevenstride", label: email, algorithm: "SHA1", digits: 6, period: PERIOD, secret });

/** A new secret that counts for nothing until it is confirmed. Answers what a code app reads. */
export async function startGenerator(
  db: Doorman,
  userId: string,
  email: string,
): Promise<{ uri: string; secret: string } | null> {
  const secret = new Secret({ size: 20 });
  const sealed = Buffer.from(sealText(secret.base32));
  const made = await db.$executeRaw`
    INSERT INTO totp (user_id, secret) VALUES (${userId}::uuid, ${sealed})
    ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, last_step = 0 WHERE totp.confirmed_at IS NULL`;
  return made === 1 ? { uri: generatorOf(secret, email).toString(), secret: secret.base32 } : null;
}

/**
 * True when the generator's code is right now, give or take one period, and its period was not used before: the same six
 * digits open nothing twice. `confirm` is the first code, which sets it up.
 */
export async function useGenerator(
  db: Doorman,
  userId: string,
  typed: string,
  confirm = false,
): Promise<boolean> {
  const [row] = await db.$queryRaw<{ secret: Uint8Array; confirmed: boolean }[]>`
    SELECT secret, confirmed_at IS NOT NULL AS confirmed FROM totp WHERE user_id = ${userId}::uuid`;
  if (!row || row.confirmed === confirm) return false;
  const secret = Secret.fromBase32(openText(Buffer.from(row.secret).toString()));
  const now = Date.now();
  const delta = generatorOf(secret, "").validate({ token: readCode(typed), timestamp: now, window: 1 });
  if (delta === null) return false;
  const used = Math.floor(now / 1000 / PERIOD) + delta;
  const count = await db.$executeRaw`
    UPDATE totp SET last_step = ${used}, confirmed_at = coalesce(confirmed_at, clock_timestamp())
     WHERE user_id = ${userId}::uuid AND last_step < ${used} AND (confirmed_at IS NULL) = ${confirm}`;
  return count === 1;
}

const RECOVERY = { codes: 10, length: 10 } as const;

/** Ten new recovery codes; those from before are void. This answer is the only time anybody sees them. */
export async function newRecoveryCodes(db: Doorman, userId: string): Promise<string[]> {
  await db.$executeRaw`DELETE FROM recovery_code WHERE user_id = ${userId}::uuid`;
  const codes = Array.from({ length: RECOVERY.codes }, () =>
    Array.from({ length: RECOVERY.length }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join(""),
  );
  for (const code of codes)
    await db.$executeRaw`
      INSERT INTO recovery_code (id, user_id, code_hash) VALUES (${randomUUID()}::uuid, ${userId}::uuid, ${keyedHash(`recovery ${userId}`, code)})`;
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

export async function useRecoveryCode(db: Doorman, userId: string, typed: string): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE recovery_code SET used_at = clock_timestamp()
     WHERE user_id = ${userId}::uuid AND code_hash = ${keyedHash(`recovery ${userId}`, readCode(typed))} AND used_at IS NULL`;
  return count === 1;
}

export type AccountNotice = "factor_added" | "factor_removed" | "password_changed" | "recovery_used";

/** How she signs in changed: every other session ends, and her mail says so, in case it was not her. */
export async function factorsChanged(db: Doorman, session: Session, notice: AccountNotice): Promise<void> {
  await revokeOthers(db, session.userId, session.id);
  await putMail(db, "account_notice", { userId: session.userId, notice });
}
