import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SITUATIONS, type Setting, type Situation } from "../../../prisma/seed/situations.ts";
import type { Mum } from "../../../prisma/seed/mum.ts";
import { openWorld, type World } from "../../../prisma/seed/world.ts";
import { canRunFacts } from "../../domain/clearance/gate.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import { addDays } from "../../domain/shared/day.ts";
import { ruleValue } from "../../domain/shared/rules.ts";
import { toRecord } from "./load-record.ts";
import { statusOf } from "./status.ts";

// A mum in every situation there is, written by the builders: what the rules derive, what Postgres stores and what
// Postgres itself says must be one and the same.

let world: World;
const mums = new Map<Situation, Mum>();
beforeAll(async () => {
  world = await openWorld(process.env["OWNER_DATABASE_URL"] ?? "");
  const practice = await world.practice({ name: "P", owner: { name: "Olive", email: "olive@example.org" } });
  const physio = await practice.physio({ name: "Pia", email: "pia@clinic.example" });
  await practice.checkCredential(physio, 300);
  for (const [index, situation] of (Object.keys(SITUATIONS) as Situation[]).entries()) {
    const mum = await practice.mum({ name: situation, email: `m${index}@example.org`, joinedDaysAgo: 330 });
    const setting: Setting = {
      mum,
      physio,
      birth: { daysAgo: 400 },
      goal: { daysPerWeek: 3, minutesPerRun: 30 },
    };
    SITUATIONS[situation](setting);
    mums.set(situation, await mum.save());
  }
}, 60_000);
afterAll(() => world.close());

const situations = Object.keys(SITUATIONS) as Situation[];
const recordOf = async (mum: Mum) =>
  toRecord((await world.db.query("SELECT app.record_of($1) AS raw", [mum.id])).rows[0].raw);

test("the figures Postgres needs for its gate are those of the domain", async () => {
  const { rows } = await world.db.query<{ id: Parameters<typeof ruleValue>[0]; value: number }>(
    "SELECT id, value FROM clinical_rule",
  );
  expect(rows.length).toBe(2);
  for (const row of rows) expect([row.id, row.value]).toEqual([row.id, ruleValue(row.id)]);
});

describe.each(situations)("a mum who is %s", (situation) => {
  test("what was written is what is read, and the journey of both is the same", async () => {
    const mum = mums.get(situation)!;
    const read = await recordOf(mum);
    expect(deriveJourney(read, world.today)).toEqual(deriveJourney(mum.facts, world.today));
  });

  test("rebuilding her status from facts changes nothing", async () => {
    const mum = mums.get(situation)!;
    const { rows } = await world.db.query(
      `SELECT as_of::text, steps, run_open, lock_reasons, attention_rank, reasons, next_session, last_log_on::text FROM client_status WHERE client_id = $1`,
      [mum.id],
    );
    expect(rows[0]).toEqual(JSON.parse(JSON.stringify(statusOf(await recordOf(mum), world.today))));
  });

  test("on every day around today Postgres's gate says what the domain's says, and the whole lock is never open where it is shut", async () => {
    const mum = mums.get(situation)!;
    const read = await recordOf(mum);
    for (const scope of ["walk_run", "technique"] as const) {
      const days = Array.from({ length: 60 }, (_, index) => addDays(world.today, index * 5 - 150));
      const { rows } = await world.db.query<{ day: string; ok: boolean }>(
        `SELECT day::text, app.can_run($1, day, $2) AS ok FROM unnest($3::date[]) day`,
        [mum.id, scope, days],
      );
      expect(rows.map((row) => [row.day, row.ok])).toEqual(
        days.map((day) => [day, canRunFacts(read, day, scope)]),
      );
      if (scope === "walk_run") {
        for (const [index, day] of days.entries()) {
          if (deriveJourney(read, day).lock.open) expect([day, rows[index]?.ok]).toEqual([day, true]);
        }
      }
    }
  });
});

test("the situations cover both answers of the gate", async () => {
  const open = new Set<boolean>();
  for (const mum of mums.values()) open.add(canRunFacts(await recordOf(mum), world.today, "walk_run"));
  expect(open).toEqual(new Set([true, false]));
});
