import { randomBytes } from "node:crypto";

// Crockford's base 32: no I, L, O, U, so that nobody reads a letter as a digit or a word as an insult.
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;

/** The code on a printed passport: 60 random bits in three groups, e.g. 7K2M-9QXA-31CD. */
export function newPassportCode(): string {
  // 32 divides 256, so every letter is equally likely.
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return letters.match(/.{4}/g)?.join("-") ?? letters;
}

/** What a person typed as the code it means (small letters, blanks, O for 0, I and L for 1), or null. */
export function readPassportCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (letters.length !== LENGTH || [...letters].some((letter) => !LETTERS.includes(letter))) return null;
  return letters.match(/.{4}/g)?.join("-") ?? null;
}
