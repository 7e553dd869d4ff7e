import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { z } from "zod";
import { type Tx, withActor } from "../db/with-actor.ts";
import { log } from "../log.ts";
import { type Context, credentialsOf } from "../trpc/context.ts";
import { asTrpcError, notFound } from "../trpc/errors.ts";
import { isOwnOrigin } from "../trpc/origin.ts";
import { isFull, storeDocument, targetOf } from "./commands.ts";
import { inspectDocument } from "./inspect.ts";
import { LIMITS, type Problem } from "./kinds.ts";
import { bytesOf, type StoredDocument, storedDocument } from "../stored-document.ts";
import { documentLine } from "./queries.ts";
import { renderPages } from "./render/pages.ts";
import { scan } from "./scan.ts";
import { readBody } from "../receive.ts";

// Files do not fit into the one door's JSON, so they have their own two: bytes in, bytes out. Same context, same
// transactions as the actor, same answers for what is not hers.

const HEADERS = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { ...HEADERS, "Content-Type": "application/json" } });
const refusal = (problem: Problem | "broken") => answer(problem === "too_big" ? 413 : 422, { problem });

const asked = z.object({
  id: z.uuid(),
  clientId: z.uuid().nullable(),
  requestId: z.uuid().nullable(),
  fileName: z.string().min(1).max(5_000),
});

function failed(error: unknown, context: Context): Response {
  const known = asTrpcError(error);
  if (known.code === "INTERNAL_SERVER_ERROR") log().error({ err: known.cause, request: context.requestId });
  return answer(getHTTPStatusCodeFromError(known), { error: known.message });
}

function decoded(header: string | null): string | null {
  try {
    return header === null ? null : decodeURIComponent(header);
  } catch {
    return null;
  }
}

/**
 * Takes one file as the raw body of a POST: `id` (made by the browser), `requestId` or `clientId` in the address, its
 * name percent-encoded in `x-file-name`. Answers 200 with the document, 413 or 422 with `{ problem }`, 401, 403 or 404.
 */
export async function receiveDocument(request: Request, context: Context): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return answer(403, { error: "foreign_origin" });
  const credentials = credentialsOf(context);
  if (!credentials) return answer(401, { error: "not_signed_in" });
  const search = new URL(request.url).searchParams;
  const input = asked.safeParse({
    id: search.get("id"),
    clientId: search.get("clientId"),
    requestId: search.get("requestId"),
    fileName: decoded(request.headers.get("x-file-name")),
  });
  if (!input.success) return answer(400, { error: "invalid_input" });
  const { id, clientId, requestId, fileName } = input.data;
  try {
    // Who may bring it is settled before a single byte is read.
    const whose = { clientId, requestId };
    const isOver = await withActor(credentials, "read", async (tx, actor) => {
      const shell = { tx, actor, now: context.now };
      const target = await targetOf(shell, whose);
      return (await documentLine(tx, id)) === null && isFull(shell, target);
    });
    if (isOver) return refusal("too_many");
    const body = await readBody(request, LIMITS.bytes);
    if (!body.ok) return refusal(body.problem);
    const declaredType = request.headers.get("content-type") ?? "";
    const verdict = await inspectDocument({ bytes: body.bytes, fileName, declaredType });
    if (!verdict.ok) {
      log().info({ procedure: "documents.receive", verdict: verdict.problem, request: context.requestId });
      return refusal(verdict.problem);
    }
    const { file } = verdict;
    const scanned = await scan(body.bytes);
    if (scanned === "infected") return refusal("infected");
    if (scanned === "away") return answer(503, { problem: "not_scanned" });
    // Before the transaction: drawing may take seconds, and nobody waits with a row in hand.
    const pictures = file.pages === null ? [] : await renderPages(file.bytes, file.pages);
    if (pictures === null) return refusal("damaged");
    const stored = await withActor(credentials, "write", async (tx, actor) => {
      const shell = { tx, actor, now: context.now };
      return storeDocument(shell, await targetOf(shell, whose), id, file, pictures);
    });
    return stored.ok ? answer(200, { document: stored.document }) : refusal(stored.problem);
  } catch (error) {
    return failed(error, context);
  }
}

/** What keeps bytes from running or being embedded elsewhere, whatever they are. */
const HARMLESS = {
  ...HEADERS,
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/**
 * Hands out one file as an attachment that can run nothing, re-checked each time, with an event in the trail. 404 for
 * what is not hers and for what does not exist.
 */
export function sendDocument(id: string, context: Context): Promise<Response> {
  return send(id, context, async (tx, document) => {
    const bytes = await bytesOf(tx, document);
    await tx.$executeRaw`SELECT app.audit('document.read', ${document.clientId}::uuid, 'document', ${id}, '{}'::jsonb)`;
    return answerOf(bytes, document.mime, { "Content-Disposition": attachment(document.fileName) });
  });
}

/**
 * Hands out the picture of one page (from 1), to be looked at: what people see is never the file that came. The first
 * page is the event in the trail. 404 as above, and for a page there is not.
 */
export function sendPage(id: string, page: number, context: Context): Promise<Response> {
  return send(id, context, async (tx, document) => {
    const isPhoto = document.mime !== "application/pdf";
    if (!Number.isInteger(page) || page < 1 || page > (isPhoto ? 1 : LIMITS.pages)) throw notFound();
    const bytes = await bytesOf(tx, document, isPhoto ? 0 : page);
    if (bytes.length === 0) throw notFound();
    if (page === 1)
      await tx.$executeRaw`SELECT app.audit('document.read', ${document.clientId}::uuid, 'document', ${id}, '{}'::jsonb)`;
    return answerOf(bytes, "image/jpeg", { "Content-Disposition": "inline" });
  });
}

async function send(
  id: string,
  context: Context,
  answerWith: (tx: Tx, document: StoredDocument) => Promise<Response>,
): Promise<Response> {
  const credentials = credentialsOf(context);
  if (!credentials) return answer(401, { error: "not_signed_in" });
  try {
    if (!z.uuid().safeParse(id).success) throw notFound();
    return await withActor(credentials, "write", async (tx) => {
      const document = await storedDocument(tx, id);
      if (!document) throw notFound();
      return answerWith(tx, document);
    });
  } catch (error) {
    return failed(error, context);
  }
}

const answerOf = (bytes: Uint8Array<ArrayBuffer>, type: string, headers: Record<string, string>) =>
  new Response(bytes, {
    headers: { ...HARMLESS, "Content-Type": type, "Content-Length": String(bytes.length), ...headers },
  });

/** RFC 6266: a plain name for old browsers, the true one percent-encoded. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
