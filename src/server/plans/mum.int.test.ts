import { createPublicKey, randomUUID, verify } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plannedSets } from "../../domain/journey/performance.ts";
import { openDesk, refusedWith, type Desk } from "../../test/coach-desk.ts";
import { callerOf } from "../../test/physio-road.ts";

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

  test("a goal set higher makes the way longer, and a level beyond what is written is a whole session", async () => {
    const { mum, me } = await phoneOf("restoring");
    const walk = mum.facts.plan.findLast((row) => row.kind === "walking")!;
    const walkOf = async () => (await me.plans.week({})).plans.find((row) => row.planId === walk.id) ?? null;
    expect((await walkOf())?.levels).toBe(5);
    await me.clients.setGoal({ key: randomUUID(), daysPerWeek: 3, minutesPerRun: 60 });
    expect((await walkOf())?.levels).toBe(11);
    const assigned = await desk.coach.plans.assign({
      key: randomUUID(),
      clientId: mum.id,
      protocolVersionId: walk.protocolVersionId,
      startsOn: desk.world.today,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      level: 10,
      mode: "propose",
      maxLevel: null,
    });
    const { levelTitle, minutes, session } = await me.plans.session({ planId: assigned.planId });
    expect([levelTitle, minutes]).toEqual(["60 min walk", 60]);
    expect(session.blocks).toMatchObject([{ items: [{ move: "walk", length: { seconds: 3600 } }] }]);
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

describe("what she did beside what was planned", () => {
  const restoring = async () => {
    const { mum, me } = await phoneOf("restoring");
    const { planId, level } = mum.journey().plans.find((row) => row.kind === "restoration")!;
    const { session, turn } = await me.plans.session({ planId });
    const at = session.blocks.findIndex((block) => block.type === "exercise");
    const block = session.blocks[at]!;
    if (block.type !== "exercise") throw new Error("no exercise");
    const told = (change: object = {}) => ({
      turn,
      exercises: [
        {
          block: at,
          exercise: block.exercise,
          sets: [{ ...plannedSets(block)[0]!, reps: 3 }],
          effort: 2,
          pain: 0,
          note: "Slowly.",
          ...change,
        },
      ],
    });
    const once = (performance: object) =>
      log({ planId, kind: "restoration", level }, { completion: "shorter", performance });
    return { mum, me, block, told, once };
  };

  test("the coach sees both beside each other, and what it said before it was corrected", async () => {
    const { mum, me, block, told, once } = await restoring();
    const first = once(told());
    await me.plans.log(first);
    const again = { ...first, key: randomUUID(), effort: 6, supersedesId: first.key, findings: null };
    await me.plans.log(again);
    const seen = await desk.coach.plans.logOf({ clientId: mum.id, logId: first.key });
    expect(seen.planned).toContainEqual(block);
    expect(seen.performance).toEqual(told());
    expect(seen).toMatchObject({
      logId: again.key,
      effort: 6,
      changes: [{ was: [{ field: "effort", was: 3 }] }],
    });
    expect(await me.plans.myLog({ logId: again.key })).toEqual(seen);
    const { entries } = await desk.coach.plans.ofClient({ clientId: mum.id });
    expect(entries.find((row) => row.id === again.key)).toMatchObject({ corrections: 1 });
    const sister = await phoneOf("restoring");
    expect(await refusedWith(sister.me.plans.myLog({ logId: first.key }))).toBe("NOT_FOUND");
    // Two phones correct the same version at once: one does, the other is told, nothing is overwritten.
    const race = [7, 8].map((effort) =>
      me.plans.log({ ...again, key: randomUUID(), supersedesId: again.key, effort }),
    );
    const outcomes = await Promise.allSettled(race);
    const [lost] = outcomes.flatMap((row, at) => (row.status === "rejected" ? [race[at]] : []));
    expect(outcomes.map((row) => row.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusedWith(lost!)).toMatchObject({ code: "log_changed_already" });
  });

  test("what cannot be is refused with its code, and nothing is written", async () => {
    const { mum, me, told, once } = await restoring();
    const before = await desk.count("session_log", mum.id);
    const set = { side: "both" as const, reps: 3, seconds: null, kg: null };
    const refused: [object, unknown][] = [
      [told({ sets: [{ ...set, reps: -1 }] }), "BAD_REQUEST"],
      [told({ pain: 11 }), "BAD_REQUEST"],
      [told({ sets: [{ ...set, side: "left" }] }), { code: "side_not_of_exercise" }],
      [told({ exercise: "hop_on_spot" }), { code: "swap_not_allowed" }],
      [told({ block: 39 }), { code: "exercise_not_planned" }],
    ];
    for (const [performance, why] of refused) {
      const answer = await refusedWith(me.plans.log(once(performance)));
      if (typeof why === "string") expect(answer).toBe(why);
      else expect(answer).toMatchObject(why as object);
    }
    expect(await desk.count("session_log", mum.id)).toBe(before);
  });

  test("a log that comes again a year later is that log still, and another one under its id is told so", async () => {
    const { mum, me, told, once } = await restoring();
    const first = once(told());
    const answer = await me.plans.log(first);
    const count = await desk.count("session_log", mum.id);
    const now = new Date(Date.now() + 366 * 86_400_000);
    const sessionToken = await desk.world.signIn(mum.userId!);
    const inAYear = callerOf({ area: "client", sessionToken, now });
    expect(await inAYear.plans.log(first)).toEqual(answer);
    expect(await refusedWith(inAYear.plans.log({ ...first, minutesTotal: 9 }))).toBe("CONFLICT");
    expect(await desk.count("session_log", mum.id)).toBe(count);
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
    expect(journey.proposals[0]).toMatchObject({ trigger: "pelvic_symptom", request: { kind: "symptom" } });
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
