import type { Context, JudgedCheck } from "../journey/context.ts";
import type { Plan, ProtocolOutline, SessionLog } from "../journey/facts.ts";
import type { Echo } from "../journey/journey.ts";
import type { Verdict } from "../journey/verdict.ts";
import { addDays, type Day } from "../shared/day.ts";

/** What the rules read in logs: which were impact, how they felt, whether the day after was answered. */
export type Sessions = {
  readonly impact: ReadonlySet<string>;
  readonly pelvicDays: ReadonlySet<Day>;
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
  return { impact, pelvicDays, echo: outstandingEcho(context, impact) };
}

/** Running is impact always; other sessions when their level says so (hopping, bounding). */
function impactLogs(context: Context): ReadonlySet<string> {
  const plans = new Map(context.record.plan.map((plan) => [plan.id, plan]));
  const outlines = new Map(context.record.protocols.map((outline) => [outline.versionId, outline]));
  const found = new Set<string>();
  for (const log of context.logs) {
    const plan = log.planId ? plans.get(log.planId) : undefined;
    const level =
      plan && log.level !== null ? outlines.get(plan.protocolVersionId)?.levels[log.level] : undefined;
    const isRun = log.kind === "walk_run" || log.kind === "technique" || log.minutesRun > 0;
    if (isRun || level?.impact === true) found.add(log.id);
  }
  return found;
}

/** Was "how is it today?" answered after the day of the log? An answer on the day itself is too early. */
function hasEcho(context: Context, log: SessionLog): boolean {
  const linked = context.checksOfLog.get(log.id) ?? NONE;
  return linked.some(({ check }) => check.moment === "next_day" && check.day > log.doneOn);
}

const NONE: readonly JudgedCheck[] = [];

/** The last impact session whose day after nobody has answered, or null. No answer means hold, never pass. */
function outstandingEcho(context: Context, impact: ReadonlySet<string>): Echo | null {
  let last: SessionLog | null = null;
  for (const log of context.logs) if (impact.has(log.id)) last = log;
  if (!last) return null;
  const { id, doneOn } = last;
  const isAnswered = context.logs.some(
    (log) => log.doneOn === doneOn && impact.has(log.id) && hasEcho(context, log),
  );
  return isAnswered ? null : { logId: id, doneOn, dueOn: addDays(doneOn, 1) };
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
  const bad = linked.find(({ verdict }) => verdict.light !== "green");
  if (bad) return { kind: "not_clean", verdict: worstOf(linked) };
  const isImpact = sessions.impact.has(log.id);
  // A symptom told at any time on the day or the day after belongs to the impact of that day.
  if (isImpact && isPelvicDay(sessions, log.doneOn)) return { kind: "not_clean", verdict: null };
  if (log.completion !== "as_planned" && log.completion !== "extra")
    return { kind: "not_clean", verdict: null };
  if (!linked.some(({ check }) => check.moment === "after")) return { kind: "unanswered" };
  if (isImpact && !hasEcho(context, log)) return { kind: "unanswered" };
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
