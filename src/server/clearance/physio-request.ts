import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/**
 * The request a physio speaks of: her link's, or by id one she was asked. Row-level security shows her only her own, of
 * clients she has a live link to; everything else is NOT_FOUND.
 */
export async function physioRequest({ tx, actor }: Shell, requestId: string | undefined) {
  const { physioId, practiceId, linkId } = actor;
  if (!physioId || !practiceId) throw notFound();
  const link = linkId
    ? await tx.physioLink.findFirst({ where: { id: linkId }, select: { requestId: true } })
    : null;
  // A link is about one request; naming another one with it is a guess.
  if (link && requestId !== undefined && requestId !== link.requestId) throw notFound();
  const wanted = link?.requestId ?? requestId;
  if (wanted === undefined) throw notFound();
  const request = await tx.request.findFirst({
    where: { id: wanted, physioId },
    include: {
      steps: { select: { step: true, on: true } },
      physio: true,
      client: { select: { id: true, name: true, zone: true, country: true } },
    },
  });
  if (!request) throw notFound();
  return { request, physioId, practiceId };
}
