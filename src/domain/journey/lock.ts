import type { Gate } from "../clearance/gate.ts";
import type { RunScope } from "../clearance/standing.ts";
import { batteryReasons } from "../readiness/evaluate.ts";
import type { Day } from "../shared/day.ts";
import type { BatteryState, Echo, OpenHold, RunningLock, WalkingMeter } from "./journey.ts";
import type { BatteryKind, GateReason, LockReason } from "./reasons.ts";

/** What the lock reads besides the facts themselves. */
export type LockInputs = {
  readonly gate: Gate;
  readonly holds: readonly OpenHold[];
  readonly batteries: { readonly [K in BatteryKind]: BatteryState };
  readonly testsNotBefore: Day | null;
  readonly walking: WalkingMeter;
  readonly echo: Echo | null;
};

/**
 * Is running open today, and if not, everything that stands in the way. Six points: 1 a standing sign-off, 2 weeks
 * since birth, 3 both batteries, 4 the walking habit, 5 nothing open, 6 the day after the last impact answered.
 * Points 1, 2 and 5 come from the gate, word for word, so this can never be open where Postgres is shut.
 */
export function runningLock(day: Day, inputs: LockInputs): RunningLock {
  const reasons: LockReason[] = [
    ...gateAndHolds(day, "walk_run", inputs),
    ...batteryReasons(inputs.batteries.load_impact, inputs.testsNotBefore),
    ...batteryReasons(inputs.batteries.strength, inputs.testsNotBefore),
    ...walkingReasons(inputs.walking),
    ...echoReasons(inputs.echo),
  ];
  return lockOf(reasons);
}

/** May her running be looked at? Looking at running is running: the same gate, with the technique scope. */
export function techniqueLock(day: Day, inputs: LockInputs): RunningLock {
  return lockOf([...gateAndHolds(day, "technique", inputs), ...echoReasons(inputs.echo)]);
}

function lockOf(reasons: readonly LockReason[]): RunningLock {
  return { open: reasons.length === 0, reasons: reasons.toSorted((a, b) => a.point - b.point) };
}

function gateAndHolds(
  day: Day,
  scope: RunScope,
  { gate, holds }: Pick<LockInputs, "gate" | "holds">,
): readonly LockReason[] {
  const shut = onePerCause(gate(day, scope));
  // Holds of the gate's own reasons are told by the gate; the others (pain, illness, a decision) are told here.
  const others = holds.flatMap((hold): readonly LockReason[] => {
    const holdId = hold.ids[0];
    if (holdId === undefined || GATE_HOLDS.has(hold.reason)) return [];
    return [{ point: 5, code: "hold", reason: hold.reason, on: hold.since, holdId }];
  });
  return [...shut, ...others];
}

const GATE_HOLDS = new Set<OpenHold["reason"]>(["pelvic_symptom", "red_flag", "new_pregnancy", "surgery"]);

/** Five checks that told of one thing are one reason: the latest. */
function onePerCause(reasons: readonly GateReason[]): readonly GateReason[] {
  const byCode = new Map<GateReason["code"], GateReason>();
  for (const reason of reasons) {
    const known = byCode.get(reason.code);
    if (known && known.point === 5 && reason.point === 5 && known.on >= reason.on) continue;
    byCode.set(reason.code, reason);
  }
  return [...byCode.values()];
}

function walkingReasons(walking: WalkingMeter): readonly LockReason[] {
  const { goalSessions, goalMinutes } = walking.thisWeek;
  if (goalSessions === null || goalMinutes === null) return [{ point: 4, code: "goal_missing" }];
  const reasons: LockReason[] = [];
  if (walking.weeksInRow < walking.weeksNeeded) {
    const { weeksInRow: weeks, weeksNeeded: needed } = walking;
    reasons.push({
      point: 4,
      code: "walking_weeks",
      weeks,
      needed,
      days: goalSessions,
      minutes: goalMinutes,
    });
  }
  if (walking.longestSymptomFreeMinutes < walking.symptomFreeNeeded) {
    const { longestSymptomFreeMinutes: longest, symptomFreeNeeded: needed } = walking;
    reasons.push({ point: 4, code: "symptom_free_walk", longest, needed });
  }
  return reasons;
}

function echoReasons(echo: Echo | null): readonly LockReason[] {
  return echo ? [{ point: 6, code: "echo_awaited", ...echo }] : [];
}
