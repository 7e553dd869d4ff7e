import type { PlacedSession } from "../journey/placed.ts";
import type { ProtocolKind } from "../journey/steps.ts";
import { addDays, type Day, daysBetween } from "../shared/day.ts";
import type { StoredSession } from "./reconcile.ts";

/** A session of a week, by what it is and not by whose. */
export type InWeek = {
  readonly kind: ProtocolKind;
  /** Days after Monday. */
  readonly at: number;
  readonly level: number | null;
  readonly turn: number | null;
  readonly note: string | null;
};

const DAYS_IN_WEEK = 7;

const isIn = (monday: Day, day: Day | null): day is Day =>
  day !== null && day >= monday && daysBetween(monday, day) < DAYS_IN_WEEK;

/** What a week holds, to be laid into another. */
export function weekPattern(stored: readonly StoredSession[], monday: Day): readonly InWeek[] {
  return stored.flatMap(({ kind, day, chosenLevel: level, chosenTurn: turn, note }) =>
    isIn(monday, day) ? [{ kind, at: daysBetween(monday, day), level, turn, note }] : [],
  );
}

/**
 * A week made like another, of the same mum or of somebody else: of each kind she has a plan of, her sessions are moved to
 * the same days, the ones too many are taken out, and those that are missing are added. Kinds she has no plan of are left.
 */
export function layWeek(
  pattern: readonly InWeek[],
  monday: Day,
  mine: {
    readonly stored: readonly StoredSession[];
    readonly placed: readonly PlacedSession[];
    readonly planOf: (kind: ProtocolKind) => string | null;
    readonly today: Day;
    readonly newId: () => string;
  },
): { readonly touched: readonly PlacedSession[]; readonly placed: readonly PlacedSession[] } {
  const touched = [...new Set(pattern.map((row) => row.kind))].flatMap((kind): PlacedSession[] => {
    const planId = mine.planOf(kind);
    if (!planId) return [];
    const there = mine.stored
      .filter((row) => row.planId === planId && isIn(monday, row.day))
      .toSorted((a, b) => ((a.day ?? "") < (b.day ?? "") ? -1 : 1));
    const wanted = pattern
      .filter((row) => row.kind === kind && addDays(monday, row.at) >= mine.today)
      .toSorted((a, b) => a.at - b.at);
    const laid = wanted.map(({ at, level, turn, note }, index): PlacedSession => {
      const row = there[index];
      const day = addDays(monday, at);
      return { id: row?.id ?? mine.newId(), planId, slot: row?.slot ?? null, day, level, turn, note };
    });
    const over = there.slice(wanted.length).map(
      ({ id, slot }): PlacedSession => ({
        id,
        planId,
        slot,
        day: null,
        level: null,
        turn: null,
        note: null,
      }),
    );
    return [...laid, ...over];
  });
  const ids = new Set(touched.map((row) => row.id));
  const kept = touched.filter((row) => row.day !== null || row.slot !== null);
  return { touched: kept, placed: [...mine.placed.filter((row) => !ids.has(row.id)), ...kept] };
}
