import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_CHOICES } from "../../domain/journey/practice-rules.ts";
import { DEFAULT_WAYS } from "../../domain/journey/revisit-ways.ts";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const store = (version: number, choices: object) =>
  desk.db.query(
    `INSERT INTO practice_rules (id, practice_id, recorded_by_kind, version, choices) VALUES ($1, $2, 'owner', $3, $4)`,
    [randomUUID(), desk.practice.id, version, JSON.stringify(choices)],
  );

test("given a version from before ways back could be chosen, then it is read with the usual ones", async () => {
  const { batteries, figures } = DEFAULT_CHOICES;
  await store(1, { batteries, figures });
  expect(await desk.coach.practice.rules({})).toMatchObject({ version: 1, choices: DEFAULT_CHOICES });
});

test("given another way back, when it is saved, then it is the next version; a safety answer can never be off", async () => {
  const choices = {
    ...DEFAULT_CHOICES,
    revisit: { ...DEFAULT_WAYS, short_sleep: { on: false, steps: [] } },
  };
  await desk.owner.practice.saveRules({ key: randomUUID(), version: 1, choices });
  expect(await desk.coach.practice.rules({})).toMatchObject({ version: 2, choices });

  for (const trigger of ["pelvic_symptom", "surgery", "review_near", "gap"] as const) {
    const revisit = { ...DEFAULT_WAYS, [trigger]: { ...DEFAULT_WAYS[trigger], on: false } };
    const wish = { key: randomUUID(), version: 2, choices: { ...DEFAULT_CHOICES, revisit } };
    expect(await refusedWith(desk.owner.practice.saveRules(wish))).toEqual({
      code: "way_always_on",
      trigger,
    });
    await expect(store(3, wish.choices)).rejects.toThrow(/check constraint/);
  }
  expect((await desk.coach.practice.rules({})).version).toBe(2);
});
