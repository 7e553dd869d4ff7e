import { randomBytes, randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import type { FactRows } from "../../src/domain/journey/facts.ts";
import { LINK_DAYS } from "../../src/domain/clearance/requests.ts";
import { addDays, daysBetween, type Day } from "../../src/domain/shared/day.ts";

/** Requests younger than this were reminded of, and a reminder brings a new link. */
const REMINDED = 30;

type Whose = { readonly practiceId: string; readonly clientId: string; readonly today: Day };
export type Asked = Pick<FactRows["request"], "id" | "physioId" | "askedOn">;

/**
 * The link a request went out with. Nobody holds its secret: a physio with an account finds the request in her list, any
 * other needs a new mail.
 */
export async function writeLink(
  db: ClientBase,
  request: Asked,
  { practiceId, clientId, today }: Whose,
): Promise<void> {
  const isLive = daysBetween(request.askedOn, today) < REMINDED;
  await db.query(
    `INSERT INTO physio_link (id, practice_id, client_id, physio_id, request_id, token_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      randomUUID(),
      practiceId,
      clientId,
      request.physioId,
      request.id,
      randomBytes(32),
      addDays(isLive ? today : request.askedOn, LINK_DAYS),
    ],
  );
}
