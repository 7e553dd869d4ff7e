import { firstBroken, lifeOf } from "./run.ts";
import { shrunk } from "./shrink.ts";
import { storyOf } from "./story.ts";

/** A hundred mums live a year and more in the tests, in two files, so that two processors share them. */
export const SEED = 1;
export const DAYS = 400;
const LOT = 10;
export const FIRST_HALF = [0, 1, 2, 3, 4].map((lot) => lot * LOT);
export const SECOND_HALF = FIRST_HALF.map((from) => from + FIRST_HALF.length * LOT);

/** Lives ten mums; null when everything held every evening, or else the smallest life in which it did not, told. */
export function brokenFrom(from: number): string | null {
  for (let number = from; number < from + LOT; number += 1) {
    const life = lifeOf(SEED, number, DAYS);
    const broken = firstBroken(life);
    if (broken) return storyOf(shrunk(life, broken));
  }
  return null;
}
