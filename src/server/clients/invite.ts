import { randomUUID } from "node:crypto";
import { isSameMailbox } from "../../domain/clearance/mailbox.ts";
import { newTicket } from "../tickets.ts";
import { todayIn } from "../clock.ts";
import { loadRecord } from "../journey/load-record.ts";
import { statusOf } from "../journey/status.ts";
import { ensureLibrary } from "../protocols/library.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** An unused invitation ends after this many days. */
const INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

type Invite = { readonly key: string; readonly name: string; readonly email: string };

/** Writes a mum into the practice and mails her a ticket. The same address twice is refused kindly, with who it is. */
export async function inviteClient(shell: Shell, { name, email }: Invite): Promise<{ clientId: string }> {
  const { tx, actor, now } = shell;
  const { practiceId, memberId } = actor;
  if (!practiceId || !memberId) throw notFound();
  await refuseOneOfUs(shell, practiceId, email);
  const practice = await tx.practice.findUnique({
    where: { id: practiceId },
    select: { zone: true, country: true },
  });
  if (!practice) throw notFound();
  const clientId = randomUUID();
  const joinedOn = todayIn(practice.zone, now);
  const added = await tx.$executeRaw`
    INSERT INTO client (id, practice_id, name, email, zone, country, coach_id, joined_on)
    VALUES (${clientId}::uuid, ${practiceId}::uuid, ${name}, ${email}, ${practice.zone}, ${practice.country}, ${memberId}::uuid, ${joinedOn}::date)
    ON CONFLICT (practice_id, email) DO NOTHING`;
  if (added === 0) return refuseKnown(shell, practiceId, email);
  await ensureLibrary(tx, practiceId);
  await firstStatus(shell, clientId);
  await sendTicket(shell, { practiceId, clientId, name, email });
  await tx.$executeRaw`SELECT app.audit('client.invited', ${clientId}::uuid, 'client', ${clientId}, '{}'::jsonb)`;
  return { clientId };
}

/** Coaches and physios of this practice are nobody's client here: she would confirm her own signature. */
async function refuseOneOfUs({ tx }: Shell, practiceId: string, email: string): Promise<void> {
  const members = await tx.member.findMany({ where: { practiceId, leftAt: null }, select: { email: true } });
  if (members.some((row) => isSameMailbox(row.email, email))) throw new Refused({ code: "email_of_member" });
  const physios = await tx.physio.findMany({ where: { practiceId }, select: { email: true } });
  if (physios.some((row) => isSameMailbox(row.email, email))) throw new Refused({ code: "email_of_physio" });
}

async function refuseKnown({ tx }: Shell, practiceId: string, email: string): Promise<never> {
  const known = await tx.client.findUnique({
    where: { practiceId_email: { practiceId, email } },
    select: { id: true, name: true, userId: true, archivedAt: true },
  });
  if (!known) throw notFound();
  const state = known.archivedAt ? "archived" : known.userId ? "joined" : "invited";
  throw new Refused({ code: "client_known", clientId: known.id, name: known.name, state });
}

/** Her row in the list from the first moment on. */
async function firstStatus({ tx, now }: Shell, clientId: string): Promise<void> {
  const record = await loadRecord(tx, clientId, { lock: true });
  if (!record) throw notFound();
  const status = statusOf(record, todayIn(record.client.zone, now));
  await tx.$executeRaw`SELECT app.put_status(${clientId}::uuid, ${JSON.stringify(status)}::jsonb)`;
}

type Ticket = {
  readonly practiceId: string;
  readonly clientId: string;
  readonly name: string;
  readonly email: string;
};

/** The token is known to the mail alone; the database keeps its hash, and the job its sealed form until it has left. */
async function sendTicket({ tx, now }: Shell, { practiceId, clientId, name, email }: Ticket): Promise<void> {
  const { hash, sealed } = newTicket();
  const invitationId = randomUUID();
  await tx.invitation.create({
    data: {
      id: invitationId,
      practiceId,
      clientId,
      purpose: "client",
      name,
      email,
      tokenHash: hash,
      createdAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
    },
  });
  await tx.$executeRaw`
    INSERT INTO outbox (id, practice_id, kind, payload)
    VALUES (${randomUUID()}::uuid, ${practiceId}::uuid, 'invitation', ${JSON.stringify({ invitationId, sealed })}::jsonb)`;
}

/** A new ticket to the same address; the old ones end. Refused once she has joined. */
export async function inviteAgain(shell: Shell, { clientId }: { clientId: string }) {
  const { tx, actor, now } = shell;
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  const client = await tx.client.findUnique({
    where: { practiceId_id: { practiceId, id: clientId } },
    select: { name: true, email: true, userId: true },
  });
  if (!client) throw notFound();
  if (client.userId) throw new Refused({ code: "already_joined" });
  await tx.invitation.updateMany({
    where: { practiceId, clientId, usedAt: null, voidedAt: null },
    data: { voidedAt: now },
  });
  await sendTicket(shell, { practiceId, clientId, name: client.name, email: client.email });
  await tx.$executeRaw`SELECT app.audit('client.invited_again', ${clientId}::uuid, 'client', ${clientId}, '{}'::jsonb)`;
  return { clientId };
}
