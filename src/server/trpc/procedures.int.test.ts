import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SITUATIONS } from "../../../prisma/seed/situations.ts";
import { openWorld, type World } from "../../../prisma/seed/world.ts";
import { closeDatabases } from "../db/pools.ts";
import { appRouter } from "./router.ts";

let world: World;
let mum: { id: string; token: string };
beforeAll(async () => {
  world = await openWorld(process.env["OWNER_DATABASE_URL"] ?? "");
  const practice = await world.practice({ name: "P", owner: { name: "Olive", email: "olive@example.org" } });
  const physio = await practice.physio({ name: "Pia", email: "pia@clinic.example" });
  const made = await practice.mum({ name: "Mia", email: "mia@example.org", joinedDaysAgo: 3 });
  SITUATIONS.intakeDone({
    mum: made,
    physio,
    birth: { daysAgo: 60 },
    goal: { daysPerWeek: 3, minutesPerRun: 30 },
  });
  await made.save();
  mum = { id: made.id, token: await world.signIn(made.userId ?? "") };
});
afterAll(async () => {
  await closeDatabases();
  await world.close();
});

const caller = () =>
  appRouter.createCaller({
    sessionToken: mum.token,
    linkToken: null,
    area: "client",
    practiceId: null,
    requestId: randomUUID(),
    now: new Date(),
  });
const count = async (sql: string) => Number((await world.db.query<{ n: string }>(sql, [mum.id])).rows[0]?.n);
const goals = () => count("SELECT count(*) AS n FROM goal WHERE client_id = $1");
const events = () =>
  count("SELECT count(*) AS n FROM audit_event WHERE client_id = $1 AND action = 'goal.recorded'");

describe("a change is done once per key", () => {
  test("given the same key twice, then the same answer and one row, one event", async () => {
    const before = [await goals(), await events()] as const;
    const input = { key: randomUUID(), daysPerWeek: 2, minutesPerRun: 25 };
    const first = await caller().clients.setGoal(input);
    expect(await caller().clients.setGoal(input)).toEqual(first);
    expect([await goals(), await events()]).toEqual([before[0] + 1, before[1] + 1]);
  });

  test("given one key at the same moment from many tabs, then one row and equal answers", async () => {
    const before = await goals();
    const input = { key: randomUUID(), daysPerWeek: 4, minutesPerRun: 35 };
    const answers = await Promise.all(Array.from({ length: 8 }, () => caller().clients.setGoal(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await goals()).toBe(before + 1);
  });

  test("given the same key for something else, then it is refused and nothing is written", async () => {
    const key = randomUUID();
    await caller().clients.setGoal({ key, daysPerWeek: 3, minutesPerRun: 20 });
    const before = await goals();
    await expect(caller().clients.setGoal({ key, daysPerWeek: 3, minutesPerRun: 21 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await goals()).toBe(before);
  });

  test("given a refused change, then its key is free again: nothing of it was kept", async () => {
    const key = randomUUID();
    const wrong = { key, kind: "illness" as const, startsOn: "2999-01-01", endsOn: null, note: null };
    await expect(caller().clients.recordLifeEvent(wrong)).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
    });
    await caller().clients.recordLifeEvent({ ...wrong, startsOn: world.today });
  });
});

describe("what comes in is strict", () => {
  test.each([
    ["a field nobody asked for", { practiceId: randomUUID() }],
    ["a role", { role: "owner" }],
    ["a filter instead of a number", { daysPerWeek: { not: 0 } }],
    ["a number out of range", { minutesPerRun: 100_000 }],
    ["no key", { key: undefined }],
  ])("given %s, then it is refused at the field and nothing is written", async (_, change) => {
    const before = await goals();
    const input = { key: randomUUID(), daysPerWeek: 3, minutesPerRun: 30, ...change };
    await expect(caller().clients.setGoal(input as never)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await goals()).toBe(before);
  });
});
