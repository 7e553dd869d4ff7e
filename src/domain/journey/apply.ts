import { withLadders } from "./ladders.ts";
import type { ActorKind } from "../shared/vocabulary.ts";
import type { ClientRecord, JourneyEvent } from "./facts.ts";

/** Who recorded facts and when: given by Postgres in the product, by the story in seeds and tests. */
export type Stamp = {
  readonly recordedAt: string;
  readonly recordedBy: { readonly kind: ActorKind; readonly id: string | null };
};

/** The record with new facts at the end of their kinds. Nothing in it changes, nothing goes. */
export function applyEvents(
  record: ClientRecord,
  events: readonly JourneyEvent[],
  stamp: Stamp,
): ClientRecord {
  if (events.length === 0) return record;
  const next: Record<string, unknown> = { ...record };
  for (const { fact, row } of events) {
    next[fact] = [...(next[fact] as readonly unknown[]), { ...row, ...stamp }];
  }
  // Each row was put in the list of its own kind, which the index by string hides from the compiler.
  const applied = next as ClientRecord;
  return events.some(({ fact }) => fact === "goal") ? withLadders(applied) : applied;
}

/** A stamp later than any: for asking what facts would mean once they are recorded. */
export const SUPPOSED: Stamp = {
  recordedAt: "9999-12-31T23:59:59.999999Z",
  recordedBy: { kind: "system", id: null },
};
