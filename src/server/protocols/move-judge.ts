import { randomUUID } from "node:crypto";
import { applyEvents, SUPPOSED } from "../../domain/journey/apply.ts";
import { calendarOf } from "../../domain/journey/calendar.ts";
import { decide } from "../../domain/journey/decide.ts";
import type { Decision } from "../../domain/journey/decision.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord, ProtocolOutline } from "../../domain/journey/facts.ts";
import type { PlanState } from "../../domain/journey/journey.ts";
import { levelLine } from "../../domain/plans/level-line.ts";
import { carryOver, type DayLine, levelInVersion, type MovedPlan } from "../../domain/protocols/move.ts";
import type { Day, Weekday } from "../../domain/shared/day.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { outlineOfVersion } from "./queries.ts";

/** The version mums are moved to, and those before it. */
export type Target = {
  readonly outline: ProtocolOutline;
  /** Numbers of the earlier versions by their ids. */
  readonly earlier: ReadonlyMap<string, number>;
};

/** NOT_FOUND for another practice's version. */
export async function targetOf(shell: Shell, versionId: string): Promise<Target> {
  const { practiceId } = shell.actor;
  if (!practiceId) throw notFound();
  const outline = await outlineOfVersion(shell, versionId);
  const version = await shell.tx.protocolVersion.findUnique({
    where: { practiceId_id: { practiceId, id: versionId } },
    select: { number: true, protocol: { select: { versions: { select: { id: true, number: true } } } } },
  });
  const before = version?.protocol.versions.filter((row) => row.number < version.number) ?? [];
  return { outline, earlier: new Map(before.map((row) => [row.id, row.number])) };
}

/** What a move of one mum would be: where from, where to, and what the rules say. */
export type Move = {
  readonly record: ClientRecord;
  readonly today: Day;
  readonly plan: PlanState;
  readonly number: number;
  readonly from: MovedPlan;
  readonly to: MovedPlan;
  readonly level: number;
  readonly decision: Decision;
};

/**
 * The move of a mum who is on an earlier version, asked of the same decision that assigns a plan: the new version from
 * today, on the same days, at the level hers has become. Null when she is on none.
 */
export function moveOf(loaded: ClientRecord, today: Day, { outline, earlier }: Target): Move | null {
  const plan = deriveJourney(loaded, today).plans.find((row) => earlier.has(row.protocolVersionId));
  const before = loaded.protocols.find((row) => row.versionId === plan?.protocolVersionId);
  const number = plan && earlier.get(plan.protocolVersionId);
  if (!plan || !before || number === undefined) return null;
  const record = withOutline(loaded, outline);
  const level = levelInVersion(before, outline, plan.level);
  const to = { planId: randomUUID(), outline };
  const decision = decide(
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
    { today, newId: randomUUID },
  );
  const from = { planId: plan.planId, outline: before };
  return { record, today, plan, number, from, to, level, decision };
}

function withOutline(record: ClientRecord, outline: ProtocolOutline): ClientRecord {
  return record.protocols.some((row) => row.versionId === outline.versionId)
    ? record
    : { ...record, protocols: [...record.protocols, outline] };
}

/** Her record with what was set by hand under the plan she comes from set under the one she goes to. */
export function handed(record: ClientRecord, from: MovedPlan, to: MovedPlan): ClientRecord {
  return { ...record, placed: carryOver(record.placed, from, to, randomUUID) };
}

/** Days that a preview looks ahead. */
const NEXT_DAYS = 14;

/** Her coming days as they are, and as they would be once she has moved. */
export function daysOf({ record, today, from, to, decision }: Move): {
  readonly before: readonly DayLine[];
  readonly after: readonly DayLine[];
} {
  const before = linesOf(record, today);
  if (!decision.ok) return { before, after: before };
  return { before, after: linesOf(applyEvents(handed(record, from, to), decision.events, SUPPOSED), today) };
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
