import type { ProtocolOutline } from "../journey/facts.ts";
import type { PlacedSession } from "../journey/placed.ts";
import type { ProtocolKind } from "../journey/steps.ts";
import type { Day } from "../shared/day.ts";

/**
 * The level of another version that a level of this one becomes: the one of the same name (the nearest, where there are
 * several), else the one at the same place, or the last. Never a level that runs longer than the one she stands on:
 * a change of versions is no step up.
 */
export function levelInVersion(before: ProtocolOutline, after: ProtocolOutline, level: number): number {
  const old = before.levels[level];
  const last = after.levels.length - 1;
  const same = after.levels
    .flatMap(({ title }, at) => (title === old?.title ? [at] : []))
    .toSorted((a, b) => Math.abs(a - level) - Math.abs(b - level))[0];
  let found = same ?? Math.min(level, last);
  while (found > 0 && (after.levels[found]?.minutesRun ?? 0) > (old?.minutesRun ?? 0)) found -= 1;
  return found;
}

/** A plan as a move knows it: its id, and the version it is of. */
export type MovedPlan = { readonly planId: string; readonly outline: ProtocolOutline };

/**
 * What a coach set by hand goes along from one plan to the other, on its day; a level she chose becomes the level it is in
 * the other version. Rows of other plans stay as they are.
 */
export function carryOver(
  placed: readonly PlacedSession[],
  from: MovedPlan,
  to: MovedPlan,
  newId: () => string,
): readonly PlacedSession[] {
  return placed.map((row) =>
    row.planId === from.planId
      ? {
          ...row,
          id: newId(),
          planId: to.planId,
          level: row.level === null ? null : levelInVersion(from.outline, to.outline, row.level),
        }
      : row,
  );
}

/** A session of a coming day, as it is told. */
export type DayLine = {
  readonly day: Day;
  readonly kind: ProtocolKind;
  readonly title: string;
  readonly minutes: number;
  readonly minutesRun: number;
};

/** A day that would look different: what is no longer on it, and what is instead. */
export type ChangedDay = {
  readonly day: Day;
  readonly gone: readonly DayLine[];
  readonly comes: readonly DayLine[];
};

/** The days that differ between two calendars, in their order. What stands on both, as often, is not told. */
export function changedDays(before: readonly DayLine[], after: readonly DayLine[]): readonly ChangedDay[] {
  const days = [...new Set([...before, ...after].map((row) => row.day))].toSorted();
  return days.flatMap((day) => {
    const was = before.filter((row) => row.day === day);
    const is = after.filter((row) => row.day === day);
    const gone = without(was, is);
    const comes = without(is, was);
    return gone.length + comes.length > 0 ? [{ day, gone, comes }] : [];
  });
}

/** The rows of one list that have no twin in the other. */
function without(rows: readonly DayLine[], others: readonly DayLine[]): readonly DayLine[] {
  const left = others.map(keyOf);
  return rows.filter((row) => {
    const at = left.indexOf(keyOf(row));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function keyOf({ kind, title, minutes, minutesRun }: DayLine): string {
  return JSON.stringify([kind, title, minutes, minutesRun]);
}
