import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import { intake, type Told } from "./build-commands.ts";
import type { LifeEventKind } from "./facts.ts";

/** The facts of what she tells of herself, and the refusals, word for word. */

const TODAY = aMum().today;
const ID = "90000000-0000-4000-8000-00000000dddd";
const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const answer = (mum: Mum, command: Told) => {
  const decision = mum.decides({ ...command, id: ID });
  return decision.ok ? decision.events : decision.refusal;
};
const kinds = (mum: Mum, command: Told) => {
  const events = answer(mum, command);
  return Array.isArray(events) ? events.map((row) => row.fact as string) : events;
};
const bornOn = addDays(TODAY, -35);
const birth = { bornOn, mode: "caesarean", tear: "none", babies: 2, gestationWeeks: 37 } as const;
const goal = { daysPerWeek: 3, minutesPerRun: 30 };
const first: Told = {
  ...intake(bornOn, {}, goal),
  birth,
  ranBeforeKmPerWeek: 12,
  feeding: "mixed",
  pelvicHistory: true,
  words: "Tired",
};

describe("her intake", () => {
  it("is written with her birth and her goal of today", () => {
    expect(answer(aMum(), first)).toMatchObject([
      { fact: "birth", row: birth },
      { fact: "goal", row: { setOn: TODAY, ...goal } },
      {
        fact: "intake",
        row: {
          id: ID,
          completedOn: TODAY,
          ranBeforeKmPerWeek: 12,
          feeding: "mixed",
          pelvicHistory: true,
          words: "Tired",
        },
      },
    ]);
  });

  it("is written alone when both are known", () => {
    const again: Told = { ...first, birth: null, goal: null };
    expect(kinds(aMum().bornWeeksAgo(9), again)).toEqual(["intake"]);
    expect(answer(aMum(), again)).toEqual({ code: "birth_missing" });
    expect(answer(aMum(), { ...first, goal: null })).toEqual({ code: "goal_missing" });
  });

  it("tells what she notices now as a check of today, and only when she notices something", () => {
    const noticed: Told = { ...first, findings: [HEAVY] };
    expect((answer(aMum(), noticed) as readonly unknown[]).slice(3)).toMatchObject([
      {
        fact: "symptomCheck",
        row: {
          moment: "any_time",
          day: TODAY,
          logId: null,
          sessionId: null,
          findings: [HEAVY],
          note: null,
        },
      },
      { fact: "hold", row: { reason: "pelvic_symptom" } },
    ]);
    expect(kinds(aMum(), { ...first, findings: [] })).toEqual(["birth", "goal", "intake"]);
  });
});

describe("a birth", () => {
  const born = (on: typeof TODAY): Told => ({ type: "recordBirth", ...birth, bornOn: on });

  it("is written as it is told", () => {
    expect(answer(aMum(), born(TODAY))).toEqual([
      { fact: "birth", row: { id: ID, ...birth, bornOn: TODAY } },
    ]);
  });

  it("lies neither ahead nor near one that is known, before or after it", () => {
    const day = addDays(TODAY, 1);
    expect(answer(aMum(), born(day))).toEqual({ code: "day_in_future", field: "bornOn", day });
    const apart = ruleValue("births_apart_days");
    const mum = aMum().bornWeeksAgo(100);
    const known = mum.record.birth[0]!.bornOn;
    for (const sign of [-1, 1]) {
      const near = addDays(known, sign * (apart - 1));
      expect(answer(mum, born(near))).toEqual({ code: "births_too_close", bornOn: near, known });
      expect(kinds(mum, born(addDays(known, sign * apart)))).toEqual(["birth"]);
    }
  });
});

describe("a goal and a consent", () => {
  const consent = { type: "setConsent", purpose: "share_tests", given: true, wordingVersion: "2" } as const;

  it("given another goal, in days or in minutes, then it is written of today", () => {
    const mum = aMum().bornWeeksAgo(9, {}, goal);
    for (const change of [{ daysPerWeek: 4 }, { minutesPerRun: 40 }]) {
      expect(answer(mum, { type: "setGoal", ...goal, ...change })).toEqual([
        { fact: "goal", row: { id: ID, setOn: TODAY, ...goal, ...change } },
      ]);
    }
    expect(kinds(aMum(), { type: "setGoal", ...goal })).toEqual(["goal"]);
    expect(answer(mum, { type: "setGoal", ...goal })).toEqual([]);
  });

  it("given a consent, then it is written with the words she agreed to", () => {
    expect(answer(aMum(), consent)).toEqual([
      { fact: "consent", row: { id: ID, purpose: "share_tests", given: true, wordingVersion: "2" } },
    ]);
  });

  it("given the same again, then nothing is; given other words or another purpose, then it is", () => {
    const agreed = aMum()
      .does(consent)
      .does({ ...consent, purpose: "share_plan", wordingVersion: "1" });
    expect(kinds(agreed, consent)).toEqual([]);
    expect(kinds(agreed, { ...consent, wordingVersion: "3" })).toEqual(["consent"]);
    expect(kinds(agreed, { ...consent, given: false })).toEqual(["consent"]);
    expect(kinds(agreed, { ...consent, purpose: "share_birth" })).toEqual(["consent"]);
    expect(kinds(agreed, { ...consent, purpose: "share_birth", given: false })).toEqual([]);
  });
});

describe("life", () => {
  const life = (kind: LifeEventKind, startsOn = TODAY, endsOn: typeof TODAY | null = null): Told => ({
    type: "recordLifeEvent",
    kind,
    startsOn,
    endsOn,
    note: "Told",
  });
  const ago = (days: number) => addDays(TODAY, -days);
  const mum = () => aMum().bornWeeksAgo(20);

  it.each<[LifeEventKind, object | null]>([
    ["new_pregnancy", { covers: "running", reason: "new_pregnancy" }],
    ["surgery", { covers: "impact", reason: "surgery" }],
    ["illness", { covers: "everything", reason: "illness" }],
    ["travel", null],
    ["short_sleep", null],
    ["sleep_regression", null],
    ["gp_check", null],
    ["baby_prompts_off", null],
  ])("%s is written, and holds what it has to", (kind, effect) => {
    const hold = { ...effect, placedOn: ago(3), sourceId: ID, note: null };
    expect(answer(mum(), life(kind, ago(3)))).toMatchObject([
      { fact: "lifeEvent", row: { id: ID, kind, startsOn: ago(3), endsOn: null, note: "Told" } },
      ...(effect ? [{ fact: "hold", row: hold }] : []),
    ]);
    expect(answer(mum(), life(kind, ago(3)))).toHaveLength(effect ? 2 : 1);
  });

  it("an illness that is over holds nothing; of today it is not over; surgery is not over by a day", () => {
    expect(kinds(mum(), life("illness", ago(3), ago(1)))).toEqual(["lifeEvent"]);
    expect(kinds(mum(), life("illness", ago(3), TODAY))).toEqual(["lifeEvent", "hold"]);
    expect(kinds(mum(), life("surgery", ago(3), ago(1)))).toEqual(["lifeEvent", "hold"]);
  });

  it("of the day of her birth or before holds nothing any more", () => {
    const day = mum().record.birth[0]!.bornOn;
    expect(kinds(mum(), life("surgery", day))).toEqual(["lifeEvent"]);
    expect(kinds(mum(), life("surgery", addDays(day, 1)))).toEqual(["lifeEvent", "hold"]);
    expect(kinds(aMum(), life("surgery", ago(900)))).toEqual(["lifeEvent", "hold"]);
  });

  it("a new pregnancy ends what runs, and nothing else", () => {
    const runner = aMum().readyToRun().planned("walk_run", 2);
    const runs = runner.lastId("plan");
    const drills = runner.fact("plan", {
      kind: "technique",
      protocolVersionId: "t",
      startsOn: ago(2),
      weekdays: [2],
      level: 0,
      mode: "propose",
      maxLevel: null,
    });
    const end = (planId: string) => ({
      fact: "planChange",
      row: {
        planId,
        change: "end",
        level: null,
        mode: null,
        on: TODAY,
        because: "new_pregnancy",
        note: null,
      },
    });
    expect(answer(drills, life("new_pregnancy"))).toMatchObject([
      { fact: "lifeEvent" },
      { fact: "hold" },
      end(runs),
      end(drills.lastId("plan")),
    ]);
    expect(kinds(drills, life("surgery"))).toEqual(["lifeEvent", "hold"]);
  });

  it("is refused by name: of a day ahead, with its end before it, an end of no pregnancy", () => {
    const day = addDays(TODAY, 1);
    expect(answer(mum(), life("illness", day))).toEqual({ code: "day_in_future", field: "startsOn", day });
    expect(kinds(mum(), life("travel", day, day))).toEqual(["lifeEvent"]);
    expect(answer(mum(), life("travel", day, TODAY))).toEqual({
      code: "days_out_of_order",
      field: "endsOn",
      earlier: TODAY,
      later: day,
    });
    expect(answer(mum(), life("pregnancy_ended"))).toEqual({ code: "no_pregnancy" });
    const ill = mum().does(life("illness"));
    expect(answer(ill, life("pregnancy_ended"))).toEqual({ code: "no_pregnancy" });
    const pregnant = mum().does(life("illness")).does(life("new_pregnancy"));
    expect(kinds(pregnant, life("pregnancy_ended"))).toEqual(["lifeEvent"]);
  });
});
