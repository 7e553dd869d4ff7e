import type { PlacedSession } from "../journey/placed.ts";
import type { ProtocolKind } from "../journey/steps.ts";
import type { Day } from "../shared/day.ts";
import type { Due } from "./schedule.ts";

/** A row of her calendar. `pinned`: a coach set it by hand. `day` null: taken out by hand. */
export type StoredSession = {
  readonly id: string;
  readonly planId: string;
  readonly kind: ProtocolKind;
  readonly slot: Day | null;
  readonly day: Day | null;
  readonly level: number;
  readonly turn: number;
  readonly pinned: boolean;
  readonly chosenLevel: number | null;
  readonly chosenTurn: number | null;
  readonly note: string | null;
};

/** What her calendar is to be from today on. */
export type WantedCalendar = {
  readonly due: readonly Due[];
  readonly placed: readonly PlacedSession[];
  readonly kindOf: (planId: string) => ProtocolKind | null;
  /** Days that are over, and what was done today already, stay as they were planned. */
  readonly today: Day;
  readonly isDoneToday: (planId: string) => boolean;
};

export type Difference = {
  readonly insert: readonly StoredSession[];
  readonly update: readonly StoredSession[];
  /** Ids of rows that are no longer wanted. */
  readonly delete: readonly string[];
};

/**
 * What has to be written so that the stored calendar is the wanted one. Rows keep their id as long as their session is
 * the same one of the plan, so that a feed's event and a phone's copy stay what they are. Written and asked again, it
 * answers with nothing.
 * @param newId ids for sessions that are new
 */
export function reconcile(
  wanted: WantedCalendar,
  stored: readonly StoredSession[],
  newId: () => string,
): Difference {
  const { today, isDoneToday } = wanted;
  const isPast = (row: Pick<StoredSession, "day" | "slot" | "planId">) => {
    const on = row.day ?? row.slot;
    return on !== null && (on < today || (on === today && isDoneToday(row.planId)));
  };
  const open = stored.filter((row) => !isPast(row));
  const rows = rowsOf(wanted).filter((row) => !isPast(row));
  const byId = new Map(open.map((row) => [row.id, row]));
  const bySlot = new Map(open.flatMap((row) => (row.slot === null ? [] : [[keyOf(row), row] as const])));
  const kept = new Set<string>();
  const insert: StoredSession[] = [];
  const update: StoredSession[] = [];
  for (const row of rows) {
    const known = (row.id && byId.get(row.id)) || (row.slot !== null && bySlot.get(keyOf(row)));
    if (!known || kept.has(known.id)) {
      insert.push({ ...row, id: row.id || newId() });
      continue;
    }
    kept.add(known.id);
    const next = { ...row, id: known.id };
    if (!isSame(next, known)) update.push(next);
  }
  return { insert, update, delete: open.filter((row) => !kept.has(row.id)).map((row) => row.id) };
}

function keyOf({ planId, slot }: Pick<StoredSession, "planId" | "slot">): string {
  return `${planId} ${slot}`;
}

/** The wanted calendar as rows; what the plan has of itself has no id yet. */
function rowsOf({ due, placed, kindOf }: WantedCalendar): readonly StoredSession[] {
  const shown = new Map(due.flatMap((row) => (row.placed ? [[row.placed.id, row] as const] : [])));
  const byHand = placed.flatMap((row): StoredSession[] => {
    const kind = kindOf(row.planId);
    if (!kind) return [];
    const { id, planId, slot, day, note } = row;
    // Not due now (paused, or resting): it is kept, and what it asks is told when it is due again.
    const { level, turn } = shown.get(row.id) ?? { level: row.level ?? 0, turn: row.turn ?? 0 };
    return [
      {
        id,
        planId,
        kind,
        slot,
        day,
        level,
        turn,
        note,
        pinned: true,
        chosenLevel: row.level,
        chosenTurn: row.turn,
      },
    ];
  });
  const own = due.flatMap(({ planId, kind, day, slot, level, turn, placed: row }): StoredSession[] => {
    const plain = { pinned: false, chosenLevel: null, chosenTurn: null, note: null };
    return row ? [] : [{ id: "", planId, kind, slot, day, level, turn, ...plain }];
  });
  return [...byHand, ...own];
}

function isSame(a: StoredSession, b: StoredSession): boolean {
  return (Object.keys(a) as (keyof StoredSession)[]).every((key) => a[key] === b[key]);
}
