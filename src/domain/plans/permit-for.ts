import { decide } from "../journey/decide.ts";
import type { ClientRecord } from "../journey/facts.ts";
import { addDays, type Day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import type { Permit } from "./permit.ts";

/**
 * May her run begin while nobody can be asked? Each day ahead is asked as the start itself would be, with the facts as
 * they stand: a review date, an echo that falls due or a gap end the permit the day before. Null when not even today.
 * At most `offline_permit_days` days, today counted.
 * @param level the level the phone has with it; a day on which she would begin lower ends the permit too
 */
export function permitFor(
  record: ClientRecord,
  { planId, level }: { readonly planId: string; readonly level: number },
  today: Day,
): Permit | null {
  let until: Day | null = null;
  for (let ahead = 0; ahead < ruleValue("offline_permit_days"); ahead += 1) {
    const on = addDays(today, ahead);
    if (!mayBegin(record, { planId, level }, on)) break;
    until = on;
  }
  return until && { clientId: record.client.id, planId, level, from: today, until };
}

function mayBegin(
  record: ClientRecord,
  { planId, level }: { readonly planId: string; readonly level: number },
  today: Day,
): boolean {
  const id = `permit-${planId}`;
  const command = { type: "startSession", id, sessionId: id, planId, note: null } as const;
  const decision = decide(record, command, { today, newId: () => id });
  if (!decision.ok) return false;
  const start = decision.events.find((event) => event.fact === "sessionStart");
  return start?.fact === "sessionStart" && start.row.level >= level;
}
