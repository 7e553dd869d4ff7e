import { z } from "zod";
import { type Tx, withActor } from "../db/with-actor.ts";
import { bytesOf, type StoredDocument, storedDocument } from "../stored-document.ts";
import { type Context, credentialsOf } from "../trpc/context.ts";
import { notFound } from "../trpc/errors.ts";
import { answer, failed, HEADERS } from "./answers.ts";
import { LIMITS } from "./kinds.ts";

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
