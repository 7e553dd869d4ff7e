import type { Life } from "./life.ts";
import { type Broken, firstBroken } from "./run.ts";

/** The same kind of thing goes wrong in this life, or null. */
type Breaks = (life: Life) => Broken | null;

/**
 * A smaller life that breaks the same invariant: no day after the break, then as few happenings as still break it, then
 * people as plain as still break it. Each attempt lives the whole life again, so the answer is a life that fails.
 */
export function shrunk(
  life: Life,
  broken: Broken,
  breaks: Breaks = (smaller) => firstBroken(smaller),
): { readonly life: Life; readonly broken: Broken } {
  let best = { life, broken };
  const attempt = (smaller: Life): boolean => {
    const found = breaks(smaller);
    if (found?.invariant !== broken.invariant) return false;
    best = { life: { ...smaller, days: Math.max(smaller.days, found.index + 1) }, broken: found };
    return true;
  };
  withFewer(best.life.happenings, (happenings) => attempt({ ...best.life, happenings }));
  for (const plain of PLAIN) attempt({ ...best.life, character: { ...best.life.character, ...plain } });
  return best;
}

/** Leaves out halves, quarters … single ones, for as long as it still breaks. */
function withFewer<T>(all: readonly T[], isEnough: (some: readonly T[]) => boolean): void {
  let kept = all;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (isEnough(without)) kept = without;
      else at += size;
    }
  }
}

const PLAIN: readonly Partial<Life["character"]>[] = [
  { zone: "Pacific/Auckland" },
  { mode: "propose" },
  { diligence: 1 },
  { coachDays: 1 },
  { physioDays: 3 },
  { maxRunMinutes: null },
  { noHopping: false },
  { earlierTestsCount: true },
];
