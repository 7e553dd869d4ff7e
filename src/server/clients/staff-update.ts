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

/**
 * Changes what is not clinical about her. Throws `stale` when somebody changed it since the form was opened: nothing is
 * overwritten unseen. A coach of another practice is NOT_FOUND.
 */
export async function updateClient({ tx, actor, now }: Shell, update: Update): Promise<{ version: number }> {
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
  if (count === 0) throw new Refused({ code: "stale", by: null });
  await tx.$executeRaw`SELECT app.audit('client.updated', ${clientId}::uuid, 'client', ${clientId}, '{}'::jsonb)`;
  return { version: version + 1 };
}
