/** What a key means in the queue. */
export type QueueKey = "next" | "previous" | "handle" | "snooze" | "undo";

type Pressed = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
};

const KEYS: Readonly<Record<string, QueueKey>> = {
  j: "next",
  k: "previous",
  e: "handle",
  s: "snooze",
  u: "undo",
};

/** The action of a key, or null: with a modifier it is the browser's, and a held key only ever moves. */
export function queueKeyOf(pressed: Pressed): QueueKey | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const action = KEYS[pressed.key.toLowerCase()] ?? null;
  return pressed.repeat && action !== "next" && action !== "previous" ? null : action;
}

/** Where the keyboard goes: from nowhere to the first (or last), never over the ends. Null in an empty queue. */
export function moveIn(length: number, at: number | null, by: 1 | -1): number | null {
  if (length === 0) return null;
  if (at === null) return by === 1 ? 0 : length - 1;
  return Math.min(length - 1, Math.max(0, at + by));
}

/** Who has the keyboard after the row at `at` has left: the one that took its place, else the last. */
export function afterLeaving(lengthLeft: number, at: number): number | null {
  return lengthLeft === 0 ? null : Math.min(at, lengthLeft - 1);
}
