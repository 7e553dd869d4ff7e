// A practice with its coach at her desk, for integration tests: people by the builders, calls through the one door.
import { randomUUID } from "node:crypto";
import { SITUATIONS, type Situation } from "../../prisma/seed/situations.ts";
import type { Mum } from "../../prisma/seed/mum.ts";
import { openWorld } from "../../prisma/seed/world.ts";
import { closeDatabases } from "../server/db/pools.ts";
import { callerOf } from "./physio-road.ts";

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Opens a practice on this file's database, and a foreign one with one mum. */
export async function openDesk() {
  const world = await openWorld(process.env["OWNER_DATABASE_URL"] ?? "");
  const address = () => `${randomUUID().slice(0, 8)}@example.org`;
  const practice = await world.practice({ name: "Here", owner: { name: "Olive", email: address() } });
  const elsewhere = await world.practice({ name: "There", owner: { name: "Otto", email: address() } });
  const foreign = await elsewhere.mum({ name: "Fia", email: address(), joinedDaysAgo: 30 });
  await foreign.save();
  const physio = await practice.physio({ name: "Pia", email: address() });
  await practice.checkCredential(physio, 300);
  const colleague = await practice.coach("Cora", address());
  const as = async (userId: string, area: "coach" | "client") =>
    callerOf({ area, sessionToken: await world.signIn(userId) });
  const db = world.db;

  return {
    world,
    db,
    practice,
    physio,
    colleague,
    foreign,
    owner: await as(practice.owner.userId, "coach"),
    coach: await as(colleague.userId, "coach"),
    as,
    /** A mum who lived what leads to a situation, 400 days after her birth. */
    async mum(situation: Situation, name: string = situation): Promise<Mum> {
      const mum = await practice.mum({ name, email: address(), joinedDaysAgo: 330 });
      SITUATIONS[situation]({
        mum,
        physio,
        birth: { daysAgo: 400 },
        goal: { daysPerWeek: 3, minutesPerRun: 30 },
      });
      return mum.save();
    },
    version: (slug: string) => {
      const found = practice.library.get(slug);
      if (!found) throw new Error(`no protocol ${slug}`);
      return found;
    },
    /** Rows of a table about a client. */
    count: async (table: string, clientId: string): Promise<number> => {
      const { rows } = await db.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${table}" WHERE client_id = $1`,
        [clientId],
      );
      return rows[0]?.n ?? 0;
    },
    async close() {
      await closeDatabases();
      await world.close();
    },
  };
}

/** The refusal with its data, or what went wrong instead. */
export async function refusedWith(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return "done";
  } catch (error) {
    const { cause, code } = error as { cause?: { refusal?: unknown }; code: string };
    return cause?.refusal ?? code;
  }
}
