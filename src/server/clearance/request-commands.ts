import { randomUUID } from "node:crypto";
import { isSameMailbox } from "../../domain/clearance/mailbox.ts";
import { LINK_DAYS } from "../../domain/clearance/requests.ts";
import { addDays, type Day } from "../../domain/shared/day.ts";
import { newTicket } from "../tickets.ts";
import { act } from "../journey/act.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

const DAY_MS = 86_400_000;

type Ask = {
  readonly key: string;
  readonly clientId: string;
  readonly physioId: string;
  readonly kind: "assessment" | "recheck";
  readonly reason: string;
  readonly dueOn: Day;
  readonly expiresOn?: Day | undefined;
  readonly remindOn?: readonly Day[] | undefined;
};

/** Asks a physio: the request is a fact, her link a secret that only the mail to her holds. */
export async function requestAssessment(shell: Shell, { key, ...ask }: Ask): Promise<{ requestId: string }> {
  const client = await shell.tx.client.findFirst({ where: { id: ask.clientId }, select: { id: true } });
  if (!client) throw notFound();
  await refuseOwnCoach(shell, ask.physioId);
  await act(shell, ask.clientId, {
    type: "requestAssessment",
    id: key,
    kind: ask.kind,
    physioId: ask.physioId,
    reason: ask.reason,
    dueOn: ask.dueOn,
    // A late answer is worth having: it stays open beyond the day it would help by.
    expiresOn: ask.expiresOn ?? addDays(ask.dueOn, LINK_DAYS),
    remindOn: ask.remindOn?.toSorted() ?? null,
  });
  await sendLink(shell, { requestId: key, clientId: ask.clientId, physioId: ask.physioId });
  return { requestId: key };
}

/** A coach of the practice cannot be asked to sign for it, whatever alias she writes her address with. */
async function refuseOwnCoach({ tx, actor }: Shell, physioId: string): Promise<void> {
  if (!actor.practiceId) throw notFound();
  const physio = await tx.physio.findFirst({
    where: { id: physioId },
    select: { email: true, userId: true },
  });
  if (!physio) throw notFound();
  const members = await tx.member.findMany({
    where: { practiceId: actor.practiceId },
    select: { email: true, userId: true },
  });
  const isOwn = members.some((row) => row.userId === physio.userId || isSameMailbox(row.email, physio.email));
  if (isOwn) throw new Refused({ code: "physio_is_member" });
}

type Whose = { readonly requestId: string; readonly clientId: string; readonly physioId: string };

/** A new secret to her stored address. Sealed in the mail's job, hashed in the link; both go no further. */
async function sendLink(
  { tx, actor, now }: Shell,
  { requestId, clientId, physioId }: Whose,
  isReminder = false,
): Promise<void> {
  if (!actor.practiceId) throw notFound();
  const { practiceId } = actor;
  const ticket = newTicket();
  const linkId = randomUUID();
  await tx.physioLink.create({
    data: {
      id: linkId,
      practiceId,
      clientId,
      physioId,
      requestId,
      tokenHash: ticket.hash,
      expiresAt: new Date(now.getTime() + LINK_DAYS * DAY_MS),
    },
  });
  const payload = JSON.stringify({
    linkId,
    sealed: ticket.sealed,
    ...(isReminder ? { reminder: true } : {}),
  });
  await tx.$executeRaw`
    INSERT INTO outbox (id, practice_id, kind, payload)
    VALUES (${randomUUID()}::uuid, ${practiceId}::uuid, 'physio_request', ${payload}::jsonb)`;
}

async function requestOf({ tx }: Shell, requestId: string): Promise<Whose & { state: string[] }> {
  const row = await tx.request.findFirst({
    where: { id: requestId },
    select: { id: true, clientId: true, physioId: true, steps: { select: { step: true } } },
  });
  if (!row) throw notFound();
  return {
    requestId: row.id,
    clientId: row.clientId,
    physioId: row.physioId,
    state: row.steps.map((s) => s.step),
  };
}

async function endLinks({ tx, now }: Shell, requestId: string): Promise<void> {
  await tx.physioLink.updateMany({ where: { requestId, revokedAt: null }, data: { revokedAt: now } });
}

type About = { readonly key: string; readonly requestId: string };

/** Takes a request back. Her link ends with the next thing she does. */
export async function cancelRequest(shell: Shell, { key, requestId }: About) {
  const request = await requestOf(shell, requestId);
  await act(shell, request.clientId, { type: "markRequest", id: key, requestId, step: "cancelled" });
  await endLinks(shell, requestId);
  return { requestId };
}

/**
 * Sends it once more with a new secret; the old link ends. Works for an answered request too, so that a physio can come
 * back to amend or withdraw. Not for one that was cancelled or declined.
 */
export async function sendAgain(shell: Shell, { key, requestId }: About) {
  const request = await requestOf(shell, requestId);
  if (request.state.includes("cancelled") || request.state.includes("declined"))
    throw new Refused({ code: "link_not_sendable" });
  await refuseOwnCoach(shell, request.physioId);
  if (!request.state.includes("answered"))
    await act(shell, request.clientId, { type: "markRequest", id: key, requestId, step: "reminded" });
  await endLinks(shell, requestId);
  await sendLink(shell, request, true);
  return { requestId };
}
