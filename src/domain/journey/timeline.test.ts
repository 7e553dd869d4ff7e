import { describe, expect, it } from "vitest";
import { addDays, day } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import { byDay, timelineOf } from "./timeline.ts";

const TODAY = aMum().today;
const NOBODY = "90000000-0000-4000-8000-00000000ffff";
const ID = "90000000-0000-4000-8000-00000000aaaa";
const said = (mum: Mum) => timelineOf(mum.record).map(({ what, data, words }) => ({ what, data, words }));
const last = (mum: Mum) => said(mum).at(-1);

describe("a line of her story that reads other facts", () => {
  const answer = { moment: "any_time", day: TODAY, logId: null, sessionId: null } as const;

  it.each<[string, readonly Finding[], object]>([
    [
      "a red flag before all else",
      [
        { kind: "symptom", symptom: "bulge" },
        { kind: "pain", site: "hip", level: 7 },
        { kind: "red_flag", sign: "fever" },
      ],
      { felt: "red_flag", sign: "fever" },
    ],
    [
      "a pelvic symptom before pain",
      [
        { kind: "pain", site: "hip", level: 7 },
        { kind: "symptom", symptom: "bulge" },
      ],
      { felt: "symptom", symptom: "bulge" },
    ],
    [
      "pain before a symptom of another kind",
      [
        { kind: "symptom", symptom: "bleeding_period" },
        { kind: "pain", site: "hip", level: 7 },
      ],
      { felt: "pain", level: 7 },
    ],
    [
      "a symptom of another kind when there is nothing else",
      [{ kind: "symptom", symptom: "bleeding_period" }],
      { felt: "symptom", symptom: "bleeding_period" },
    ],
  ])("tells of a check %s", (_, findings, felt) => {
    expect(last(aMum().fact("symptomCheck", { ...answer, findings, note: null }))?.data).toEqual({
      moment: "any_time",
      on: TODAY,
      ...felt,
    });
  });

  it("tells tests with their kind, how many they were and what was felt in them", () => {
    const result = { side: "left", value: 5, incomplete: null } as const;
    const mum = (battery: string) =>
      aMum().fact("batteryRun", {
        battery,
        version: 1,
        doneOn: TODAY,
        results: [
          {
            ...result,
            test: "hop_in_place",
            symptoms: [
              {
                kind: "pain",
                site: "knee",
                level: 3,
              },
            ],
          },
          {
            ...result,
            test: "running_man",
            symptoms: [],
          },
        ],
      });
    const data = { on: TODAY, tests: 2, felt: "pain", level: 3 };
    expect(last(mum("goom_2019_load_impact"))).toEqual({
      what: "battery",
      data: { battery: "load_impact", ...data },
      words: null,
    });
    expect(last(mum("forgotten"))?.data).toEqual({ battery: "forgotten", ...data });
  });

  it("tells changes of a plan by the plan's name; a plan nobody knows has none", () => {
    const change = { change: "level", mode: null, on: TODAY, because: "ready", note: "Well done" } as const;
    const mum = aMum().bornWeeksAgo(20).planned("walking", 5, { level: 1 });
    const up = mum.fact("planChange", { ...change, planId: mum.lastId("plan"), level: 2 });
    expect(last(up)).toEqual({
      what: "plan_change",
      data: { kind: "walking", title: "Walking", change: "level", because: "ready", levelNumber: 3 },
      words: "Well done",
    });
    const lost = mum.fact("planChange", { ...change, planId: NOBODY, level: null });
    expect(last(lost)?.data).toMatchObject({ kind: "", title: "", levelNumber: null });
  });

  it("tells the step a closing belongs to, and the cause of the hold a lift ends", () => {
    const visit = { cycle: 2, openedOn: TODAY, reason: "coach_decision", note: "Again" } as const;
    const opened = aMum()
      .fact("stepVisit", { ...visit, step: "strength" })
      .fact("stepVisit", { ...visit, step: "walking" });
    expect(last(opened)).toEqual({
      what: "step_opened",
      data: { step: "walking", why: "coach_decision", cycle: 2 },
      words: "Again",
    });
    const closing = { closedOn: TODAY, how: "criteria_met", note: "Done" } as const;
    const closed = (visitId: string) => last(opened.fact("stepVisitClosing", { ...closing, visitId }));
    expect(closed(opened.lastId("stepVisit"))).toEqual({
      what: "step_closed",
      data: { step: "walking", how: "criteria_met" },
      words: "Done",
    });
    expect(closed(NOBODY)?.data).toEqual({ step: "", how: "criteria_met" });

    const hold = { covers: "running", placedOn: TODAY, sourceId: null, note: null } as const;
    const held = aMum()
      .fact("hold", { ...hold, reason: "illness" })
      .fact("hold", { ...hold, reason: "pain" });
    const lifted = (holdId: string) =>
      last(held.fact("holdLift", { holdId, liftedOn: TODAY, reason: "Well again" }));
    expect(lifted(held.lastId("hold"))).toEqual({
      what: "lift",
      data: { reason: "pain" },
      words: "Well again",
    });
    expect(lifted(NOBODY)?.data).toEqual({ reason: "" });
  });

  it("does not tell a start: its log tells it", () => {
    const started = aMum().fact("sessionStart", {
      sessionId: ID,
      planId: ID,
      kind: "walking",
      level: 0,
      startedOn: TODAY,
      limits: [],
    });
    expect(timelineOf(started.record)).toEqual([]);
  });
});

describe("her story", () => {
  it("is told in the order it was recorded, with who and when", () => {
    const mum = aMum()
      .fact("goal", { setOn: TODAY, daysPerWeek: 3, minutesPerRun: 30 }, 0, "coach")
      .fact("consent", { purpose: "coach_care", given: true, wordingVersion: "1" }, 9)
      .fact("lifeEvent", { kind: "travel", startsOn: TODAY, endsOn: null, note: null }, 5);
    const told = timelineOf(mum.record);
    expect(told.map((row) => row.what)).toEqual(["consent", "life_event", "goal"]);
    const { id, recordedAt: at } = mum.record.goal[0]!;
    expect(told[2]).toMatchObject({ id, at, by: { kind: "coach", id: null } });
  });

  it("of one instant: what came first of it, first", () => {
    const told = timelineOf(aMum().bornWeeksAgo(20).record);
    expect(new Set(told.map((row) => row.at)).size).toBe(1);
    expect(told.map((row) => row.what)).toEqual(["birth", "goal", "intake"]);
  });

  it("is put under the days as the zone counts them", () => {
    const mum = aMum()
      .fact("consent", { purpose: "coach_care", given: true, wordingVersion: "1" }, 3)
      .fact("consent", { purpose: "share_plan", given: true, wordingVersion: "1" }, 3)
      .fact("consent", { purpose: "share_tests", given: true, wordingVersion: "1" }, 1);
    const told = timelineOf(mum.record);
    const dayOf = (at: string) => addDays(day(at.slice(0, 10)), 1);
    expect(byDay(told, dayOf)).toEqual([
      { day: addDays(TODAY, -2), entries: [told[0], told[1]] },
      { day: TODAY, entries: [told[2]] },
    ]);
    expect(byDay([], dayOf)).toEqual([]);
  });
});
