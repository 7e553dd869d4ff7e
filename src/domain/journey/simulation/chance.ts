/** What may happen by chance in a life, from a seed: the same seed and the same question have the same answer, for ever. */
export type Chance = {
  /** A number from 0 (with) to 1 (without). Asked by name, so that leaving one thing out moves nothing else. */
  readonly roll: (...about: readonly (string | number)[]) => number;
  readonly happens: (share: number, ...about: readonly (string | number)[]) => boolean;
  /** Whole, from `from` to `to`, both with. */
  readonly between: (from: number, to: number, ...about: readonly (string | number)[]) => number;
  readonly pick: <T>(from: readonly T[], ...about: readonly (string | number)[]) => T;
  /** One of the values, each as likely as its weight says. */
  readonly weighted: <T>(
    from: readonly (readonly [weight: number, value: T])[],
    ...about: readonly (string | number)[]
  ) => T;
};

/** FNV-1a over the characters, then the finisher of MurmurHash3, so that neighbours have nothing in common. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The chance of one life: `seed` is the run's, `number` the mum's. */
export function chanceOf(seed: number, number: number): Chance {
  const roll: Chance["roll"] = (...about) => hash(`${seed} ${number} ${about.join(" ")}`) / 2 ** 32;
  const pick: Chance["pick"] = (from, ...about) => {
    const found = from[Math.floor(roll(...about) * from.length)];
    if (found === undefined) throw new RangeError("nothing to pick from");
    return found;
  };
  return {
    roll,
    pick,
    happens: (share, ...about) => roll(...about) < share,
    between: (from, to, ...about) => from + Math.floor(roll(...about) * (to - from + 1)),
    weighted: (from, ...about) => {
      let left = roll(...about) * from.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new RangeError("nothing to pick from");
    },
  };
}

/** An id as a phone makes them: no order in it that a rule could lean on. */
export function idOf(seed: number, number: number, count: number): string {
  const hex = (part: string) => hash(`${seed} ${number} ${count} ${part}`).toString(16).padStart(8, "0");
  const [a, b, c] = [hex("a"), hex("b"), hex("c")];
  // The last digits count, so that no two are the same whatever the hash does.
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${c.slice(0, 3)}-${c.slice(3, 7)}${count.toString(16).padStart(8, "0")}`;
}
