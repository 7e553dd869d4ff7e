import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../domain/shared/day.ts";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const going = async (clientId: string) =>
  (await desk.coach.clients.byId({ clientId })).journey.plans.find((plan) => plan.kind === "walking");

test("a preview says who may and who may not; assigned, each has her row; taken back, each has what she had", async () => {
  const [may, begun, locked] = await Promise.all([
    desk.mum("restoring", "Ada"),
    desk.mum("restoring", "Bea"),
    desk.mum("justIn", "Cleo"),
  ]);
  const before = await going(may.id);
  const wish = {
    protocolVersionId: desk.version("walking").versionId,
    clientIds: [locked.id, may.id, begun.id],
    level: 1,
    startsOn: null,
  };
  const preview = await desk.coach.plans.previewAssign(wish);
  expect(preview.rows.map((row) => [row.name, row.refusal?.code ?? "may"])).toEqual([
    ["Ada", "may"],
    ["Bea", "may"],
    ["Cleo", "step_locked"],
  ]);
  const key = randomUUID();
  const done = await desk.coach.plans.assignMany({ key, ...wish });
  expect(await desk.coach.plans.assignMany({ key, ...wish })).toEqual(done);
  expect(done.rows.map((row) => row.refusal?.code)).toEqual(preview.rows.map((row) => row.refusal?.code));
  const plans = done.rows.flatMap(({ clientId, planId }) => (planId ? [{ clientId, planId }] : []));
  expect((await going(may.id))?.level).toBe(1);

  const self = await desk.as(begun.userId!, "client");
  const planId = plans.find((row) => row.clientId === begun.id)!.planId;
  await self.plans.start({ key: randomUUID(), sessionId: randomUUID(), planId, note: null });
  const undone = await desk.coach.plans.undoAssign({ key: randomUUID(), plans });
  const answer = new Map(undone.rows.map((row) => [row.clientId, row.refusal?.code ?? null]));
  expect([answer.get(may.id), answer.get(begun.id)]).toEqual([null, "plan_begun"]);
  expect((await going(may.id))?.planId).toBe(before?.planId);
  expect((await going(begun.id))?.planId).toBe(planId);
});

test("a run is previewed as refused with every reason, and nothing is written for her", async () => {
  const mum = await desk.mum("restoring", "Dora");
  const wish = {
    protocolVersionId: desk.version("walk_run").versionId,
    clientIds: [mum.id],
    level: 0,
    startsOn: null,
  };
  const [row] = (await desk.coach.plans.previewAssign(wish)).rows;
  expect(row?.refusal).toMatchObject({ code: "run_locked" });
  const before = await desk.count("plan", mum.id);
  const done = await desk.coach.plans.assignMany({ key: randomUUID(), ...wish });
  expect([done.rows[0]?.refusal?.code, done.rows[0]?.planId]).toEqual(["run_locked", null]);
  expect(await desk.count("plan", mum.id)).toBe(before);
});

test("one foreign mum among them and nothing is told or written", async () => {
  const mum = await desk.mum("restoring", "Eve");
  const wish = {
    protocolVersionId: desk.version("walking").versionId,
    clientIds: [mum.id, desk.foreign.id],
    level: 0,
    startsOn: null,
  };
  expect(await refusedWith(desk.coach.plans.previewAssign(wish))).toBe("NOT_FOUND");
  const before = await desk.count("plan", mum.id);
  expect(await refusedWith(desk.coach.plans.assignMany({ key: randomUUID(), ...wish }))).toBe("NOT_FOUND");
  expect(await desk.count("plan", mum.id)).toBe(before);
});

test("a level and a day of the coach's choice are judged for each; a level that is not there, or a day gone by, is told", async () => {
  const [ada, cleo] = await Promise.all([desk.mum("restoring", "Fay"), desk.mum("justIn", "Gil")]);
  const { today } = desk.world;
  const wish = {
    protocolVersionId: desk.version("walking").versionId,
    clientIds: [ada.id, cleo.id],
    level: 2,
    startsOn: addDays(today, 5),
  };
  const codes = async (change: object) =>
    (await desk.coach.plans.previewAssign({ ...wish, ...change })).rows.map(
      (row) => row.refusal?.code ?? "may",
    );
  expect(await codes({})).toEqual(["may", "step_locked"]);
  expect(await codes({ level: 99 })).toContain("level_out_of_range");
  expect(await codes({ startsOn: addDays(today, -3) })).toContain("day_in_past");
  await desk.coach.plans.assignMany({ key: randomUUID(), ...wish });
  const plan = await going(ada.id);
  expect([plan?.level, plan?.startsOn]).toEqual([2, wish.startsOn]);
});

test("fifty mums at once have it, each with a calendar; one more is refused before anything is looked at", async () => {
  const mums: string[] = [];
  for (let at = 0; at < 50; at += 1) {
    mums.push((await desk.mum("intakeDone", `Mum ${at}`)).id);
  }
  const wish = {
    protocolVersionId: desk.version("walking").versionId,
    clientIds: mums,
    level: 0,
    startsOn: null,
  };
  const done = await desk.coach.plans.assignMany({ key: randomUUID(), ...wish });
  const { rows } = await desk.db.query<{ mums: number; least: number }>(
    `SELECT count(*)::int AS mums, min(n)::int AS least FROM
       (SELECT count(*) AS n FROM session WHERE client_id = ANY ($1) GROUP BY client_id) AS each`,
    [mums],
  );
  expect(done.rows.filter((row) => row.planId !== null)).toHaveLength(50);
  expect(rows[0]?.mums).toBe(50);
  expect(rows[0]?.least).toBeGreaterThanOrEqual(4 * 11);
  const more = { ...wish, clientIds: [...mums, desk.foreign.id] };
  expect(await refusedWith(desk.coach.plans.previewAssign(more))).toBe("BAD_REQUEST");
});
