import { createHash } from "node:crypto";
import { makeKey, openFrom, sealFor } from "../client-seal.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import type { Problem } from "./kinds.ts";

type Target = { readonly clientId: string; readonly requestId: string | null };
type Asked = { readonly clientId: string | null; readonly requestId: string | null };

/** A letter as the browser announces it. The id is the browser's, so that announcing twice is once. */
export type Announced = {
  readonly id: string;
  readonly fileName: string;
  readonly declaredType: string;
  /** In bytes. */
  readonly length: number;
  /** SHA-256 of all of them. */
  readonly sha256: Buffer<ArrayBuffer>;
};

/** Whose file it would be, or NOT_FOUND. Asked before a single byte is read. */
async function targetOf({ tx, actor }: Shell, asked: Asked): Promise<Target> {
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

/** The letters that may still come in, as this actor sees them: hers, begun today, not all here yet. */
const coming = (now: Date) => ({ expiresAt: { gt: now }, states: { none: {} } });

/** How much of a letter is here. Only of one that is still coming in, and only her own; else NOT_FOUND. */
export async function offsetOf({ tx, now }: Shell, id: string) {
  const letter = await tx.letter.findFirst({
    where: { id, ...coming(now) },
    select: { id: true, practiceId: true, clientId: true, length: true, sha256: true },
  });
  if (!letter) throw notFound();
  const here = await tx.letterPart.aggregate({
    where: { practiceId: letter.practiceId, letterId: id },
    _sum: { size: true },
  });
  return { letter, offset: here._sum.size ?? 0 };
}

/**
 * Begins a letter, or goes on with one: the same bytes for the same request, begun by the same person and not all here
 * yet (or here and not looked at yet), are the same letter, whatever id a page that was loaded anew gives them.
 */
export async function announce(
  shell: Shell,
  asked: Asked,
  letter: Announced,
): Promise<{ ok: true; id: string; offset: number } | { ok: false; problem: Problem }> {
  const { tx, actor, now } = shell;
  if (!actor.practiceId) throw notFound();
  const target = await targetOf(shell, asked);
  const { id, length, sha256 } = letter;
  const known = await tx.letter.findFirst({
    where: { ...target, length, sha256, OR: [{ id }, { lookAt: { not: null } }, coming(now)] },
    select: { id: true, states: { select: { step: true } } },
    orderBy: { announcedAt: "desc" },
  });
  if (known) {
    const offset = known.states.length > 0 ? length : (await offsetOf(shell, known.id)).offset;
    return { ok: true, id: known.id, offset };
  }
  const [room] = await tx.$queryRaw<{ answer: string }[]>`
    SELECT app.room_for_letter(${id}::uuid, ${target.clientId}::uuid, ${length}::int) AS answer`;
  if (room?.answer === "too_many" || room?.answer === "full") return { ok: false, problem: room.answer };
  if (room?.answer !== "room") throw notFound();
  const { count } = await tx.letter.createMany({
    // Whose it is and until when it may come in Postgres puts there itself.
    data: [
      {
        ...letter,
        ...target,
        practiceId: actor.practiceId,
        senderKind: "system",
        senderId: id,
        expiresAt: now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) throw notFound();
  await makeKey(tx, { practiceId: actor.practiceId, clientId: target.clientId });
  return { ok: true, id, offset: 0 };
}

/** The place a part is sealed for. */
export const partPlace = (whose: { practiceId: string; clientId: string }, letterId: string, start: number) =>
  `${whose.practiceId}|${whose.clientId}|${letterId}|part ${start}`;

/**
 * Puts one part where the last one ended. With the last of them the letter is here: its bytes are counted against the
 * hash that was announced, a part at a time. `offset` is where to go on, also when the part was not taken.
 */
export async function addPart(
  shell: Shell,
  id: string,
  start: number,
  bytes: Uint8Array,
): Promise<{ offset: number; state: "taken" | "elsewhere" | "received" | "changed" }> {
  const { tx } = shell;
  const { letter, offset } = await offsetOf(shell, id);
  if (start !== offset || offset + bytes.length > letter.length) return { offset, state: "elsewhere" };
  const key = await makeKey(tx, letter);
  const sealed = sealFor(key, partPlace(letter, id, start), bytes);
  await tx.letterPart.create({
    data: { practiceId: letter.practiceId, letterId: id, start, size: bytes.length, bytes: sealed },
  });
  const here = offset + bytes.length;
  if (here < letter.length) return { offset: here, state: "taken" };
  const hash = createHash("sha256");
  for (let at = 0; at < here; ) {
    const part = await tx.letterPart.findUniqueOrThrow({
      where: { practiceId_letterId_start: { practiceId: letter.practiceId, letterId: id, start: at } },
    });
    hash.update(openFrom(key, partPlace(letter, id, at), part.bytes));
    at += part.size;
  }
  const isSame = hash.digest().equals(letter.sha256);
  await tx.$executeRaw`SELECT app.letter_is_here(${id}::uuid, ${isSame})`;
  return { offset: here, state: isSame ? "received" : "changed" };
}

/** Stops a letter that is not all here; NOT_FOUND for every other. */
export async function dropLetter({ tx }: Shell, id: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ gone: boolean }[]>`SELECT app.drop_letter(${id}::uuid) AS gone`;
  if (!row?.gone) throw notFound();
}
