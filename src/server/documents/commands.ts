import { randomUUID } from "node:crypto";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { SEALED, storeOf } from "../blob-store.ts";
import type { Sound } from "./inspect.ts";
import { documentLine, type DocumentLine } from "./queries.ts";

/** More than any mum's letters of one day; stops a runaway page from filling the disk. */
const FILES_A_DAY = 20;
const DAY_MS = 86_400_000;

export type Target = { readonly clientId: string; readonly requestId: string | null };

/** Whose file it would be, or NOT_FOUND. Asked before a single byte is read. */
export async function targetOf(
  { tx, actor }: Shell,
  asked: { clientId: string | null; requestId: string | null },
): Promise<Target> {
  if (actor.role === "person") throw notFound();
  if (asked.requestId !== null) {
    const request = await tx.request.findFirst({
      where: { id: asked.requestId, ...(asked.clientId === null ? {} : { clientId: asked.clientId }) },
      select: { id: true, clientId: true },
    });
    if (!request) throw notFound();
    return { clientId: request.clientId, requestId: request.id };
  }
  // A physio writes about a request; she has no business with a client as such.
  if (actor.role === "physio") throw notFound();
  const clientId = actor.role === "client" ? actor.clientId : asked.clientId;
  if (clientId === null) throw notFound();
  const client = await tx.client.findFirst({ where: { id: clientId }, select: { id: true } });
  if (!client) throw notFound();
  return { clientId: client.id, requestId: null };
}

/** True when a day's files of this client are here: asked before a file is looked at, and again before it is kept. */
export async function isFull({ tx, now }: Pick<Shell, "tx" | "now">, { clientId }: Target): Promise<boolean> {
  const since = new Date(now.getTime() - DAY_MS);
  return (await tx.document.count({ where: { clientId, receivedAt: { gte: since } } })) >= FILES_A_DAY;
}

/**
 * Keeps a file that was looked at, tells the mum and writes the event, all in one transaction. The id is the browser's:
 * the same upload sent twice is one document. `too_many` when the day's limit is reached.
 * @param pictures its pages as they are shown; none for a photo, which is shown as it is kept
 */
export async function storeDocument(
  { tx, actor, now }: Shell,
  target: Target,
  id: string,
  file: Sound,
  pictures: readonly Uint8Array[],
): Promise<{ ok: true; document: DocumentLine } | { ok: false; problem: "too_many" }> {
  if (!actor.practiceId) throw notFound();
  const { practiceId } = actor;
  const known = await documentLine(tx, id);
  if (known) {
    if (known.sha256 !== file.sha256.toString("hex")) throw notFound();
    return { ok: true, document: known };
  }
  if (await isFull({ tx, now }, target)) return { ok: false, problem: "too_many" };
  await tx.document.create({
    data: {
      id,
      practiceId,
      ...target,
      // Postgres puts the truth here, from who acts.
      source: actor.role === "physio" ? "physio" : actor.role === "client" ? "client" : "coach",
      uploadedById: actor.physioId ?? actor.memberId ?? actor.clientId,
      fileName: file.fileName,
      mime: file.mime,
      size: file.bytes.length,
      pages: file.pages,
      sha256: file.sha256,
      sealed: SEALED,
    },
  });
  const store = storeOf({ sealed: SEALED });
  for (const [page, bytes] of [file.bytes, ...pictures].entries())
    await store.put(tx, { practiceId, clientId: target.clientId, documentId: id, page }, bytes);
  await tx.$executeRaw`SELECT app.audit('document.stored', ${target.clientId}::uuid, 'document', ${id}, '{}'::jsonb)`;
  if (actor.role !== "client") await tellHer(tx, practiceId, target.clientId, id);
  const document = await documentLine(tx, id);
  if (!document) throw notFound();
  return { ok: true, document };
}

/** She learns that something about her was collected from somebody else (HIPC rule 3A, in force since 1 May 2026). */
async function tellHer(tx: Shell["tx"], practiceId: string, clientId: string, factId: string): Promise<void> {
  const payload = JSON.stringify({ notice: "document_arrived", clientId, factId });
  await tx.$executeRaw`
    INSERT INTO outbox (id, practice_id, kind, payload)
    VALUES (${randomUUID()}::uuid, ${practiceId}::uuid, 'notice', ${payload}::jsonb)`;
}
