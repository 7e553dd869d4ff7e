import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { aMum, type Mum } from "./build.ts";
import { passing, type Told } from "./build-commands.ts";
import type { JourneyEvent } from "./facts.ts";
import { BATTERIES } from "../readiness/batteries.ts";

const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const BLEEDING: Finding = { kind: "symptom", symptom: "bleeding_other" };
const FEVER: Finding = { kind: "red_flag", sign: "fever" };
const pain = (level: number): Finding => ({ kind: "pain", site: "knee", level });
const TODAY = aMum().today;
const NOBODY = "90000000-0000-4000-8000-00000000ffff";

const told = (findings: readonly Finding[], change: object = {}): Told => ({
  type: "checkSymptoms",
  moment: "after",
  day: TODAY,
  logId: null,
  sessionId: null,
  findings: [...findings],
  note: null,
  ...change,
});
const events = (mum: Mum, command: Told): readonly JourneyEvent[] => {
  const decision = mum.decides({ id: NOBODY, ...command });
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events;
};
/** What follows, in one word each: the hold and what it covers, the step, the level. */
const follows = (mum: Mum, command: Told) =>
  events(mum, command)
    .slice(1)
    .map(({ fact, row }) => {
      if (fact === "hold") return `${row.reason} holds ${row.covers}`;
      if (fact === "stepVisit") return `${row.step} ${row.cycle}`;
      return fact === "planChange" ? `level ${row.level} because ${row.because}` : fact;
    });

const runner = (level = 3) => aMum().readyToRun().planned("walk_run", 3, { level });
const PELVIC = "pelvic_symptom holds impact";

describe("what she felt holds at once", () => {
  it.each<[string, readonly Finding[], readonly string[]]>([
    ["nothing", [], []],
    ["a red flag", [FEVER], ["red_flag holds everything", "red_flag holds running"]],
    ["a pelvic symptom", [HEAVY], [PELVIC]],
    ["pain of 6", [pain(6)], ["pain holds impact"]],
    ["pain of 5", [pain(5)], []],
    ["bleeding that is neither lochia nor a period", [BLEEDING], ["bleeding holds impact"]],
    ["lochia", [{ kind: "symptom", symptom: "bleeding_lochia" }], []],
    [
      "all of it",
      [pain(8), BLEEDING, HEAVY, FEVER],
      [
        "red_flag holds everything",
        "red_flag holds running",
        PELVIC,
        "pain holds impact",
        "bleeding holds impact",
      ],
    ],
  ])("given %s", (_, findings, expected) =>
    expect(follows(aMum().bornWeeksAgo(6), told(findings))).toEqual(expected),
  );

  it("from the day she felt it, with the check as its source", () => {
    const day = addDays(TODAY, -2);
    expect(events(aMum().bornWeeksAgo(6), told([HEAVY], { day }))).toMatchObject([
      { fact: "symptomCheck", row: { id: NOBODY, day, findings: [HEAVY] } },
      {
        fact: "hold",
        row: { covers: "impact", reason: "pelvic_symptom", placedOn: day, sourceId: NOBODY, note: null },
      },
    ]);
  });

  it("every pelvic symptom anew, so that each is answered; pain and bleeding once", () => {
    const mum = aMum().bornWeeksAgo(6);
    const felt = [HEAVY, pain(7), BLEEDING];
    expect(follows(mum.noticed(felt), told(felt))).toEqual([PELVIC]);
    const other = mum.does({ type: "placeHold", covers: "impact", reason: "illness", note: null });
    expect(follows(other, told([pain(7)]))).toEqual(["pain holds impact"]);
  });

  it("also in a test, where it takes no level back", () => {
    const battery = passing(BATTERIES[0]!, TODAY);
    const [first, ...rest] = battery.results;
    const sore = { ...battery, results: [{ ...first!, symptoms: [HEAVY, pain(7)] }, ...rest] };
    expect(follows(runner(), sore)).toEqual([PELVIC, "pain holds impact"]);
  });
});

describe("a pelvic symptom opens restoration again", () => {
  const seen = aMum().bornWeeksAgo(20).assessed(50);
  const closing: Told = { type: "closeStep", step: "restoration", note: "Enough" };

  it("given restoration was closed, then as another visit of that day", () => {
    const mum = seen.restored(30).does(closing, 5);
    expect(events(mum, told([HEAVY])).at(-1)).toMatchObject({
      fact: "stepVisit",
      row: { step: "restoration", cycle: 2, openedOn: TODAY, reason: "revisit_symptom", note: null },
    });
  });

  it("given it was closed and a hold lies over it, then too", () => {
    const rest = { type: "placeHold", covers: "everything", reason: "illness", note: null } as const;
    const mum = seen.restored(30).does(closing, 5).does(rest);
    expect(mum.journey().steps[1]).toMatchObject({ id: "restoration", status: "held" });
    expect(follows(mum, told([HEAVY]))).toEqual([PELVIC, "restoration 2"]);
  });

  it("given it was done without a word, then too", () => {
    const done = seen.planned("restoration", 30, { level: 2 }).logged("restoration", 9);
    const mum = done.logged("restoration", 7);
    expect(mum.journey().steps[1]).toMatchObject({ id: "restoration", status: "done" });
    expect(follows(mum, told([HEAVY]))).toEqual([PELVIC, "restoration 2"]);
  });

  it("given it is under way, or was never begun, then it simply goes on", () => {
    expect(follows(seen.restored(30), told([HEAVY]))).toEqual([PELVIC]);
    expect(follows(aMum().bornWeeksAgo(6), told([HEAVY]))).toEqual([PELVIC]);
    const open = seen.does({ type: "openStep", step: "restoration", reason: "Now" });
    expect(follows(open, told([HEAVY]))).toEqual([PELVIC]);
  });
});

describe("what was felt in a run takes a level back", () => {
  const back = "level 2 because pelvic_symptom";

  it.each<[string, object, boolean]>([
    ["after a run", { moment: "after" }, true],
    ["during a run", { moment: "during" }, true],
    ["before a run", { moment: "before" }, false],
    ["at any time", { moment: "any_time" }, false],
  ])("given it was felt %s: %s", (_, when, expected) => {
    const found = follows(runner(), told([HEAVY], when));
    expect(found.includes(back)).toBe(expected);
  });

  it("of the run it speaks of, by its log or by its session, and of no other session", () => {
    const start = { type: "startSession", sessionId: NOBODY, note: null } as const;
    const ran = runner().logged("walk_run", 0, { sessionId: NOBODY });
    const lifted = ran.logged("strength", 0);
    const of = (logId: string | null, sessionId: string | null = null) =>
      follows(lifted, told([HEAVY], { logId, sessionId })).includes(back);
    expect(of(ran.lastId("sessionLog"))).toBe(true);
    expect(of(lifted.lastId("sessionLog"))).toBe(false);
    expect(of(null, NOBODY)).toBe(true);
    expect(of(NOBODY)).toBe(true);
    const running = runner();
    const started = running.does({ ...start, planId: running.lastId("plan") });
    expect(follows(started, told([HEAVY], { sessionId: NOBODY }))).toContain(back);
    const walking = running.planned("restoration", 0);
    const gentle = walking.does({ ...start, planId: walking.lastId("plan") });
    expect(follows(gentle, told([HEAVY], { sessionId: NOBODY }))).not.toContain(back);
  });

  it("not of a run when its session was something else, though there was a run as well", () => {
    const other = "90000000-0000-4000-8000-00000000aaaa";
    const both = runner()
      .logged("walk_run", 0, { sessionId: NOBODY })
      .logged("strength", 0, { sessionId: other });
    const of = (sessionId: string) => follows(both, told([HEAVY], { sessionId })).includes(back);
    expect(of(NOBODY)).toBe(true);
    expect(of(other)).toBe(false);
    const start = { type: "startSession", sessionId: other, note: null } as const;
    const gentle = runner().planned("restoration", 0);
    const walked = gentle.does({ ...start, planId: gentle.lastId("plan") });
    expect(follows(walked, told([HEAVY], { sessionId: NOBODY })).includes(back)).toBe(true);
    expect(follows(walked, told([HEAVY], { logId: NOBODY })).includes(back)).toBe(true);
  });

  it("also when only her technique was looked at", () => {
    const drilled = runner().logged("technique", 0);
    expect(follows(drilled, told([HEAVY], { logId: drilled.lastId("sessionLog") }))).toContain(back);
  });

  it("as a change of the run plan, dated and explained", () => {
    const mum = runner();
    expect(events(mum, told([HEAVY])).at(-1)).toMatchObject({
      fact: "planChange",
      row: {
        planId: mum.lastId("plan"),
        change: "level",
        level: 2,
        mode: null,
        on: TODAY,
        because: "pelvic_symptom",
        note: null,
      },
    });
  });

  it("once for one trouble, each trouble for itself, and never below the first level", () => {
    const once = runner().does(told([HEAVY]));
    expect(follows(once, told([HEAVY]))).toEqual([PELVIC]);
    expect(follows(once, told([pain(7)]))).toEqual(["pain holds impact", "level 1 because pain"]);
    expect(follows(runner(0), told([HEAVY]))).toEqual([PELVIC]);
    expect(follows(runner(1), told([pain(7)]))).toEqual(["pain holds impact", "level 0 because pain"]);
  });
});

describe("a plan that goes up by itself", () => {
  const walker = (change: object) =>
    aMum()
      .bornWeeksAgo(20)
      .planned("walking", 9, { mode: "auto", maxLevel: 2, ...change })
      .logged("walking", 3);
  const done: Told = {
    type: "logSession",
    sessionId: null,
    planId: null,
    kind: "walking",
    level: 0,
    doneOn: TODAY,
    minutesTotal: 30,
    minutesRun: 0,
    minutesWalk: 30,
    effort: 3,
    completion: "as_planned",
    performance: null,
    supersedesId: null,
    note: null,
    findings: [],
  };
  const logged = (mum: Mum) => events(mum, { ...done, planId: mum.lastId("plan") });

  it("given the second clean session, then it takes the step at once", () => {
    const mum = walker({});
    expect(logged(mum)).toMatchObject([
      { fact: "sessionLog" },
      { fact: "symptomCheck" },
      {
        fact: "planChange",
        row: {
          planId: mum.lastId("plan"),
          change: "level",
          level: 1,
          mode: null,
          on: TODAY,
          because: "ready",
          note: null,
        },
      },
    ]);
  });

  it.each<[string, object]>([
    ["the coach decides its levels", { mode: "propose" }],
    ["no highest level was allowed", { maxLevel: null }],
    ["its highest level is this one", { maxLevel: 0 }],
  ])("given %s, then it does not", (_, change) => {
    expect(logged(walker(change)).map((row) => row.fact)).toEqual(["sessionLog", "symptomCheck"]);
  });

  it("given its highest level is the next one, then it does", () => {
    expect(logged(walker({ maxLevel: 1 }))).toHaveLength(3);
  });

  it("given the session is not the one that was missing, then it does not", () => {
    const first = aMum().bornWeeksAgo(20).planned("walking", 9, { mode: "auto", maxLevel: 2 });
    expect(logged(first)).toHaveLength(2);
  });

  it("given another plan beside it that she decides on, then only its own goes up", () => {
    const both = walker({}).assessed(1).planned("restoration", 0);
    const found = events(both, { ...done, planId: both.record.plan[0]!.id });
    expect(found.filter((row) => row.fact === "planChange")).toHaveLength(1);
  });
});
