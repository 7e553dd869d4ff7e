import { randomUUID } from "node:crypto";
import { decide } from "../../domain/journey/decide.ts";
import type { Refusal } from "../../domain/journey/decision.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord, ProtocolOutline } from "../../domain/journey/facts.ts";
import type { PlanState } from "../../domain/journey/journey.ts";
import { longestRun } from "../../domain/plans/longest-run.ts";
import { levelInVersion } from "../../domain/protocols/move.ts";
import type { Day, Weekday } from "../../domain/shared/day.ts";
import type { Condition } from "../../domain/shared/vocabulary.ts";
import { todayIn } from "../clock.ts";
import { recordOf } from "../journey/act.ts";
import { loadRecord } from "../journey/load-record.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { outlineOfVersion } from "./queries.ts";

/** A mum on an earlier version of a protocol, and what it would mean to take the newer one. */
export type Movable = {
  readonly clientId: string;
  readonly name: string;
  readonly from: { readonly number: number; readonly level: number; readonly title: string };
  readonly to: { readonly level: number; readonly title: string };
  /** Why she may not, as the assignment itself would answer; null when she may. */
  readonly refusal: Refusal | "paused" | null;
  /** The assignment that moves her, ready to be sent. */
  readonly plan: {
    readonly startsOn: Day;
    readonly weekdays: readonly Weekday[];
    readonly mode: "propose" | "auto";
    readonly maxLevel: number | null;
  };
};

/**
 * Everybody who is on an earlier version of this version's protocol: the level she would stand on, and whether she may.
 * Asked of the same decision that will be made. NOT_FOUND for another practice's version.
 */
export async function movable(
  shell: Shell,
  { versionId }: { versionId: string },
): Promise<readonly Movable[]> {
  const { tx, actor } = shell;
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  const outline = await outlineOfVersion(shell, versionId);
  const version = await tx.protocolVersion.findUnique({
    where: { practiceId_id: { practiceId, id: versionId } },
    select: { protocol: { select: { versions: { select: { id: true, number: true } } } }, number: true },
  });
  const earlier = (version?.protocol.versions ?? []).filter((row) => row.number < (version?.number ?? 0));
  const numbers = new Map(earlier.map((row) => [row.id, row.number]));
  const clients = await tx.client.findMany({
    where: {
      practiceId,
      archivedAt: null,
      factPlan: { some: { protocolVersionId: { in: [...numbers.keys()] } } },
    },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const rows: Movable[] = [];
  for (const { id, name } of clients) {
    const record = await loadRecord(tx, id, { lock: false });
    if (record) rows.push(...movesOf(record, { id, name }, outline, numbers, shell.now));
  }
  return rows;
}

function movesOf(
  record: ClientRecord,
  { id, name }: { id: string; name: string },
  outline: ProtocolOutline,
  numbers: ReadonlyMap<string, number>,
  now: Date,
): readonly Movable[] {
  const today = todayIn(record.client.zone, now);
  return deriveJourney(record, today).plans.flatMap((plan): Movable[] => {
    const number = numbers.get(plan.protocolVersionId);
    const before = record.protocols.find((row) => row.versionId === plan.protocolVersionId);
    if (number === undefined || !before) return [];
    const level = levelInVersion(before, outline, plan.level);
    const wish = {
      startsOn: today,
      weekdays: plan.weekdays as readonly Weekday[],
      mode: plan.mode,
      maxLevel: mostInVersion(plan, before, outline),
    };
    return [
      {
        clientId: id,
        name,
        from: { number, level: plan.level, title: before.levels[plan.level]?.title ?? "" },
        to: { level, title: outline.levels[level]?.title ?? "" },
        refusal: plan.paused ? "paused" : refusalOf(record, outline, { ...wish, level }, today),
        plan: wish,
      },
    ];
  });
}

function mostInVersion(plan: PlanState, before: ProtocolOutline, outline: ProtocolOutline): number | null {
  return plan.maxLevel === null ? null : levelInVersion(before, outline, plan.maxLevel);
}

function refusalOf(
  record: ClientRecord,
  outline: ProtocolOutline,
  wish: Movable["plan"] & { readonly level: number },
  today: Day,
): Refusal | null {
  const decision = decide(
    { ...record, protocols: [...record.protocols, outline] },
    {
      type: "assignPlan",
      id: randomUUID(),
      kind: outline.kind,
      protocolVersionId: outline.versionId,
      ...wish,
      weekdays: [...wish.weekdays],
    },
    { today, newId: randomUUID },
  );
  return decision.ok ? null : decision.refusal;
}

/** What a protocol is held against for one mum: her limits, and the longest she ran lately (null: not at all). */
export type Measure = {
  readonly limits: readonly Condition[];
  readonly longestRunMinutes: number | null;
};

export async function measureOf(shell: Shell, { clientId }: { clientId: string }): Promise<Measure> {
  const { record, today } = await recordOf(shell, clientId);
  return {
    limits: deriveJourney(record, today).limits,
    longestRunMinutes: longestRun(record.sessionLog, today),
  };
}
