import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import { aMum, type Mum } from "./build.ts";

const lock = (mum: Mum) => mum.journey().lock;
const codes = (mum: Mum) => lock(mum).reasons.map((reason) => reason.code);

describe("the lock", () => {
  it("is open when all six points hold", () => {
    expect(lock(aMum().readyToRun())).toEqual({ open: true, reasons: [] });
  });

  it("tells everything that stands in the way, in the order of the points", () => {
    const mum = aMum().bornWeeksAgo(5);
    expect(lock(mum)).toEqual({
      open: false,
      reasons: [
        { point: 1, code: "no_clearance" },
        { point: 2, code: "too_early", daysLeft: 49, on: addDays(mum.today, 49), by: "twelve_weeks" },
        { point: 3, code: "battery_missing", battery: "load_impact", tests: 7 },
        { point: 3, code: "battery_missing", battery: "strength", tests: 4 },
        { point: 4, code: "walking_weeks", weeks: 0, needed: 2, days: 3, minutes: 90 },
        { point: 4, code: "symptom_free_walk", longest: 0, needed: 30 },
      ],
    });
  });

  it("keeps the order of the points, whichever room told of them first", () => {
    const heavy = aMum()
      .bornWeeksAgo(5)
      .noticed([{ kind: "symptom", symptom: "heaviness" }]);
    expect(lock(heavy).reasons.map((reason) => reason.point)).toEqual([1, 2, 3, 3, 4, 4, 5]);
    const held = heavy.does({ type: "placeHold", covers: "running", reason: "illness", note: null });
    expect(lock(held).reasons.map((reason) => reason.point)).toEqual([1, 2, 3, 3, 4, 4, 5, 5]);
  });

  it("knows nothing about a mum who only just came, and says so", () => {
    expect(codes(aMum())).toEqual([
      "no_clearance",
      "birth_unknown",
      "battery_missing",
      "battery_missing",
      "goal_missing",
    ]);
  });

  it("asks for the tests from the assessment on, unless the physio lets earlier ones count", () => {
    const base = aMum().bornWeeksAgo(20).assessed(50).restored(30).walked().tested(10);
    expect(codes(base.cleared(5, { earlierTestsCount: true }))).toEqual([]);
    const asked = base.cleared(5, { earlierTestsCount: false });
    expect(new Set(codes(asked))).toEqual(new Set(["test_before_clearance"]));
    expect(codes(asked.tested(1))).toEqual([]);
  });

  it("waits for the day after the last impact", () => {
    const ran = aMum().readyToRun().planned("walk_run", 3).logged("walk_run", 1);
    expect(lock(ran).reasons).toMatchObject([
      { point: 6, code: "echo_awaited", doneOn: addDays(ran.today, -1), dueOn: ran.today },
    ]);
    expect(lock(ran.later(30)).open).toBe(false);
    expect(lock(ran.echoed()).open).toBe(true);
  });

  it("takes no answer on the day of the run for the day after", () => {
    const ran = aMum().readyToRun().planned("walk_run", 3).logged("walk_run", 0);
    const early = ran.decides({
      type: "checkSymptoms",
      moment: "next_day",
      day: ran.today,
      logId: ran.lastId("sessionLog"),
      sessionId: null,
      findings: [],
      note: null,
    });
    expect(early).toEqual({ ok: false, refusal: { code: "echo_too_early", from: addDays(ran.today, 1) } });
    // Past the rules, by an old client: derivation does not count it either.
    const forced = ran.fact("symptomCheck", {
      moment: "next_day",
      day: ran.today,
      logId: ran.lastId("sessionLog"),
      sessionId: null,
      findings: [],
      note: null,
    });
    expect(codes(forced)).toEqual(["echo_awaited"]);
  });

  it("waits for the answer about the last run, not about one before", () => {
    const first = aMum().readyToRun().planned("walk_run", 6).logged("walk_run", 4);
    const firstLog = first.lastId("sessionLog");
    const second = first.echoed(3).logged("walk_run", 2);
    const answered = second.does({
      type: "checkSymptoms",
      moment: "next_day",
      day: second.today,
      logId: firstLog,
      sessionId: null,
      findings: [],
      note: null,
    });
    expect(codes(answered)).toEqual(["echo_awaited"]);
  });

  it.each(["coach_decision", "client_decision", "physio_decision", "illness", "pain"] as const)(
    "is shut by a hold (%s), which the gate in Postgres does not know",
    (reason) => {
      const mum = aMum().readyToRun().does({ type: "placeHold", covers: "running", reason, note: null });
      expect(lock(mum)).toMatchObject({ open: false, reasons: [{ point: 5, code: "hold", reason }] });
    },
  );

  it("tells five checks of one thing as one reason, the latest", () => {
    let mum = aMum().readyToRun();
    for (const ago of [5, 4, 3, 2, 1]) mum = mum.noticed([{ kind: "symptom", symptom: "heaviness" }], ago);
    expect(lock(mum).reasons).toEqual([
      expect.objectContaining({
        code: "pelvic_symptom_open",
        symptom: "heaviness",
        on: addDays(mum.today, -1),
      }),
    ]);
  });

  it("of one day tells the first of them, and each cause for itself", () => {
    const mum = aMum()
      .readyToRun()
      .noticed([{ kind: "symptom", symptom: "bulge" }])
      .noticed([{ kind: "symptom", symptom: "heaviness" }])
      .noticed([{ kind: "red_flag", sign: "fever" }]);
    expect(lock(mum).reasons.map((row) => ("symptom" in row ? row.symptom : row.code))).toEqual([
      "red_flag_open",
      "bulge",
    ]);
  });

  it("tells what came with a hold once, by its cause: a symptom, a pregnancy, surgery; pain by its hold", () => {
    const runner = aMum().readyToRun();
    const life = (kind: "surgery" | "new_pregnancy") =>
      runner.does({ type: "recordLifeEvent", kind, startsOn: runner.today, endsOn: null, note: null });
    expect(codes(runner.noticed([{ kind: "symptom", symptom: "bulge" }]))).toEqual(["pelvic_symptom_open"]);
    expect(codes(runner.noticed([{ kind: "red_flag", sign: "fever" }]))).toEqual(["red_flag_open"]);
    expect(codes(life("new_pregnancy"))).toEqual(["new_pregnancy"]);
    expect(codes(life("surgery"))).toEqual(["surgery"]);
    const sore = runner.noticed([{ kind: "pain", site: "knee", level: 8 }], 2);
    const twice = sore.fact("hold", {
      covers: "impact",
      reason: "pain",
      placedOn: sore.today,
      sourceId: null,
      note: null,
    });
    expect(lock(twice).reasons).toEqual([
      {
        point: 5,
        code: "hold",
        reason: "pain",
        on: addDays(sore.today, -2),
        holdId: sore.lastId("hold"),
      },
    ]);
  });

  it("tells of the walking habit only what is missing of it", () => {
    const base = aMum().bornWeeksAgo(20).assessed(50).restored(30).planned("walking", 40).tested(7);
    const walks = (mum: Mum) => lock(mum.cleared(5)).reasons;
    expect(walks(base.walked(1))).toEqual([
      { point: 4, code: "walking_weeks", weeks: 1, needed: 2, days: 3, minutes: 90 },
    ]);
    const short = aMum().bornWeeksAgo(20, {}, { daysPerWeek: 3, minutesPerRun: 20 });
    let mum = short.assessed(50).restored(30).planned("walking", 40).tested(7);
    for (const ago of [16, 15, 14, 9, 8, 7]) mum = mum.logged("walking", ago, { minutes: 20 });
    expect(walks(mum)).toEqual([{ point: 4, code: "symptom_free_walk", longest: 20, needed: 30 }]);
  });

  it("asks drills for less: neither tests nor walks, but the day after and every hold", () => {
    const drills = (mum: Mum) => mum.journey().techniqueLock;
    const seen = aMum().bornWeeksAgo(20).cleared(5);
    expect(drills(seen)).toEqual({ open: true, reasons: [] });
    const held = seen.does({ type: "placeHold", covers: "running", reason: "pain", note: null });
    expect(drills(held)).toMatchObject({ open: false, reasons: [{ code: "hold", reason: "pain" }] });
    const ran = aMum().readyToRun().planned("walk_run", 3).logged("walk_run", 1);
    expect(drills(ran)).toMatchObject({
      open: false,
      reasons: [{ point: 6, code: "echo_awaited", logId: ran.lastId("sessionLog") }],
    });
  });

  it("opens again only by the road back", () => {
    const heavy = aMum()
      .readyToRun()
      .noticed([{ kind: "symptom", symptom: "heaviness" }]);
    expect(codes(heavy.later(300))).toContain("pelvic_symptom_open");
    const back = heavy.later(20).cleared();
    expect(lock(back)).toEqual({ open: true, reasons: [] });
  });
});
