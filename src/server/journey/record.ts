import type { ClientRecord, FactKind, JourneyEvent } from "../../domain/journey/facts.ts";
import type { Day } from "../../domain/shared/day.ts";
import type { Tx } from "../db/with-actor.ts";
import { effectsOf } from "./effects.ts";
import { FACT_TABLES, fromRow, toRow } from "./fact-tables.ts";
import { loadRecord } from "./load-record.ts";
import { type Ask, settle } from "./settle.ts";

/** A transaction of the product as `settle` asks it. */
export function askOf(tx: Pick<Tx, "$queryRawUnsafe">): Ask {
  return (sql, ...values) => tx.$queryRawUnsafe(sql, ...values);
}

/** The same record with the new facts at the end of their kinds. */
export function withFacts(
  record: ClientRecord,
  added: readonly { fact: FactKind; row: unknown }[],
): ClientRecord {
  const next: Record<string, unknown> = { ...record };
  for (const { fact, row } of added) next[fact] = [...(next[fact] as unknown[]), row];
  return next as ClientRecord;
}

/**
 * A record knows the register's word on those who have signed for her. Whoever signs for her the first time may have been
 * looked up long ago, for another mum: with her sign-off that is part of the record.
 */
async function withSigner(
  tx: Tx,
  record: ClientRecord,
  events: readonly JourneyEvent[],
): Promise<ClientRecord> {
  if (!events.some((event) => event.fact === "clearance")) return record;
  return (await loadRecord(tx, record.client.id, { lock: false })) ?? record;
}

/**
 * The only writer of facts: rows (one statement a kind), one audit event each, her status and calendar settled, and what must leave
 * after commit, all in the caller's transaction. Who and when are stamped by Postgres.
 * @returns the record as it is now
 */
export async function record(
  tx: Tx,
  before: ClientRecord,
  practiceId: string,
  events: readonly JourneyEvent[],
  today: Day,
): Promise<ClientRecord> {
  if (events.length === 0) return before;
  const written: { fact: FactKind; row: unknown }[] = [];
  // Kinds in the order they first appear: a hold before the lift that names it.
  for (const kind of new Set(events.map((event) => event.fact))) {
    const rows = events
      .filter((event) => event.fact === kind)
      .map((event) => toRow({ ...event.row, practiceId, clientId: before.client.id }));
    const table = FACT_TABLES[kind];
    const stored = await tx.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)
       RETURNING to_jsonb("${table}") - 'practice_id' - 'client_id' || jsonb_build_object(
         'recorded_at', to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) AS row`,
      JSON.stringify(rows),
    );
    for (const { row } of stored) {
      written.push({ fact: kind, row: fromRow(row) });
      await tx.$executeRaw`SELECT app.audit(${`${table}.recorded`}, ${before.client.id}::uuid, ${table}, ${String(row.id)}, '{}'::jsonb)`;
    }
  }
  const after = await withSigner(tx, withFacts(before, written), events);
  await settle(askOf(tx), after, today);
  for (const effect of effectsOf(before, after, events, today)) {
    await tx.$executeRaw`
      INSERT INTO outbox (id, practice_id, kind, payload) VALUES (${effect.id}::uuid, ${practiceId}::uuid, ${effect.kind}, ${JSON.stringify(effect.payload)}::jsonb)`;
  }
  return after;
}
