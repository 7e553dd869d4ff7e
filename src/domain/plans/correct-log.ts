import type { CommandOf } from "../journey/commands.ts";
import type { Deciding, Refusal } from "../journey/decision.ts";
import type { ClientRecord, SessionLog } from "../journey/facts.ts";
import { addDays, type Day, laterOf } from "../shared/day.ts";
import { isSame } from "../shared/same.ts";
import { ruleValue } from "../shared/rules.ts";

type Logs = Pick<ClientRecord, "sessionLog">;

/** What says which session it was: no correction changes it. */
const WHICH = ["sessionId", "planId", "kind", "level", "doneOn"] as const;
/** What she did: may be corrected for a while. */
const WHAT = ["minutesTotal", "minutesRun", "minutesWalk", "effort", "completion", "performance"] as const;
export type CorrectedField = (typeof WHAT)[number] | "note";

/** Every version of one log, the first she told first, whichever of them `id` names. Empty when nobody knows it. */
export function versionsOf({ sessionLog }: Logs, id: string): readonly SessionLog[] {
  const byId = new Map(sessionLog.map((log) => [log.id, log]));
  const byBefore = new Map(sessionLog.map((log) => [log.supersedesId, log]));
  const named = byId.get(id);
  if (!named) return [];
  const versions = [named];
  const seen = new Set([named.id]);
  const take = (log: SessionLog | undefined, put: (log: SessionLog) => unknown) => {
    if (!log || seen.has(log.id)) return false;
    seen.add(log.id);
    put(log);
    return true;
  };
  while (take(byId.get(versions[0]?.supersedesId ?? ""), (log) => versions.unshift(log)));
  while (take(byBefore.get(versions.at(-1)?.id ?? ""), (log) => versions.push(log)));
  return versions;
}

/** Last day on which a log may be corrected, counted from the day it was done or first told of, the later. */
export function correctableUntil(versions: readonly SessionLog[]): Day | null {
  const [first] = versions;
  if (!first) return null;
  const toldOn = first.recordedAt.slice(0, "2026-01-01".length) as Day;
  return addDays(laterOf(first.doneOn, toldOn), ruleValue("log_edit_days"));
}

/**
 * What is wrong with a log that takes another's place; null when nothing is. What she noticed is no part of it: a
 * symptom once told stays told, whatever later versions say, and another may always be added.
 */
export function correctionRefusal(
  command: CommandOf<"logSession">,
  { record, today }: Pick<Deciding, "record" | "today">,
): Refusal | null {
  if (command.supersedesId === null) return null;
  const versions = versionsOf(record, command.supersedesId);
  const before = versions.find((log) => log.id === command.supersedesId);
  if (!before || before.id === command.id) return { code: "unknown", subject: "log" };
  if (versions.at(-1) !== before) return { code: "log_changed_already" };
  if (WHICH.some((field) => command[field] !== before[field])) return { code: "log_of_other_session" };
  const until = correctableUntil(versions);
  const isClosed = until !== null && today > until;
  if (!isClosed || WHAT.every((field) => isSame(command[field], before[field]))) return null;
  return { code: "log_closed", until };
}

/** What differs between a version and the one before it, with what it was. */
export function correctedFields(
  now: SessionLog,
  was: SessionLog,
): readonly { readonly field: CorrectedField; readonly was: unknown }[] {
  return [...WHAT, "note" as const]
    .filter((field) => !isSame(now[field], was[field]))
    .map((field) => ({ field, was: was[field] }));
}

/** The same log sent again is no news; another log under an id that is taken is told, never swallowed. */
export function repeatRefusal(command: CommandOf<"logSession">, { sessionLog }: Logs): Refusal | null {
  const stored = sessionLog.find((log) => log.id === command.id);
  if (!stored) return null;
  const isRepeat = [...WHICH, ...WHAT, "note" as const, "supersedesId" as const].every((field) =>
    isSame(command[field], stored[field]),
  );
  return isRepeat ? null : { code: "log_says_something_else" };
}
