import { z } from "zod";
import { daySchema } from "../../domain/shared/day.ts";
import { HOUSE_BANDS } from "../../domain/symptoms/pain-bands.ts";
import { dayOf } from "../clock.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** Her traffic light of pain, and since when it is her own; null: the house's. */
export const painSchema = z.object({ greenMax: z.int(), amberMax: z.int(), setOn: daySchema.nullable() });

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
      factPainBands: { orderBy: { recordedAt: "desc" }, take: 1 },
    },
  });
  if (!row) throw notFound();
  const { name, country, zone, coach, practice, factPainBands } = row;
  const [bands] = factPainBands;
  return {
    id: clientId,
    name,
    country,
    zone,
    coach: coach.name,
    practice: practice.name,
    isDemo: practice.isDemo,
    pain:
      bands && (bands.greenMax < HOUSE_BANDS.greenMax || bands.amberMax < HOUSE_BANDS.amberMax)
        ? { greenMax: bands.greenMax, amberMax: bands.amberMax, setOn: dayOf(bands.setOn) }
        : { ...HOUSE_BANDS, setOn: null },
  };
}
