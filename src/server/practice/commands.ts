import { randomUUID } from "node:crypto";
import { isSameMailbox } from "../../domain/clearance/mailbox.ts";
import type { Restriction } from "../../domain/journey/facts.ts";
import { certificateEnd, REGISTERS } from "../../domain/clearance/registers.ts";
import type { Day } from "../../domain/shared/day.ts";
import { newTicket } from "../tickets.ts";
import { todayIn } from "../clock.ts";
import { refreshStatuses } from "../journey/refresh.ts";
import { notePhysio } from "../note-physio.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

const TICKET_MS = 14 * 86_400_000;

function practiceId({ actor }: Shell): string {
  if (!actor.practiceId) throw notFound();
  return actor.practiceId;
}

type NewPhysio = {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly clinic: string | null;
};

/** Notes a physio. An address known already is that physio again; a coach's own address, however written, is refused. */
export async function addPhysio(
  shell: Shell,
  { key, name, email, clinic }: NewPhysio,
): Promise<{ physioId: string }> {
  const { tx } = shell;
  const practice = practiceId(shell);
  const members = await tx.member.findMany({ where: { practiceId: practice }, select: { email: true } });
  if (members.some((row) => isSameMailbox(row.email, email))) throw new Refused({ code: "physio_is_member" });
  const { id } = await notePhysio(shell, { id: key, name, email, clinic });
  return { physioId: id };
}

type Check = {
  readonly key: string;
  readonly physioId: string;
  readonly registrationNumber: string;
  readonly register: string;
  readonly evidence: string;
  readonly validUntil: Day;
  readonly found: boolean;
  readonly restriction?: Restriction | null | undefined;
};

/** A certificate ends when its register's all end, or within a year: no look into a register is good for ever. */
function refuseWrongEnd(
  { validUntil: day, register }: Pick<Check, "validUntil" | "register">,
  country: string,
  checkedOn: Day,
): void {
  if (day < checkedOn) throw new Refused({ code: "day_in_past", field: "endsOn", day });
  const looked = REGISTERS.find((row) => row.register === register)?.country ?? country;
  const latest = certificateEnd(looked, checkedOn);
  if (day > latest) throw new Refused({ code: "day_too_far", field: "endsOn", day, latest });
}

/**
 * The owner looked into the public register. A new row each time; the newest for the number she signed with counts, and
 * every mum she signed for is looked at again in the same transaction.
 */
export async function checkCredential(
  shell: Shell,
  { key, physioId, ...check }: Check,
): Promise<{ checkId: string }> {
  const { tx, actor, now } = shell;
  const practice = await tx.practice.findFirst({
    where: { id: practiceId(shell) },
    select: { id: true, zone: true, country: true },
  });
  const physio = await tx.physio.findFirst({ where: { id: physioId }, select: { email: true } });
  if (!practice || !physio) throw notFound();
  const checkedOn = todayIn(practice.zone, now);
  if (check.found) refuseWrongEnd(check, practice.country, checkedOn);
  await tx.credentialCheck.create({
    data: {
      id: key,
      practiceId: practice.id,
      physioId,
      registrationNumber: check.registrationNumber,
      checkedOn: new Date(checkedOn),
      validUntil: new Date(check.validUntil),
      // A condition that rules this work out is no entry to rest on.
      found: check.found && check.restriction !== "excludes",
      restriction: check.found ? (check.restriction ?? "none") : "none",
      register: check.register,
      evidence: check.evidence,
      // Postgres stamps who and when; the columns only have no default.
      recordedAt: now,
      recordedByKind: "owner",
      recordedById: actor.memberId,
    },
  });
  await tx.$executeRaw`SELECT app.audit('credential.checked', NULL, 'physio', ${physioId}, ${JSON.stringify({ found: check.found, restriction: check.restriction })}::jsonb)`;
  const signedFor = await tx.clearance.findMany({
    where: { physioId },
    select: { clientId: true },
    distinct: ["clientId"],
  });
  await refreshStatuses(
    shell,
    signedFor.map((row) => row.clientId),
  );
  return { checkId: key };
}

type Invite = { readonly key: string; readonly name: string; readonly email: string };

/** Invites a coach. A physio of this practice cannot be one: she could sign for her own clients. */
export async function inviteCoach(
  shell: Shell,
  { key, name, email }: Invite,
): Promise<{ invitationId: string }> {
  const { tx, now } = shell;
  const practice = practiceId(shell);
  const physios = await tx.physio.findMany({ where: { practiceId: practice }, select: { email: true } });
  if (physios.some((row) => isSameMailbox(row.email, email))) throw new Refused({ code: "member_is_physio" });
  // Asked again: the older ticket ends.
  await tx.invitation.updateMany({
    where: { practiceId: practice, purpose: "coach", email, usedAt: null, voidedAt: null },
    data: { voidedAt: now },
  });
  const ticket = newTicket();
  await tx.invitation.create({
    data: {
      id: key,
      practiceId: practice,
      purpose: "coach",
      email,
      name,
      tokenHash: ticket.hash,
      expiresAt: new Date(now.getTime() + TICKET_MS),
    },
  });
  const payload = JSON.stringify({ invitationId: key, sealed: ticket.sealed });
  await tx.$executeRaw`
    INSERT INTO outbox (id, practice_id, kind, payload)
    VALUES (${randomUUID()}::uuid, ${practice}::uuid, 'invitation', ${payload}::jsonb)`;
  await tx.$executeRaw`SELECT app.audit('coach.invited', NULL, 'invitation', ${key}, '{}'::jsonb)`;
  return { invitationId: key };
}
