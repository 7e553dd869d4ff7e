import type { CommandOf } from "../journey/commands.ts";
import { accept, type Deciding, type Decision, event, refuse } from "../journey/decision.ts";
import type { ClientRecord } from "../journey/facts.ts";
import { addDays, type Day, weekEnd, weekIndex } from "../shared/day.ts";
import { newest } from "../shared/newest.ts";
import { HORIZON_DAYS } from "./schedule.ts";

/**
 * The last day of the weeks that are published to her, a Sunday; null when she sees all that is laid out
 * (docs/decisions/0042). What lies behind it is her coach's draft: she, her feed and her phone do not know of it.
 */
export function shownUntil({ weeksShown }: Pick<ClientRecord, "weeksShown">): Day | null {
  return newest(weeksShown)?.shownUntil ?? null;
}

/** Is that day of her calendar published to her? */
export function isShown(record: Pick<ClientRecord, "weeksShown">, day: Day): boolean {
  const until = shownUntil(record);
  return until === null || day <= until;
}

/**
 * Her coach publishes her weeks up to and with the week of a day, takes later ones back into draft, or shows all again
 * (null). What lies behind her stays seen: the earliest there is draws the line before the present week.
 */
export function showWeeks({ id, week }: CommandOf<"showWeeks">, { record, today }: Deciding): Decision {
  const until = week && weekEnd(weekIndex(week));
  const earliest = weekEnd(weekIndex(today) - 1);
  const latest = addDays(today, HORIZON_DAYS - 1);
  if (until !== null && until < earliest) return refuse({ code: "day_in_past", field: "day", day: until });
  if (week !== null && week > latest) return refuse({ code: "day_too_far", field: "day", day: week, latest });
  if (until === shownUntil(record)) return accept();
  return accept(event("weeksShown", { id, shownUntil: until }));
}
