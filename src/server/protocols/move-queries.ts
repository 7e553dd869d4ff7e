import { randomUUID } from "node:crypto";
import { decide } from "../../domain/journey/decide.ts";
import type { Refusal } from "../../domain/journey/decision.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import { daysOf, type Move, moveOf, type Target } from "../../domain/journey/move-version.ts";
import type { ProgressReason } from "../../domain/journey/reasons.ts";
import { longestRun } from "../../domain/plans/longest-run.ts";
import { changeOf, type LevelChange } from "../../domain/protocols/change.ts";
import type { ProtocolContent } from "../../domain/protocols/grammar.ts";
import { levelAt } from "../../domain/protocols/ladder.ts";
import { type ChangedDay, changedDays } from "../../domain/protocols/move.ts";
import type { Day } from "../../domain/shared/day.ts";
import type { Condition } from "../../domain/shared/vocabulary.ts";
import { todayIn } from "../clock.ts";
import { recordOf } from "../journey/act.ts";
import { loadRecord } from "../journey/load-record.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { targetOf } from "./move-target.ts";

/** A mum on an earlier version of a protocol, and what it would mean to take the newer one. */
export type Movable = {
  readonly clientId: string;
  readonly name: string;
  readonly from: { readonly number: number; readonly level: number; readonly title: string };
  readonly to: { readonly level: number; readonly title: string };
  /** Why she lands lower than she stands, where the rules had her go back. */
  readonly back: ProgressReason | null;
  /** Clean sessions at her level: counted anew under the new plan. */
  readonly cleanSessions: number;
  /** Why she may not, as the assignment itself would answer; null when she may. */
  readonly refusal: Refusal | NonNullable<Move["stays"]> | null;
  /** What her level asks that it did not ask; null when nothing. */
  readonly change: LevelChange | null;
  readonly days: readonly ChangedDay[];
};

/** A mum who was moved and has not begun: she can be put back. */
export type TakenBack = {
  readonly clientId: string;
  readonly name: string;
  readonly planId: string;
  readonly level: { readonly number: number; readonly title: string };
};

export type Movables = { readonly movable: readonly Movable[]; readonly moved: readonly TakenBack[] };

/**
 * Everybody who is on an earlier version of this version's protocol, or was moved from one and has not begun: where she
 * would stand, what changes in her next days, whether she may. Asked of the same decisions that will be made. NOT_FOUND
 * for another practice's version.
 */
export async function movable(shell: Shell, { versionId }: { versionId: string }): Promise<Movables> {
  const { tx, actor } = shell;
  const { practiceId } = actor;
  const target = await targetOf(shell, versionId);
  if (!practiceId) throw notFound();
  const contents = await contentsOf(shell, practiceId, [versionId, ...target.earlier.keys()]);
  const clients = await tx.client.findMany({
    where: {
      practiceId,
      archivedAt: null,
      factPlan: { some: { protocolVersionId: { in: [...target.earlier.keys()] } } },
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const movables: Movable[] = [];
  const moved: TakenBack[] = [];
  for (const { id: clientId, name } of clients) {
    const record = await loadRecord(tx, clientId, { lock: false });
    if (!record) continue;
    const today = todayIn(record.client.zone, shell.now);
    const move = moveOf(record, today, target, randomUUID);
    if (move) movables.push({ clientId, name, ...toldOf(move, contents) });
    else moved.push(...takenBack(record, today, target).map((row) => ({ clientId, name, ...row })));
  }
  return { movable: movables, moved };
}

type Contents = ReadonlyMap<string, ProtocolContent>;

async function contentsOf({ tx }: Shell, practiceId: string, ids: readonly string[]): Promise<Contents> {
  const rows = await tx.protocolVersion.findMany({
    where: { practiceId, id: { in: [...ids] } },
    select: { id: true, content: true },
  });
  return new Map(rows.map((row) => [row.id, row.content as unknown as ProtocolContent]));
}

function contentLevel(contents: Contents, { versionId }: { readonly versionId: string }, at: number) {
  const content = contents.get(versionId);
  return content ? levelAt(content, at) : null;
}

function toldOf(move: Move, contents: Contents): Omit<Movable, "clientId" | "name"> {
  const { plan, number, from, to, level, back, stays, decision } = move;
  const [old, now] = [
    contentLevel(contents, from.outline, plan.level),
    contentLevel(contents, to.outline, level),
  ];
  const change = old && now ? changeOf(old, now) : null;
  const { before, after } = daysOf(move, randomUUID);
  return {
    from: { number, level: plan.level, title: from.outline.levels[plan.level]?.title ?? "" },
    to: { level, title: to.outline.levels[level]?.title ?? "" },
    back,
    cleanSessions: plan.cleanSessions,
    refusal: stays ?? (decision.ok ? null : decision.refusal),
    change: change && change.changes.length > 0 ? change : null,
    days: changedDays(before, after),
  };
}

/** Plans of the new version that took the place of one of an earlier version and can be taken back. */
function takenBack(
  record: ClientRecord,
  today: Day,
  { outline, earlier }: Target,
): readonly Omit<TakenBack, "clientId" | "name">[] {
  const plan = deriveJourney(record, today).plans.find((row) => row.protocolVersionId === outline.versionId);
  if (!plan) return [];
  const command = { type: "undoAssign", id: randomUUID(), planId: plan.planId } as const;
  const decision = decide(record, command, { today, newId: randomUUID });
  const back =
    decision.ok && decision.events.find((row) => row.fact === "planChange" && row.row.change === "resume");
  const replaced =
    back && back.fact === "planChange" ? record.plan.find((row) => row.id === back.row.planId) : null;
  if (!replaced || !earlier.has(replaced.protocolVersionId)) return [];
  return [{ planId: plan.planId, level: { number: plan.level, title: plan.levelTitle } }];
}

/** What a protocol is held against for one mum: what is shut, her limits, the longest she ran lately (null: not at all). */
export type Measure = {
  /** Kinds that may not begin today: running, or looking at it. */
  readonly shut: readonly ("walk_run" | "technique")[];
  readonly limits: readonly Condition[];
  readonly longestRunMinutes: number | null;
};

export async function measureOf(shell: Shell, { clientId }: { clientId: string }): Promise<Measure> {
  const { record, today } = await recordOf(shell, clientId);
  const { limits, lock, techniqueLock } = deriveJourney(record, today);
  return {
    shut: [
      ...(lock.open ? [] : (["walk_run"] as const)),
      ...(techniqueLock.open ? [] : (["technique"] as const)),
    ],
    limits,
    longestRunMinutes: longestRun(record.sessionLog, today),
  };
}
