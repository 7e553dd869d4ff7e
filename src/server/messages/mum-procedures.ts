import { z } from "zod";
import { ACTOR_KINDS } from "../../domain/shared/vocabulary.ts";
import { namesOf, ownId } from "../journey/self.ts";
import { change, read, type Shell } from "../trpc/procedures.ts";

const SHOWN = 200;

/** Her thread with her coaches, oldest first. */
async function myMessages(shell: Shell) {
  const { practiceId, clientId } = ownId(shell);
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
      isMine: row.fromKind === "client",
      from: names.get(fromId) ?? null,
    })),
  };
}

/** Writes to her coaches. The key is the message's id: sent twice, it is one message. */
async function sendMine(shell: Shell, { key, body }: { key: string; body: string }) {
  const { practiceId, clientId } = ownId(shell);
  await shell.tx.message.createMany({
    data: [{ id: key, practiceId, clientId, fromKind: "client", fromId: clientId, body, sentAt: shell.now }],
  });
  await shell.tx
    .$executeRaw`SELECT app.audit('message.sent', ${clientId}::uuid, 'message', ${key}, '{}'::jsonb)`;
  return { messageId: key };
}

/** She has the thread open: what her coaches wrote up to now is read. */
async function readMine(shell: Shell) {
  const { practiceId, clientId } = ownId(shell);
  await shell.tx.message.updateMany({
    where: { practiceId, clientId, fromKind: { not: "client" }, readAt: null },
    data: { readAt: shell.now },
  });
  return { ok: true as const };
}

/** What a mum asks of this room. */
export const mumProcedures = {
  mine: read(
    "messages.mine",
    {
      input: {},
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
    myMessages,
  ),
  sendMine: change(
    "messages.sendMine",
    { input: { body: z.string().trim().min(1).max(4000) }, output: z.object({ messageId: z.uuid() }) },
    sendMine,
  ),
  readMine: change("messages.readMine", { input: {}, output: z.object({ ok: z.literal(true) }) }, readMine),
};
