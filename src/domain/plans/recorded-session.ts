import type { SessionLog } from "../journey/facts.ts";
import type { PlanState } from "../journey/journey.ts";
import type { Day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { Minutes } from "./gait.ts";

/** What a recording turned out to be. */
export type RecordedSession = {
  readonly kind: "walk_run" | "walking";
  readonly planId: string | null;
  /** The row of her calendar, when it was planned for that day. */
  readonly sessionId: string | null;
  readonly level: number | null;
  readonly completion: SessionLog["completion"];
  /** She has told of this session already: the recording belongs to that log and makes no second one. */
  readonly logId: string | null;
};

/** A session that stood in her calendar on the day of the recording, with what its level asks. */
export type PlannedThen = Pick<PlanState, "planId" | "kind" | "level" | "minutesTotal" | "minutesRun"> & {
  readonly sessionId: string;
};

/** Under this, in tenths of a minute, a walk with a few quick steps is a walk. */
const RUN_MINUTES = 0.5;

/**
 * Which session a recording was: the planned one of its kind that day, else an extra one of the plan of its kind, if any. A
 * fact is never refused for its kind, its day or a lock; it only shows.
 */
export function recordedSession(
  recorded: Minutes & { readonly doneOn: Day },
  { planned, plans, logs }: Known,
): RecordedSession {
  const kind = recorded.minutesRun >= RUN_MINUTES ? "walk_run" : "walking";
  const logId = sameSession(recorded, kind, logs)?.id ?? null;
  const then = planned.find((one) => one.kind === kind);
  if (then) {
    const { planId, sessionId, level } = then;
    return { kind, planId, sessionId, level, completion: completionOf(recorded, then), logId };
  }
  const plan = plans.find((one) => one.kind === kind && one.startsOn <= recorded.doneOn);
  const { planId = null, level = null } = plan ?? {};
  return { kind, planId, sessionId: null, level, completion: "extra", logId };
}

type Known = {
  readonly planned: readonly PlannedThen[];
  readonly plans: readonly PlanState[];
  readonly logs: readonly SessionLog[];
};

/** More running than planned is extra, so that it can never pass as what was planned. */
function completionOf(recorded: Minutes, planned: PlannedThen): SessionLog["completion"] {
  const enough = ruleValue("watch_as_planned_percent") / 100;
  if (recorded.minutesRun * enough > planned.minutesRun + RUN_MINUTES) return "extra";
  return recorded.minutesTotal >= planned.minutesTotal * enough ? "as_planned" : "shorter";
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
