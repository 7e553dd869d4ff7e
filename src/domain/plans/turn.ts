import type { SessionLog } from "../journey/facts.ts";

/**
 * Which of a level's sessions comes next (A, B, A …), as an index: as many turns on as she has logged at this level of
 * the plan. A log that was corrected counts once.
 */
export function nextTurn(
  logs: readonly SessionLog[],
  planId: string,
  level: number,
  sessions: number,
): number {
  if (sessions <= 1) return 0;
  const replaced = new Set(logs.flatMap((log) => log.supersedesId ?? []));
  const done = logs.filter((log) => log.planId === planId && log.level === level && !replaced.has(log.id));
  return done.length % sessions;
}
