import { randomUUID } from "node:crypto";
import { isSameMailbox } from "../../domain/clearance/mailbox.ts";
import { isRemindedOn, LINK_DAYS } from "../../domain/clearance/requests.ts";
import type { RequestStep } from "../../domain/journey/facts.ts";
import { addDays, type Day } from "../../domain/shared/day.ts";
import type { RequestKind } from "../../domain/shared/vocabulary.ts";
import { dayOf, todayIn } from "../clock.ts";
import { mayAsk } from "../limits.ts";
import { newTicket } from "../tickets.ts";
import { act } from "../journey/act.ts";
import { ownId } from "../journey/self.ts";
import { type NotedPhysio, notePhysio } from "../note-physio.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

const DAY_MS = 86_400_000;

type Ask = {
  readonly key: string;
  readonly clientId: string;
  readonly physioId: string;
  readonly kind: RequestKind;
  readonly reason: string;
  readonly dueOn: Day;
  readonly expiresOn?: Day | undefined;
  readonly remindOn?: readonly Day[] | undefined;
};

/** Asks a physio: the request is a fact, her link a secret that only the mail to her holds. */
export async function requestAssessment(shell: Shell, ask: Ask): Promise<{ requestId: string }> {
  const client = await shell.tx.client.findFirst({ where: { id: ask.clientId }, select: { email: true } });
  if (!client) throw notFound();
  const physio = await physioOf(shell, ask.physioId);
  if (isSameMailbox(physio.email, client.email)) throw new Refused({ code: "physio_is_client" });
  return askPhysio(shell, ask, physio);
}

type OwnAsk = Omit<Ask, "clientId" | "physioId"> & {
  /** One who was asked about her before, or whom she names. */
  readonly physio: { readonly physioId: string } | Pick<NewPhysio, "name" | "email" | "clinic">;
};
type NewPhysio = Parameters<typeof notePhysio>[1];

/** A mum asks a physio herself: the same request, by her own hand. Her coach sees it as one of hers. */
export async function askMyself(shell: Shell, { physio, ...ask }: OwnAsk): Promise<{ requestId: string }> {
  const { clientId } = ownId(shell);
  const asked =
    "physioId" in physio
      ? await physioOf(shell, physio.physioId)
      : await notePhysio(shell, { id: randomUUID(), ...physio });
  const [own] = await shell.tx.$queryRaw<
    { yes: boolean }[]
  >`SELECT app.is_own_mailbox(${asked.email}) AS yes`;
  if (own?.yes ?? true) throw new Refused({ code: "physio_is_client" });
  const made = await askPhysio(shell, { ...ask, clientId, physioId: asked.id }, asked);
  // Last, so that only what would leave is counted; a letter too many leaves nothing behind.
  if (!(await mayAsk(clientId))) throw new Refused({ code: "asked_enough" });
  return made;
}

async function askPhysio(shell: Shell, { key, ...ask }: Ask, physio: NotedPhysio) {
  await refuseOwnCoach(shell, physio);
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

/** A physio whom the one who asks may see, or NOT_FOUND. */
async function physioOf({ tx }: Shell, physioId: string): Promise<NotedPhysio> {
  const physio = await tx.physio.findFirst({
    where: { id: physioId },
    select: { id: true, email: true, userId: true },
  });
  if (!physio) throw notFound();
  return physio;
}

/** A coach of the practice cannot be asked to sign for it, whatever alias she writes her address with. */
async function refuseOwnCoach({ tx, actor }: Shell, physio: NotedPhysio): Promise<void> {
  if (!actor.practiceId) throw notFound();
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

type Known = Whose & { readonly steps: readonly Pick<RequestStep, "step" | "on">[] };

async function requestOf({ tx, actor }: Shell, requestId: string): Promise<Known> {
  const row = await tx.request.findFirst({
    // What her coach asked is her coach's to take back: a mum speaks of what she asked herself.
    where: { id: requestId, ...(actor.role === "client" ? { recordedByKind: "client" } : {}) },
    select: { id: true, clientId: true, physioId: true, steps: { select: { step: true, on: true } } },
  });
  if (!row) throw notFound();
  const { id, clientId, physioId, steps } = row;
  return { requestId: id, clientId, physioId, steps: steps.map(({ step, on }) => ({ step, on: dayOf(on) })) };
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
  const has = (what: string) => request.steps.some(({ step }) => step === what);
  if (has("cancelled") || has("declined")) throw new Refused({ code: "link_not_sendable" });
  await refuseOwnCoach(shell, await physioOf(shell, request.physioId));
  if (!has("answered"))
    await act(shell, request.clientId, { type: "markRequest", id: key, requestId, step: "reminded" });
  await endLinks(shell, requestId);
  await sendLink(shell, request, true);
  return { requestId };
}

/** A mum sends her own request once more. */
export async function sendMineAgain(shell: Shell, about: About) {
  const { steps } = await requestOf(shell, about.requestId);
  const zone = await shell.tx.client.findFirst({
    where: { id: ownId(shell).clientId },
    select: { zone: true },
  });
  const today = todayIn(zone?.zone ?? "UTC", shell.now);
  if (isRemindedOn(steps, today)) throw new Refused({ code: "reminded_today" });
  const sent = await sendAgain(shell, about);
  if (!(await mayAsk(ownId(shell).clientId))) throw new Refused({ code: "asked_enough" });
  return sent;
}
