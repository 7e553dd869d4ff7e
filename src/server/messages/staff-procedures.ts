import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ACTOR_KINDS } from "../../domain/shared/vocabulary.ts";
import { namesOf } from "../journey/self.ts";
import { notFound } from "../trpc/errors.ts";
import { change, read, type Shell } from "../trpc/procedures.ts";

/** Lines of one page of a thread. */
const SHOWN = 200;

/** The practice of the actor, once it is sure that the mum is in it. NOT_FOUND otherwise. */
async function practiceOf({ tx, actor }: Shell, clientId: string): Promise<string> {
  const client = await tx.client.findFirst({ where: { id: clientId }, select: { id: true } });
  if (!client || !actor.practiceId) throw notFound();
  return actor.practiceId;
}

/** The thread with her, oldest first. */
async function thread(shell: Shell, { clientId }: { clientId: string }) {
  const practiceId = await practiceOf(shell, clientId);
  const rows = await shell.tx.message.findMany({
    where: { practiceId, clientId },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: { id: true, fromKind: true, fromId: true, body: true, sentAt: true, readAt: true },
  });
  const names = await namesOf(shell, practiceId);
  return {
    messages: rows.toReversed().map(({ id, fromId, ...row }) => ({
      ...row,
      messageId: id,
      isMine: fromId === shell.actor.memberId,
      from: names.get(fromId) ?? null,
    })),
  };
}

/** Writes to her. The key is the message's id: sent twice, it is one message. The mail says only that there is one. */
async function send(shell: Shell, input: { key: string; clientId: string; body: string }) {
  const { tx, actor, now } = shell;
  const { key, clientId, body } = input;
  const practiceId = await practiceOf(shell, clientId);
  if (!actor.memberId || actor.role === "person") throw notFound();
  await tx.message.createMany({
    data: [
      {
        id: key,
        practiceId,
        clientId,
        fromKind: actor.role,
        fromId: actor.memberId,
        body,
        sentAt: now,
      },
    ],
  });
  await tx.$executeRaw`SELECT app.audit('message.sent', ${clientId}::uuid, 'message', ${key}, '{}'::jsonb)`;
  await tx.$executeRaw`
    INSERT INTO outbox (id, practice_id, kind, payload)
    VALUES (${randomUUID()}::uuid, ${practiceId}::uuid, 'notice', ${JSON.stringify({ notice: "message", clientId })}::jsonb)`;
  return { messageId: key };
}

/** A coach has the thread open: what the mum wrote up to now is read. */
async function readThread(shell: Shell, { clientId }: { clientId: string }) {
  const practiceId = await practiceOf(shell, clientId);
  await shell.tx.message.updateMany({
    where: { practiceId, clientId, fromKind: "client", readAt: null },
    data: { readAt: shell.now },
  });
  return { ok: true as const };
}

/** What a coach asks of this room. */
export const staffProcedures = {
  thread: read(
    "messages.thread",
    {
      input: { clientId: z.uuid() },
      output: z.object({
        messages: z.array(
          z.object({
            messageId: z.uuid(),
            fromKind: z.enum(ACTOR_KINDS),
            from: z.string().nullable(),
            isMine: z.boolean(),
            body: z.string(),
            sentAt: z.date(),
            readAt: z.date().nullable(),
          }),
        ),
      }),
    },
    thread,
  ),
  send: change(
    "messages.send",
    {
      input: { clientId: z.uuid(), body: z.string().trim().min(1, "required").max(4000, "too_long") },
      output: z.object({ messageId: z.uuid() }),
    },
    send,
  ),
  read: change(
    "messages.read",
    { input: { clientId: z.uuid() }, output: z.object({ ok: z.literal(true) }) },
    readThread,
  ),
};
