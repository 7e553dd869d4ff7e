import type { Context, JudgedCheck } from "../journey/context.ts";
import type { Plan, ProtocolOutline, SessionLog } from "../journey/facts.ts";
import type { Echo } from "../journey/journey.ts";
import type { Verdict } from "../journey/verdict.ts";
import { addDays, type Day } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";

/** What the rules read in logs: which were impact, how they felt, whether the day after was answered. */
export type Sessions = {
  readonly impact: ReadonlySet<string>;
  readonly pelvicDays: ReadonlySet<Day>;
  /** Answers to "how is it today?" by the day of the impact they speak of: one tap answers for all of that day. */
  readonly echoes: ReadonlyMap<Day, readonly JudgedCheck[]>;
  readonly echo: Echo | null;
};

type LevelOutline = ProtocolOutline["levels"][number];

/** The outline of one level of a plan's protocol, or null when the protocol or the level is not known. */
export function levelOf(context: Context, plan: Plan, level: number): LevelOutline | null {
  const outline = context.record.protocols.find((row) => row.versionId === plan.protocolVersionId);
  return outline?.levels[level] ?? null;
}

/** Reads the logs once. Linear. */
export function readSessions(context: Context): Sessions {
  const impact = impactLogs(context);
  const pelvicDays = new Set<Day>();
  for (const { check, verdict } of context.checks) if (verdict.pelvic.length > 0) pelvicDays.add(check.day);
  const echoes = echoesByDay(context, impact);
  return { impact, pelvicDays, echoes, echo: outstandingEcho(context, impact, echoes) };
}

/** Running is impact always; other sessions when their level says so (hopping, bounding). */
function impactLogs(context: Context): ReadonlySet<string> {
  const plans = new Map(context.record.plan.map((plan) => [plan.id, plan]));
  const outlines = new Map(context.record.protocols.map((outline) => [outline.versionId, outline]));
  const ran = everRan(context.record.sessionLog);
  const found = new Set<string>();
  for (const log of context.logs) {
    const plan = log.planId ? plans.get(log.planId) : undefined;
    const level =
      plan && log.level !== null ? outlines.get(plan.protocolVersionId)?.levels[log.level] : undefined;
    const isRun = log.kind === "walk_run" || log.kind === "technique" || ran.has(log.id);
    if (isRun || level?.impact === true) found.add(log.id);
  }
  return found;
}

/**
 * Logs that told of running in any of their versions: a correction takes the minutes back, not the question how her body
 * was the day after. Logs come as they were recorded, so a version comes after the one it replaces.
 */
function everRan(logs: readonly SessionLog[]): ReadonlySet<string> {
  const ran = new Set<string>();
  for (const { id, minutesRun, supersedesId } of logs) {
    if (minutesRun > 0 || (supersedesId !== null && ran.has(supersedesId))) ran.add(id);
  }
  return ran;
}

/** Answers given after the day of the impact. An answer on the day itself is too early and answers nothing. */
function echoesByDay(context: Context, impact: ReadonlySet<string>): Sessions["echoes"] {
  const byDay = new Map<Day, JudgedCheck[]>();
  for (const log of context.logs) {
    if (!impact.has(log.id)) continue;
    for (const judged of context.checksOfLog.get(log.id) ?? []) {
      if (judged.check.moment !== "next_day" || judged.check.day <= log.doneOn) continue;
      const list = byDay.get(log.doneOn);
      if (list) list.push(judged);
      else byDay.set(log.doneOn, [judged]);
    }
  }
  return byDay;
}

/** The last impact whose day after nobody has answered, or null. No answer means hold, never pass. */
function outstandingEcho(
  context: Context,
  impact: ReadonlySet<string>,
  echoes: Sessions["echoes"],
): Echo | null {
  let last: SessionLog | null = null;
  for (const log of context.logs) if (impact.has(log.id)) last = log;
  if (!last || echoes.has(last.doneOn)) return null;
  return { logId: last.id, doneOn: last.doneOn, dueOn: addDays(last.doneOn, ruleValue("echo_after_days")) };
}

export type SessionQuality =
  /** Done as planned and felt well, the day after included. */
  | { readonly kind: "clean" }
  /** Felt well so far, but something was not answered yet. */
  | { readonly kind: "unanswered" }
  | { readonly kind: "not_clean"; readonly verdict: Verdict | null };

/** How a session counts towards the next level. A session with any pelvic symptom never does. */
export function qualityOf(context: Context, sessions: Sessions, log: SessionLog): SessionQuality {
  const linked = context.checksOfLog.get(log.id) ?? [];
  const isImpact = sessions.impact.has(log.id);
  const echoes = isImpact ? (sessions.echoes.get(log.doneOn) ?? []) : [];
  const worst = worstOf(linked) ?? worstOf(echoes);
  if (worst) return { kind: "not_clean", verdict: worst };
  // A symptom told at any time on the day or the day after belongs to the impact of that day.
  if (isImpact && isPelvicDay(sessions, log.doneOn)) return { kind: "not_clean", verdict: null };
  if (log.completion !== "as_planned" && log.completion !== "extra")
    return { kind: "not_clean", verdict: null };
  if (!linked.some(({ check }) => check.moment === "after")) return { kind: "unanswered" };
  if (isImpact && echoes.length === 0) return { kind: "unanswered" };
  return { kind: "clean" };
}

function isPelvicDay({ pelvicDays }: Sessions, day: Day): boolean {
  return pelvicDays.size > 0 && (pelvicDays.has(day) || pelvicDays.has(addDays(day, 1)));
}

function worstOf(checks: readonly JudgedCheck[]): Verdict | null {
  const red = checks.find(({ verdict }) => verdict.light === "red");
  const amber = checks.find(({ verdict }) => verdict.light === "amber");
  return (red ?? amber)?.verdict ?? null;
}
