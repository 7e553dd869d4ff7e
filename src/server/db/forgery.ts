import { namedBy } from "./guard.ts";
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
  "evidence_wrong",
]);
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

type Forgery = {
  readonly reason: string;
  readonly clientId: string | null;
  /** Rows the statement named. */
  readonly named: readonly string[];
};

/**
 * A try at a sign-off that Postgres itself refused, or null. A trigger names the client; a missing grant cannot, but the
 * statement named rows.
 */
export function forgeryOf(error: unknown): Forgery | null {
  const refusal = databaseRefusal(error);
  if (!refusal) return null;
  if (BY_TRIGGER.has(refusal))
    return { reason: refusal, clientId: UUID.exec(deepest(error, "detail") ?? "")?.[0] ?? null, named: [] };
  const message = `${deepest(error, "originalMessage") ?? ""} ${deepest(error, "message") ?? ""}`;
  return refusal === "not_allowed" && SEALED.test(message)
    ? { reason: refusal, clientId: null, named: namedBy(error) }
    : null;
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

/** Tells of what Postgres refused: of each mum the statement was about, or of the practice where it names none. */
export async function tellForgery(tokens: Tokens, { reason, clientId, named }: Forgery): Promise<void> {
  const found =
    named.length === 0
      ? []
      : await databases().auth.$queryRaw<{ id: string }[]>`
          SELECT id::text FROM app.clients_named(${named}::uuid[]) AS id`;
  const clients = found.length > 0 ? found.map((row) => row.id) : [clientId];
  for (const id of clients) await noteForgery(tokens, { requestId: null, clientId: id }, reason);
}
