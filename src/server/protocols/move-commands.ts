import { randomUUID } from "node:crypto";
import { decide } from "../../domain/journey/decide.ts";
import type { Refusal } from "../../domain/journey/decision.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import { handed, type Move, moveOf } from "../../domain/journey/move-version.ts";
import { todayIn } from "../clock.ts";
import { loadRecord } from "../journey/load-record.ts";
import { record as write } from "../journey/record.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { targetOf } from "./move-target.ts";

/**
 * What became of one mum: her new plan, or why not. `changed`: she no longer stands where she stood when it was looked at.
 */
export type Moved = {
  readonly clientId: string;
  readonly refusal: Refusal | NonNullable<Move["stays"]> | "changed" | null;
  readonly planId: string | null;
};

type Wish = {
  readonly key: string;
  readonly versionId: string;
  /** Each with the level of the new version that was shown for her. */
  readonly clients: readonly { readonly clientId: string; readonly level: number }[];
};

/** In the order of their ids, so that two such changes cannot wait for each other; each mum once, her row locked. */
async function each<T extends { readonly clientId: string }, R>(
  shell: Shell,
  rows: readonly T[],
  work: (row: T, record: ClientRecord, practiceId: string) => Promise<R>,
): Promise<readonly R[]> {
  const { practiceId } = shell.actor;
  if (!practiceId) throw notFound();
  const once = new Map(rows.map((row) => [row.clientId, row]));
  const done: R[] = [];
  for (const row of [...once.values()].toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))) {
    const record = await loadRecord(shell.tx, row.clientId, { lock: true });
    if (!record) throw notFound();
    done.push(await work(row, record, practiceId));
  }
  return done;
}

/**
 * Moves mums to a version of the protocol they are on: each gets the new version as a plan from today, and what was set
 * by hand in her calendar goes along. Who may not is told why and keeps nobody else waiting.
 */
export async function moveMany(shell: Shell, { versionId, clients }: Wish) {
  const target = await targetOf(shell, versionId);
  const rows = await each(shell, clients, async ({ clientId, level }, loaded, practiceId): Promise<Moved> => {
    const not = (refusal: Moved["refusal"]): Moved => ({ clientId, refusal, planId: null });
    const move = moveOf(loaded, todayIn(loaded.client.zone, shell.now), target, randomUUID);
    if (!move || move.level !== level) return not("changed");
    if (move.stays) return not(move.stays);
    const { decision, record, from, to, today } = move;
    if (!decision.ok) return not(decision.refusal);
    await write(shell.tx, handed(record, from, to, randomUUID), practiceId, decision.events, today);
    return { clientId, refusal: null, planId: to.planId };
  });
  return { rows };
}

type Undo = {
  readonly key: string;
  readonly plans: readonly { readonly clientId: string; readonly planId: string }[];
};

/** Puts mums back on the plan they were moved from, where it stood; who has begun with the new one keeps it. */
export async function undoMoves(shell: Shell, { plans }: Undo) {
  const rows = await each(shell, plans, async ({ clientId, planId }, record, practiceId): Promise<Moved> => {
    const today = todayIn(record.client.zone, shell.now);
    const command = { type: "undoAssign", id: randomUUID(), planId } as const;
    const decision = decide(record, command, { today, newId: randomUUID });
    if (!decision.ok) return { clientId, refusal: decision.refusal, planId: null };
    const back = decision.events.flatMap((event) =>
      event.fact === "planChange" && event.row.change === "resume" ? [event.row.planId] : [],
    )[0];
    const from = planOf(record, planId);
    const to = back === undefined ? null : planOf(record, back);
    const carried = from && to ? handed(record, from, to, randomUUID) : record;
    await write(shell.tx, carried, practiceId, decision.events, today);
    return { clientId, refusal: null, planId: back ?? null };
  });
  return { rows };
}

function planOf({ plan, protocols }: ClientRecord, planId: string) {
  const version = plan.find((row) => row.id === planId)?.protocolVersionId;
  const outline = protocols.find((row) => row.versionId === version);
  return outline ? { planId, outline } : null;
}
