import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** NIST SP 800-63B-4: fifteen when it is all she has, no rules of composition, no end before 64. One rule for everybody. */
export const PASSWORD = { min: 15, max: 128 } as const;

// 64 MiB, 3 passes, argon2id (the package's default kind): about 60 ms and 64 MB each, so four at a time and no more.
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on, not given up, so that nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const clean = (password: string) => password.normalize("NFKC");

/** For the column `password_hash`. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(clean(password), COST));
}

let nobodys: Promise<string> | undefined;

/** True when the password fits. Without a hash the same work is done and the answer is no. */
export async function matchesPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(randomUUID());
  const against = stored ?? (await nobodys);
  const fits = await inTurn(() => verify(against, clean(password)));
  return stored !== null && fits;
}

// Words a guesser tries first here; without them, enough must be left over.
const FIRST_GUESSES = [
  "sevenstride",
  "password",
  "passwort",
  "passphrase",
  "motdepasse",
  "correcthorsebatterystaple",
  "letmein",
  "welcome",
  "iloveyou",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "administrator",
  "running",
  "runner",
  "pelvic",
  "pelvicfloor",
  "postnatal",
  "postpartum",
  "physiotherapist",
  "physio",
  "mother",
  "mummy",
  "baby",
  "coach",
  "practice",
  "marathon",
  "abcdefghij",
  "0123456789",
  "1234567890",
  "9876543210",
  "january",
  "february",
  "september",
  "october",
  "november",
  "december",
];
const ENOUGH_LEFT = 8;

/** Without runs of four and more that go up, down or stay: "4567", "dcba", "aaaa". */
function withoutRuns(text: string): string {
  const signs = [...text];
  const stepAt = (i: number) => (signs[i]?.codePointAt(0) ?? 0) - (signs[i - 1]?.codePointAt(0) ?? 0);
  let left = "";
  for (let i = 0; i < signs.length; ) {
    let end = i + 1;
    const run = stepAt(end);
    while (end < signs.length && Math.abs(run) <= 1 && stepAt(end) === run) end += 1;
    const isRun = end - i >= 4;
    if (!isRun) left += signs[i];
    i = isRun ? end : i + 1;
  }
  return left;
}

export type Weakness = "short" | "long" | "guessable";

/** What is wrong with a password somebody chose, or null. `about` are words around her: name, address, practice. */
export function weaknessOf(password: string, about: readonly string[]): Weakness | null {
  const text = clean(password);
  if ([...text].length < PASSWORD.min) return "short";
  if ([...text].length > PASSWORD.max) return "long";
  const words = [...FIRST_GUESSES, ...about.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))]
    .filter((word) => word.length >= 3)
    .toSorted((a, b) => b.length - a.length);
  let left = text.toLowerCase().replaceAll(/[\s\-_.]/gu, "");
  for (const word of words) left = left.replaceAll(word, "");
  left = withoutRuns(left);
  // "abababab": what repeats is not there twice.
  const different = new Set(left).size;
  return [...left].length < ENOUGH_LEFT || different < 5 ? "guessable" : null;
}
