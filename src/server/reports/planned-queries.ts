import { deriveJourney } from "../../domain/journey/derive.ts";
import type { Day } from "../../domain/shared/day.ts";
import { recordOf } from "../journey/act.ts";
import { calendarRows } from "../journey/calendar-rows.ts";
import { ownId } from "../journey/self.ts";
import type { Shell } from "../trpc/procedures.ts";

/** A session to come, as a calendar needs it. */
export type Planned = {
  /** The same while it is the same session, wherever it moves. */
  readonly id: string;
  readonly day: Day;
  readonly minutes: number;
  /** How often it changed, and when last; null: never. */
  readonly revision: number;
  readonly revisedAt: Date | null;
};

/** Weeks ahead that a calendar tells. */
const WEEKS = 8;

/** Her sessions from today on that she may do as things stand: nothing that is locked, held or over. */
export async function plannedSessions(shell: Shell): Promise<readonly Planned[]> {
  const { record, today } = await recordOf(shell, ownId(shell).clientId);
  const journey = deriveJourney(record, today);
  const rows = await calendarRows(shell, record, journey, WEEKS * 7);
  return rows.map(({ sessionId, plan, day, line, revision, revisedAt }) => ({
    id: sessionId ?? `${plan.planId}-${day}`,
    day,
    minutes: line.minutesTotal,
    revision,
    revisedAt,
  }));
}
