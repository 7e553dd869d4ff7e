import type { ClientRecord, Plan, PlanChange } from "../journey/facts.ts";
import type { Day } from "../shared/day.ts";
import { isNewer } from "../shared/newest.ts";

/** A plan with its changes applied: where it stands now. */
export type PlanLine = {
  readonly plan: Plan;
  readonly level: number;
  /** The day the present level began, and the changes of level so far. */
  readonly levelSince: Day;
  readonly levelChanges: readonly PlanChange[];
  readonly mode: Plan["mode"];
  readonly isPaused: boolean;
  readonly isEnded: boolean;
};

/** Every plan with its changes in the order they were recorded. Linear (apart from the sort). */
export function planLines(record: ClientRecord): readonly PlanLine[] {
  const changes = new Map<string, PlanChange[]>();
  for (const change of record.planChange) {
    const list = changes.get(change.planId);
    if (list) list.push(change);
    else changes.set(change.planId, [change]);
  }
  return record.plan.map((plan) => lineOf(plan, changes.get(plan.id) ?? []));
}

function lineOf(plan: Plan, changes: readonly PlanChange[]): PlanLine {
  const ordered = changes.toSorted((a, b) => (isNewer(a, b) ? 1 : -1));
  let { level, mode } = plan;
  let levelSince = plan.startsOn;
  let isPaused = false;
  let isEnded = false;
  const levelChanges: PlanChange[] = [];
  for (const change of ordered) {
    switch (change.change) {
      case "level":
        level = change.level ?? level;
        levelSince = change.on;
        levelChanges.push(change);
        break;
      case "mode":
        mode = change.mode ?? mode;
        break;
      case "pause":
        isPaused = true;
        break;
      case "resume":
        // Also takes up again a plan that had to give way, when what it gave way to is taken back.
        isPaused = false;
        isEnded = false;
        break;
      case "end":
        isEnded = true;
        break;
    }
  }
  return { plan, level, levelSince, levelChanges, mode, isPaused, isEnded };
}
