import { contextOf } from "../../domain/journey/context.ts";
import type { ClientRecord, SessionLog } from "../../domain/journey/facts.ts";
import {
  correctableUntil,
  type CorrectedField,
  correctedFields,
  versionsOf,
} from "../../domain/plans/correct-log.ts";
import { type Performance, performanceOf, prescribedBlocks } from "../../domain/journey/performance.ts";
import type { Block } from "../../domain/protocols/blocks.ts";
import { protocolContentSchema, type ProtocolSession } from "../../domain/protocols/grammar.ts";
import { levelAt } from "../../domain/protocols/ladder.ts";
import type { Day } from "../../domain/shared/day.ts";
import { recordOf } from "../journey/act.ts";
import { ownId } from "../journey/self.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { told, type ToldCheck } from "./told.ts";

/** One log with what was planned beside it, and what it said before it was corrected. */
export type LogDetail = Pick<
  SessionLog,
  | "planId"
  | "sessionId"
  | "kind"
  | "level"
  | "minutesTotal"
  | "minutesRun"
  | "minutesWalk"
  | "effort"
  | "completion"
  | "note"
> & {
  /** The newest version's id, whichever was asked for. */
  readonly logId: string;
  readonly day: Day;
  readonly today: Day;
  readonly levelTitle: string | null;
  readonly performance: Performance | null;
  /** What was planned, in the version she took; null when nobody can say any more. */
  readonly planned: readonly Block[] | null;
  readonly until: Day;
  /** Corrections, newest first: when, and what each field said before. */
  readonly changes: readonly {
    readonly at: string;
    readonly was: readonly { readonly field: CorrectedField; readonly was: unknown }[];
  }[];
  readonly told: readonly ToldCheck[];
};

type Which = {
  readonly planId: string | null;
  readonly level: number | null;
  readonly sessionId: string | null;
  readonly performance: Performance | null;
};

/** The session of a protocol that a log speaks of; null when its plan, level or turn is not known. */
export async function plannedSession(
  { tx, actor: { practiceId } }: Shell,
  { planId, level, sessionId, performance }: Which,
): Promise<ProtocolSession | null> {
  if (planId === null || level === null || !practiceId) return null;
  const plan = await tx.plan.findUnique({
    where: { id: planId },
    select: { protocolVersion: { select: { content: true } } },
  });
  const content = plan && protocolContentSchema.safeParse(plan.protocolVersion.content).data;
  const sessions = (content && levelAt(content, level)?.sessions) ?? [];
  if (sessions.length === 1) return sessions[0] ?? null;
  const row =
    performance?.turn === undefined && sessionId !== null
      ? await tx.session.findUnique({ where: { id: sessionId }, select: { turn: true } })
      : null;
  const turn = performance?.turn ?? row?.turn ?? null;
  return turn === null ? null : (sessions[turn] ?? null);
}

function levelTitle({ plan, protocols }: ClientRecord, { planId, level }: SessionLog): string | null {
  const version = plan.find((row) => row.id === planId)?.protocolVersionId;
  const outline = protocols.find((row) => row.versionId === version);
  return outline?.levels[level ?? -1]?.title ?? null;
}

async function detailOf(shell: Shell, clientId: string, logId: string): Promise<LogDetail> {
  const { record, today } = await recordOf(shell, clientId);
  const versions = versionsOf(record, logId);
  const log = versions.at(-1);
  const until = correctableUntil(versions);
  if (!log || !until) throw notFound();
  const performance = performanceOf(log.performance);
  const session = await plannedSession(shell, { ...log, performance });
  const { planId, sessionId, kind, level, minutesTotal, minutesRun, minutesWalk, effort, completion, note } =
    log;
  return {
    logId: log.id,
    planId,
    sessionId,
    kind,
    level,
    day: log.doneOn,
    today,
    minutesTotal,
    minutesRun,
    minutesWalk,
    effort,
    completion,
    note,
    levelTitle: levelTitle(record, log),
    performance,
    planned: session && prescribedBlocks(session, performance ?? {}),
    until,
    changes: versions
      .slice(1)
      .map((now, at) => ({ at: now.recordedAt, was: correctedFields(now, versions[at] ?? now) }))
      .toReversed(),
    told: (contextOf(record, today).checksOfLog.get(log.id) ?? []).map(told),
  };
}

/** A log of a client, as her coach looks at it. */
export function logOf(shell: Shell, { clientId, logId }: { clientId: string; logId: string }) {
  return detailOf(shell, clientId, logId);
}

/** A log of her own. */
export function myLog(shell: Shell, { logId }: { logId: string }) {
  return detailOf(shell, ownId(shell).clientId, logId);
}
