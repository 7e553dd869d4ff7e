import { deriveJourney } from "../../domain/journey/derive.ts";
import { isAllowed } from "../../domain/journey/next.ts";
import { sessionsOn } from "../../domain/plans/today.ts";
import { addDays, type Day } from "../../domain/shared/day.ts";
import { recordOf } from "../journey/act.ts";
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
  const days = Array.from({ length: WEEKS * 7 }, (_, ahead) => addDays(today, ahead));
  return days.flatMap((day) =>
    sessionsOn(journey.plans, day, (plan) => isAllowed(journey, plan)).map((plan) => ({
      id: `${plan.planId}-${day}`,
      day,
      minutes: plan.minutesTotal,
      revision: 0,
      revisedAt: null,
    })),
  );
}
