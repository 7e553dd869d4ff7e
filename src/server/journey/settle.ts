import { randomUUID } from "node:crypto";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import { calendarOf, isOver } from "../../domain/journey/calendar.ts";
import { type Difference, reconcile, type StoredSession } from "../../domain/plans/reconcile.ts";
import type { Day } from "../../domain/shared/day.ts";
import { toRow } from "./fact-tables.ts";
import { statusOf } from "./status.ts";

/** A database to ask: the product's transaction has it, and so has a builder's connection. */
export type Ask = <Row>(sql: string, ...values: unknown[]) => Promise<readonly Row[]>;

/** A row of `app.sessions_of`, narrow. */
type Narrow = [
  id: string,
  planId: string,
  kind: StoredSession["kind"],
  slot: Day | null,
  day: Day | null,
  level: number,
  turn: number,
  pinned: boolean,
  chosenLevel: number | null,
  chosenTurn: number | null,
  note: string | null,
];

/** The rows of `app.sessions_of` as the domain knows them. */
function storedSessions(raw: unknown): readonly StoredSession[] {
  return ((raw ?? []) as Narrow[]).map(
    ([id, planId, kind, slot, day, level, turn, pinned, chosenLevel, chosenTurn, note]) => ({
      id,
      planId,
      kind,
      slot,
      day,
      level,
      turn,
      pinned,
      chosenLevel,
      chosenTurn,
      note,
    }),
  );
}

/** Rows of her calendar from a day on, for whoever has business with her. */
export async function sessionsFrom(ask: Ask, clientId: string, from: Day): Promise<readonly StoredSession[]> {
  const [row] = await ask<{ stored: unknown }>(
    "SELECT app.sessions_of($1::uuid, $2::date) AS stored",
    clientId,
    from,
  );
  return storedSessions(row?.stored);
}

/**
 * Everything that is derived of her and kept: her status, and the sessions of the coming weeks. Called in the transaction of
 * whatever changed; writes nothing of her calendar that stands there already.
 * @param today the calendar date in her own zone
 */
export async function settle(ask: Ask, record: ClientRecord, today: Day): Promise<void> {
  const { id } = record.client;
  const status = JSON.stringify(statusOf(record, today));
  const [row] = await ask<{ stored: unknown }>(
    "SELECT app.sessions_of($1::uuid, $3::date) AS stored FROM app.put_status($1::uuid, $2::jsonb)",
    id,
    status,
    today,
  );
  const { insert, update, delete: gone } = differenceOf(record, storedSessions(row?.stored), today);
  if (insert.length + update.length + gone.length === 0) return;
  await ask(
    "SELECT 1 FROM app.put_sessions($1::uuid, $2::jsonb, $3::jsonb, $4::uuid[])",
    id,
    JSON.stringify(insert.map(toRow)),
    JSON.stringify(update.map(toRow)),
    gone,
  );
}

function differenceOf(record: ClientRecord, stored: readonly StoredSession[], today: Day): Difference {
  const journey = deriveJourney(record, today);
  const plans = new Map(journey.plans.map((plan) => [plan.planId, plan]));
  const over = isOver(record, journey);
  const wanted = {
    due: calendarOf(record, journey),
    placed: record.placed.filter((row) => !over(row)),
    kindOf: (planId: string) => plans.get(planId)?.kind ?? null,
    today,
    isDoneToday: (planId: string) => plans.get(planId)?.lastDoneOn === today,
  };
  return reconcile(wanted, stored, randomUUID);
}
