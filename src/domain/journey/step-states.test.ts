import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import type { StepVisit } from "./facts.ts";
import type { StepId } from "./steps.ts";

const TODAY = aMum().today;
const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const FEVER: Finding = { kind: "red_flag", sign: "fever" };
const step = (mum: Mum, id: StepId) => mum.journey().steps.find((row) => row.id === id)!;
const statuses = (mum: Mum) => mum.journey().steps.map((row) => row.status);
const entry = (mum: Mum, id: StepId) => step(mum, id).entry.map(({ met, reason }) => [reason.code, met]);
const open = (id: StepId) => ({ type: "openStep", step: id, reason: "Because" }) as const;
const close = (id: StepId) => ({ type: "closeStep", step: id, note: "Done" }) as const;
const visit = (change: Partial<StepVisit>) =>
  ({ step: "walking", cycle: 1, openedOn: TODAY, reason: "coach_decision", note: null, ...change }) as const;
describe("how running is entered", () => {
  it("given all six points, then each says that it is fulfilled, with its evidence", () => {
    const mum = aMum().readyToRun();
    const { id: impact } = mum.record.batteryRun[0]!;
    const { id: strength } = mum.record.batteryRun[1]!;
    const until = mum.record.clearance[0]!.reviewBy;
    const stands = { reason: { code: "clearance_stands", signer: "Hana Ngata", until }, evidence: [] };
    const weeks = { reason: { code: "weeks_reached", weeks: 20 }, evidence: [] };
    const tests = [
      { reason: { code: "battery", battery: "load_impact", passed: 11, total: 11 }, evidence: [impact] },
      { reason: { code: "battery", battery: "strength", passed: 8, total: 8 }, evidence: [strength] },
    ];
    const nothing = { reason: { code: "nothing_open" }, evidence: [] };
    const met = (rows: readonly object[]) => rows.map((row) => ({ met: "met", ...row }));
    expect(step(mum, "running").entry).toEqual(
      met([stands, weeks, ...tests, { reason: { code: "walking_met" }, evidence: [] }, nothing]),
    );
    expect(step(mum, "technique").entry).toEqual(met([stands, weeks, nothing]));
  });

  it("given none, then each says what is missing, and drills ask for less", () => {
    const mum = aMum().bornWeeksAgo(5);
    expect(entry(mum, "running")).toEqual([
      ["no_clearance", "not_met"],
      ["too_early", "not_met"],
      ["battery_missing", "not_met"],
      ["battery_missing", "not_met"],
      ["walking_weeks", "not_met"],
      ["symptom_free_walk", "not_met"],
      ["nothing_open", "met"],
    ]);
    expect(entry(mum, "technique")).toEqual([
      ["no_clearance", "not_met"],
      ["too_early", "not_met"],
      ["nothing_open", "met"],
    ]);
  });

  it("given all but the sign-off, then what is there is still told", () => {
    const seen = aMum().bornWeeksAgo(20).assessed(50).restored(30).planned("walking", 40);
    expect(entry(seen.walked(3).tested(7), "running")).toEqual([
      ["no_clearance", "not_met"],
      ["weeks_reached", "met"],
      ["battery", "met"],
      ["battery", "met"],
      ["walking_met", "met"],
      ["nothing_open", "met"],
    ]);
  });

  it("given a sign-off for drills alone, then it stands for them and not for running", () => {
    const mum = aMum().readyToRun(20, { scope: ["technique"] });
    expect(entry(mum, "technique")[0]).toEqual(["clearance_stands", "met"]);
    expect(entry(mum, "running")[0]).toEqual(["clearance_lacks_scope", "not_met"]);
  });

  it("given a day after that nobody answered, then running is entered and not held", () => {
    const ran = aMum().readyToRun().planned("walk_run", 3).logged("walk_run", 1);
    expect(step(ran, "running")).toMatchObject({ status: "active", reason: { code: "step_active" } });
    expect(entry(ran, "running").map(([code]) => code)).not.toContain("echo_awaited");
  });
});

describe("how restoration is entered", () => {
  it("given the coach opened it while she waits, then that is why", () => {
    const mum = aMum().bornWeeksAgo(6).does(open("restoration"), 2);
    const { id } = mum.record.stepVisit[0]!;
    expect(step(mum, "restoration")).toMatchObject({
      status: "active",
      entry: [
        { met: "met", reason: { code: "intake" } },
        { met: "met", reason: { code: "opened_early", on: addDays(TODAY, -2) }, evidence: [id] },
      ],
    });
  });

  it.each<[string, (mum: Mum) => Mum]>([
    ["that visit was closed", (mum) => mum.does(open("restoration"), 2).does(close("restoration"))],
    [
      "the coach's visit was not an early one",
      (mum) => mum.fact("stepVisit", visit({ step: "restoration" })),
    ],
    ["nobody opened it", (mum) => mum],
  ])("given %s, then the physio is waited for", (_, happens) => {
    expect(entry(happens(aMum().bornWeeksAgo(6)), "restoration")).toEqual([
      ["intake", "met"],
      ["assessment", "not_met"],
      ["restoration_advised", "unknown"],
    ]);
  });

  it("given the physio said yes, then she is the reason, not the early visit", () => {
    const mum = aMum().bornWeeksAgo(6).does(open("restoration"), 2).assessed(1);
    const evidence = [mum.lastId("assessment")];
    expect(step(mum, "restoration").entry.slice(1)).toEqual([
      { met: "met", reason: { code: "assessment", on: addDays(TODAY, -1) }, evidence },
      { met: "met", reason: { code: "restoration_advised" }, evidence },
    ]);
  });
});

describe("the one sentence on a step", () => {
  const arrived = aMum().bornWeeksAgo(6);

  it.each<[string, StepId, () => Mum, string, object]>([
    ["open", "walking", () => arrived, "open", { code: "step_open", step: "walking" }],
    [
      "active by its plan",
      "walking",
      () => arrived.planned("walking", 0),
      "active",
      { code: "step_active", step: "walking" },
    ],
    [
      "active by a session without a plan",
      "walking",
      () => arrived.logged("walking", 1),
      "active",
      { code: "step_active", step: "walking" },
    ],
    [
      "active by a visit",
      "walking",
      () => arrived.does(open("walking")),
      "active",
      { code: "step_active", step: "walking" },
    ],
    [
      "active by a request",
      "assessment",
      () => arrived.asked(),
      "active",
      { code: "step_active", step: "assessment" },
    ],
    ["done", "assessment", () => arrived.assessed(), "done", { code: "step_done", step: "assessment" }],
    [
      "done by its visit's end",
      "walking",
      () => arrived.planned("walking", 0).does(close("walking")),
      "done",
      { code: "step_done", step: "walking" },
    ],
    ["locked, by the first thing missing", "assessment", () => aMum(), "locked", { code: "intake" }],
    [
      "locked, by the first thing missing and not by what is there",
      "strength",
      () => arrived.assessed(),
      "locked",
      { code: "foundation_sessions", done: 0, needed: 6 },
    ],
    [
      "held, by what its entry misses",
      "walking",
      () => arrived.planned("walking", 5).noticed([FEVER]),
      "held",
      { code: "no_red_flag" },
    ],
  ])("is that it is %s", (_, id, story, status, reason) =>
    expect(step(story(), id)).toMatchObject({ status, reason }),
  );

  it("is the hold itself when its entry misses nothing", () => {
    const mum = aMum()
      .readyToRun()
      .does({ type: "placeHold", covers: "running", reason: "coach_decision", note: null }, 3)
      .does({ type: "placeHold", covers: "everything", reason: "illness", note: null }, 2);
    expect(step(mum, "restoration")).toMatchObject({
      status: "held",
      reason: {
        point: 5,
        code: "hold",
        reason: "illness",
        on: addDays(TODAY, -2),
        holdId: mum.lastId("hold"),
      },
    });
  });
});

describe("what holds a step", () => {
  const rest = (mum: Mum) =>
    mum.does({ type: "placeHold", covers: "everything", reason: "illness", note: null });
  const reviewed = (mum: Mum) =>
    mum.does({
      type: "reviewTechnique",
      reviewedOn: TODAY,
      observations: null,
      cues: ["Taller"],
      closed: false,
    });

  it("is a hold of everything, for what is entered or begun; the assessment goes on", () => {
    expect(statuses(rest(aMum().bornWeeksAgo(6)))).toEqual([
      "open",
      "locked",
      "locked",
      "locked",
      "locked",
      "locked",
      "locked",
    ]);
    expect(statuses(rest(aMum().readyToRun()))).toEqual([
      "done",
      "held",
      "held",
      "held",
      "locked",
      "locked",
      "locked",
    ]);
  });

  it("is no hold of less than everything", () => {
    const mum = aMum()
      .bornWeeksAgo(6)
      .planned("walking", 0)
      .does({ type: "placeHold", covers: "impact", reason: "pain", note: null });
    expect(step(mum, "walking").status).toBe("active");
  });

  it("is the lock, for drills that were begun by a look and for runs that were begun by a plan", () => {
    const looked = reviewed(aMum().readyToRun());
    expect(step(looked, "technique").status).toBe("active");
    expect(step(looked.noticed([HEAVY]), "technique").status).toBe("held");
    expect(step(looked.noticed([HEAVY]), "running").status).toBe("locked");
    const planned = aMum().readyToRun().planned("walk_run");
    expect(step(planned.noticed([HEAVY]), "running").status).toBe("held");
    expect(step(planned.noticed([HEAVY]), "technique").status).toBe("locked");
  });

  it("is for drills their own lock: tests and walks hold running alone", () => {
    const mum = reviewed(aMum().readyToRun().planned("walk_run"));
    const newer = mum.later(10).cleared(0, { earlierTestsCount: false });
    expect(newer.journey().lock.reasons.map((row) => row.point)).toContain(3);
    expect(step(newer, "technique").status).toBe("active");
    expect(step(newer, "running").status).toBe("held");
  });
});
