import { describe, expect, it } from "vitest";
import { aMum } from "../journey/build.ts";
import { passing } from "../journey/build-commands.ts";
import type { BatteryRun, TestResult } from "../journey/facts.ts";
import { addDays, day } from "../shared/day.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { BATTERIES, DEFAULT_BATTERY } from "./batteries.ts";
import { type BatteryWindow, batteryReasons, evaluateBattery } from "./evaluate.ts";

const ON = day("2026-11-20");
const STRENGTH = DEFAULT_BATTERY.strength;
const CALF = "single_leg_calf_raise";
const LEAK: Finding = { kind: "symptom", symptom: "urine_leak_drops" };
const OPEN: BatteryWindow = { since: null, notBefore: null };

function run(results: readonly TestResult[], doneOn = ON, count = 1): BatteryRun {
  return {
    id: `run-${count}`,
    recordedAt: `${doneOn}T10:00:0${count}.000000Z`,
    recordedBy: { kind: "coach", id: null },
    battery: STRENGTH.id,
    version: STRENGTH.version,
    doneOn,
    results,
  };
}

const all = (change: Partial<TestResult> & Pick<TestResult, "test" | "side">): readonly TestResult[] =>
  passing(STRENGTH, ON).results.map((result) =>
    result.test === change.test && result.side === change.side ? { ...result, ...change } : result,
  );
const calf = (change: Partial<TestResult>) => all({ test: CALF, side: "left", ...change });
const stateOf = (runs: readonly BatteryRun[], window = OPEN) =>
  evaluateBattery(STRENGTH, runs, window).outcomes.find((row) => row.test === CALF && row.side === "left")
    ?.state;

describe("a battery", () => {
  it("is passed with every side at its threshold", () => {
    for (const battery of BATTERIES) {
      const results = passing(battery, ON).results;
      const state = evaluateBattery(battery, [{ ...run(results), battery: battery.id }], OPEN);
      expect(state.passed).toBe(true);
      expect(state.outcomes).toHaveLength(results.length);
    }
  });

  it.each<[string, Partial<TestResult>, string]>([
    ["one short", { value: 19 }, "short"],
    ["not done", { value: null }, "missing"],
    ["stopped early", { value: 20, incomplete: "stopped_early" }, "incomplete"],
    ["form lost", { value: 20, incomplete: "form_loss" }, "incomplete"],
    ["a leak although the count is reached", { value: 25, symptoms: [LEAK] }, "symptom"],
    ["pain of 1", { value: 20, symptoms: [{ kind: "pain", site: "knee", level: 1 }] }, "symptom"],
    ["pain of 0", { value: 20, symptoms: [{ kind: "pain", site: "knee", level: 0 }] }, "passed"],
    ["a period", { value: 20, symptoms: [{ kind: "symptom", symptom: "bleeding_period" }] }, "passed"],
    ["a symptom and loss of form", { value: 3, incomplete: "form_loss", symptoms: [LEAK] }, "symptom"],
  ])("with %s: %s", (_, change, expected) => {
    expect(stateOf([run(calf(change))])).toBe(expected);
    expect(evaluateBattery(STRENGTH, [run(calf(change))], OPEN).passed).toBe(expected === "passed");
  });

  it("never averages left and right", () => {
    const runs = [
      run(calf({ value: 19 }).map((row) => (row.side === "right" ? { ...row, value: 40 } : row))),
    ];
    const state = evaluateBattery(STRENGTH, runs, OPEN);
    expect(state.passed).toBe(false);
    expect(state.weaker).toContainEqual({ test: CALF, side: "left", value: 19 });
  });

  it("counts the newest result, for better and for worse", () => {
    const better = [run(calf({ value: 12 }), addDays(ON, -3)), run(calf({ value: 20 }), ON, 2)];
    const worse = [run(calf({ value: 20 }), addDays(ON, -3)), run(calf({ value: 12 }), ON, 2)];
    expect([stateOf(better), stateOf(better.toReversed())]).toEqual(["passed", "passed"]);
    expect([stateOf(worse), stateOf(worse.toReversed())]).toEqual(["short", "short"]);
  });

  it("is put together over several days", () => {
    const half = (keep: (row: TestResult) => boolean) => passing(STRENGTH, ON).results.filter(keep);
    const runs = [
      run(half((row) => row.side === "left")),
      run(
        half((row) => row.side === "right"),
        addDays(ON, 1),
        2,
      ),
    ];
    expect(evaluateBattery(STRENGTH, runs, OPEN).passed).toBe(true);
  });

  it("does not let an untried test hide a tried one", () => {
    expect(stateOf([run(calf({ value: 20 })), run(calf({ value: null }), addDays(ON, 1), 2)])).toBe("passed");
  });

  it("asks again for what was tested before the assessment the sign-off rests on", () => {
    const runs = [run(calf({ value: 20 }))];
    expect(stateOf(runs, { since: null, notBefore: addDays(ON, 1) })).toBe("before_clearance");
    expect(stateOf(runs, { since: null, notBefore: ON })).toBe("passed");
    expect(stateOf(runs, { since: addDays(ON, 1), notBefore: null })).toBe("missing");
  });

  it("of another version is another battery", () => {
    expect(stateOf([{ ...run(calf({ value: 20 })), version: 2 }])).toBe("missing");
  });
});

describe("reasons", () => {
  const reasonsOf = (runs: readonly BatteryRun[], notBefore = null as typeof ON | null) =>
    batteryReasons(evaluateBattery(STRENGTH, runs, { since: null, notBefore }), notBefore);

  it("are one while nothing was tested", () => {
    expect(reasonsOf([])).toEqual([{ point: 3, code: "battery_missing", battery: "strength", tests: 4 }]);
  });

  it("name test and side", () => {
    expect(reasonsOf([run(calf({ value: 18 }))])).toEqual([
      {
        point: 3,
        code: "test_short",
        battery: "strength",
        test: CALF,
        side: "left",
        value: 18,
        threshold: 20,
        unit: "reps",
      },
    ]);
    expect(reasonsOf([run(calf({}))], addDays(ON, 1))).toHaveLength(8);
    expect(reasonsOf([run(calf({}))])).toEqual([]);
  });
});

describe("recording a battery", () => {
  const mum = aMum().bornWeeksAgo(14);
  const command = passing(STRENGTH, mum.today);
  const codeOf = (change: object) => {
    const decision = mum.decides({ ...command, ...change });
    return decision.ok ? decision.events.map((event) => event.fact) : decision.refusal.code;
  };
  const [first] = command.results;

  it("takes results side by side", () => expect(codeOf({})).toEqual(["batteryRun"]));

  it.each<[string, object, string]>([
    ["an unknown battery", { battery: "made_up" }, "unknown"],
    ["another version", { version: 7 }, "unknown"],
    ["a day to come", { doneOn: addDays(mum.today, 1) }, "day_in_future"],
    ["a day before the birth", { doneOn: addDays(mum.today, -14 * 7 - 1) }, "day_before_birth"],
    ["an unknown test", { results: [{ ...first, test: "cartwheel" }] }, "test_unknown"],
    ["a side the test does not have", { results: [{ ...first, side: "both" }] }, "test_side_wrong"],
    ["a side twice", { results: [first, first] }, "test_twice"],
    ["nothing", { results: [] }, "results_missing"],
  ])("refuses %s", (_, change, code) => expect(codeOf(change)).toBe(code));

  it("holds running when a pelvic symptom is felt in a test, like anywhere else", () => {
    const results = command.results.map((row, index) => (index === 0 ? { ...row, symptoms: [LEAK] } : row));
    expect(codeOf({ results })).toEqual(["batteryRun", "hold"]);
  });
});
