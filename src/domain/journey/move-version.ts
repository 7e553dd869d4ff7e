import { levelLine } from "../plans/level-line.ts";
import { withLadders } from "./ladders.ts";
import { carryOver, type DayLine, levelInVersion, type MovedPlan } from "../protocols/move.ts";
import type { Day, Weekday } from "../shared/day.ts";
import { applyEvents, SUPPOSED } from "./apply.ts";
import { calendarOf } from "./calendar.ts";
import { decide } from "./decide.ts";
import { type Decision, refuse } from "./decision.ts";
import { deriveJourney } from "./derive.ts";
import type { ClientRecord, ProtocolOutline } from "./facts.ts";
import type { PlanState } from "./journey.ts";
import type { ProgressReason } from "./reasons.ts";

/** The version mums are moved to, and those before it. */
export type Target = {
  readonly outline: ProtocolOutline;
  /** Numbers of the earlier versions by their ids. */
  readonly earlier: ReadonlyMap<string, number>;
};

/** What a move of one mum would be: where from, where to, and what the rules say. */
export type Move = {
  readonly record: ClientRecord;
  readonly today: Day;
  readonly plan: PlanState;
  readonly number: number;
  readonly from: MovedPlan;
  readonly to: MovedPlan;
  readonly level: number;
  /** Why she lands lower than she stands: the rules had her go back, and would have forgotten it. */
  readonly back: ProgressReason | null;
  /** What keeps her where she is besides the decision: her plan rests, or every level of the new version runs longer. */
  readonly stays: "paused" | "runs_more" | null;
  readonly decision: Decision;
};

/**
 * The move of a mum who is on an earlier version, asked of the same decision that assigns a plan: the new version from
 * today, on the same days, at the level hers has become. A new plan knows nothing of a gap or a bad day under the old one:
 * where the rules have her go back she lands there, and where they want the tests again first she is not moved. Null when
 * she is on no earlier version.
 */
export function moveOf(
  loaded: ClientRecord,
  today: Day,
  { outline: written, earlier }: Target,
  newId: () => string,
): Move | null {
  const plan = deriveJourney(loaded, today).plans.find((row) => earlier.has(row.protocolVersionId));
  const before = loaded.protocols.find((row) => row.versionId === plan?.protocolVersionId);
  const number = plan && earlier.get(plan.protocolVersionId);
  if (!plan || !before || number === undefined) return null;
  const record = withLadders(loaded, [written]);
  const outline = record.protocols.find((row) => row.versionId === written.versionId) ?? written;
  const { advice } = plan;
  const isBack = advice.kind === "regress" && advice.to < plan.level;
  const stands = isBack ? advice.to : plan.level;
  const level = levelInVersion(before, outline, stands);
  // Of a version that runs longer everywhere the first level is the least; to that nobody is moved unasked.
  const runsMore = (outline.levels[level]?.minutesRun ?? 0) > (before.levels[stands]?.minutesRun ?? 0);
  const to = { planId: newId(), outline };
  const asked = decide(
    record,
    {
      type: "assignPlan",
      id: to.planId,
      kind: outline.kind,
      protocolVersionId: outline.versionId,
      startsOn: today,
      weekdays: plan.weekdays as Weekday[],
      mode: plan.mode,
      maxLevel: plan.maxLevel === null ? null : levelInVersion(before, outline, plan.maxLevel),
      level,
    },
    { today, newId },
  );
  const from = { planId: plan.planId, outline: before };
  const stays = plan.paused ? ("paused" as const) : runsMore ? ("runs_more" as const) : null;
  const decision =
    advice.because.code === "retest_after_gap"
      ? refuse({ code: "level_not_earned", because: advice.because })
      : asked;
  return {
    record,
    today,
    plan,
    number,
    from,
    to,
    level,
    back: isBack ? advice.because : null,
    stays,
    decision,
  };
}

/** Her record with what was set by hand under the plan she comes from set under the one she goes to. */
export function handed(
  record: ClientRecord,
  from: MovedPlan,
  to: MovedPlan,
  newId: () => string,
): ClientRecord {
  return { ...record, placed: carryOver(record.placed, from, to, newId) };
}

/** Days that a preview looks ahead. */
const NEXT_DAYS = 14;

/** Her coming days as they are, and as they would be once she has moved. */
export function daysOf(
  { record, today, from, to, decision }: Move,
  newId: () => string,
): { readonly before: readonly DayLine[]; readonly after: readonly DayLine[] } {
  const before = linesOf(record, today);
  if (!decision.ok) return { before, after: before };
  return {
    before,
    after: linesOf(applyEvents(handed(record, from, to, newId), decision.events, SUPPOSED), today),
  };
}

function linesOf(record: ClientRecord, today: Day): readonly DayLine[] {
  const journey = deriveJourney(record, today);
  return calendarOf(record, journey, NEXT_DAYS).flatMap(({ day, kind, planId, level }) => {
    const plan = journey.plans.find((row) => row.planId === planId);
    if (!plan) return [];
    const { title, minutesTotal, minutesRun } = levelLine(record, plan, level);
    return [{ day, kind, title, minutes: minutesTotal, minutesRun }];
  });
}
