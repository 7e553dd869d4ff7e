import type { ClientRecord } from "../../domain/journey/facts.ts";
import type { Journey, PlanState } from "../../domain/journey/journey.ts";
import { shownCalendarOf } from "../../domain/journey/calendar.ts";
import { levelLine } from "../../domain/plans/level-line.ts";
import type { Day } from "../../domain/shared/day.ts";
import { dayOf } from "../clock.ts";
import type { Shell } from "../trpc/procedures.ts";

/** A session of her calendar as screens, feeds and files need it. */
export type CalendarRow = {
  /** The same while it is the same session of the plan, wherever it moves; null until it is laid out. */
  readonly sessionId: string | null;
  /** How often it changed, and when last. */
  readonly revision: number;
  readonly revisedAt: Date | null;
  readonly day: Day;
  readonly slot: Day | null;
  readonly plan: PlanState;
  readonly level: number;
  readonly turn: number;
  readonly line: ReturnType<typeof levelLine>;
  /** A coach set it by hand, and her word with it. */
  readonly byHand: boolean;
  readonly note: string | null;
};

/**
 * Her sessions from today on that are published to her and that she may do as things stand, each with the row it has in her calendar. What is due is
 * said by the rules and by nobody else; the row only names it.
 */
export async function calendarRows(
  { tx }: Pick<Shell, "tx">,
  record: ClientRecord,
  journey: Journey,
  days: number,
): Promise<readonly CalendarRow[]> {
  const due = shownCalendarOf(record, journey, days);
  const last = due.at(-1);
  if (!last) return [];
  const stored = await tx.session.findMany({
    where: { clientId: record.client.id, day: { gte: new Date(journey.day), lte: new Date(last.day) } },
    select: { id: true, planId: true, slot: true, revision: true, revisedAt: true },
  });
  const named = new Map(
    stored.flatMap((row) => [
      [row.id, row] as const,
      ...(row.slot ? [[`${row.planId} ${dayOf(row.slot)}`, row] as const] : []),
    ]),
  );
  const plans = new Map(journey.plans.map((plan) => [plan.planId, plan]));
  return due.flatMap(({ planId, day, slot, level, turn, placed }): CalendarRow[] => {
    const plan = plans.get(planId);
    if (!plan) return [];
    const row = named.get(placed?.id ?? `${planId} ${slot}`);
    return [
      {
        sessionId: row?.id ?? null,
        revision: row?.revision ?? 0,
        revisedAt: row?.revisedAt ?? null,
        day,
        slot,
        plan,
        level,
        turn,
        line: levelLine(record, plan, level),
        byHand: placed !== null,
        note: placed?.note ?? null,
      },
    ];
  });
}
