import { addDays, daysBetween, type Day } from "../../shared/day.ts";
import type { ClientRecord, PlanChange, SessionLog } from "../facts.ts";
import type { Evening } from "./life.ts";

/** The first step up of today that was not earned, counted plainly from the facts, or null. */
export function firstUnearned({ attempts, today }: Evening): string | null {
  for (const { decision, before } of attempts) {
    if (!decision.ok) continue;
    // A step up may follow from the very log or answer it came with.
    const logs = [...before.sessionLog, ...rowsOf(decision.events, "sessionLog")];
    const checks = [...before.symptomCheck, ...rowsOf(decision.events, "symptomCheck")];
    const after = { ...before, sessionLog: logs, symptomCheck: checks } as unknown as ClientRecord;
    for (const change of rowsOf(decision.events, "planChange")) {
      const wrong = unearned(after, change as unknown as PlanChange, today);
      if (wrong) return wrong;
    }
  }
  return null;
}

function rowsOf(
  events: readonly { readonly fact: string; readonly row: object }[],
  fact: string,
): readonly object[] {
  return events.filter((event) => event.fact === fact).map((event) => event.row);
}

function unearned(record: ClientRecord, change: PlanChange, today: Day): string | null {
  const plan = record.plan.find((row) => row.id === change.planId);
  if (plan?.kind !== "walk_run" || change.change !== "level") return null;
  const earlier = record.planChange.filter((row) => row.planId === plan.id && row.change === "level");
  const from = earlier.at(-1)?.level ?? plan.level;
  const to = change.level ?? from;
  if (to <= from) return null;
  if (to !== from + 1) return `from level ${from} to ${to}`;
  const since = earlier.at(-1)?.on ?? plan.startsOn;
  const clean = cleanDays(record, plan.id, from, since);
  if (clean < 2) return `level ${to} after ${clean} clean sessions`;
  const ups = earlier.filter(
    (row, index) =>
      row.on > addDays(today, -7) && (row.level ?? 0) > (earlier[index - 1]?.level ?? plan.level),
  );
  return ups.length >= 2 ? `${ups.length + 1} steps up in a week` : null;
}

/** Days with a clean session at the level, each with a day of rest before it. */
function cleanDays(record: ClientRecord, planId: string, level: number, since: Day): number {
  const replaced = new Set(record.sessionLog.map((log) => log.supersedesId));
  const days = record.sessionLog
    .filter(
      (log) => log.planId === planId && log.level === level && log.doneOn >= since && !replaced.has(log.id),
    )
    .filter((log) => log.completion === "as_planned" || log.completion === "extra")
    .filter((log) => isClean(record, log))
    .map((log) => log.doneOn)
    .toSorted();
  let count = 0;
  let last: Day | null = null;
  for (const on of days) {
    if (last !== null && daysBetween(last, on) < 2) continue;
    count += 1;
    last = on;
  }
  return count;
}

/** Asked after it and the day after it, and nothing felt that is more than a little. */
function isClean(record: ClientRecord, log: SessionLog): boolean {
  const said = record.symptomCheck.filter(
    (check) => check.logId === log.id || (check.sessionId !== null && check.sessionId === log.sessionId),
  );
  const sameDay = new Set(record.sessionLog.filter((row) => row.doneOn === log.doneOn).map((row) => row.id));
  const echoes = record.symptomCheck.filter(
    (check) =>
      check.moment === "next_day" &&
      check.logId !== null &&
      sameDay.has(check.logId) &&
      check.day > log.doneOn,
  );
  const isFine = [...said, ...echoes].every((check) =>
    check.findings.every((finding) =>
      finding.kind === "pain"
        ? finding.level <= 3
        : finding.kind === "symptom" && finding.symptom === "bleeding_period",
    ),
  );
  return isFine && echoes.length > 0 && said.some((check) => check.moment === "after");
}
