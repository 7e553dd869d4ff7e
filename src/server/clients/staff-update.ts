import { act, recordOf } from "../journey/act.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

export type Update = {
  readonly clientId: string;
  /** The version the form was filled from. */
  readonly version: number;
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  readonly coachId: string;
  readonly isArchived: boolean;
};

/** The member who changed these details last, or null when nobody has since she was invited. */
export async function lastChangedBy({ tx }: Shell, clientId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<
    { id: string | null }[]
  >`SELECT app.last_changed_by(${clientId}::uuid) AS id`;
  return row?.id ?? null;
}

/**
 * Changes what is not clinical about her. Throws `stale`, with who it was, when somebody changed it since the form was
 * opened: nothing is overwritten unseen. A coach of another practice is NOT_FOUND.
 */
export async function updateClient(shell: Shell, update: Update): Promise<{ version: number }> {
  const { tx, actor, now } = shell;
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  const { clientId, version, name, zone, country, coachId, isArchived } = update;
  const client = await tx.client.findUnique({
    where: { practiceId_id: { practiceId, id: clientId } },
    select: { archivedAt: true },
  });
  const coach = await tx.member.findUnique({
    where: { practiceId_id: { practiceId, id: coachId } },
    select: { leftAt: true },
  });
  if (!client || !coach || coach.leftAt) throw notFound();
  const archivedAt = isArchived ? (client.archivedAt ?? now) : null;
  const { count } = await tx.client.updateMany({
    where: { practiceId, id: clientId, version },
    data: { name, zone, country, coachId, archivedAt, version: version + 1 },
  });
  if (count === 0) throw new Refused({ code: "stale", by: await lastChangedBy(shell, clientId) });
  await tx.$executeRaw`SELECT app.audit('client.updated', ${clientId}::uuid, 'client', ${clientId}, '{}'::jsonb)`;
  return { version: version + 1 };
}

/** Nothing about her baby's age is said to her any more, for good. Nobody asks why. */
export async function endBabyPrompts(shell: Shell, { key, clientId }: { key: string; clientId: string }) {
  const { today } = await recordOf(shell, clientId);
  const said = { kind: "baby_prompts_off", startsOn: today, endsOn: null, note: null } as const;
  await act(shell, clientId, { type: "recordLifeEvent", id: key, ...said });
  return { ok: true as const };
}
