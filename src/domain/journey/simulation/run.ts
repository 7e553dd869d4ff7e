import { decide } from "../decide.ts";
import { deriveJourney } from "../derive.ts";
import { characterOf } from "./character.ts";
import { happeningsOf } from "./happenings.ts";
import { INVARIANTS, type Invariant } from "./invariants.ts";
import { type Life, live } from "./life.ts";
import { DEADLINES } from "./liveness.ts";
import type { Rules } from "./world.ts";

export const ALL_INVARIANTS: readonly Invariant[] = [...INVARIANTS, ...DEADLINES];
export const RULES_AS_THEY_ARE: Rules = { derive: deriveJourney, decide };

export type Broken = {
  readonly invariant: string;
  readonly index: number;
  readonly today: string;
  readonly what: string;
};

/** The life of the mum with this number. */
export function lifeOf(seed: number, number: number, days: number): Life {
  const character = characterOf(seed, number);
  return { character, happenings: happeningsOf(character, days), days };
}

/** Lives it and answers with the first thing that does not hold, or null. */
export function firstBroken(
  life: Life,
  rules: Rules = RULES_AS_THEY_ARE,
  invariants: readonly Invariant[] = ALL_INVARIANTS,
): Broken | null {
  const looks = invariants.map(({ id, begin }) => ({ id, look: begin() }));
  let broken: Broken | null = null;
  live(life, rules, (evening) => {
    for (const { id, look } of looks) {
      const what = look(evening);
      if (what !== null) broken ??= { invariant: id, index: evening.index, today: evening.today, what };
    }
    return broken !== null;
  });
  return broken;
}
