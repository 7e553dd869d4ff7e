import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import { aMum, type Mum } from "./build.ts";
import { passing } from "./build-commands.ts";
import { STORY_PROTOCOLS } from "./build-protocols.ts";
import { BATTERIES } from "../readiness/batteries.ts";

/** What kept mums from ever running again in the simulated years, each with the rule that leads on. */

const runner = (daysAgo: number) =>
  aMum()
    .readyToRun(40)
    .later(60)
    .planned("walk_run", 59, { level: 5 })
    .logged("walk_run", daysAgo)
    .echoed(daysAgo - 1);
const runPlan = (mum: Mum) => mum.journey().plans.find((plan) => plan.kind === "walk_run");
const starts = (mum: Mum) =>
  mum.decides({
    type: "startSession",
    sessionId: mum.lastId("sessionLog"),
    planId: mum.lastId("plan"),
    note: "As planned",
  });

/** The first level of strength with hopping. */
const HOPS = STORY_PROTOCOLS.strength.levels.findIndex((level) => level.impact);

/** The coach has done what else is on her desk. */
function settled(mum: Mum): Mum {
  let at = mum;
  for (let turn = 0; turn < 8; turn += 1) {
    const { coach } = at.journey().next;
    if (coach.code === "assign_plan") at = at.planned(coach.kind);
    else if (coach.code === "decide_level") {
      const { planId, to } = coach;
      at = at.does({ type: "changePlan", planId, change: "level", level: to, mode: null, note: null });
    } else break;
  }
  return at;
}

describe("after more than four weeks without a run", () => {
  const away = runner(35);

  it("given no new tests, then the run is not offered and the coach is told to test", () => {
    const { next } = settled(away).journey();
    expect(next.coach).toEqual({ code: "record_battery", battery: "load_impact" });
    expect(next.mum).not.toMatchObject({ code: "do_session", kind: "walk_run" });
  });

  it("given one battery of the two, then the other is asked for", () => {
    const half = away.does(passing(BATTERIES[0]!, away.today));
    expect(settled(half).journey().next.coach).toMatchObject({ code: "record_battery", battery: "strength" });
    expect(starts(half)).toMatchObject({ ok: false, refusal: { code: "retest_needed" } });
  });

  it("given both passed again, then she begins three levels back", () => {
    const tested = away.tested();
    expect(runPlan(tested)?.advice).toMatchObject({
      kind: "regress",
      to: 2,
      because: { code: "gap", levels: 3 },
    });
    expect(starts(tested)).toMatchObject({
      ok: true,
      events: [
        { fact: "planChange", row: { level: 2 } },
        { fact: "sessionStart", row: { level: 2 } },
      ],
    });
  });

  it("given tests of the day of the last run, then they are not new", () => {
    const same = runner(35).tested(35);
    expect(runPlan(same)?.advice.because).toMatchObject({ code: "retest_after_gap" });
  });

  it("given the last run hurt a little, then the break still counts", () => {
    const sore = aMum().readyToRun(40).later(60).planned("walk_run", 59, { level: 5 });
    const ran = sore
      .logged("walk_run", 35, { findings: [{ kind: "pain", site: "knee", level: 4 }] })
      .echoed(34);
    expect(runPlan(ran)?.advice.because).toMatchObject({ code: "retest_after_gap" });
  });
});

describe("a newer sign-off with a limit", () => {
  it("given a level that runs longer, then the next start goes back to one that does not", () => {
    const limited = runner(2).cleared(1, { conditions: [{ kind: "max_run_minutes", minutes: 10 }] });
    expect(runPlan(limited)?.advice).toMatchObject({
      kind: "regress",
      to: 2,
      because: { code: "limit", minutes: 10 },
    });
    expect(starts(limited)).toMatchObject({
      ok: true,
      events: [{ fact: "planChange", row: { level: 2, because: "limit" } }, {}],
    });
  });

  it("given no level short enough, then nothing is offered and nothing starts", () => {
    const shut = runner(2).cleared(1, { conditions: [{ kind: "max_run_minutes", minutes: 5 }] });
    expect(starts(shut)).toMatchObject({
      ok: false,
      refusal: { code: "level_beyond_limit", minutes: 16, limit: 5 },
    });
    for (let ahead = 0; ahead < 7; ahead += 1) {
      expect(shut.later(ahead).journey().next.mum).not.toMatchObject({
        code: "do_session",
        kind: "walk_run",
      });
    }
  });

  it("given no hopping, then hopping is neither assigned nor reached, and running is", () => {
    const mum = aMum().readyToRun(30, { conditions: [{ kind: "no_hopping" }] });
    expect(mum.journey().lock.open).toBe(true);
    expect(() => mum.planned("strength", 0, { level: 2 })).toThrow(/no_hopping/);
    expect(mum.planned("walk_run").record.plan.at(-1)?.kind).toBe("walk_run");
    const below = mum
      .planned("strength", 6, { level: 1, weekdays: [1, 3, 5] })
      .logged("strength", 5)
      .logged("strength", 3);
    const plan = below.journey().plans.find((row) => row.kind === "strength");
    expect(plan?.advice).toMatchObject({ kind: "hold", because: { code: "limit", condition: "no_hopping" } });
  });
});

describe("somebody always asks again", () => {
  it("given a re-check that was declined after the sign-off was taken back, then the coach asks anew", () => {
    const mum = aMum().readyToRun(30);
    const { id: clearanceId, physioId } = mum.record.clearance[0]!;
    const taken = mum
      .does({ type: "withdrawClearance", clearanceId, physioId, reason: "New findings" })
      .asked(0, "recheck");
    expect(settled(taken).journey().next.coach).toMatchObject({ code: "wait_for_physio" });
    const declined = taken.does({
      type: "markRequest",
      requestId: taken.lastId("request"),
      step: "declined",
    });
    expect(declined.journey().next.coach).toMatchObject({ code: "send_request", kind: "recheck" });
  });

  it("given a red flag that was seen, or the physio's own no, after a sign-off, then she is asked for her word", () => {
    const mum = settled(aMum().readyToRun(30));
    const flagged = mum.noticed([{ kind: "red_flag", sign: "fever" }]);
    const seen = flagged.does({
      type: "acknowledgeRedFlag",
      checkId: flagged.lastId("symptomCheck"),
      note: null,
    });
    const held = mum.does({ type: "placeHold", covers: "running", reason: "physio_decision", note: null });
    for (const waiting of [seen, held]) {
      expect(waiting.journey().next.coach).toMatchObject({ code: "send_request", kind: "recheck" });
      expect(waiting.asked(0, "recheck").journey().next.coach).not.toMatchObject({ code: "send_request" });
      expect(
        waiting
          .later(1)
          .cleared()
          .journey()
          .holds.map((hold) => hold.covers),
      ).not.toContain("running");
    }
  });

  it("given a sign-off that asks for later tests and a strength step that was done, then the coach tests again", () => {
    const mum = aMum()
      .bornWeeksAgo(30)
      .assessed(50)
      .restored(30)
      .planned("walking", 40)
      .walked()
      .planned("strength", 20)
      .tested(10)
      .cleared(5, { earlierTestsCount: false });
    expect(mum.journey().steps.find((step) => step.id === "strength")?.status).toBe("done");
    expect(settled(mum).journey().next.coach).toMatchObject({ code: "record_battery" });
  });

  it("given another birth after a second visit to the physio, then she is assessed anew", () => {
    const first = aMum().bornWeeksAgo(80);
    const seen = first.assessed(500).asked(480, "recheck").assessed(470);
    const born = seen.does(
      {
        type: "recordBirth",
        bornOn: addDays(first.today, -40),
        mode: "vaginal",
        tear: "none",
        babies: 1,
        gestationWeeks: 39,
      },
      40,
    );
    const again = born.does({
      type: "completeIntake",
      ranBeforeKmPerWeek: 5,
      feeding: "breast",
      pelvicHistory: false,
      words: null,
      birth: null,
      goal: null,
      findings: null,
    });
    expect(again.journey().steps[0]).toMatchObject({ id: "assessment", status: "open" });
    expect(again.journey().next.coach).toMatchObject({ code: "send_request", kind: "assessment" });
  });
});

it("given a way back accepted that opens steps only, then the same message again is no event", () => {
  const away = aMum().readyToRun(40).later(60).planned("walk_run", 59).logged("walk_run", 35).echoed(34);
  const accept = {
    id: "00000000-0000-4000-9000-000000000001",
    type: "acceptRevisit",
    trigger: "gap",
    note: null,
  } as const;
  const accepted = away.does(accept);
  expect(accepted.record.stepVisit.map((visit) => visit.id)).toContain(accept.id);
  expect(accepted.decides(accept)).toEqual({ ok: true, events: [] });
});

describe("before twelve weeks, with a sign-off that allowed hopping early", () => {
  const allowed = aMum()
    .bornWeeksAgo(11)
    .assessed(25)
    .restored(22)
    .cleared(10)
    .planned("strength", 9, { level: HOPS, weekdays: [1, 3, 5] });

  it("given it stands, then a session with hopping is offered, and may be started", () => {
    expect(allowed.journey().next.mum).toMatchObject({ code: "do_session", kind: "strength" });
    expect(starts(allowed)).toMatchObject({ ok: true });
  });

  it("given it was taken back, then the session is neither offered nor startable, until its day", () => {
    const { id, physioId } = allowed.record.clearance[0]!;
    const back = allowed.does(
      { type: "withdrawClearance", clearanceId: id, physioId, reason: "New findings" },
      0,
    );
    expect(back.journey().next.mum).not.toMatchObject({ code: "do_session", kind: "strength" });
    expect(starts(back)).toMatchObject({
      ok: false,
      refusal: { code: "level_not_earned", because: { code: "impact_too_early" } },
    });
    expect(back.later(7).journey().next.mum).toMatchObject({ code: "do_session", kind: "strength" });
  });
});

describe("a pregnancy that ended early, after her running goal was reached", () => {
  const life = (mum: Mum, kind: "new_pregnancy" | "pregnancy_ended", daysAgo: number) =>
    mum.does(
      { type: "recordLifeEvent", kind, startsOn: addDays(mum.today, -daysAgo), endsOn: null, note: null },
      daysAgo,
    );
  const goal = { daysPerWeek: 1, minutesPerRun: 30 };
  const begun = aMum()
    .bornWeeksAgo(40, {}, goal)
    .readyToRun()
    .later(60)
    .planned("walk_run", 59, { level: 5 });
  const isDone = [56, 49, 42, 35, 28]
    .reduce((mum, daysAgo) => mum.logged("walk_run", daysAgo, { minutes: 40, minutesRun: 30 }), begun)
    .echoed(27);
  const lost = life(life(isDone, "new_pregnancy", 20), "pregnancy_ended", 10).cleared(5);
  const running = (mum: Mum) => mum.journey().steps.find((step) => step.id === "running")?.status;

  it("given she had reached it, then running is done", () => {
    expect(running(isDone)).toBe("done");
  });

  it("given she is cleared again, then running is not done any more, and the coach plans it", () => {
    expect(lost.journey().lock.open).toBe(true);
    expect(runPlan(lost)).toBeUndefined();
    expect(running(lost)).toBe("active");
    expect(runPlan(settled(lost))).toBeDefined();
  });
});
