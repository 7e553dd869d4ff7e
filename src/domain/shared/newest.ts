type Recorded = { readonly id: string; readonly recordedAt: string };

/** True when `a` was recorded after `b`; the id breaks a tie, so that every floor picks the same row. */
export function isNewer(a: Recorded, b: Recorded): boolean {
  return a.recordedAt > b.recordedAt || (a.recordedAt === b.recordedAt && a.id > b.id);
}

/** The row recorded last among those that match, or null. Does not trust the order of the list. */
export function newest<T extends Recorded>(rows: readonly T[], matches?: (row: T) => boolean): T | null {
  let found: T | null = null;
  for (const row of rows) {
    if (matches && !matches(row)) continue;
    if (!found || isNewer(row, found)) found = row;
  }
  return found;
}

/** The row recorded last for each key, in one pass. */
export function newestBy<T extends Recorded>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): ReadonlyMap<string, T> {
  const byKey = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = byKey.get(key);
    if (!known || isNewer(row, known)) byKey.set(key, row);
  }
  return byKey;
}
