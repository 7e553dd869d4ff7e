import { latestBirth } from "../clearance/standing.ts";
import type { Day } from "../shared/day.ts";
import { daysBetween } from "../shared/day.ts";
import { newest } from "../shared/newest.ts";
import { judge } from "../symptoms/judge.ts";
import { painBandsOf } from "../symptoms/pain-bands.ts";
import type { Birth, ClientRecord, Goal, Intake, SessionLog, SymptomCheck } from "./facts.ts";
import type { Verdict } from "./verdict.ts";

export type JudgedCheck = { readonly check: SymptomCheck; readonly verdict: Verdict };

/** Her facts, read once: what every part of the derivation asks for, indexed in one pass. */
export type Context = {
  readonly record: ClientRecord;
  readonly day: Day;
  readonly birth: Birth | null;
  /** Evidence counts from here: her latest birth. Null while no birth is known. */
  readonly since: Day | null;
  readonly goal: Goal | null;
  /** The intake of this journey: one from before the latest birth does not count. */
  readonly intake: Intake | null;
  /** Logs that no later log replaced, of this journey, by day then time of recording. */
  readonly logs: readonly SessionLog[];
  readonly checks: readonly JudgedCheck[];
  readonly checksOfLog: ReadonlyMap<string, readonly JudgedCheck[]>;
};

/** Reads a record for a day. Linear in her facts. */
export function contextOf(record: ClientRecord, day: Day): Context {
  const birth = latestBirth(record);
  const since = birth?.bornOn ?? null;
  const checks = judgedChecks(record, since);
  return {
    record,
    day,
    birth,
    since,
    goal: newest(record.goal),
    intake: newest(record.intake, (row) => since === null || row.completedOn >= since),
    logs: effectiveLogs(record, since),
    checks,
    checksOfLog: byLog(record, checks),
  };
}

function effectiveLogs(record: ClientRecord, since: Day | null): readonly SessionLog[] {
  const replaced = new Set<string>();
  for (const log of record.sessionLog) if (log.supersedesId) replaced.add(log.supersedesId);
  return record.sessionLog
    .filter((log) => !replaced.has(log.id) && (since === null || log.doneOn >= since))
    .toSorted(
      (a, b) => compare(a.doneOn, b.doneOn) || compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function judgedChecks(record: ClientRecord, since: Day | null): readonly JudgedCheck[] {
  const judged: JudgedCheck[] = [];
  for (const check of record.symptomCheck) {
    if (since === null || check.day >= since)
      judged.push({ check, verdict: verdictOf(record, check, since) });
  }
  return judged;
}

function verdictOf(record: ClientRecord, check: SymptomCheck, since: Day | null): Verdict {
  if (check.findings.length === 0) return judge(check.findings, null);
  const days = since === null ? null : daysBetween(since, check.day);
  return judge(check.findings, days, painBandsOf(record, check.recordedAt));
}

/** Checks by the log they speak of. A check of a replaced log speaks of the one that replaced it. */
function byLog(
  record: ClientRecord,
  checks: readonly JudgedCheck[],
): ReadonlyMap<string, readonly JudgedCheck[]> {
  const replacedBy = new Map<string, string>();
  for (const log of record.sessionLog) if (log.supersedesId) replacedBy.set(log.supersedesId, log.id);
  // Few checks name only their session: the index is made when the first one does.
  let bySession: ReadonlyMap<string, string> | undefined;
  const logOf = (sessionId: string) => {
    bySession ??= logsBySession(record);
    return bySession.get(sessionId);
  };
  const found = new Map<string, JudgedCheck[]>();
  for (const judged of checks) {
    const { logId: ofLog, sessionId } = judged.check;
    const named = ofLog ?? (sessionId && logOf(sessionId));
    if (!named) continue;
    const logId = replacedBy.size > 0 ? lastInChain(named, replacedBy) : named;
    const list = found.get(logId);
    if (list) list.push(judged);
    else found.set(logId, [judged]);
  }
  return found;
}

function logsBySession(record: ClientRecord): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const log of record.sessionLog) if (log.sessionId) found.set(log.sessionId, log.id);
  return found;
}

/** The last log that replaced `id`. Shortens the chain behind it, so that a long one is walked once. */
function lastInChain(id: string, replacedBy: Map<string, string>): string {
  const visited = new Set<string>();
  let at = id;
  for (;;) {
    const next = replacedBy.get(at);
    if (next === undefined || visited.has(next)) break;
    visited.add(at);
    at = next;
  }
  for (const passed of visited) replacedBy.set(passed, at);
  return at;
}
