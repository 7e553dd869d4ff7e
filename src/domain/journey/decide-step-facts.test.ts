import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import type { Told } from "./build-commands.ts";
import type { StepId } from "./steps.ts";

/** The facts a decision on a step writes, and the refusals, word for word. */

const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const TODAY = aMum().today;
const ID = "90000000-0000-4000-8000-00000000cccc";
const open = (step: StepId) => ({ id: ID, type: "openStep", step, reason: "Because" }) as const;
const close = (step: StepId, note: string | null = null) =>
  ({ id: ID, type: "closeStep", step, note }) as const;
const answer = (mum: Mum, command: Told) => {
  const decision = mum.decides(command);
  return decision.ok ? decision.events : decision.refusal;
};
const intakeAgain: Told = {
  type: "completeIntake",
  ranBeforeKmPerWeek: 5,
  feeding: "breast",
  pelvicHistory: false,
  words: null,
  birth: null,
  goal: null,
  findings: null,
};
const arrived = () => aMum().bornWeeksAgo(6);
const visited = (mum: Mum, step: StepId, cycle: number) =>
  mum.fact("stepVisit", { step, cycle, openedOn: TODAY, reason: "coach_decision", note: null });

describe("opening a step", () => {
  const visit = { id: ID, openedOn: TODAY, note: "Because" };

  it.each<[string, () => Mum, StepId, object]>([
    [
      "early",
      arrived,
      "restoration",
      { ...visit, step: "restoration", cycle: 1, reason: "coach_opened_early" },
    ],
    [
      "early again, after the first early visit was closed",
      () =>
        arrived()
          .does({ type: "openStep", step: "restoration", reason: "Now" }, 3)
          .does({ type: "closeStep", step: "restoration", note: "Later" }, 2),
      "restoration",
      { ...visit, step: "restoration", cycle: 2, reason: "coach_opened_early" },
    ],
    [
      "that was open by itself",
      arrived,
      "walking",
      { ...visit, step: "walking", cycle: 1, reason: "coach_decision" },
    ],
    [
      "that is under way by itself",
      () => arrived().planned("walking", 0),
      "walking",
      { ...visit, step: "walking", cycle: 1, reason: "coach_decision" },
    ],
    [
      "that is done",
      () => aMum().readyToRun(),
      "walking",
      { ...visit, step: "walking", cycle: 2, reason: "coach_decision" },
    ],
    [
      "that is done by its visit, which was never closed",
      () => visited(aMum().readyToRun(), "walking", 1),
      "walking",
      { ...visit, step: "walking", cycle: 2, reason: "coach_decision" },
    ],
  ])("given one %s, then a visit is written", (_, story, step, row) =>
    expect(answer(story(), open(step))).toEqual([{ fact: "stepVisit", row }]),
  );

  it("given a second journey, then its first visit goes on from the cycles of the one before", () => {
    const closed = aMum()
      .bornWeeksAgo(80)
      .does({ type: "openStep", step: "walking", reason: "Now" }, 300)
      .does({ type: "closeStep", step: "walking", note: "Done" }, 290);
    const born = { mode: "vaginal", tear: "none", babies: 1, gestationWeeks: 39 } as const;
    const again = closed
      .does({ type: "recordBirth", ...born, bornOn: addDays(TODAY, -60) }, 60)
      .does(intakeAgain, 50);
    expect(answer(again, open("walking"))).toMatchObject([{ row: { step: "walking", cycle: 2 } }]);
  });

  it("given its visit is open and written, then nothing more is", () => {
    expect(answer(visited(arrived(), "walking", 1), open("walking"))).toEqual([]);
  });

  it("given it is locked, then everything that is missing is told, and nothing that is there", () => {
    expect(answer(arrived().assessed(), open("strength"))).toEqual({
      code: "step_locked",
      step: "strength",
      reasons: [{ code: "foundation_sessions", done: 0, needed: 6 }],
    });
    expect(answer(aMum(), open("restoration"))).toEqual({
      code: "step_locked",
      step: "restoration",
      reasons: [{ code: "intake" }, { code: "assessment", on: null }, { code: "restoration_advised" }],
    });
  });

  it("given the physio said no, then not even restoration opens", () => {
    expect(answer(arrived().assessed(0, false), open("restoration"))).toEqual({
      code: "step_locked",
      step: "restoration",
      reasons: [{ code: "restoration_advised" }],
    });
  });

  it("given it is held, then what holds it is told", () => {
    const rest = { type: "placeHold", covers: "everything", reason: "illness", note: null } as const;
    const resting = aMum().readyToRun().does(rest);
    expect(answer(resting, open("restoration"))).toEqual({
      code: "step_locked",
      step: "restoration",
      reasons: [{ point: 5, code: "hold", reason: "illness", on: TODAY, holdId: resting.lastId("hold") }],
    });
    expect(answer(arrived().does(rest), open("restoration"))).toMatchObject({ code: "step_locked" });
    const lesser = arrived().does({ ...rest, covers: "impact" });
    expect(answer(lesser, open("restoration"))).toMatchObject([{ fact: "stepVisit" }]);
  });

  it("given it opens by itself, then that is told", () => {
    for (const step of ["assessment", "revisit"] as const) {
      expect(answer(arrived(), open(step))).toEqual({ code: "step_opens_by_itself", step });
      expect(answer(arrived(), close(step, "Done"))).toEqual({ code: "step_opens_by_itself", step });
    }
  });
});

describe("closing a step", () => {
  it("given a visit that was never written, then it is written and closed, as met", () => {
    const events = answer(aMum().readyToRun(), close("walking"));
    expect(events).toMatchObject([
      {
        fact: "stepVisit",
        row: { step: "walking", cycle: 1, openedOn: TODAY, reason: "criteria_met", note: null },
      },
      { fact: "stepVisitClosing", row: { id: ID, closedOn: TODAY, how: "criteria_met", note: null } },
    ]);
    const [visit, closing] = events as readonly { readonly row: { id: string; visitId?: string } }[];
    expect(closing!.row.visitId).toBe(visit!.row.id);
    expect(visit!.row.id).not.toBe(ID);
  });

  it("given a visit that was written, then only its closing is, with the coach's reason", () => {
    const mum = visited(arrived(), "walking", 1);
    const row = {
      id: ID,
      visitId: mum.lastId("stepVisit"),
      closedOn: TODAY,
      how: "coach_decision",
      note: "Ok",
    };
    expect(answer(mum, close("walking", "Ok"))).toEqual([{ fact: "stepVisitClosing", row }]);
    expect(answer(mum, close("walking"))).toEqual({ code: "reason_missing" });
  });

  it("given it is closed, then nothing more is; given it never opened, then that is told", () => {
    const closed = visited(arrived(), "walking", 1).does({ type: "closeStep", step: "walking", note: "Ok" });
    expect(answer(closed, close("walking"))).toEqual([]);
    expect(answer(arrived(), close("strength", "Ok"))).toEqual({ code: "step_not_open", step: "strength" });
    const locked = visited(arrived(), "strength", 1);
    expect(answer(locked, close("strength", "Ok"))).toEqual({ code: "step_not_open", step: "strength" });
  });

  it("given an open pelvic symptom, then restoration stays open and other steps may be closed", () => {
    const mum = aMum().readyToRun().noticed([HEAVY]);
    expect(answer(mum, close("restoration", "Ok"))).toEqual({ code: "pelvic_symptom_open" });
    expect(answer(mum, close("walking"))).toMatchObject([{}, { fact: "stepVisitClosing" }]);
    const well = aMum().readyToRun();
    expect(answer(well, close("restoration", "Ok"))).toMatchObject([
      {},
      { row: { how: "coach_decision", note: "Ok" } },
    ]);
  });
});

describe("taking the way back that is proposed", () => {
  const accept = (trigger: "pelvic_symptom" | "gap" | "short_sleep" | "review_near" | "surgery") =>
    ({ id: ID, type: "acceptRevisit", trigger, note: "Agreed" }) as const;
  const away = (daysAgo: number, level: number) =>
    aMum()
      .readyToRun(40)
      .later(40)
      .planned("walk_run", 39, { level })
      .logged("walk_run", daysAgo)
      .echoed(daysAgo - 1);

  it("given levels alone, then the run plan goes back by one change that carries the command's id", () => {
    const mum = away(22, 5);
    const { today } = mum;
    expect(answer(mum, accept("gap"))).toEqual([
      {
        fact: "planChange",
        row: {
          id: ID,
          planId: mum.lastId("plan"),
          change: "level",
          level: 2,
          mode: null,
          on: today,
          because: "revisit_gap",
          note: "Agreed",
        },
      },
    ]);
  });

  it("given more levels than there are below, then it begins again", () => {
    expect(answer(away(22, 1), accept("gap"))).toMatchObject([{ row: { level: 0 } }]);
  });

  it("given a symptom, then restoration is walked again; the assessment opens by its letter", () => {
    const mum = aMum()
      .readyToRun()
      .does({ type: "closeStep", step: "restoration", note: "Done" }, 2)
      .fact("symptomCheck", {
        moment: "any_time",
        day: TODAY,
        logId: null,
        sessionId: null,
        findings: [HEAVY],
        note: null,
      });
    const visit = { id: ID, step: "restoration", cycle: 2, openedOn: TODAY, reason: "revisit_symptom" };
    expect(answer(mum, accept("pelvic_symptom"))).toEqual([
      { fact: "stepVisit", row: { ...visit, note: "Agreed" } },
    ]);
    const again = mum.does({ type: "acceptRevisit", trigger: "pelvic_symptom", note: null });
    expect(answer(again, accept("pelvic_symptom"))).toEqual([]);
  });

  it("given steps that are locked, then only those that are not", () => {
    const mum = aMum().readyToRun(40).later(40).logged("strength", 20);
    const niggle = mum.noticed([{ kind: "pain", site: "hip", level: 2 }], 2);
    const accepts = { id: ID, type: "acceptRevisit", trigger: "strength_lapse_niggle", note: null } as const;
    const steps = (told: Mum) =>
      (answer(told, accepts) as readonly { readonly row: { step: StepId; reason: string } }[]).map(
        ({ row }) => `${row.step} ${row.reason}`,
      );
    const why = "revisit_strength_lapse";
    expect(steps(niggle)).toEqual([`strength ${why}`, `technique ${why}`]);
    const ill = { type: "placeHold", covers: "running", reason: "illness", note: null } as const;
    expect(steps(niggle.does(ill))).toEqual([`strength ${why}`]);
    expect(steps(visited(niggle, "strength", 2))).toEqual([`technique ${why}`]);
    expect(steps(visited(niggle, "strength", 1))).toEqual([`strength ${why}`, `technique ${why}`]);
    const visits = answer(niggle, accepts) as readonly { readonly row: { id: string } }[];
    expect(visits[0]?.row.id).toBe(ID);
    expect(visits[1]?.row.id).not.toBe(ID);
  });

  it("given it is not proposed, then that is told", () => {
    expect(answer(aMum().readyToRun(), accept("surgery"))).toEqual({ code: "unknown", subject: "proposal" });
  });

  it("given several are proposed, then the one that was taken", () => {
    const near = aMum().readyToRun(30, { reviewInDays: 60 }).later(40).logged("strength", 20);
    const niggle = near.noticed([{ kind: "pain", site: "hip", level: 2 }], 2);
    const triggers = niggle.journey().proposals.map((row) => row.trigger);
    expect(triggers).toEqual(["review_near", "strength_lapse_niggle"]);
    const taken = { id: ID, type: "acceptRevisit", trigger: "strength_lapse_niggle", note: null } as const;
    expect(answer(niggle, taken)).toHaveLength(2);
  });

  it("given a way back that is a letter alone, then there is nothing to write", () => {
    const near = aMum().readyToRun(30, { reviewInDays: 60 }).later(40).planned("walk_run", 3, { level: 3 });
    expect(answer(near, accept("review_near"))).toEqual([]);
  });
});
