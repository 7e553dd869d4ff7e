import type { ClientRecord, FactKind } from "../../domain/journey/facts.ts";
import { withLadders } from "../../domain/journey/ladders.ts";
import type { Tx } from "../db/with-actor.ts";
import { heedSeal, type Sealed } from "../seal-check.ts";
import { FACT_TABLES, fromRow } from "./fact-tables.ts";

type Json = { [key: string]: unknown };
type RawRecord = { [table: string]: Json[] | null } & {
  client: Json;
  credential_check: Json[];
  practice_rules: Json[];
  protocols: Json[];
  placed: Json[];
};
type Sealing = { readonly broken_seals: readonly string[]; readonly sealed: Sealed | null };

/** The record as Postgres's `app.record_of` tells it, in the domain's shape. */
export function toRecord(raw: unknown): ClientRecord {
  const source = raw as RawRecord;
  const facts: Partial<Record<FactKind, unknown[]>> = {};
  for (const [kind, table] of Object.entries(FACT_TABLES)) {
    const rows = source[table];
    // A gate that does not see a kind of fact would fail open.
    if (rows === undefined)
      throw new Error(`app.record_of does not tell ${table}: SELECT app.write_record_of() makes it anew.`);
    facts[kind as FactKind] = (rows ?? []).map(fromRow);
  }
  return withLadders({
    ...facts,
    client: { ...fromRow(source.client), recordedBy: undefined },
    credentialChecks: source.credential_check.map(fromRow),
    practiceRules: source.practice_rules.map(fromRow),
    protocols: source.protocols,
    placed: source.placed,
    brokenSeals: (raw as Sealing).broken_seals,
  } as unknown as ClientRecord);
}

/**
 * Everything recorded about one client, for deciding and deriving: never to be handed out as it is. Null when the actor
 * has no business with her. `lock` holds her row until the transaction ends.
 */
export async function loadRecord(
  tx: Tx,
  clientId: string,
  { lock }: { lock: boolean },
): Promise<ClientRecord | null> {
  const [row] = await tx.$queryRaw<
    { raw: unknown }[]
  >`SELECT app.client_record(${clientId}::uuid, ${lock}) AS raw`;
  return row?.raw ? trusted(tx, row.raw) : null;
}

/** The record, once the seal of her newest sign-off was looked at. Throws `SealTurned` when that is news. */
export async function trusted(tx: Pick<Tx, "$queryRaw">, raw: unknown): Promise<ClientRecord> {
  const { broken_seals: broken, sealed } = raw as Sealing;
  await heedSeal(tx, sealed, broken);
  return toRecord(raw);
}
