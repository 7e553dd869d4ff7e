import { randomUUID } from "node:crypto";
import { withLadders } from "../../domain/journey/ladders.ts";
import { decide } from "../../domain/journey/decide.ts";
import type { Refusal } from "../../domain/journey/decision.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord, ProtocolOutline } from "../../domain/journey/facts.ts";
import { usualDays } from "../../domain/plans/usual-days.ts";
import type { Day, Weekday } from "../../domain/shared/day.ts";
import { todayIn } from "../clock.ts";
import { loadRecord } from "../journey/load-record.ts";
import { record as write } from "../journey/record.ts";
import { ensureLibrary } from "../protocols/library.ts";
import { outlineOfVersion } from "../protocols/queries.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

type Wish = {
  readonly protocolVersionId: string;
  readonly clientIds: readonly string[];
  readonly level: number;
  /** Null: each of them begins on her own today. */
  readonly startsOn: Day | null;
};

/** One mum of a bulk action: what became, or would become, of it, and why not. */
export type BulkRow = {
  readonly clientId: string;
  readonly name: string;
  /** Null when it may be; the words for it are the refusal's. */
  readonly refusal: Refusal | null;
  readonly weekdays: readonly Weekday[];
  /** The plan of the same kind that ends with it. */
  readonly replaces: string | null;
  /** The plan that came to be; null in a preview, and when refused. */
  readonly planId: string | null;
};

type Judged = {
  readonly record: ClientRecord;
  readonly today: Day;
  readonly row: BulkRow;
  readonly events: Extract<ReturnType<typeof decide>, { ok: true }>["events"];
};

/** The decision on each of them, each with her own today and on days that suit her other plans. */
async function judged(
  shell: Shell,
  { clientIds, level, startsOn }: Wish,
  outline: ProtocolOutline,
  lock: boolean,
): Promise<readonly Judged[]> {
  const ids = [...new Set(clientIds)].toSorted();
  const names = new Map(
    (await shell.tx.client.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map(
      (row) => [row.id, row.name],
    ),
  );
  const found: Judged[] = [];
  // In the order of their ids, so that two such changes cannot wait for each other.
  for (const clientId of ids) {
    const loaded = await loadRecord(shell.tx, clientId, { lock });
    if (!loaded) throw notFound();
    const record = withLadders(loaded, [outline]);
    const today = todayIn(record.client.zone, shell.now);
    const { plans } = deriveJourney(record, today);
    const walking = plans.find((plan) => plan.kind === "walking")?.weekdays ?? [];
    const weekdays = usualDays(outline.kind, walking);
    const id = randomUUID();
    const { kind, versionId: protocolVersionId } = outline;
    const plan = {
      id,
      kind,
      protocolVersionId,
      startsOn: startsOn ?? today,
      level,
      mode: "propose",
      maxLevel: null,
    } as const;
    const decision = decide(
      record,
      { ...plan, type: "assignPlan", weekdays: [...weekdays] },
      { today, newId: randomUUID },
    );
    const replaces = plans.find((row) => row.kind === kind)?.title ?? null;
    const row = {
      clientId,
      name: names.get(clientId) ?? "",
      refusal: decision.ok ? null : decision.refusal,
      weekdays,
      replaces,
      planId: decision.ok ? id : null,
    };
    found.push({ record, today, row, events: decision.ok ? decision.events : [] });
  }
  return found.toSorted((a, b) => a.row.name.localeCompare(b.row.name, "en"));
}

/** Who may be assigned this, who may not, and why: before anything is pressed. */
export async function previewAssign(shell: Shell, wish: Wish) {
  const outline = await outlineOfVersion(shell, wish.protocolVersionId);
  const rows = (await judged(shell, wish, outline, false)).map(({ row }) => ({ ...row, planId: null }));
  return { title: outline.title, kind: outline.kind, rows };
}

/** Assigns to all who may; who may not is told with her reason, and keeps nobody else waiting. */
export async function assignMany(shell: Shell, wish: Wish & { readonly key: string }) {
  const { tx, actor } = shell;
  if (!actor.practiceId) throw notFound();
  await ensureLibrary(tx, actor.practiceId);
  const outline = await outlineOfVersion(shell, wish.protocolVersionId);
  const all = await judged(shell, wish, outline, true);
  for (const { record, today, events } of all) await write(tx, record, actor.practiceId, events, today);
  return { title: outline.title, kind: outline.kind, rows: all.map(({ row }) => row) };
}

type Undo = {
  readonly key: string;
  readonly plans: readonly { readonly clientId: string; readonly planId: string }[];
};

/** Takes plans that were just assigned back, and what they replaced up again; who has begun since keeps hers. */
export async function undoAssign(shell: Shell, { plans }: Undo) {
  const { tx, actor } = shell;
  if (!actor.practiceId) throw notFound();
  const rows: { readonly clientId: string; readonly refusal: Refusal | null }[] = [];
  for (const { clientId, planId } of plans.toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))) {
    const record = await loadRecord(tx, clientId, { lock: true });
    if (!record) throw notFound();
    const today = todayIn(record.client.zone, shell.now);
    const command = { type: "undoAssign", id: randomUUID(), planId } as const;
    const decision = decide(record, command, { today, newId: randomUUID });
    if (decision.ok) await write(tx, record, actor.practiceId, decision.events, today);
    rows.push({ clientId, refusal: decision.ok ? null : decision.refusal });
  }
  return { rows };
}
