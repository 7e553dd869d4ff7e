import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_BATTERY } from "../../domain/readiness/batteries.ts";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const key = () => randomUUID();
const journeyOf = async (clientId: string) => (await desk.coach.clients.byId({ clientId })).journey;

describe("steps and holds", () => {
  test("restoration is opened early with a reason, while she waits for the physio", async () => {
    const mum = await desk.mum("waitingForPhysio");
    const wish = {
      key: key(),
      clientId: mum.id,
      step: "restoration" as const,
      reason: "Breathing while we wait.",
    };
    await desk.coach.journey.openStep(wish);
    await desk.coach.journey.openStep(wish);
    expect(await desk.count("step_visit", mum.id)).toBe(1);
    expect((await journeyOf(mum.id)).steps.find((step) => step.id === "restoration")?.status).toBe("active");
  });

  test("running is never opened by hand: refused with what is missing", async () => {
    const mum = await desk.mum("waitingForPhysio");
    const open = desk.coach.journey.openStep({
      key: key(),
      clientId: mum.id,
      step: "running",
      reason: "Please",
    });
    const refusal = await refusedWith(open);
    expect(refusal).toMatchObject({ code: "step_locked", step: "running" });
    expect((refusal as { reasons: unknown[] }).reasons.length).toBeGreaterThan(2);
  });

  test("a coach's hold rests running and is lifted by a coach; a symptom's is not hers to lift", async () => {
    const mum = await desk.mum("running");
    const place = { covers: "running", reason: "coach_decision", note: "A cold." } as const;
    await desk.coach.journey.placeHold({ key: key(), clientId: mum.id, ...place });
    const held = await journeyOf(mum.id);
    expect(held.lock.open).toBe(false);
    const lift = (clientId: string, holdId: string) =>
      desk.coach.journey.liftHold({ key: key(), clientId, holdId, reason: "Better." });
    await lift(mum.id, held.holds[0]!.ids[0]!);
    expect((await journeyOf(mum.id)).lock.open).toBe(true);

    const heavy = await desk.mum("heavyOnRun");
    const symptom = (await journeyOf(heavy.id)).holds.find((hold) => hold.reason === "pelvic_symptom")!;
    expect(await refusedWith(lift(heavy.id, symptom.ids[0]!))).toEqual({
      code: "hold_needs_physio",
      reason: "pelvic_symptom",
    });
  });

  test("the proposed way back is taken: restoration is walked again", async () => {
    const mum = await desk.mum("heavyOnRun");
    const [proposal] = (await journeyOf(mum.id)).proposals;
    expect(proposal).toMatchObject({ trigger: "pelvic_symptom", targets: ["assessment", "restoration"] });
    const accept = (trigger: "pelvic_symptom" | "gap") =>
      refusedWith(desk.coach.journey.acceptRevisit({ key: key(), clientId: mum.id, trigger, note: null }));
    expect(await accept("pelvic_symptom")).toBe("done");
    const restoration = (await journeyOf(mum.id)).steps.find((step) => step.id === "restoration");
    expect(restoration?.visits.at(-1)).toMatchObject({ why: "revisit_symptom", closedOn: null });
    expect(await accept("gap")).toEqual({ code: "unknown", subject: "proposal" });
  });

  test.each(["foreign", "nobody"])("a mum who is %s answers alike", async (who) => {
    const clientId = who === "foreign" ? desk.foreign.id : randomUUID();
    const calls = [
      desk.coach.journey.openStep({ key: key(), clientId, step: "restoration", reason: "r" }),
      desk.coach.journey.placeHold({ key: key(), clientId, covers: "running", reason: "pain", note: null }),
      desk.coach.journey.timeline({ clientId, cursor: null }),
      desk.coach.readiness.ofClient({ clientId }),
      desk.coach.messages.send({ key: key(), clientId, body: "Hello" }),
      desk.coach.messages.thread({ clientId }),
    ];
    expect(await Promise.all(calls.map((call) => refusedWith(call)))).toEqual(calls.map(() => "NOT_FOUND"));
  });
});

describe("tests and technique", () => {
  const battery = DEFAULT_BATTERY.strength;
  const results = (felt: string | null) =>
    battery.tests.flatMap((each) =>
      each.sides.map((side) => ({
        test: each.key,
        side,
        value: each.threshold,
        symptoms: each.key === felt ? [{ kind: "symptom" as const, symptom: "heaviness" as const }] : [],
        incomplete: null,
      })),
    );

  test("a symptom fails its test whatever the count, and rests running at once", async () => {
    const mum = await desk.mum("strengthening");
    const record = (felt: string | null) =>
      desk.coach.readiness.record({
        key: key(),
        clientId: mum.id,
        battery: battery.id,
        version: battery.version,
        doneOn: desk.world.today,
        results: results(felt),
      });
    await record(null);
    expect((await journeyOf(mum.id)).batteries.strength.passed).toBe(true);
    await record("single_leg_bridge");
    const after = await journeyOf(mum.id);
    expect(
      after.batteries.strength.outcomes.filter((row) => row.state === "symptom").map((row) => row.test),
    ).toEqual(["single_leg_bridge", "single_leg_bridge"]);
    expect(after.holds.map((hold) => hold.reason)).toContain("pelvic_symptom");
    expect((await desk.coach.readiness.ofClient({ clientId: mum.id })).runs).toHaveLength(2);
  });

  test("a technique review is closed with cues, not without, and not before a clearance covers it", async () => {
    const review = (clientId: string, cues: string[]) =>
      desk.coach.technique.review({
        key: key(),
        clientId,
        reviewedOn: desk.world.today,
        observations: "Lands in front.",
        cues,
        closed: true,
      });
    const locked = await desk.mum("strengthening");
    expect(await refusedWith(review(locked.id, ["Quick steps"]))).toMatchObject({ code: "run_locked" });
    const open = await desk.mum("cleared");
    expect(await refusedWith(review(open.id, []))).toEqual({ code: "cues_missing" });
    await review(open.id, ["Quick steps", "Tall"]);
    expect((await journeyOf(open.id)).steps.find((step) => step.id === "technique")?.status).toBe("done");
  });
});

test("the timeline tells who did what, newest first, page by page, and leaves nothing out", async () => {
  const mum = await desk.mum("heavyOnRun");
  const all: { id: string; at: string; what: string; by: { kind: string } }[] = [];
  let cursor: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof desk.coach.journey.timeline>> = await desk.coach.journey.timeline({
      clientId: mum.id,
      cursor,
    });
    all.push(...page.entries);
    cursor = page.next;
  } while (cursor !== null);
  expect(new Set(all.map((entry) => entry.id)).size).toBe(all.length);
  expect(all.map((entry) => entry.at)).toEqual(
    all
      .map((entry) => entry.at)
      .toSorted()
      .toReversed(),
  );
  expect(all.find((entry) => entry.what === "clearance")?.by.kind).toBe("physio");
  expect(all.slice(0, 6).map((entry) => entry.what)).toEqual(
    expect.arrayContaining(["hold", "session", "check"]),
  );
});
