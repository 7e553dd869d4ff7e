import type { BatteryRun, TestResult } from "../journey/facts.ts";
import type { BatteryState, TestOutcome } from "../journey/journey.ts";
import type { LockReason } from "../journey/reasons.ts";
import type { Day } from "../shared/day.ts";
import type { Finding, Side } from "../shared/vocabulary.ts";
import type { Battery, BatteryTest } from "./batteries.ts";

/** From which day results count, and which of them a sign-off asks to see again. */
export type BatteryWindow = {
  /** Nothing before this day counts at all (her latest birth, or the visit that asks for it again). */
  readonly since: Day | null;
  /** A result must be of this day or later (the assessment the sign-off rests on), or null. */
  readonly notBefore: Day | null;
};

type Seen = { readonly run: BatteryRun; readonly result: TestResult };
type SeenBySide = { [S in Side]?: Seen };

/**
 * Where a battery stands: for each test and side the newest result. A battery may be done over several days. Any
 * symptom fails a test even when the count was reached; incomplete is not unsafe, but it is not passed either.
 * Left and right are never averaged.
 */
export function evaluateBattery(
  battery: Battery,
  runs: readonly BatteryRun[],
  window: BatteryWindow,
): BatteryState {
  const seen = newestResults(battery, runs, window.since);
  const outcomes = battery.tests.flatMap((test) =>
    test.sides.map((side) => outcomeOf(test, side, seen.get(test.key)?.[side], window.notBefore)),
  );
  return {
    battery: battery.id,
    version: battery.version,
    kind: battery.kind,
    passed: outcomes.every((outcome) => outcome.state === "passed"),
    outcomes,
    weaker: weakerSides(battery, outcomes),
  };
}

function newestResults(
  battery: Battery,
  runs: readonly BatteryRun[],
  since: Day | null,
): ReadonlyMap<string, SeenBySide> {
  const seen = new Map<string, SeenBySide>();
  for (const run of runs) {
    if (run.battery !== battery.id || run.version !== battery.version) continue;
    if (since !== null && run.doneOn < since) continue;
    for (const result of run.results) {
      if (!wasTried(result)) continue;
      let sides = seen.get(result.test);
      if (!sides) seen.set(result.test, (sides = {}));
      const known = sides[result.side];
      if (!known || isLater(run, known.run)) sides[result.side] = { run, result };
    }
  }
  return seen;
}

function isLater(a: BatteryRun, b: BatteryRun): boolean {
  return a.doneOn > b.doneOn || (a.doneOn === b.doneOn && a.recordedAt >= b.recordedAt);
}

function wasTried(result: TestResult): boolean {
  return result.value !== null || result.incomplete !== null || result.symptoms.some(isSymptom);
}

/** A period is not a symptom of the test; pain of 0 is no pain. */
function isSymptom(finding: Finding): boolean {
  if (finding.kind === "pain") return finding.level > 0;
  return !(finding.kind === "symptom" && finding.symptom === "bleeding_period");
}

function outcomeOf(
  test: BatteryTest,
  side: Side,
  seen: Seen | undefined,
  notBefore: Day | null,
): TestOutcome {
  const base = { test: test.key, side, threshold: test.threshold, unit: test.unit };
  if (!seen) return { ...base, state: "missing", value: null, doneOn: null, runId: null };
  const { run, result } = seen;
  return {
    ...base,
    state: stateOf(test, result, notBefore !== null && run.doneOn < notBefore),
    value: result.value,
    doneOn: run.doneOn,
    runId: run.id,
  };
}

function stateOf(test: BatteryTest, result: TestResult, isTooOld: boolean): TestOutcome["state"] {
  if (result.symptoms.some(isSymptom)) return "symptom";
  if (result.incomplete !== null) return "incomplete";
  if (result.value === null || result.value < test.threshold) return "short";
  return isTooOld ? "before_clearance" : "passed";
}

function weakerSides(battery: Battery, outcomes: readonly TestOutcome[]): BatteryState["weaker"] {
  return battery.tests.flatMap((test) => {
    const sides = outcomes.filter((outcome) => outcome.test === test.key && outcome.side !== "both");
    const [left, right] = sides;
    if (!left || !right || left.value === null || right.value === null || left.value === right.value)
      return [];
    const weaker = left.value < right.value ? left : right;
    return [{ test: test.key, side: weaker.side, value: weaker.value ?? 0 }];
  });
}

/** What of a battery keeps running locked (point 3): one reason for each test and side, or one when none was done. */
export function batteryReasons(state: BatteryState, notBefore: Day | null): readonly LockReason[] {
  const { kind: battery, outcomes } = state;
  if (outcomes.every((outcome) => outcome.state === "missing")) {
    return [
      { point: 3, code: "battery_missing", battery, tests: new Set(outcomes.map((row) => row.test)).size },
    ];
  }
  return outcomes.flatMap((outcome): readonly LockReason[] => {
    const { test, side } = outcome;
    switch (outcome.state) {
      case "passed":
        return [];
      case "missing":
        return [{ point: 3, code: "test_missing", battery, test, side }];
      case "incomplete":
        return [{ point: 3, code: "test_incomplete", battery, test, side }];
      case "symptom":
        return [{ point: 3, code: "test_symptom", battery, test, side }];
      case "short": {
        const { threshold, unit } = outcome;
        return [
          { point: 3, code: "test_short", battery, test, side, value: outcome.value ?? 0, threshold, unit },
        ];
      }
      case "before_clearance": {
        if (outcome.doneOn === null || notBefore === null) return [];
        return [
          {
            point: 3,
            code: "test_before_clearance",
            battery,
            test,
            side,
            on: outcome.doneOn,
            needed: notBefore,
          },
        ];
      }
    }
  });
}
