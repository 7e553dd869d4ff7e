import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import { asking, STORY_PHYSIO } from "./build-commands.ts";
import type { StepVisit } from "./facts.ts";
import type { StepId } from "./steps.ts";

const TODAY = aMum().today;
const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const step = (mum: Mum, id: StepId) => mum.journey().steps.find((row) => row.id === id)!;
const open = (id: StepId) => ({ type: "openStep", step: id, reason: "Because" }) as const;
const close = (id: StepId) => ({ type: "closeStep", step: id, note: "Done" }) as const;
const visit = (change: Partial<StepVisit>) =>
  ({ step: "walking", cycle: 1, openedOn: TODAY, reason: "coach_decision", note: null, ...change }) as const;
const bornAgain = (mum: Mum, daysAgo: number) =>
  mum.does(
    {
      type: "recordBirth",
      bornOn: addDays(mum.today, -daysAgo),
      mode: "vaginal",
      tear: "none",
      babies: 1,
      gestationWeeks: 39,
    },
    daysAgo,
  );
const intakeAgain = (mum: Mum, daysAgo: number) =>
  mum.fact("intake", {
    completedOn: addDays(mum.today, -daysAgo),
    ranBeforeKmPerWeek: 5,
    feeding: "breast",
    pelvicHistory: false,
    words: null,
  });

describe("visits to a step", () => {
  it("given a second birth, then what was written before it is history and she begins anew", () => {
    const closed = aMum().bornWeeksAgo(80).planned("walking", 300).does(close("walking"), 290);
    const again = intakeAgain(bornAgain(closed, 60), 50);
    expect(step(again, "walking")).toMatchObject({
      status: "open",
      cycle: 2,
      visits: [
        { cycle: 1, how: "coach_decision" },
        { cycle: 2, id: null, openedOn: null, why: "criteria_met" },
      ],
    });
    const before = step(closed, "walking");
    expect(before).toMatchObject({ status: "done", cycle: 1 });
    expect(before.visits).toHaveLength(1);
  });

  it("given a visit of the very day of the birth, then it is of the new journey", () => {
    const born = intakeAgain(bornAgain(aMum().bornWeeksAgo(80), 60), 50);
    const on = (daysAgo: number) => born.fact("stepVisit", visit({ openedOn: addDays(TODAY, -daysAgo) }));
    expect(step(on(60), "walking").status).toBe("active");
    expect(step(on(61), "walking").status).toBe("open");
  });

  it("given no birth is known, then every visit counts", () => {
    const mum = intakeAgain(aMum(), 3).fact("stepVisit", visit({}));
    expect(step(mum, "walking")).toMatchObject({ status: "active", cycle: 1 });
  });

  it("given a first visit, then what was shown before it counts; given a second, only what came after", () => {
    const seen = aMum().bornWeeksAgo(20).assessed(50).restored(30);
    const first = seen.does(open("strength"), 10).tested(12);
    expect(step(first, "strength")).toMatchObject({ status: "done", cycle: 1 });
    const second = first.does(open("strength"), 8);
    expect(step(second, "strength")).toMatchObject({ status: "active", cycle: 2 });
    expect(step(second.tested(8), "strength").status).toBe("done");
  });

  it("given she is asked back to the physio, then an assessment before that is no answer", () => {
    const again = aMum().bornWeeksAgo(20).assessed(30).asked(2, "recheck");
    expect(step(again, "assessment").exit).toEqual([
      { met: "not_met", reason: { code: "assessment", on: null }, evidence: [] },
    ]);
    expect(step(again.assessed(), "assessment").exit[0]).toMatchObject({
      met: "met",
      reason: { on: TODAY },
      evidence: [again.assessed().lastId("assessment")],
    });
  });

  it("are told in the order of their cycles, the first one also when nobody wrote it down", () => {
    const written = aMum()
      .bornWeeksAgo(20)
      .fact("stepVisit", visit({ cycle: 3 }), 1)
      .fact("stepVisit", visit({ cycle: 2, openedOn: addDays(TODAY, -9) }), 1, "coach");
    expect(step(written, "walking").visits).toMatchObject([
      {
        id: null,
        cycle: 1,
        openedOn: null,
        why: "criteria_met",
        openedBy: "system",
        note: null,
        recordedAt: null,
        closedOn: addDays(TODAY, -9),
        how: "criteria_met",
      },
      { cycle: 2, openedBy: "coach", closedOn: null, how: null },
      { cycle: 3 },
    ]);
  });

  it("begin a cycle of their own once they are written down", () => {
    const unwritten = aMum().bornWeeksAgo(6);
    expect(step(unwritten, "walking")).toMatchObject({ cycle: 1, visits: [{ id: null }] });
    expect(step(unwritten, "restoration")).toMatchObject({ status: "locked", cycle: 0, visits: [] });
    const asked = unwritten.does(asking("assessment", STORY_PHYSIO, TODAY));
    expect(step(asked, "assessment").cycle).toBe(1);
  });
});

describe("going back, as a step of its own", () => {
  const heavy = aMum().readyToRun().does(close("restoration"), 2).noticed([HEAVY], 1);
  const revisit = (mum: Mum) => step(mum, "revisit");

  it("given nothing suggests it, then it is locked, and says so", () => {
    expect(revisit(aMum().readyToRun())).toEqual({
      id: "revisit",
      status: "locked",
      cycle: 0,
      visits: [],
      entry: [{ met: "not_met", reason: { code: "revisit_trigger", trigger: "none" }, evidence: [] }],
      exit: [{ met: "not_met", reason: { code: "revisit_done", open: 0 }, evidence: [] }],
      reason: { code: "revisit_trigger", trigger: "none" },
    });
  });

  it("given the rules suggest a way back, then it is open, with the evidence", () => {
    const mum = aMum().readyToRun(30, { reviewInDays: 60 }).later(33);
    expect(revisit(mum)).toMatchObject({
      status: "open",
      cycle: 0,
      reason: { code: "step_open", step: "revisit" },
      entry: [
        {
          met: "met",
          reason: { code: "revisit_trigger", trigger: "review_near" },
          evidence: [mum.lastId("clearance")],
        },
      ],
      exit: [{ met: "not_met", reason: { code: "revisit_done", open: 0 } }],
    });
  });

  it("given a step is walked again, then it is active, and that visit is its own", () => {
    expect(revisit(heavy)).toMatchObject({
      status: "active",
      cycle: 1,
      visits: [{ id: heavy.lastId("stepVisit"), why: "revisit_symptom" }],
      entry: [{ met: "met", reason: { trigger: "pelvic_symptom" } }],
      exit: [{ met: "not_met", reason: { code: "revisit_done", open: 1 } }],
    });
    expect(revisit(heavy).visits).toHaveLength(1);
  });

  it("given that step and the physio's look are done again, then it is done", () => {
    const back = heavy.cleared().fact("stepVisitClosing", {
      visitId: heavy.lastId("stepVisit"),
      closedOn: TODAY,
      how: "coach_decision",
      note: null,
    });
    expect(revisit(back)).toMatchObject({
      status: "done",
      cycle: 2,
      entry: [{ met: "met", reason: { code: "revisit_trigger", trigger: "none" } }],
      exit: [{ met: "met", reason: { code: "revisit_done", open: 0 } }],
    });
  });

  it("given its visit was closed, then a hold does not make it active again", () => {
    const visitId = heavy.lastId("stepVisit");
    const closing = { visitId, closedOn: TODAY, how: "coach_decision", note: null } as const;
    const rest = { type: "placeHold", covers: "everything", reason: "illness", note: null } as const;
    const held = heavy.fact("stepVisitClosing", closing).does(rest);
    expect(step(held, "restoration").status).toBe("held");
    expect(revisit(held).status).not.toBe("active");
    expect(revisit(heavy.does(rest)).status).toBe("active");
  });

  it("given the step went on to another visit since, then the earlier one is over", () => {
    const later = heavy
      .cleared()
      .fact("stepVisit", visit({ step: "restoration", cycle: 3, reason: "coach_decision" }));
    expect(step(later, "restoration").visits).toHaveLength(3);
    expect(revisit(later)).toMatchObject({ status: "done", cycle: 2 });
  });

  it("given its criteria are met again without a closing, then it is done too", () => {
    const tired = aMum()
      .readyToRun()
      .fact("stepVisit", visit({ step: "strength", cycle: 2, reason: "revisit_strength_lapse" }), 3);
    expect(revisit(tired).status).toBe("active");
    expect(revisit(tired.tested())).toMatchObject({ status: "done", exit: [{ met: "met" }] });
  });

  it("given another birth, then the ways back before it are history; of its day, they are not", () => {
    const born = intakeAgain(bornAgain(aMum().bornWeeksAgo(80), 60), 50);
    const on = (daysAgo: number) =>
      born.fact("stepVisit", visit({ cycle: 2, reason: "revisit_gap", openedOn: addDays(TODAY, -daysAgo) }));
    expect(revisit(on(60))).toMatchObject({ status: "active", cycle: 1 });
    expect(revisit(on(61))).toMatchObject({ status: "locked", cycle: 0 });
    const unknown = intakeAgain(aMum(), 3).fact("stepVisit", visit({ cycle: 2, reason: "revisit_gap" }));
    expect(revisit(unknown)).toMatchObject({ status: "active", cycle: 1 });
  });
});
