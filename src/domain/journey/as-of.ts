import type { Day } from "../shared/day.ts";
import { deriveJourney } from "./derive.ts";
import { type ClientRecord, FACT_KINDS } from "./facts.ts";
import type { Journey } from "./journey.ts";
import { type TimelineEntry, timelineOf } from "./timeline.ts";

/**
 * Her record as it was at the end of a day: what was recorded later is not there yet, also when it speaks of an
 * earlier day. Facts are never changed, so leaving out is all it takes.
 * @param dayOf the calendar day of an instant in her own zone
 */
export function recordAsOf(record: ClientRecord, day: Day, dayOf: (recordedAt: string) => Day): ClientRecord {
  const isKnown = (row: { readonly recordedAt: string }) => dayOf(row.recordedAt) <= day;
  const facts = Object.fromEntries(FACT_KINDS.map((kind) => [kind, record[kind].filter(isKnown)]));
  return {
    ...record,
    ...facts,
    credentialChecks: record.credentialChecks.filter(isKnown),
    practiceRules: record.practiceRules.filter(isKnown),
  };
}

/** What was known of her at the end of a day, and what the rules made of it. */
export type Explanation = { readonly facts: readonly TimelineEntry[]; readonly journey: Journey };

/** Explains her journey as of any day, past or present. `dayOf` as for `recordAsOf`. */
export function explain(record: ClientRecord, day: Day, dayOf: (recordedAt: string) => Day): Explanation {
  const then = recordAsOf(record, day, dayOf);
  return { facts: timelineOf(then), journey: deriveJourney(then, day) };
}
