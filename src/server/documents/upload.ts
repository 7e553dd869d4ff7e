import { z } from "zod";
import { type Actor, type Tx, withActor } from "../db/with-actor.ts";
import { readBody } from "../receive.ts";
import { type Context, credentialsOf } from "../trpc/context.ts";
import { notFound } from "../trpc/errors.ts";
import { isOwnOrigin } from "../trpc/origin.ts";
import type { Shell } from "../trpc/procedures.ts";
import { answer, failed, refusal } from "./answers.ts";
import { addPart, announce, dropLetter, offsetOf } from "./commands.ts";
import { LIMITS } from "./kinds.ts";

// A letter comes in parts, in the manner of the tus protocol (tus.io): POST announces it with its length and hash, PATCH
// adds at an offset, HEAD says how far it is, DELETE stops it. A connection that drops costs one part.

const MOST_WORDS = 16 * 1024;
const PART_MS = 60_000;

const announced = z.object({
  id: z.uuid(),
  clientId: z.uuid().nullable(),
  requestId: z.uuid().nullable(),
  fileName: z.string().min(1).max(5_000),
  declaredType: z.string().max(200),
  length: z.int().nonnegative(),
  sha256: z.hex().length(64),
});

const offsetHeader = (offset: number) => ({ "Upload-Offset": String(offset) });

/** Who asks, as a transaction of hers, or the answer for a page that is not ours or a person who is nobody. */
function whoAsks(request: Request, context: Context) {
  if (request.method !== "HEAD" && !isOwnOrigin(request.headers))
    return answer(403, { error: "foreign_origin" });
  const credentials = credentialsOf(context);
  if (!credentials) return answer(401, { error: "not_signed_in" });
  return <T>(mode: "read" | "write", work: (shell: Shell) => Promise<T>): Promise<T> =>
    withActor(credentials, mode, (tx: Tx, actor: Actor) => work({ tx, actor, now: context.now }));
}
type Ask = Exclude<ReturnType<typeof whoAsks>, Response>;

async function answered(request: Request, context: Context, work: (ask: Ask) => Promise<Response>) {
  const ask = whoAsks(request, context);
  if (ask instanceof Response) return ask;
  try {
    return await work(ask);
  } catch (error) {
    return failed(error, context);
  }
}

/** The id of an address, or NOT_FOUND. */
function idIn(text: string): string {
  if (!z.uuid().safeParse(text).success) throw notFound();
  return text;
}

async function wordsOf(request: Request): Promise<unknown> {
  const body = await readBody(request, MOST_WORDS);
  if (!body.ok) return null;
  try {
    return JSON.parse(Buffer.from(body.bytes).toString("utf8"));
  } catch {
    return null;
  }
}

/**
 * Announces a letter. Answers 200 with `{ id, offset }`: under which id to go on, and from where (a letter that was begun
 * goes on, also after the page was loaded anew). 413 or 422 with `{ problem }`; 400, 401, 403 or 404.
 */
export function announceLetter(request: Request, context: Context): Promise<Response> {
  return answered(request, context, async (ask) => {
    const input = announced.safeParse(await wordsOf(request));
    if (!input.success) return answer(400, { error: "invalid_input" });
    const { clientId, requestId, sha256, ...letter } = input.data;
    if (letter.length === 0) return refusal("empty");
    if (letter.length > LIMITS.bytes) return refusal("too_big");
    const done = await ask("write", (shell) =>
      announce(shell, { clientId, requestId }, { ...letter, sha256: Buffer.from(sha256, "hex") }),
    );
    return done.ok ? answer(200, { id: done.id, offset: done.offset }) : refusal(done.problem);
  });
}

/** How much of a letter is here, in `Upload-Offset`. 404 for one that is not hers, not coming in, or over its time. */
export function askOffset(request: Request, id: string, context: Context): Promise<Response> {
  return answered(request, context, async (ask) => {
    const { offset, letter } = await ask("read", (shell) => offsetOf(shell, idIn(id)));
    const headers = { ...offsetHeader(offset), "Upload-Length": String(letter.length) };
    return answer(200, {}, headers);
  });
}

/**
 * Takes one part, of at most 256 kB, at `Upload-Offset`. Answers 200 with the new offset; 409 with the right one for a
 * part that goes elsewhere; 422 when all is here and it is not what was announced; 413, 400, 401, 403 or 404.
 * @param onReceived called when the letter is all here, so that somebody looks at it at once
 */
export function takePart(
  request: Request,
  id: string,
  context: Context,
  onReceived: (id: string) => void,
): Promise<Response> {
  return answered(request, context, async (ask) => {
    const start = z
      .string()
      .regex(/^\d{1,9}$/)
      .safeParse(request.headers.get("upload-offset"));
    const isParts = request.headers.get("content-type") === "application/offset+octet-stream";
    if (!start.success || !isParts) return answer(400, { error: "invalid_input" });
    // Whose it is and where it goes is settled before a single byte is read.
    const before = await ask("read", (shell) => offsetOf(shell, idIn(id)));
    if (Number(start.data) !== before.offset)
      return answer(409, { offset: before.offset }, offsetHeader(before.offset));
    const room = Math.min(LIMITS.part, before.letter.length - before.offset);
    const body = await readBody(request, room, PART_MS);
    if (!body.ok) return refusal(body.problem);
    if (body.bytes.length === 0) return refusal("broken");
    const done = await ask("write", (shell) => addPart(shell, id, before.offset, body.bytes));
    if (done.state === "elsewhere") return answer(409, { offset: done.offset }, offsetHeader(done.offset));
    if (done.state === "changed") return refusal("changed");
    if (done.state === "received") onReceived(id);
    return answer(200, { offset: done.offset }, offsetHeader(done.offset));
  });
}

/** Stops a letter on its way; what came of it is gone. 404 as above. */
export function stopLetter(request: Request, id: string, context: Context): Promise<Response> {
  return answered(request, context, async (ask) => {
    await ask("write", (shell) => dropLetter(shell, idIn(id)));
    return answer(200, {});
  });
}
