import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import type { CommandOf } from "../journey/commands.ts";
import type { Decision } from "../journey/decision.ts";
import { addDays } from "../shared/day.ts";
import { correctedFields, versionsOf } from "./correct-log.ts";
import { performanceOf } from "../journey/performance.ts";

type Log = Omit<CommandOf<"logSession">, "id">;
const HEAVY = [{ kind: "symptom", symptom: "heaviness" }] as const;

/** The newest log, corrected. */
function correcting(mum: Mum, change: Partial<Log>): Log {
  const { recordedAt: _, recordedBy: __, id, ...log } = mum.record.sessionLog.at(-1)!;
  const performance = performanceOf(log.performance);
  return { type: "logSession", ...log, performance, supersedesId: id, findings: null, ...change };
}
const refusalOf = (decision: Decision) => (decision.ok ? null : decision.refusal);
const running = () => aMum().readyToRun(30).planned("walk_run", 5);

describe("a log she corrects", () => {
  it("is a new fact; what it said before stays, and what changed can be told", () => {
    const mum = running().logged("walk_run", 1);
    const was = mum.record.sessionLog.at(-1)!;
    const again = mum.does(correcting(mum, { effort: 7 }));
    const third = again.does(correcting(again, { note: "With the buggy." }));
    const versions = versionsOf(third.record, was.id);
    expect(versions[0]).toEqual(was);
    expect(versions).toHaveLength(3);
    for (const { id } of versions) expect(versionsOf(third.record, id)).toEqual(versions);
    expect(correctedFields(versions[1]!, versions[0]!)).toEqual([{ field: "effort", was: was.effort }]);
    expect(correctedFields(versions[2]!, versions[1]!)).toEqual([{ field: "note", was: null }]);
    const clean = (one: Mum) => one.journey().plans.map((plan) => plan.cleanSessions);
    expect(clean(third)).toEqual(clean(mum));
  });

  it("may be corrected for two days; then it is added to, never changed", () => {
    const mum = running().logged("walk_run", 2);
    expect(refusalOf(mum.decides(correcting(mum, { effort: 7 })))).toBeNull();
    const late = running().logged("walk_run", 3);
    expect(refusalOf(late.decides(correcting(late, { effort: 7 })))).toEqual({
      code: "log_closed",
      until: addDays(late.today, -1),
    });
    expect(refusalOf(late.decides(correcting(late, { note: "It rained." })))).toBeNull();
    // A symptom is heard whenever she tells of it.
    expect(late.does(correcting(late, { findings: [...HEAVY] })).journey().lock.open).toBe(false);
  });

  it("stays with its session and day, and takes the place of the newest version only", () => {
    const mum = running().logged("walk_run", 1);
    const others: Partial<Log>[] = [
      { doneOn: mum.today },
      { kind: "walking" },
      { planId: null },
      { level: 3 },
      { sessionId: mum.record.client.id },
    ];
    for (const change of others)
      expect(refusalOf(mum.decides(correcting(mum, change)))).toEqual({ code: "log_of_other_session" });
    const first = correcting(mum, { effort: 7 });
    expect(refusalOf(mum.does(first).decides({ ...first, effort: 9 }))).toEqual({
      code: "log_changed_already",
    });
  });

  it("the same id with another content is a no, and the same again is no news", () => {
    const mum = running().logged("walk_run", 1);
    const { recordedAt: _, recordedBy: __, ...stored } = mum.record.sessionLog.at(-1)!;
    const again = { type: "logSession" as const, ...stored, performance: null, findings: [] };
    expect(mum.decides(again)).toEqual({ ok: true, events: [] });
    expect(refusalOf(mum.decides({ ...again, minutesTotal: 12 }))).toEqual({
      code: "log_says_something_else",
    });
  });
});

describe("a symptom once told", () => {
  it("cannot be edited away: running stays shut, and the session never counts as clean", () => {
    const mum = running().logged("walk_run", 1, { findings: [...HEAVY] });
    expect(mum.journey().lock.open).toBe(false);
    const again = mum.does(correcting(mum, { findings: [], completion: "as_planned", effort: 1 }));
    const codes = (one: Mum) => one.journey().lock.reasons.map((reason) => reason.code);
    expect(codes(again)).toEqual(codes(mum));
    expect(again.journey().holds.map((hold) => hold.since)).toEqual(
      mum.journey().holds.map((hold) => hold.since),
    );
    const plan = again.journey().plans.find((row) => row.kind === "walk_run");
    expect(plan).toMatchObject({ cleanSessions: 0 });
    expect(again.record.symptomCheck.length).toBeGreaterThan(mum.record.symptomCheck.length);
  });

  it("keeps its session from counting, also where nothing is held for it", () => {
    const findings = [{ kind: "pain", site: "knee", level: 5 }] as const;
    const clean = (mum: Mum) => mum.journey().plans.find((row) => row.kind === "walk_run")?.cleanSessions;
    expect(clean(running().logged("walk_run", 2).echoed(1))).toBe(1);
    const sore = running().logged("walk_run", 2, { findings });
    expect(clean(sore.does(correcting(sore, { findings: [], effort: 1 }), 1).echoed(1))).toBe(0);
  });

  it("pain beside an exercise is not taken back by a smaller number", () => {
    const mum = running().planned("strength", 0).logged("strength", 0);
    const hurt = (pain: number) => ({
      exercises: [{ block: 0, exercise: "calf_raise", sets: [], effort: null, pain, note: null }],
    });
    const told = mum.does(correcting(mum, { performance: hurt(7) }));
    expect(told.journey().holds.map((hold) => hold.reason)).toContain("pain");
    const less = told.does(correcting(told, { performance: hurt(0) }));
    expect(less.journey().holds).toEqual(told.journey().holds);
    expect(less.record.symptomCheck).toEqual(told.record.symptomCheck);
  });

  it("running taken back from a walk still asks how the day after was", () => {
    const mum = running().logged("walking", 1, { minutesRun: 6 });
    const walked = correcting(mum, { minutesRun: 0 });
    expect(mum.journey().echo).not.toBeNull();
    expect(mum.does(walked).journey().echo).toMatchObject({ doneOn: walked.doneOn });
  });
});
