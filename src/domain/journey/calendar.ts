import { gateOf } from "../clearance/gate.ts";
import type { ClientRecord } from "./facts.ts";
import type { Journey, PlanState } from "./journey.ts";
import type { Day } from "../shared/day.ts";
import { isAllowed } from "../plans/allowed.ts";
import { lastingReasons } from "../plans/assignable.ts";
import { isShown } from "../plans/shown-weeks.ts";
import { type Due, HORIZON_DAYS, schedule, type Scheduling } from "../plans/schedule.ts";

/** What of a journey her calendar depends on. */
type Calm = Pick<
  Journey,
  "day" | "plans" | "lock" | "techniqueLock" | "holds" | "steps" | "limits" | "impactOpensOn"
>;
type Recorded = Pick<ClientRecord, "placed" | "protocols" | "sessionLog">;

/**
 * What `schedule` reads of her journey. Today asks the whole lock; the days after it are planned past the sixth point
 * (how is it the day after?), which is asked anew at every start.
 * @param runsOn is the gate open on that later day: a sign-off ends, a credential runs out
 */
function schedulingOf(
  journey: Calm,
  record: Recorded,
  days: number,
  runsOn: (day: Day, scope: "walk_run" | "technique") => boolean,
): Scheduling {
  const later = { ...journey, lock: lasting(journey.lock), techniqueLock: lasting(journey.techniqueLock) };
  return {
    plans: journey.plans,
    placed: record.placed,
    logs: record.sessionLog,
    protocols: record.protocols,
    limits: journey.limits,
    impactOpensOn: journey.impactOpensOn,
    isImpactHeld: journey.holds.some((hold) => hold.covers === "impact"),
    isAllowed: (plan, day) => {
      if (day === journey.day) return isAllowed(journey, plan);
      const isRun = plan.kind === "walk_run" || plan.kind === "technique";
      return isAllowed(later, plan) && (!isRun || runsOn(day, plan.kind));
    },
    today: journey.day,
    days,
  };
}

function lasting(lock: Journey["lock"]): Journey["lock"] {
  return { ...lock, open: lastingReasons(lock).length === 0 };
}

/** What lays out her calendar, for who asks "and if it were so?". */
export function calendarScheduling(record: ClientRecord, journey: Calm): Scheduling {
  return schedulingOf(journey, record, HORIZON_DAYS, runsOnOf(record));
}

/** Her sessions from today on, in the order of their days, drafts among them: what her coach sees and the table keeps. */
export function calendarOf(record: ClientRecord, journey: Calm, days: number = HORIZON_DAYS): readonly Due[] {
  return schedule(schedulingOf(journey, record, days, runsOnOf(record)));
}

/** Her sessions from today on that are published to her: what Today, her week, the feed and her phone tell. */
export function shownCalendarOf(
  record: ClientRecord,
  journey: Calm,
  days: number = HORIZON_DAYS,
): readonly Due[] {
  return calendarOf(record, journey, days).filter((row) => isShown(record, row.day));
}

/** Is the gate open on a later day? Every day is asked once. */
function runsOnOf(record: ClientRecord) {
  const gate = gateOf(record);
  const known = new Map<string, boolean>();
  return (day: Day, scope: "walk_run" | "technique"): boolean => {
    const key = `${scope} ${day}`;
    const answer = known.get(key) ?? gate(day, scope).length === 0;
    known.set(key, answer);
    return answer;
  };
}

/**
 * What a coach set by hand that cannot stay: its plan has ended, or it is a run on a day that running is shut for. It
 * goes for good (docs/decisions/0014): what stands in the calendar may be shown.
 */
export function isOver(
  record: ClientRecord,
  journey: Calm,
): (row: ClientRecord["placed"][number]) => boolean {
  const runsOn = runsOnOf(record);
  const plans = new Map<string, PlanState>(journey.plans.map((plan) => [plan.planId, plan]));
  return ({ planId, day }) => {
    const plan = plans.get(planId);
    if (!plan) return true;
    if ((plan.kind !== "walk_run" && plan.kind !== "technique") || day === null) return false;
    const lock = plan.kind === "walk_run" ? journey.lock : journey.techniqueLock;
    return lastingReasons(lock).length > 0 || !runsOn(day, plan.kind);
  };
}

/** The session of a plan that her calendar has on her today, or null when it has none. */
export function dueToday(record: ClientRecord, journey: Calm, planId: string): Due | null {
  return calendarOf(record, journey, 1).find((row) => row.planId === planId) ?? null;
}
