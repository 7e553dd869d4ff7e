import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import { contextOf } from "./context.ts";
import type { SessionLog, SymptomCheck } from "./facts.ts";

const TODAY = aMum().today;
const ago = (days: number): Day => addDays(TODAY, -days);
const context = (mum: Mum) => contextOf(mum.record, mum.today);
const born = aMum().bornWeeksAgo(10);

const log = (change: Partial<SessionLog>) =>
  ({
    sessionId: null,
    planId: null,
    kind: "walking",
    level: null,
    doneOn: TODAY,
    minutesTotal: 20,
    minutesRun: 0,
    minutesWalk: 20,
    effort: 4,
    completion: "as_planned",
    performance: null,
    supersedesId: null,
    note: null,
    ...change,
  }) as const;
const check = (change: Partial<SymptomCheck>) =>
  ({
    moment: "after",
    day: TODAY,
    logId: null,
    sessionId: null,
    findings: [],
    note: null,
    ...change,
  }) as const;
const logIds = (mum: Mum) => context(mum).logs.map((row) => row.id);

describe("what counts since her latest birth", () => {
  const first = aMum().bornWeeksAgo(100);
  const again = first.does(
    {
      type: "recordBirth",
      bornOn: ago(70),
      mode: "caesarean",
      tear: "none",
      babies: 1,
      gestationWeeks: 39,
    },
    70,
  );

  it("is her latest birth itself, and nothing is since a birth nobody knows", () => {
    expect(context(again)).toMatchObject({ since: ago(70), birth: { mode: "caesarean" }, day: TODAY });
    expect(context(aMum())).toMatchObject({ since: null, birth: null, goal: null, intake: null, logs: [] });
  });

  it("is an intake of that day or later; before a birth is known, any", () => {
    expect(context(again).intake).toBeNull();
    const words = { ranBeforeKmPerWeek: 5, feeding: "breast", pelvicHistory: false } as const;
    const filled = (mum: Mum, daysAgo: number) =>
      context(mum.fact("intake", { ...words, completedOn: ago(daysAgo), words: "New" })).intake?.words;
    expect(filled(again, 71)).toBeUndefined();
    expect(filled(again, 70)).toBe("New");
    expect(filled(aMum(), 500)).toBe("New");
  });

  it("is a session and a check of that day or later", () => {
    const done = (mum: Mum, daysAgo: number) =>
      mum
        .fact("sessionLog", log({ doneOn: ago(daysAgo) }))
        .fact("symptomCheck", check({ day: ago(daysAgo) }));
    const counts = (mum: Mum) => [context(mum).logs.length, context(mum).checks.length];
    expect(counts(done(again, 71))).toEqual([0, 0]);
    expect(counts(done(again, 70))).toEqual([1, 1]);
    expect(counts(done(aMum(), 500))).toEqual([1, 1]);
  });

  it("is the newest goal, whenever it was set", () => {
    const goal = { setOn: ago(90), daysPerWeek: 2, minutesPerRun: 20 };
    expect(context(first.fact("goal", goal)).goal?.daysPerWeek).toBe(2);
  });
});

describe("her sessions", () => {
  it("come by their day, whenever they were told", () => {
    const mum = born
      .fact("sessionLog", log({ id: "b", doneOn: ago(1) }))
      .fact("sessionLog", log({ id: "a", doneOn: ago(3) }))
      .fact("sessionLog", log({ id: "c", doneOn: TODAY }));
    expect(logIds(mum)).toEqual(["a", "b", "c"]);
  });

  it("of one day come as they were told; of one instant, by their id", () => {
    const told = born
      .fact("sessionLog", log({ id: "z" }), 2)
      .fact("sessionLog", log({ id: "m" }), 1)
      .fact("sessionLog", log({ id: "a" }), 3);
    expect(logIds(told)).toEqual(["a", "z", "m"]);
    const [row] = told.record.sessionLog;
    const sessionLog = ["m", "z", "a"].map((id) => ({ ...row!, id }));
    const ids = contextOf({ ...told.record, sessionLog }, TODAY).logs.map(({ id }) => id);
    expect(ids).toEqual(["a", "m", "z"]);
  });

  it("are those that no later one replaced", () => {
    const mum = born
      .fact("sessionLog", log({ id: "wrong" }))
      .fact("sessionLog", log({ id: "right", supersedesId: "wrong" }))
      .fact("sessionLog", log({ id: "other" }));
    expect(logIds(mum)).toEqual(["right", "other"]);
  });
});

describe("what she said of a session", () => {
  const said = (mum: Mum) =>
    Object.fromEntries(
      [...context(mum).checksOfLog].map(([id, rows]) => [id, rows.map((row) => row.check.id)]),
    );

  it("is found by the session's log, in the order it was said", () => {
    const mum = born
      .fact("sessionLog", log({ id: "walk" }))
      .fact("symptomCheck", check({ id: "after", logId: "walk" }))
      .fact("symptomCheck", check({ id: "next", logId: "walk", moment: "next_day" }))
      .fact("symptomCheck", check({ id: "any", moment: "any_time" }));
    expect(said(mum)).toEqual({ walk: ["after", "next"] });
  });

  it("is found by the session when the log was not there yet", () => {
    const mum = born
      .fact("symptomCheck", check({ id: "before", sessionId: "s1", moment: "before" }))
      .fact("sessionLog", log({ id: "walk", sessionId: "s1" }))
      .fact("sessionLog", log({ id: "other", sessionId: "s2" }))
      .fact("sessionLog", log({ id: "loose" }))
      .fact("symptomCheck", check({ id: "unknown", sessionId: "s3" }))
      .fact("symptomCheck", check({ id: "both", sessionId: "s1", logId: "other" }));
    expect(said(mum)).toEqual({ walk: ["before"], other: ["both"] });
  });

  it("of a log that was replaced is said of the one that replaced it, however often", () => {
    const mum = born
      .fact("sessionLog", log({ id: "one", sessionId: "s" }))
      .fact("sessionLog", log({ id: "two", supersedesId: "one" }))
      .fact("sessionLog", log({ id: "three", supersedesId: "two" }))
      .fact("sessionLog", log({ id: "apart" }))
      .fact("symptomCheck", check({ id: "first", logId: "one" }))
      .fact("symptomCheck", check({ id: "second", logId: "two" }))
      .fact("symptomCheck", check({ id: "third", logId: "three" }))
      .fact("symptomCheck", check({ id: "by session", sessionId: "s" }))
      .fact("symptomCheck", check({ id: "again", logId: "one" }))
      .fact("symptomCheck", check({ id: "elsewhere", logId: "apart" }));
    expect(said(mum)).toEqual({
      three: ["first", "second", "third", "by session", "again"],
      apart: ["elsewhere"],
    });
  });

  it("has an end even when two logs replace each other", () => {
    const mum = born
      .fact("sessionLog", log({ id: "one", supersedesId: "two" }))
      .fact("sessionLog", log({ id: "two", supersedesId: "one" }))
      .fact("symptomCheck", check({ id: "said", logId: "one" }));
    expect(Object.values(said(mum))).toEqual([["said"]]);
  });
});

describe("what a check means", () => {
  const lochia: Finding = { kind: "symptom", symptom: "bleeding_lochia" };
  const bleeding = (mum: Mum, day: Day, findings: readonly Finding[] = [lochia]) =>
    context(mum.fact("symptomCheck", check({ day, findings }))).checks.at(-1)?.verdict;

  it("depends on the days since her birth on the day of the check", () => {
    expect(bleeding(born, ago(14))?.bleeding).toBe("lochia");
    expect(bleeding(born, ago(13))?.bleeding).toBe("lochia_late");
    expect(bleeding(aMum(), TODAY)?.bleeding).toBe("lochia");
  });

  it("is green when she noticed nothing", () => {
    expect(bleeding(born, TODAY, [])).toMatchObject({ light: "green", pelvic: [], worstPain: null });
  });
});
