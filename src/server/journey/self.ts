import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** Her own ids; every procedure of a mum is about nobody else. NOT_FOUND for an actor who is no mum. */
export function ownId(shell: Shell): { practiceId: string; clientId: string } {
  const { practiceId, clientId } = shell.actor;
  if (!practiceId || !clientId) throw notFound();
  return { practiceId, clientId };
}

/** Names of her coaches and of the physios who were asked about her: all she may see of them, by id. */
export async function namesOf(shell: Shell, practiceId: string): Promise<ReadonlyMap<string, string>> {
  const members = await shell.tx.member.findMany({ where: { practiceId }, select: { id: true, name: true } });
  const physios = await shell.tx.physio.findMany({ where: { practiceId }, select: { id: true, name: true } });
  return new Map([...members, ...physios].map(({ id, name }) => [id, name]));
}

/** Who she is and who looks after her. */
export async function whoIsSelf(shell: Shell) {
  const { practiceId, clientId } = ownId(shell);
  const row = await shell.tx.client.findUnique({
    where: { practiceId_id: { practiceId, id: clientId } },
    select: {
      name: true,
      country: true,
      zone: true,
      coach: { select: { name: true } },
      practice: { select: { name: true, isDemo: true } },
    },
  });
  if (!row) throw notFound();
  const { name, country, zone, coach, practice } = row;
  return {
    id: clientId,
    name,
    country,
    zone,
    coach: coach.name,
    practice: practice.name,
    isDemo: practice.isDemo,
  };
}
