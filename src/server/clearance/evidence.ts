import { createHash } from "node:crypto";
import { daysBackOf } from "../../domain/clearance/requests.ts";
import type { Request } from "../../domain/journey/facts.ts";
import { SIGNING_STATEMENT } from "../../domain/clearance/signing.ts";
import type { Day } from "../../domain/shared/day.ts";
import { canonicalJson, type Json } from "../../lib/canonical-json.ts";
import { dayInWords } from "../../words/days.ts";
import { words } from "../../words/server.ts";
import { dayOf } from "../clock.ts";
import { Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import type { Evidence } from "./seal.ts";
import { type SharedView, sharedOf } from "./shared-view.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** SHA-256 (hex) of all that a physio is shown about a mum: her page carries it, and brings it back with the signature. */
export const seenOf = ({ sharing, birth, symptoms, tests, plan }: SharedView): string =>
  sha256(canonicalJson(JSON.parse(JSON.stringify({ sharing, birth, symptoms, tests, plan })) as Json));

type Asked = {
  readonly kind: Request["kind"];
  readonly askedOn: Date;
  readonly client: { readonly id: string };
};

/** All that a physio is shown about the mum of a request today. */
export const shownOf = (shell: Shell, { kind, askedOn, client }: Asked, today: Day): Promise<SharedView> =>
  sharedOf(shell, client.id, today, daysBackOf({ kind, askedOn: dayOf(askedOn) }, today));

/**
 * Refused when what she is shown about this mum is no longer what lay before her: a symptom told in the meantime, a
 * consent taken back. Asked inside the lock on her row.
 */
export async function checkSeen(shell: Shell, request: Asked, today: Day, seen: string): Promise<void> {
  if (seenOf(await shownOf(shell, request, today)) !== seen) throw new Refused({ code: "seen_changed" });
}

type Signing = {
  readonly requestId: string;
  readonly seen: string;
  readonly client: string;
  readonly assessedOn: Day;
  /** An instant of the database when her passkey signs the record itself; null when her last confirmation counts. */
  readonly passkeyAt: string | null;
};

/** What this signature rests on: Postgres's own word of who signs and how, and what lay before her. */
export async function evidenceOf({ tx }: Shell, signing: Signing): Promise<Evidence> {
  const [row] = await tx.$queryRaw<{ known: Omit<Evidence, "shown"> }[]>`
    SELECT app.signing_evidence(${signing.requestId}::uuid, ${signing.passkeyAt}::timestamptz) AS known`;
  if (!row?.known) throw new Error("a request that was there a moment ago");
  const statement = words("physio")(`form.statement.${SIGNING_STATEMENT}`, {
    client: signing.client,
    date: dayInWords(signing.assessedOn, "year"),
  });
  const { authority, how } = row.known;
  return { authority, how, shown: { about: signing.seen, statement: sha256(statement) } };
}

/** Now, by the database's clock, to the millisecond. */
export async function databaseNow({ tx }: Shell): Promise<string> {
  const [row] = await tx.$queryRaw<{ now: string }[]>`
    SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`;
  return row?.now ?? "";
}
