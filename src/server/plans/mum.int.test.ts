import { createPublicKey, randomUUID, verify } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDesk, refusedWith, type Desk } from "../../test/coach-desk.ts";

// A mum asks for her day, does a session, and says how it was.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** A mum in a situation, signed in on her phone. */
async function phoneOf(situation: Parameters<Desk["mum"]>[0]) {
  const mum = await desk.mum(situation);
  if (!mum.userId) throw new Error("no account");
  return { mum, me: await desk.as(mum.userId, "client") };
}

const check = (change: object) => ({
  key: randomUUID(),
  moment: "any_time" as const,
  day: desk.world.today,
  logId: null,
  sessionId: null,
  findings: [],
  note: null,
  ...change,
});

const log = (
  plan: { planId: string; kind: "walk_run" | "restoration" | "walking"; level: number },
  change: object = {},
) => ({
  key: randomUUID(),
  sessionId: randomUUID(),
  planId: plan.planId,
  kind: plan.kind,
  level: plan.level,
  doneOn: desk.world.today,
  minutesTotal: 20,
  minutesRun: 0,
  minutesWalk: plan.kind === "walking" ? 20 : 0,
  effort: 3,
  completion: "as_planned" as const,
  performance: null,
  supersedesId: null,
  note: null,
  findings: [],
  ...change,
});

describe("today", () => {
  test("before her intake it asks for it", async () => {
    const { me } = await phoneOf("justIn");
    expect((await me.plans.today({})).next).toEqual({ code: "complete_intake" });
  });

  test("while she waits it says for whom", async () => {
    const { me } = await phoneOf("waitingForPhysio");
    const today = await me.plans.today({});
    expect(today.awaited).toMatchObject({ physio: "Pia" });
    expect(today.sessions).toEqual([]);
    expect(today.steps).toHaveLength(7);
  });

  test("what was done today is told, and is not asked for again", async () => {
    const { me } = await phoneOf("restoring");
    const { plans } = await me.plans.week({});
    const plan = plans.find((row) => row.kind === "restoration")!;
    await me.plans.log(log({ ...plan, kind: "restoration" }));
    const today = await me.plans.today({});
    expect(today.done).toMatchObject([{ planId: plan.planId, minutes: 20, effort: 3 }]);
    expect(today.sessions.some((row) => row.planId === plan.planId)).toBe(false);
  });

  test("the week owes nothing: days gone by hold no plan", async () => {
    const { me } = await phoneOf("restoring");
    const { days, day } = await me.plans.week({});
    expect(days).toHaveLength(7);
    for (const row of days) if (row.day < day) expect(row.planned).toEqual([]);
  });
});

describe("one session", () => {
  test("it comes with its blocks, limits and whether it may start", async () => {
    const { me } = await phoneOf("running");
    const { plans } = await me.plans.week({});
    const plan = plans.find((row) => row.kind === "walk_run")!;
    const todo = await me.plans.session({ planId: plan.planId });
    expect(todo.session.blocks.length).toBeGreaterThan(0);
    expect(todo.self).toMatchObject({ country: "NZ" });
    const { text, signature, publicKey } = todo.permit!;
    expect(JSON.parse(text)).toMatchObject({ planId: plan.planId, level: todo.level, from: todo.day });
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
    expect(verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"))).toBe(true);
  });

  test("another mum's session is not found, like one that does not exist", async () => {
    const { mum } = await phoneOf("restoring");
    const other = await phoneOf("restoring");
    const planId = mum.journey().plans[0]!.planId;
    for (const id of [planId, randomUUID()]) {
      expect(await refusedWith(other.me.plans.session({ planId: id }))).toBe("NOT_FOUND");
    }
  });

  test("a run does not start while the lock is shut, and the reasons are said", async () => {
    const { mum, me } = await phoneOf("heavyOnRun");
    const plan = mum.journey().plans.find((row) => row.kind === "walk_run")!;
    const todo = await me.plans.session({ planId: plan.planId });
    expect(todo.mayStart).toBe(false);
    expect(todo.permit).toBeNull();
    expect(todo.lockedBy.map((reason) => reason.code)).toContain("pelvic_symptom_open");
    const start = { key: randomUUID(), sessionId: randomUUID(), planId: plan.planId, note: null };
    expect(await refusedWith(me.plans.start(start))).toMatchObject({ code: "run_locked" });
    expect(await desk.count("session_start", mum.id)).toBe(mum.facts.sessionStart.length);
  });

  test("sent twice it is one log, and another body under its key is refused", async () => {
    const { mum, me } = await phoneOf("restoring");
    const plan = mum.journey().plans.find((row) => row.kind === "restoration")!;
    const before = await desk.count("session_log", mum.id);
    const once = log({ planId: plan.planId, kind: "restoration", level: plan.level });
    const [first, second] = await Promise.all([me.plans.log(once), me.plans.log(once)]);
    expect(second).toEqual(first);
    expect(await desk.count("session_log", mum.id)).toBe(before + 1);
    expect(await refusedWith(me.plans.log({ ...once, effort: 9 }))).toBe("CONFLICT");
  });

  test("a session of the future, and minutes that do not add up, are refused at the field", async () => {
    const { mum, me } = await phoneOf("restoring");
    const plan = mum.journey().plans.find((row) => row.kind === "walking")!;
    const walk = { planId: plan.planId, kind: "walking" as const, level: plan.level };
    expect(await refusedWith(me.plans.log(log(walk, { doneOn: "2999-01-01" })))).toMatchObject({
      code: "day_in_future",
      field: "doneOn",
    });
    expect(await refusedWith(me.plans.log(log(walk, { minutesWalk: 30 })))).toMatchObject({
      code: "minutes_do_not_add_up",
    });
  });
});

describe("something feels wrong", () => {
  test("heaviness while running holds running at once and writes the letter", async () => {
    const { mum, me } = await phoneOf("running");
    const told = await me.symptoms.check(
      check({
        moment: "during",
        sessionId: randomUUID(),
        findings: [{ kind: "symptom", symptom: "heaviness" }],
      }),
    );
    expect(told.isRunOpen).toBe(false);
    expect(told.verdict.pelvic).toEqual(["heaviness"]);
    expect(told.holds.map((hold) => hold.reason)).toContain("pelvic_symptom");
    const { journey } = await me.journey.mine({});
    expect(journey.proposals[0]).toMatchObject({ trigger: "pelvic_symptom", request: { kind: "recheck" } });
    const { rows } = await desk.db.query("SELECT run_open FROM client_status WHERE client_id = $1", [mum.id]);
    expect(rows[0].run_open).toBe(false);
  });

  test("told twice under one key it is one check and one hold", async () => {
    const { mum, me } = await phoneOf("running");
    const once = check({ findings: [{ kind: "symptom", symptom: "bulge" }] });
    await Promise.all([me.symptoms.check(once), me.symptoms.check(once)]);
    expect(await desk.count("hold", mum.id)).toBe(mum.facts.hold.length + 1);
  });

  test("a red flag stops everything until a coach has seen it; another practice's coach cannot", async () => {
    const { mum, me } = await phoneOf("restoring");
    const once = check({ findings: [{ kind: "red_flag", sign: "one_sided_calf" }] });
    const told = await me.symptoms.check(once);
    expect(told.verdict.redFlags).toEqual([{ sign: "one_sided_calf", tier: "same_day" }]);
    const { rows: alerts } = await desk.db.query(
      "SELECT count(*)::int AS n FROM outbox WHERE kind = 'coach_notice' AND payload->>'clientId' = $1",
      [mum.id],
    );
    expect(alerts[0].n).toBe(1);
    const today = await me.plans.today({});
    expect(today.next).toMatchObject({ code: "red_flag" });
    expect(today.sessions).toEqual([]);
    const seen = {
      key: randomUUID(),
      clientId: mum.id,
      checkId: once.key,
      note: "Rang her, she is at her doctor's.",
    };
    const stranger = await desk.as(
      (
        await desk.world.practice({
          name: "Far",
          owner: { name: "Fern", email: `${randomUUID()}@example.org` },
        })
      ).owner.userId,
      "coach",
    );
    expect(await refusedWith(stranger.symptoms.acknowledge(seen))).toBe("NOT_FOUND");
    expect(await refusedWith(me.symptoms.acknowledge(seen))).toBe("NOT_FOUND");
    await desk.coach.symptoms.acknowledge(seen);
    expect((await me.plans.today({})).redFlags[0]?.acknowledgedAt).not.toBeNull();
    // Seen is not lifted: the hold stays until somebody has spoken with her.
    expect((await me.plans.today({})).holds.some((hold) => hold.covers === "everything")).toBe(true);
  });

  test("the weekly minute is asked once a week", async () => {
    const { me } = await phoneOf("restoring");
    expect((await me.plans.today({})).isCheckInDue).toBe(true);
    const answers = {
      key: randomUUID(),
      day: desk.world.today,
      sleepHours: 6.5,
      badNights: 2,
      energy: 4,
      mood: null,
      littleInterest: 1,
      feelingDown: 0,
      words: "",
    };
    await me.symptoms.checkIn(answers);
    await me.symptoms.checkIn(answers);
    expect((await me.plans.today({})).isCheckInDue).toBe(false);
  });

  test("a break that is hers to end, she ends; one that is a physio's, she cannot", async () => {
    const { me } = await phoneOf("restoring");
    await me.clients.recordLifeEvent({
      key: randomUUID(),
      kind: "illness",
      startsOn: desk.world.today,
      endsOn: null,
      note: null,
    });
    const holdId = (await me.plans.today({})).holds[0]!.ids[0]!;
    await me.journey.liftMine({ key: randomUUID(), holdId, reason: "Well again" });
    expect((await me.plans.today({})).holds).toEqual([]);
    await me.symptoms.check(check({ findings: [{ kind: "symptom", symptom: "heaviness" }] }));
    const pelvic = (await me.plans.today({})).holds[0]!.ids[0]!;
    expect(
      await refusedWith(me.journey.liftMine({ key: randomUUID(), holdId: pelvic, reason: "Fine" })),
    ).toMatchObject({
      code: expect.stringMatching(/^hold_/),
    });
  });
});
