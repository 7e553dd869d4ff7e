import type { ProtocolOutline } from "../journey/facts.ts";

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
