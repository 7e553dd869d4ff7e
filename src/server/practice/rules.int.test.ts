import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_CHOICES, type PracticeChoices } from "../../domain/journey/practice-rules.ts";
import { turnDays } from "../attention/day-turns.ts";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const PEAK: PracticeChoices = {
  ...DEFAULT_CHOICES,
  batteries: { ...DEFAULT_CHOICES.batteries, strength: { id: "peak_endurance_strength", version: 1 } },
};
const wish = (choices: unknown, version: number) => ({
  key: randomUUID(),
  choices: choices as PracticeChoices,
  version,
});
const stored = async (clientId: string) =>
  (
    await desk.db.query<{ run_open: boolean }>(`SELECT run_open FROM client_status WHERE client_id = $1`, [
      clientId,
    ])
  ).rows[0]?.run_open;

describe("the rules of a practice", () => {
  test("given a change, then it is previewed, saved as a version, and every client is derived anew", async () => {
    const mum = await desk.mum("running");
    expect(await desk.coach.practice.rules({})).toEqual({
      version: 0,
      choices: DEFAULT_CHOICES,
      savedBy: null,
    });
    const preview = await desk.coach.practice.previewRules({ choices: PEAK, cursor: null });
    expect(preview).toMatchObject({ present: 1, next: null, clients: 1, locked: 1, opened: 0 });
    expect(await stored(mum.id)).toBe(true);

    const save = wish(PEAK, 0);
    expect(await desk.owner.practice.saveRules(save)).toEqual({ version: 1 });
    expect(await desk.owner.practice.saveRules(save)).toEqual({ version: 1 });
    expect(await desk.coach.practice.rules({})).toEqual({
      version: 1,
      choices: PEAK,
      savedBy: { name: "Olive", isMe: false },
    });
    expect(await stored(mum.id)).toBe(false);
    const { journey } = await desk.coach.clients.byId({ clientId: mum.id });
    expect(journey.batteries.strength.battery).toBe("peak_endurance_strength");
    expect(journey.lock.open).toBe(false);

    await desk.owner.practice.saveRules(wish(DEFAULT_CHOICES, 1));
    expect(await stored(mum.id)).toBe(true);
    const { rows } = await desk.db.query(`SELECT version FROM practice_rules ORDER BY version`);
    expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
  });

  test("given choices that make no sense, or made from an older version, then refused and nothing written", async () => {
    const { version } = await desk.coach.practice.rules({});
    const bad = { ...PEAK, figures: { ...PEAK.figures, short_sleep_hours: 1 } };
    expect(await refusedWith(desk.owner.practice.saveRules(wish(bad, version)))).toMatchObject({
      code: "figure_out_of_bounds",
      figure: "short_sleep_hours",
    });
    expect(await refusedWith(desk.coach.practice.previewRules({ choices: bad, cursor: null }))).toMatchObject(
      {
        code: "figure_out_of_bounds",
      },
    );
    expect(await refusedWith(desk.owner.practice.saveRules(wish(PEAK, version - 1)))).toEqual({
      code: "stale",
      by: desk.practice.owner.id,
    });
    for (const unlocking of [
      { ...PEAK, figures: { ...PEAK.figures, min_days_since_birth: 0 } },
      { ...PEAK, needsClearance: false },
    ])
      expect(await refusedWith(desk.owner.practice.saveRules(wish(unlocking, version)))).toBe("BAD_REQUEST");
    expect((await desk.coach.practice.rules({})).version).toBe(version);
  });

  test("a coach who is not the owner cannot save; Postgres refuses her, a change and a foreign key as well", async () => {
    expect(await refusedWith(desk.coach.practice.saveRules(wish(PEAK, 2)))).toBe("NOT_FOUND");
    await expect(desk.db.query(`UPDATE practice_rules SET version = 9`)).rejects.toThrow(/insert-only/);
    await expect(
      desk.db.query(
        `INSERT INTO practice_rules (id, practice_id, recorded_by_kind, version, choices)
         SELECT gen_random_uuid(), practice_id, 'owner', 9, '{"clearance": false}' FROM practice_rules LIMIT 1`,
      ),
    ).rejects.toThrow(/check constraint/);
    await expect(
      desk.db.query(
        `INSERT INTO practice_rules (id, practice_id, recorded_by_kind, version, choices)
         SELECT gen_random_uuid(), practice_id, 'coach', 9, '{}' FROM practice_rules LIMIT 1`,
      ),
    ).rejects.toThrow(/practice_rules_by_owner/);
  });
});

test("given more mums than one change may hold, then the count comes page by page, and all are derived soon after", async () => {
  for (let one = 0; one < 27; one += 1) await desk.mum("justIn", `Mum ${one}`);
  const { version } = await desk.coach.practice.rules({});
  const pages = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof desk.coach.practice.previewRules>> =
      await desk.coach.practice.previewRules({ choices: PEAK, cursor });
    pages.push(page);
    cursor = page.next;
    if (cursor === null) break;
  }
  expect(pages.map(({ present, clients }) => [present, clients])).toEqual([
    [28, 25],
    [28, 3],
  ]);
  expect(pages.reduce((sum, { locked }) => sum + locked, 0)).toBe(1);

  await desk.owner.practice.saveRules(wish(PEAK, version));
  const marked = async () =>
    (
      await desk.db.query(`SELECT 1 FROM client_status WHERE as_of = '1970-01-01' AND practice_id = $1`, [
        desk.practice.id,
      ])
    ).rowCount;
  expect(await marked()).toBe(8);
  expect(await turnDays(new Date())).toBe(8);
  expect(await marked()).toBe(0);
  // Thirty mums are a while in the making.
}, 90_000);
