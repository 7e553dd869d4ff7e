import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mum } from "../../../prisma/seed/mum.ts";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const rowOf = async (mum: Mum) =>
  (await desk.coach.attention.today({})).rows.find((row) => row.clientId === mum.id);
const putAway = async (mum: Mum, until: string | null = null) => {
  const row = await rowOf(mum);
  return desk.coach.attention.handle({
    key: randomUUID(),
    clientId: mum.id,
    seen: row!.reasons.map(({ code, source }) => ({ code, source })),
    until: until,
  });
};

describe("the morning", () => {
  test("an empty practice has no queue and says how many mums there are", async () => {
    const empty = await desk.world.practice({
      name: "New",
      owner: { name: "Nia", email: "nia@example.org" },
    });
    const nia = await desk.as(empty.owner.userId, "coach");
    expect(await nia.attention.today({})).toMatchObject({ rows: [], clients: 0, invited: 0 });
  });

  test("the red flag is before the heaviness, the heaviness before the long wait, and who is well is not there", async () => {
    const calm = await desk.mum("justIn");
    const waiting = await desk.mum("waitingForPhysio");
    const heavy = await desk.mum("heavyOnRun");
    const flag = await desk.mum("redFlagYesterday");
    const { rows } = await desk.coach.attention.today({});
    const order = rows.map((row) => row.clientId);
    expect(order.filter((id) => [calm, waiting, heavy, flag].some((mum) => mum.id === id))).toEqual([
      flag.id,
      heavy.id,
      waiting.id,
    ]);
    expect((await rowOf(heavy))?.reasons[0]?.code).toBe("pelvic_symptom");
  });

  test("a mum nobody waits for is there when she writes, and gone when the thread is read", async () => {
    const mum = await desk.mum("justIn");
    const her = await desk.as(mum.userId!, "client");
    await her.messages.sendMine({ key: randomUUID(), body: "Can I swim?" });
    expect((await rowOf(mum))?.reasons).toMatchObject([{ code: "message_waiting", messages: 1 }]);
    await desk.coach.messages.read({ key: randomUUID(), clientId: mum.id });
    expect(await rowOf(mum)).toBeUndefined();
  });
});

describe("putting away", () => {
  test("handled is gone, undone is back, and undoing twice is fine", async () => {
    const mum = await desk.mum("waitingForPhysio");
    const { taskIds } = await putAway(mum);
    expect(await rowOf(mum)).toBeUndefined();
    for (let press = 0; press < 2; press += 1)
      await desk.coach.attention.undo({ key: randomUUID(), clientId: mum.id, taskIds });
    expect((await rowOf(mum))?.reasons[0]?.code).toBe("waiting_for_physio");
  });

  test("snoozed is gone until its day", async () => {
    const mum = await desk.mum("silent");
    const { day, tomorrow } = await desk.coach.attention.today({});
    await putAway(mum, tomorrow);
    expect(await rowOf(mum)).toBeUndefined();
    await desk.db.query("UPDATE task SET until = $2 WHERE client_id = $1", [mum.id, day]);
    expect((await rowOf(mum))?.reasons.map((reason) => reason.code)).toContain("silent");
  });

  test("a red flag stays until somebody has acknowledged it", async () => {
    const mum = await desk.mum("redFlagYesterday");
    await putAway(mum);
    expect((await rowOf(mum))?.reasons[0]).toMatchObject({ code: "red_flag", acknowledged: false });
    const { journey } = await desk.coach.clients.byId({ clientId: mum.id });
    await desk.coach.symptoms.acknowledge({
      key: randomUUID(),
      clientId: mum.id,
      checkId: journey.redFlags[0]!.checkId,
      note: "Called her; she is at the clinic.",
    });
    expect((await rowOf(mum))?.reasons.some((row) => row.code === "red_flag" && !row.acknowledged)).not.toBe(
      true,
    );
  });

  test("the same press twice is one mark; a foreign mum is not there", async () => {
    const mum = await desk.mum("waitingForPhysio");
    const wish = {
      key: randomUUID(),
      clientId: mum.id,
      seen: [{ code: "silent", source: "x" }],
      until: null,
    };
    expect(await desk.coach.attention.handle(wish)).toEqual(await desk.coach.attention.handle(wish));
    expect(await desk.count("task", mum.id)).toBe(1);
    for (const clientId of [desk.foreign.id, randomUUID()]) {
      const work = desk.coach.attention.handle({ ...wish, key: randomUUID(), clientId });
      expect(await refusedWith(work)).toBe("NOT_FOUND");
    }
  });
});
