// Builders shared by the demo, the integration tests and the browser tests. People live their past through the real
// rules, day by day; a builder that asks for something the rules refuse is refused like anybody else.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { addDays, type Day } from "../../src/domain/shared/day.ts";
import { todayIn } from "../../src/server/clock.ts";
import { openPractice, type PracticeInput } from "./practice.ts";

export type World = Awaited<ReturnType<typeof openWorld>>;

const hash = (token: string) => createHash("sha256").update(token).digest();

/** Where "today" is for practices that name no zone: far ahead of most servers, so that a wrong day shows. */
export const HOME_ZONE = "Pacific/Auckland";

/**
 * Opens a world on a migrated database.
 * @param ownerUrl connection string of the owner's role, who alone may record facts with their own day
 */
export async function openWorld(ownerUrl: string) {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  const today = todayIn(HOME_ZONE, new Date());

  /** A person who can sign in. The same address twice is the same person. */
  const user = async (name: string, email: string): Promise<string> => {
    const { rows } = await db.query<{ id: string }>(
      `INSERT INTO "user" (id, email, name) VALUES ($1, $2, $3) ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id`,
      [randomUUID(), email.toLowerCase(), name],
    );
    const found = rows[0];
    if (!found) throw new Error(`no user for ${email}`);
    return found.id;
  };

  /** A live session for a person: the token a browser would hold. */
  const signIn = async (userId: string): Promise<string> => {
    const token = randomBytes(32).toString("base64url");
    await db.query(
      `INSERT INTO sign_in_session (id, token_hash, user_id, expires_at, idle_ends_at, methods, device, address_prefix, step_up_at)
       VALUES ($1, $2, $3, now() + interval '12 hours', now() + interval '12 hours', '{code,totp}', 'Builder', '127.0.0.0/24', now())`,
      [randomUUID(), hash(token), userId],
    );
    return token;
  };

  return {
    db,
    today,
    user,
    signIn,
    /** The day `count` days ago at home. */
    daysAgo: (count: number): Day => addDays(today, -count),
    practice: (input: PracticeInput) => openPractice({ db, today, user }, input),
    close: () => db.end(),
  };
}
