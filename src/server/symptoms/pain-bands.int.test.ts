import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const wish = (clientId: string, greenMax: number, amberMax: number) => ({
  key: randomUUID(),
  clientId,
  greenMax,
  amberMax,
  note: "Knee since spring",
});

test("given stricter bands, then she is judged by them at once, sees them, and who set them stands in her record", async () => {
  const mum = await desk.mum("running");
  const me = await desk.as(mum.userId ?? "", "client");
  expect((await me.clients.me({})).pain).toEqual({ greenMax: 3, amberMax: 5, setOn: null });
  await desk.coach.symptoms.setPainBands(wish(mum.id, 1, 2));
  const { today } = desk.world;
  expect((await me.clients.me({})).pain).toEqual({ greenMax: 1, amberMax: 2, setOn: today });
  expect((await me.plans.today({})).self.pain.greenMax).toBe(1);

  const told = await me.symptoms.check({
    key: randomUUID(),
    moment: "any_time",
    day: today,
    logId: null,
    sessionId: null,
    findings: [{ kind: "pain", site: "knee", level: 3 }],
    note: null,
  });
  expect(told.verdict.worstPain).toMatchObject({ level: 3, light: "red" });
  expect(told.holds.map((hold) => hold.reason)).toEqual(["pain"]);

  await desk.owner.symptoms.setPainBands(wish(mum.id, 3, 5));
  const { pain } = await desk.coach.clients.byId({ clientId: mum.id });
  expect(pain.bands).toEqual({ greenMax: 3, amberMax: 5 });
  expect(pain.changes.map(({ greenMax, amberMax, by }) => [greenMax, amberMax, by])).toEqual([
    [3, 5, desk.practice.owner.id],
    [1, 2, desk.colleague.id],
  ]);
});

test("given looser bands than the house's, or a mum of another practice, then refused and nothing is written", async () => {
  const mum = await desk.mum("running");
  expect(await refusedWith(desk.coach.symptoms.setPainBands(wish(mum.id, 4, 5)))).toEqual({
    code: "bands_looser",
    green: 3,
    amber: 5,
  });
  expect(await refusedWith(desk.coach.symptoms.setPainBands(wish(desk.foreign.id, 1, 2)))).toBe("NOT_FOUND");
  const me = await desk.as(mum.userId ?? "", "client");
  expect(await refusedWith(me.symptoms.setPainBands(wish(mum.id, 1, 2)))).not.toBe("done");
  expect(await desk.count("pain_bands", mum.id)).toBe(0);
  await expect(
    desk.db.query(
      `INSERT INTO pain_bands (id, practice_id, client_id, recorded_by_kind, set_on, green_max, amber_max)
       VALUES ($1, $2, $3, 'coach', $4, 4, 5)`,
      [randomUUID(), desk.practice.id, mum.id, desk.world.today],
    ),
  ).rejects.toThrow(/pain_bands_never_looser/);
});
