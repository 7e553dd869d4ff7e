import { describe, expect, it } from "vitest";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import type { StepId } from "./steps.ts";

const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const NIGGLE: Finding = { kind: "pain", site: "hip", level: 2 };
const facts = (decision: ReturnType<Mum["decides"]>) =>
  decision.ok ? decision.events.map((event) => event.fact) : decision.refusal.code;
const open = (step: StepId, reason = "Because") => ({ type: "openStep", step, reason }) as const;
const close = (step: StepId, note: string | null = null) => ({ type: "closeStep", step, note }) as const;
const step = (mum: Mum, id: StepId) => mum.journey().steps.find((row) => row.id === id)!;

describe("opening a step", () => {
  it("early is for restoration only, while she waits for the physio", () => {
    const mum = aMum().bornWeeksAgo(6).asked();
    const early = mum.does(open("restoration", "Breathing while we wait"));
    expect(step(early, "restoration")).toMatchObject({
      status: "active",
      cycle: 1,
      visits: [{ why: "coach_opened_early", note: "Breathing while we wait" }],
    });
    expect(facts(early.decides(open("restoration")))).toEqual([]);
    expect(facts(mum.decides(open("strength")))).toBe("step_locked");
    expect(facts(mum.decides(open("running")))).toBe("step_locked");
    expect(facts(mum.decides(open("technique")))).toBe("step_locked");
  });

  it("never goes against the physio", () => {
    const early = aMum().bornWeeksAgo(8).does(open("restoration"), 7);
    const no = early.assessed(3, false);
    expect(step(no, "restoration").status).toBe("locked");
    expect(facts(aMum().bornWeeksAgo(8).assessed(3, false).decides(open("restoration")))).toBe("step_locked");
  });

  it("never goes over a red flag", () => {
    const flagged = aMum()
      .bornWeeksAgo(6)
      .noticed([{ kind: "red_flag", sign: "fever" }]);
    expect(facts(flagged.decides(open("restoration")))).toBe("step_locked");
    expect(facts(flagged.decides(open("walking")))).toBe("step_locked");
  });

  it("is not how the assessment or a revisit begin", () => {
    expect(facts(aMum().bornWeeksAgo(6).decides(open("assessment")))).toBe("step_opens_by_itself");
    expect(facts(aMum().bornWeeksAgo(6).decides(open("revisit")))).toBe("step_opens_by_itself");
  });

  it("again is another visit; the first one stays", () => {
    const again = aMum().readyToRun().does(open("strength", "After the summer"));
    expect(step(again, "strength")).toMatchObject({
      status: "active",
      cycle: 2,
      visits: [{ cycle: 1 }, { cycle: 2 }],
    });
    expect(step(again, "strength").exit[0]).toMatchObject({ met: "not_met" });
    expect(again.journey().lock.open).toBe(true);
    expect(step(again.later(1).tested(), "strength").status).toBe("done");
  });
});

describe("closing a step", () => {
  it("writes the first visit down and closes it", () => {
    const mum = aMum().readyToRun();
    expect(facts(mum.decides(close("walking")))).toEqual(["stepVisit", "stepVisitClosing"]);
    const closed = mum.does(close("walking"));
    expect(step(closed, "walking").visits).toMatchObject([{ cycle: 1, how: "criteria_met" }]);
    expect(facts(closed.decides(close("walking")))).toEqual([]);
  });

  it("before its time wants a reason, and opens no lock", () => {
    const mum = aMum().bornWeeksAgo(14).planned("walking", 3);
    expect(facts(mum.decides(close("walking")))).toBe("reason_missing");
    const closed = mum.does(close("walking", "She walks with another group"));
    expect(step(closed, "walking")).toMatchObject({ status: "done", visits: [{ how: "coach_decision" }] });
    expect(closed.journey().lock.reasons.some((reason) => reason.point === 4)).toBe(true);
  });

  it("is not done over an open pelvic symptom, nor before the step is open", () => {
    const mum = aMum().readyToRun().noticed([HEAVY]);
    expect(facts(mum.decides(close("restoration", "Fine")))).toBe("pelvic_symptom_open");
    expect(facts(aMum().bornWeeksAgo(6).decides(close("strength")))).toBe("step_not_open");
    expect(facts(mum.decides(close("assessment")))).toBe("step_opens_by_itself");
  });
});

describe("a pelvic symptom in a run", () => {
  const heavy = aMum()
    .readyToRun()
    .does(close("restoration", "Done well"))
    .planned("walk_run", 3, { level: 3 })
    .logged("walk_run", 0, { findings: [HEAVY] });

  it("holds impact, goes a level back and opens restoration again, in one breath", () => {
    const journey = heavy.journey();
    expect(journey.holds).toMatchObject([
      { covers: "impact", reason: "pelvic_symptom", wayOut: "physio_decides" },
    ]);
    expect(journey.plans.find((plan) => plan.kind === "walk_run")).toMatchObject({ level: 2 });
    expect(step(heavy, "restoration")).toMatchObject({
      status: "active",
      cycle: 2,
      visits: [{}, { why: "revisit_symptom" }],
    });
    expect(step(heavy, "running").status).toBe("held");
    expect(step(heavy, "walking").status).toBe("done");
    expect(step(heavy, "revisit").status).toBe("active");
  });

  it("has the letter to the physio ready, and the coach sends it", () => {
    const journey = heavy.journey();
    expect(journey.proposals).toEqual([
      {
        trigger: "pelvic_symptom",
        since: heavy.today,
        evidence: [heavy.lastId("symptomCheck")],
        targets: ["assessment", "restoration"],
        rewindLevels: 0,
        request: { kind: "symptom", symptom: "heaviness", on: heavy.today },
      },
    ]);
    expect(journey.next.coach).toEqual({ code: "send_request", kind: "symptom", trigger: "pelvic_symptom" });
    expect(journey.next.mum).toEqual({ code: "coach_writes_to_physio", trigger: "pelvic_symptom" });
    const sent = heavy.asked(0, "recheck").journey();
    expect(sent.proposals[0]?.request).toBeNull();
    expect(sent.steps[0]).toMatchObject({ status: "active", visits: [{}, {}, { why: "revisit_symptom" }] });
    expect(sent.next.physio).toMatchObject({ code: "answer_request", kind: "recheck" });
  });

  it("is over by the road back, and the visit is told", () => {
    const back = heavy.later(5).echoed().cleared();
    const journey = back.journey();
    expect(journey.lock).toEqual({ open: true, reasons: [] });
    expect(journey.proposals).toEqual([]);
    expect(step(back, "running").status).toBe("active");
    expect(step(back, "restoration").cycle).toBe(2);
  });
});

describe("ways back that people accept", () => {
  const accept = (
    mum: Mum,
    trigger: "gap" | "short_sleep" | "strength_lapse_niggle" | "tune_up" | "review_near",
  ) => mum.decides({ type: "acceptRevisit", trigger, note: null });
  const runner = aMum().readyToRun(40).later(40);

  it("short nights: a level back, and the proposal is answered", () => {
    const tired = runner.planned("walk_run", 3, { level: 4 }).does({
      type: "checkIn",
      day: runner.today,
      sleepHours: 5,
      badNights: 4,
      energy: 2,
      mood: null,
      littleInterest: null,
      feelingDown: null,
      words: null,
    });
    expect(facts(accept(tired, "short_sleep"))).toEqual(["planChange"]);
    const rested = tired.does({ type: "acceptRevisit", trigger: "short_sleep", note: null });
    expect(rested.journey().plans.find((plan) => plan.kind === "walk_run")?.level).toBe(3);
    expect(rested.journey().proposals).toEqual([]);
    expect(facts(accept(rested, "short_sleep"))).toBe("unknown");
  });

  it("strength lapsed and a niggle: strength and technique again", () => {
    const weak = runner.logged("strength", 20).noticed([NIGGLE], 2);
    expect(weak.journey().proposals.map((row) => row.trigger)).toContain("strength_lapse_niggle");
    expect(facts(accept(weak, "strength_lapse_niggle"))).toEqual(["stepVisit", "stepVisit"]);
    const back = weak.does({ type: "acceptRevisit", trigger: "strength_lapse_niggle", note: null });
    expect(step(back, "strength")).toMatchObject({ cycle: 2, status: "active" });
    expect(back.journey().proposals).toEqual([]);
  });

  it("after a gap: levels back", () => {
    const away = runner.planned("walk_run", 30, { level: 5 }).logged("walk_run", 22).echoed(21);
    const back = away.does({ type: "acceptRevisit", trigger: "gap", note: null });
    expect(back.journey().plans.find((plan) => plan.kind === "walk_run")?.level).toBe(2);
    expect(back.journey().proposals).toEqual([]);
  });

  it("technique twelve weeks ago: a tune-up", () => {
    const review = { type: "reviewTechnique" as const, observations: null, cues: ["Taller"], closed: true };
    const reviewed = aMum().readyToRun(40).later(84);
    const seen = reviewed.does({ ...review, reviewedOn: aMum().today }, 84);
    expect(seen.later(-1).journey().proposals).toEqual([]);
    expect(seen.journey().proposals).toMatchObject([{ trigger: "tune_up", targets: ["technique"] }]);
    const again = seen.does({ type: "acceptRevisit", trigger: "tune_up", note: null });
    expect(step(again, "technique")).toMatchObject({ cycle: 2, status: "active" });
  });

  it("a review that is near: a letter, from 21 days before", () => {
    const mum = aMum().readyToRun(30, { reviewInDays: 60 });
    expect(mum.later(32).journey().proposals).toEqual([]);
    const near = mum.later(33);
    expect(near.journey().proposals).toMatchObject([
      { trigger: "review_near", request: { kind: "recheck" } },
    ]);
    expect(near.journey().next.physio).toMatchObject({ code: "review_due", daysLeft: 21 });
    expect(near.asked(0, "recheck").journey().proposals).toEqual([]);
  });

  it("are nothing when nothing proposes them", () => expect(facts(accept(runner, "gap"))).toBe("unknown"));
});
