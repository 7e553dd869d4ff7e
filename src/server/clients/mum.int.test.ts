import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "../../domain/shared/day.ts";
import { CONSENT_PURPOSES } from "../../domain/journey/facts.ts";
import { EMPTY_DRAFT } from "../../domain/clients/intake-draft.ts";
import { openDesk, refusedWith, type Desk } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

let mum: Awaited<ReturnType<Desk["mum"]>>;
let me: Awaited<ReturnType<Desk["as"]>>;
beforeEach(async () => {
  mum = await desk.mum("invited");
  me = await desk.as(mum.userId!, "client");
});

const today = () => desk.world.today;
const complete = (change: object = {}) => ({
  key: randomUUID(),
  births: [
    {
      bornOn: addDays(today(), -35),
      mode: "caesarean" as const,
      tear: "unknown" as const,
      babies: 1,
      gestationWeeks: 39,
    },
  ],
  goal: { daysPerWeek: 3, minutesPerRun: 30 },
  ranBeforeKmPerWeek: 30,
  feeding: "breast" as const,
  pelvicHistory: false,
  words: "  ",
  consents: CONSENT_PURPOSES.map((purpose) => ({ purpose, given: purpose !== "share_tests" })),
  ...change,
});

describe("the draft", () => {
  test("is kept as typed, nonsense included, and comes back", async () => {
    const answers = {
      ...EMPTY_DRAFT,
      page: "birth",
      births: [{ ...EMPTY_DRAFT.births[0]!, bornOn: "2026-02-31" }],
    };
    expect(await me.clients.intakeDraft({})).toEqual({ answers: null, version: 0 });
    expect(await me.clients.saveIntakeDraft({ key: randomUUID(), answers, version: 0 })).toEqual({
      version: 1,
    });
    expect(await me.clients.intakeDraft({})).toEqual({ answers, version: 1 });
  });

  test("another window that saved in between is not overwritten", async () => {
    const save = (page: string, version: number) =>
      me.clients.saveIntakeDraft({ key: randomUUID(), answers: { ...EMPTY_DRAFT, page }, version });
    await save("birth", 0);
    await save("run", 1);
    expect(await refusedWith(save("body", 1))).toEqual({ code: "stale", by: null });
    expect(await refusedWith(save("body", 0))).toEqual({ code: "stale", by: null });
    expect((await me.clients.intakeDraft({})).answers?.page).toBe("run");
  });

  test("is nobody else's to see", async () => {
    await me.clients.saveIntakeDraft({ key: randomUUID(), answers: EMPTY_DRAFT, version: 0 });
    const sister = await desk.mum("invited");
    const hers = await desk.as(sister.userId!, "client");
    expect(await hers.clients.intakeDraft({})).toEqual({ answers: null, version: 0 });
  });
});

describe("the intake", () => {
  test("consents, birth, answers and goal become facts at once, and the draft goes", async () => {
    await me.clients.saveIntakeDraft({ key: randomUUID(), answers: EMPTY_DRAFT, version: 0 });
    await me.clients.completeIntake(complete());
    for (const [table, rows] of [
      ["birth", 1],
      ["goal", 1],
      ["intake", 1],
      ["consent", 5],
    ] as const) {
      expect(await desk.count(table, mum.id), table).toBe(rows);
    }
    expect(await me.clients.intakeDraft({})).toEqual({ answers: null, version: 0 });
    const { journey } = await me.journey.mine({});
    expect(journey).toMatchObject({
      weeksSinceBirth: 5,
      goal: { daysPerWeek: 3, minutesPerRun: 30 },
      lock: { open: false },
    });
    expect(journey.lock.reasons.map((reason) => reason.code)).toEqual(
      expect.arrayContaining(["no_clearance", "too_early", "walking_weeks"]),
    );
  });

  test("twice under one key it is one intake", async () => {
    const once = complete();
    await Promise.all([me.clients.completeIntake(once), me.clients.completeIntake(once)]);
    expect(await desk.count("intake", mum.id)).toBe(1);
    expect(await desk.count("birth", mum.id)).toBe(1);
  });

  test("several births are recorded, the latest starts the clock", async () => {
    const [birth] = complete().births;
    const older = {
      ...birth!,
      bornOn: addDays(today(), -900),
      mode: "vaginal" as const,
      tear: "second" as const,
    };
    await me.clients.completeIntake(complete({ births: [birth, older] }));
    expect(await desk.count("birth", mum.id)).toBe(2);
    expect((await me.journey.mine({})).journey.weeksSinceBirth).toBe(5);
  });

  test("a birth in the future is refused with its day, and nothing at all is written", async () => {
    const [birth] = complete().births;
    const bornOn = addDays(today(), 1);
    expect(
      await refusedWith(me.clients.completeIntake(complete({ births: [{ ...birth!, bornOn }] }))),
    ).toMatchObject({
      code: "day_in_future",
      field: "bornOn",
      day: bornOn,
    });
    for (const table of ["birth", "goal", "intake", "consent"])
      expect(await desk.count(table, mum.id), table).toBe(0);
  });

  test("without her yes to coaching there is nothing to complete", async () => {
    const consents = CONSENT_PURPOSES.map((purpose) => ({ purpose, given: purpose !== "coach_care" }));
    expect(await refusedWith(me.clients.completeIntake(complete({ consents })))).toBe("BAD_REQUEST");
    expect(await desk.count("intake", mum.id)).toBe(0);
  });
});

describe("what is hers to decide", () => {
  test("a consent is withdrawn by a newer row, and the same answer twice is one", async () => {
    await me.clients.completeIntake(complete());
    const withdraw = () =>
      me.clients.giveConsents({ key: randomUUID(), consents: [{ purpose: "share_symptoms", given: false }] });
    await withdraw();
    await withdraw();
    const { answers } = await me.clients.consents({});
    expect(answers.find((row) => row.purpose === "share_symptoms")?.given).toBe(false);
    expect(await desk.count("consent", mum.id)).toBe(6);
  });

  test("baby prompts go for good, and nothing counts weeks any more", async () => {
    await me.clients.completeIntake(complete());
    expect((await me.plans.today({})).weeksSinceBirth).toBe(5);
    await me.clients.recordLifeEvent({
      key: randomUUID(),
      kind: "baby_prompts_off",
      startsOn: today(),
      endsOn: null,
      note: null,
    });
    expect((await me.plans.today({})).weeksSinceBirth).toBeNull();
    expect((await me.clients.consents({})).babyPromptsOff).toBe(true);
  });

  test("she sees who looked at her record, and by name", async () => {
    await me.clients.completeIntake(complete());
    expect((await me.clients.whoLooked({})).looks).toEqual([]);
    await desk.coach.clients.byId({ clientId: mum.id });
    const { looks } = await me.clients.whoLooked({});
    expect(looks).toMatchObject([{ name: "Cora", kind: "coach", what: "clients.byId" }]);
  });

  test("a message reaches her coach's thread, once, and is nobody else's", async () => {
    const once = { key: randomUUID(), body: "We had a rough night." };
    await Promise.all([me.messages.sendMine(once), me.messages.sendMine(once)]);
    expect((await me.messages.mine({})).messages).toMatchObject([
      { isMine: true, body: once.body, readAt: null },
    ]);
    const sister = await desk.mum("invited");
    expect((await (await desk.as(sister.userId!, "client")).messages.mine({})).messages).toEqual([]);
    expect(await refusedWith(me.messages.sendMine({ key: randomUUID(), body: "   " }))).toBe("BAD_REQUEST");
  });

  test("a sign-off counts only after her yes, and her no shuts it", async () => {
    const pending = await desk.mum("pendingClearance");
    const hers = await desk.as(pending.userId!, "client");
    const { state } = await hers.clearance.mine({});
    if (state.status !== "pending") throw new Error(state.status);
    expect(
      await refusedWith(
        me.clearance.confirm({ key: randomUUID(), clearanceId: state.clearanceId, saw: true }),
      ),
    ).not.toBe("done");
    await hers.clearance.confirm({ key: randomUUID(), clearanceId: state.clearanceId, saw: false });
    expect((await hers.clearance.mine({})).state.status).toBe("denied");
  });
});

test("given she was pregnant again, when she tells of the birth in a new intake, then the hold is over and her steps begin anew", async () => {
  const runner = await desk.mum("pregnantAgain");
  const hers = await desk.as(runner.userId!, "client");
  const before = (await hers.journey.mine({})).journey;
  expect(before.holds.map((hold) => hold.reason)).toContain("new_pregnancy");

  const bornOn = addDays(today(), -1);
  const again = complete({
    births: [{ bornOn, mode: "vaginal" as const, tear: "first" as const, babies: 1, gestationWeeks: 40 }],
  });
  await hers.clients.completeIntake(again);
  await hers.clients.completeIntake(again);
  const { journey } = await hers.journey.mine({});
  expect(journey).toMatchObject({ bornOn, lock: { open: false } });
  expect(journey.holds.map((hold) => hold.reason)).not.toContain("new_pregnancy");
  expect(journey.steps[0]).toMatchObject({ id: "assessment", status: "open" });
  expect(await desk.count("birth", runner.id)).toBe(2);
});
