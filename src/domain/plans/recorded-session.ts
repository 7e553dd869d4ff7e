import type { SessionLog } from "../journey/facts.ts";
import type { PlanState } from "../journey/journey.ts";
import { type Day, weekday } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { Minutes } from "./gait.ts";

/** What a recording turned out to be. */
export type RecordedSession = {
  readonly kind: "walk_run" | "walking";
  readonly planId: string | null;
  readonly level: number | null;
  readonly completion: SessionLog["completion"];
  /** She has told of this session already: the recording belongs to that log and makes no second one. */
  readonly logId: string | null;
};

/** Under this, in tenths of a minute, a walk with a few quick steps is a walk. */
const RUN_MINUTES = 0.5;

/**
 * Which session a recording was: the planned one of its kind that day, else the plan of its kind, else an extra one. A
 * fact is never refused for its kind, its day or a lock; it only shows.
 */
export function recordedSession(
  recorded: Minutes & { readonly doneOn: Day },
  plans: readonly PlanState[],
  logs: readonly SessionLog[],
): RecordedSession {
  const kind = recorded.minutesRun >= RUN_MINUTES ? "walk_run" : "walking";
  const begun = plans.filter((plan) => plan.kind === kind && plan.startsOn <= recorded.doneOn);
  const plan = begun.find((one) => isDue(one, recorded.doneOn)) ?? begun[0];
  const logId = sameSession(recorded, kind, logs)?.id ?? null;
  if (!plan) return { kind, planId: null, level: null, completion: "extra", logId };
  const { planId, level } = plan;
  return { kind, planId, level, completion: completionOf(recorded, plan), logId };
}

function isDue(plan: PlanState, day: Day): boolean {
  return !plan.paused && plan.weekdays.includes(weekday(day));
}

/** More running than planned is extra, so that it can never pass as what was planned. */
function completionOf(
  recorded: Minutes & { readonly doneOn: Day },
  plan: PlanState,
): SessionLog["completion"] {
  const enough = ruleValue("watch_as_planned_percent") / 100;
  if (!isDue(plan, recorded.doneOn) || recorded.minutesRun * enough > plan.minutesRun + RUN_MINUTES)
    return "extra";
  return recorded.minutesTotal >= plan.minutesTotal * enough ? "as_planned" : "shorter";
}

/** A log of that day and kind about as long: her phone in one hand and the watch on the other told the same session. */
function sameSession(
  recorded: Minutes & { readonly doneOn: Day },
  kind: RecordedSession["kind"],
  logs: readonly SessionLog[],
): SessionLog | undefined {
  return logs.find((log) => {
    const [less, more] = [log.minutesTotal, recorded.minutesTotal].toSorted((a, b) => a - b);
    return log.kind === kind && log.doneOn === recorded.doneOn && (less ?? 0) * 2 >= (more ?? 0);
  });
}
