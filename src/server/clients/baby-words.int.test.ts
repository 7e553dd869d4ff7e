import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_CHOICES } from "../../domain/journey/practice-rules.ts";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("given an age the practice chose, then she reads a word on it, until her coach ends them for good", async () => {
  // Her baby was born 400 days ago: thirteen months and some days.
  const mum = await desk.mum("running");
  const me = await desk.as(mum.userId ?? "", "client");
  expect((await me.plans.today({})).babyMonths).toBeNull();
  const save = (babyMonths: readonly number[], version: number) =>
    desk.owner.practice.saveRules({
      key: randomUUID(),
      version,
      choices: { ...DEFAULT_CHOICES, babyMonths },
    });
  await save([13], 0);
  expect(await me.plans.today({})).toMatchObject({ babyMonths: 13, weeksSinceBirth: 57 });
  expect((await desk.coach.clients.byId({ clientId: mum.id })).hasBabyPrompts).toBe(true);
  expect(await refusedWith(save([13, 4], 1))).toMatchObject({ code: "baby_months_wrong" });

  const { key, clientId } = { key: randomUUID(), clientId: mum.id };
  await desk.coach.clients.endBabyPrompts({ key, clientId });
  await desk.coach.clients.endBabyPrompts({ key: randomUUID(), clientId });
  expect(await desk.count("life_event", mum.id)).toBe(1);
  expect(await me.plans.today({})).toMatchObject({ babyMonths: null, weeksSinceBirth: null });
  expect((await me.clients.consents({})).babyPromptsOff).toBe(true);
  expect((await desk.coach.clients.byId({ clientId: mum.id })).hasBabyPrompts).toBe(false);
});

test("given a mum of another practice, then she is not there", async () => {
  const wish = { key: randomUUID(), clientId: desk.foreign.id };
  expect(await refusedWith(desk.coach.clients.endBabyPrompts(wish))).toBe("NOT_FOUND");
});
