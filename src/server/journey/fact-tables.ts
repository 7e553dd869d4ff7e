import { FACT_KINDS, type FactKind } from "../../domain/journey/facts.ts";

/** snake_case of Postgres to camelCase of the domain, for the keys of one row. Values are left alone. */
export function camel(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** camelCase of the domain to snake_case of Postgres. */
export function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The table of each kind of fact: the kind's name in Postgres's spelling. */
export const FACT_TABLES = Object.fromEntries(FACT_KINDS.map((kind) => [kind, snake(kind)])) as Record<
  FactKind,
  string
>;

/** A row as Postgres tells it (JSON) in the domain's shape: `recordedBy` is one value there. */
export function fromRow(row: Record<string, unknown>): Record<string, unknown> {
  const fact: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) fact[camel(key)] = value;
  fact.recordedBy = { kind: fact.recordedByKind, id: fact.recordedById };
  delete fact.recordedByKind;
  delete fact.recordedById;
  return fact;
}

/** A fact of the domain as a row for `jsonb_populate_recordset`. */
export function toRow(fact: Record<string, unknown>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fact)) {
    if (key === "recordedBy" && value) {
      const by = value as { kind: string; id: string | null };
      row.recorded_by_kind = by.kind;
      row.recorded_by_id = by.id;
    } else row[snake(key)] = value;
  }
  return row;
}
