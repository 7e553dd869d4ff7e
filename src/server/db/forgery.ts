import { databases } from "./pools.ts";
import { databaseRefusal, deepest } from "./errors.ts";

/** What only a physio writes. Postgres refuses everybody else on these tables by grant or by policy. */
const SEALED =
  /table "?(clearance|assessment|clearance_withdrawal|clearance_confirmation|credential_check)"?\b/;
const BY_TRIGGER = new Set([
  "signer_coaches_here",
  "registration_in_use",
  "not_the_signer",
  "dated_in_future",
  "signer_is_client",
]);
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

type Forgery = { readonly reason: string; readonly clientId: string | null };

/** A try at a sign-off that Postgres itself refused, or null. The trigger names the client; a missing grant cannot. */
export function forgeryOf(error: unknown): Forgery | null {
  const refusal = databaseRefusal(error);
  if (!refusal) return null;
  if (BY_TRIGGER.has(refusal))
    return { reason: refusal, clientId: UUID.exec(deepest(error, "detail") ?? "")?.[0] ?? null };
  const message = `${deepest(error, "originalMessage") ?? ""} ${deepest(error, "message") ?? ""}`;
  return refusal === "not_allowed" && SEALED.test(message) ? { reason: refusal, clientId: null } : null;
}

type Tokens = { readonly visit: Buffer | null; readonly session: Buffer | null };
type About = { readonly requestId: string | null; readonly clientId: string | null };

/**
 * Tells of a signature that was refused: one event in the trail, the practice's owners and the mum by mail. In its own
 * transaction, because the refused one is rolled back. Tokens as hashes, live or ended.
 */
export async function noteForgery({ visit, session }: Tokens, about: About, reason: string): Promise<void> {
  await databases().auth.$executeRaw`
    SELECT app.note_forgery(${visit}, ${session}, ${about.requestId}::uuid, ${about.clientId}::uuid, ${reason})`;
}
