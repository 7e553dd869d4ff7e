// A practice whose people live by the clock of the tests, each signed in as herself, for lives lived through the API.
import { createHash, randomUUID } from "node:crypto";
import { openPractice } from "../../prisma/seed/practice.ts";
import { SITUATIONS, type Situation } from "../../prisma/seed/situations.ts";
import { openWorld } from "../../prisma/seed/world.ts";
import type { Physio } from "../domain/journey/build-commands.ts";
import type { ProtocolKind } from "../domain/journey/steps.ts";
import { addDays, type Day, day } from "../domain/shared/day.ts";
import { closeDatabases } from "../server/db/pools.ts";
import { openClock } from "./clock.ts";
import { type Caller, callerOf } from "./physio-road.ts";
import { openRows } from "./rows.ts";

export type Stage = Awaited<ReturnType<typeof openStage>>;
export type StagedMum = { readonly clientId: string; readonly caller: () => Caller };

/** A day of its own, so that a seed lives the same lives whenever it is asked. */
const BEGINNING = day("2026-05-04");
/** From here on those live who begin in the middle of things. */
export const FIRST_DAY = addDays(BEGINNING, 1);

const hash = (token: string) => createHash("sha256").update(token).digest();
const FOR_EVER = "2999-01-01T00:00:00Z";
const HOUR = 3_600_000;

/** Opens it on this file's own database, whose clock it takes over. */
export async function openStage() {
  const world = await openWorld(process.env["OWNER_DATABASE_URL"] ?? "");
  const rows = await openRows();
  const clock = await openClock(rows.db);
  const practice = await openPractice(
    { db: world.db, user: world.user, today: BEGINNING },
    { name: "Here", owner: { name: "Olive", email: "olive@example.org" } },
  );
  const coach = await practice.coach("Cora", "cora@example.org");

  const signIn = async (userId: string): Promise<string> => {
    const token = randomUUID();
    await rows.db.query(
      `INSERT INTO sign_in_session (id, token_hash, user_id, expires_at, idle_ends_at, methods, device, address_prefix, step_up_at)
       VALUES ($1, $2, $3, $4, $4, '{code,totp}', 'test', '127.0.0.0/24', $5)`,
      [randomUUID(), hash(token), userId, FOR_EVER, "2020-01-01T00:00:00Z"],
    );
    return token;
  };
  const ownersToken = await signIn(practice.owner.userId);
  const coachsToken = await signIn(coach.userId);
  const as = (area: "coach" | "client", sessionToken: string): Caller =>
    callerOf({ area, sessionToken, now: clock.now() });

  /**
   * A live session of the live link to a request, her address proved a moment ago. Null when none lives for as long as
   * the session: days here are so exact that a link would end within the call.
   */
  const byLink = async (requestId: string): Promise<Caller | null> => {
    const token = randomUUID();
    const now = clock.now();
    const made = await rows.db.query(
      `INSERT INTO link_session (id, token_hash, link_id, expires_at, device, step_up_at)
       SELECT $1, $2, id, $4, 'test', $5 FROM physio_link
        WHERE request_id = $3 AND revoked_at IS NULL AND expires_at > $4 LIMIT 1`,
      [randomUUID(), hash(token), requestId, new Date(now.getTime() + HOUR), now],
    );
    return made.rowCount ? callerOf({ area: "physio", linkToken: token, now }) : null;
  };

  return {
    db: rows.db,
    clock,

    /** A mum joins, in her own zone. */
    async mum(zone: string, joinedOn: Day): Promise<StagedMum> {
      const clientId = randomUUID();
      const userId = await world.user("Mere", `${clientId}@example.org`);
      await rows.db.query(
        `INSERT INTO client (id, practice_id, user_id, name, email, zone, country, coach_id, joined_on)
         SELECT $1, $2, id, name, email, $4, 'NZ', $5, $6 FROM "user" WHERE id = $3`,
        [clientId, practice.id, userId, zone, coach.id, joinedOn],
      );
      const token = await signIn(userId);
      return { clientId, caller: () => as("client", token) };
    },

    /** A mum who has lived what leads to a situation, up to the day before `FIRST_DAY`, at home in New Zealand. */
    async mumWho(situation: Situation, by: Physio): Promise<StagedMum> {
      const email = `${randomUUID()}@example.org`;
      const mum = await practice.mum({ name: "Mere", email, joinedDaysAgo: 330 });
      const { physioId: id, signerName: name, registrationNumber } = by;
      const physio = { id, userId: null, name, email: "not used", registrationNumber };
      await practice.checkCredential(physio, 300);
      const setting = { mum, physio, birth: { daysAgo: 400 }, goal: { daysPerWeek: 3, minutesPerRun: 30 } };
      SITUATIONS[situation](setting);
      await mum.save();
      const token = await signIn(mum.userId ?? "");
      return { clientId: mum.id, caller: () => as("client", token) };
    },

    async addPhysio({ physioId, signerName }: Physio): Promise<void> {
      await rows.db.query(`INSERT INTO physio (id, practice_id, name, email) VALUES ($1, $2, $3, $4)`, [
        physioId,
        practice.id,
        signerName,
        `${physioId}@clinic.example`,
      ]);
    },

    coach: () => as("coach", coachsToken),

    /** The owner, who has just proved her second factor. */
    async owner(): Promise<Caller> {
      await rows.db.query("UPDATE sign_in_session SET step_up_at = $2 WHERE token_hash = $1", [
        hash(ownersToken),
        clock.now(),
      ]);
      return as("coach", ownersToken);
    },

    /** The physio who was asked, by her link. When it is over the coach sends a new one first. */
    async physio(requestId: string): Promise<Caller> {
      const live = await byLink(requestId);
      if (live) return live;
      await as("coach", coachsToken).clearance.sendAgain({ key: randomUUID(), requestId });
      const again = await byLink(requestId);
      if (!again) throw new Error("the new link does not live");
      return again;
    },

    versionOf(kind: ProtocolKind): string {
      const found = [...practice.library.values()].find((row) => row.kind === kind);
      if (!found) throw new Error(`no protocol of kind ${kind}`);
      return found.versionId;
    },

    /** She leaves the practice's lists; nobody's day is turned for her any more. */
    async archive(clientId: string): Promise<void> {
      await rows.db.query("UPDATE client SET archived_at = now() WHERE id = $1", [clientId]);
    },

    async close(): Promise<void> {
      await closeDatabases();
      await rows.close();
      await world.close();
    },
  };
}
