import { randomUUID } from "node:crypto";
import type { Day } from "../../domain/shared/day.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

export type PutAway = {
  readonly key: string;
  readonly clientId: string;
  /** The reasons she saw; one that came in meanwhile stays. */
  readonly seen: readonly { readonly code: string; readonly source: string }[];
  /** Null: handled. A day: back on that day. */
  readonly until: Day | null;
};

/**
 * Handled, or put off until a day. Marks say what the coach did about a reason and change nothing about the mum; a red
 * flag that nobody acknowledged ignores them.
 * @returns ids to undo with
 */
export async function putAway(shell: Shell, { clientId, seen, until }: PutAway) {
  const { tx, actor } = shell;
  const { practiceId, memberId } = actor;
  const client = await tx.client.findFirst({ where: { id: clientId }, select: { id: true } });
  if (!client || !practiceId || !memberId) throw notFound();
  const state = until === null ? "handled" : "snoozed";
  const rows = seen.map(({ code, source }) => ({ id: randomUUID(), reason: code, fact_id: source }));
  const marked = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO task (id, practice_id, client_id, reason, fact_id, state, until, by_member_id)
    SELECT r.id, ${practiceId}::uuid, ${clientId}::uuid, r.reason, r.fact_id, ${state}::task_state, ${until}::date, ${memberId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, reason text, fact_id text)
    ON CONFLICT (practice_id, client_id, reason, fact_id)
    DO UPDATE SET state = excluded.state, until = excluded.until, by_member_id = excluded.by_member_id, at = now()
    RETURNING id`;
  await tx.$executeRaw`SELECT app.audit(${`task.${state}`}, ${clientId}::uuid, 'task', NULL, ${JSON.stringify({ reasons: seen.map((row) => row.code) })}::jsonb)`;
  return { taskIds: marked.map((row) => row.id) };
}

/** Takes it back: the reasons are in the queue again. Nothing to undo is fine. */
export async function undo(shell: Shell, input: { clientId: string; taskIds: readonly string[] }) {
  const { tx } = shell;
  const client = await tx.client.findFirst({ where: { id: input.clientId }, select: { id: true } });
  if (!client) throw notFound();
  await tx.task.deleteMany({ where: { clientId: input.clientId, id: { in: [...input.taskIds] } } });
  await tx.$executeRaw`SELECT app.audit('task.undone', ${input.clientId}::uuid, 'task', NULL, '{}'::jsonb)`;
  return { ok: true as const };
}
