import { dayOf, todayIn } from "../../clock.ts";
import { notFound } from "../../trpc/errors.ts";
import type { Shell } from "../../trpc/procedures.ts";
import { physioRequest } from "../physio-request.ts";
import { askedBy } from "../physio-view.ts";

const about = {
  physio: true,
  client: { select: { id: true, name: true, zone: true } },
} as const;

async function practiceOf({ tx, actor }: Shell): Promise<{ name: string }> {
  const practice = await tx.practice.findFirst({
    where: { id: actor.practiceId ?? "" },
    select: { name: true },
  });
  if (!practice) throw notFound();
  return practice;
}

/** A request a letter is about. Her coach, she herself and the physio it went to find it; for everybody else it does not exist. */
export async function requestSource(shell: Shell, requestId: string) {
  // A physio's link is about one request and no other.
  if (shell.actor.role === "physio") await physioRequest(shell, requestId);
  const row = await shell.tx.request.findFirst({ where: { id: requestId }, include: about });
  if (!row) throw notFound();
  const { client, physio, ...request } = row;
  return {
    practice: await practiceOf(shell),
    client,
    physio,
    today: todayIn(client.zone, shell.now),
    request: {
      kind: request.kind,
      reason: request.reason,
      askedBy: await askedBy(shell, { ...request, client }),
      askedOn: dayOf(request.askedOn),
      dueOn: dayOf(request.dueOn),
    },
  };
}
export type RequestSource = Awaited<ReturnType<typeof requestSource>>;

/** A sign-off a paper is about. Her coach, she herself and the physio who signed it find it. */
export async function signOffSource(shell: Shell, clearanceId: string) {
  const { role, physioId } = shell.actor;
  const row = await shell.tx.clearance.findFirst({
    where: { id: clearanceId, ...(role === "physio" ? { physioId: physioId ?? "" } : {}) },
    include: {
      ...about,
      assessment: true,
      withdrawals: { select: { withdrawnOn: true } },
    },
  });
  if (!row) throw notFound();
  const newest = await shell.tx.clearance.findFirst({
    where: { clientId: row.clientId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return {
    practice: await practiceOf(shell),
    row,
    client: row.client,
    physio: row.physio,
    today: todayIn(row.client.zone, shell.now),
    isNewest: newest?.id === row.id,
  };
}
export type SignOffSource = Awaited<ReturnType<typeof signOffSource>>;
