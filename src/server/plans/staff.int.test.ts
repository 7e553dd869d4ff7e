import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const wish = (clientId: string, slug: string, changes: object = {}) => ({
  key: randomUUID(),
  clientId,
  protocolVersionId: desk.version(slug).versionId,
  startsOn: desk.world.today,
  weekdays: [1, 3, 6] as (1 | 3 | 6)[],
  level: 0,
  mode: "propose" as const,
  maxLevel: null,
  ...changes,
});

describe("assigning", () => {
  test("is one plan, however often it is pressed", async () => {
    const mum = await desk.mum("restoring");
    const before = await desk.count("plan", mum.id);
    const press = wish(mum.id, "walking");
    expect(await desk.coach.plans.assign(press)).toEqual(await desk.coach.plans.assign(press));
    expect(await desk.count("plan", mum.id)).toBe(before + 1);
  });

  test("running without a clearance is refused with every reason, and nothing is written", async () => {
    const mum = await desk.mum("restoring");
    const before = await desk.count("plan", mum.id);
    const refusal = await refusedWith(desk.coach.plans.assign(wish(mum.id, "walk_run")));
    expect(refusal).toMatchObject({ code: "run_locked" });
    const codes = (refusal as { reasons: { code: string }[] }).reasons.map((reason) => reason.code);
    expect(codes).toEqual(expect.arrayContaining(["clearance_not_yet", "battery_missing"]));
    const seen = await desk.coach.clients.byId({ clientId: mum.id });
    expect(seen.journey.lock.reasons.map((reason) => reason.code)).toEqual(codes);
    expect(await desk.count("plan", mum.id)).toBe(before);
  });

  test("a level beyond the physio's minutes is refused with both figures", async () => {
    const mum = await desk.mum("cleared");
    // The first level on from the written ones: two minutes more than the twenty it ends with.
    const level = desk.version("walk_run").levels.length;
    const refusal = await refusedWith(desk.coach.plans.assign(wish(mum.id, "walk_run", { level })));
    expect(refusal).toEqual({ code: "level_beyond_limit", minutes: 22, limit: 20 });
  });

  test("a foreign mum and a foreign protocol are not there", async () => {
    const mum = await desk.mum("restoring");
    const strangers = [
      wish(desk.foreign.id, "walking"),
      wish(randomUUID(), "walking"),
      wish(mum.id, "walking", { protocolVersionId: desk.foreign.protocol("walking").versionId }),
      wish(mum.id, "walking", { protocolVersionId: randomUUID() }),
    ];
    for (const stranger of strangers)
      expect(await refusedWith(desk.coach.plans.assign(stranger))).toBe("NOT_FOUND");
  });
});

describe("changing", () => {
  test("the next level is taken when it is earned, with its because; two levels at once are not", async () => {
    const mum = await desk.mum("readyToProgress");
    const { journey } = await desk.coach.clients.byId({ clientId: mum.id });
    const plan = journey.plans.find((row) => row.kind === "walk_run")!;
    const change = (level: number) =>
      desk.coach.plans.change({
        key: randomUUID(),
        clientId: mum.id,
        planId: plan.planId,
        change: "level",
        level,
        mode: null,
        note: "She wants to.",
      });
    expect(await refusedWith(change(plan.level + 2))).toMatchObject({ code: "level_not_earned" });
    await change(plan.advice.to);
    const { rows } = await desk.db.query("SELECT level, because FROM plan_change WHERE plan_id = $1", [
      plan.planId,
    ]);
    expect(rows).toEqual([{ level: plan.level + 1, because: "ready" }]);
  });

  test("paused and taken up again", async () => {
    const mum = await desk.mum("restoring");
    const planOf = async () =>
      (await desk.coach.clients.byId({ clientId: mum.id })).journey.plans.find(
        (row) => row.kind === "walking",
      )!;
    const { planId } = await planOf();
    for (const change of ["pause", "resume"] as const) {
      await desk.coach.plans.change({
        key: randomUUID(),
        clientId: mum.id,
        planId,
        change,
        level: null,
        mode: null,
        note: null,
      });
      expect((await planOf()).paused).toBe(change === "pause");
    }
  });
});

test("what she did and felt comes newest first, a day never cut in two, and ends", async () => {
  const mum = await desk.mum("finished");
  const ids: string[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<typeof desk.coach.plans.ofClient>> = await desk.coach.plans.ofClient({
      clientId: mum.id,
      cursor,
    });
    ids.push(...page.entries.map((entry) => entry.id));
    const days = page.entries.map((entry) => entry.day);
    expect(days).toEqual(days.toSorted().toReversed());
    cursor = page.next;
    pages += 1;
  } while (cursor);
  expect(pages).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(mum.facts.sessionLog.length);
});
