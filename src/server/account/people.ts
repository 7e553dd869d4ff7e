import { randomUUID } from "node:crypto";
import type { Doorman } from "../db/doorman.ts";

export type Person = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
};

/** The person of a normalised address, or null. Suspended people are nobody here. */
export async function personOf(db: Doorman, email: string): Promise<Person | null> {
  const [row] = await db.$queryRaw<Person[]>`
    SELECT id, email, name, password_hash AS "passwordHash" FROM "user" WHERE email = ${email} AND suspended_at IS NULL`;
  return row ?? null;
}

/** The person of an address that was just proved; a new one gets this name. Null when she is suspended. */
export async function personWith(db: Doorman, email: string, name: string): Promise<Person | null> {
  await db.$executeRaw`INSERT INTO "user" (id, email, name) VALUES (${randomUUID()}::uuid, ${email}, ${name}) ON CONFLICT (email) DO NOTHING`;
  return personOf(db, email);
}

export type Role = {
  readonly role: "owner" | "coach" | "client" | "physio";
  readonly practiceId: string;
  readonly practiceName: string;
  readonly isDemo: boolean;
};

/** What she is, and where: one entry a role and practice. */
export function rolesOf(db: Doorman, userId: string): Promise<Role[]> {
  return db.$queryRaw<Role[]>`
    SELECT role, practice_id AS "practiceId", practice_name AS "practiceName", is_demo AS "isDemo" FROM app.roles_of(${userId}::uuid) ORDER BY 1, 3`;
}
