import type { Day } from "@/domain/shared/day.ts";
import type { Outcome } from "./outcome-of.ts";

/**
 * What rests on this phone from the tap on, network or not: nothing of it can begin here on that day while the server has
 * not heard yet. Once it has, its own hold stands and this one is taken away. `everything` after a red flag: no session
 * that day; else running and jumping.
 */
export type HeldHere = "impact" | "everything";

const STORE = "sevenstride.hold";

/**
 * Holds what such an answer asks to rest, for a person.
 * @param today the phone's day, not the page's: a page that was kept may be of yesterday
 */
export function holdHere(owner: string, today: Day, outcome: Outcome): void {
  const held = heldBy(outcome);
  // The wider one stays.
  if (held === null || heldHere(owner, today) === "everything") return;
  localStorage.setItem(STORE, `${owner} ${today} ${held}`);
}

/** What an answer asks to rest; null for nothing. */
export function heldBy(outcome: Outcome): HeldHere | null {
  if (outcome.kind === "red_flag") return "everything";
  const rests = outcome.kind === "stop" || outcome.what === "pain" || outcome.what === "bleeding";
  return rests ? "impact" : null;
}

/** The server has heard: its hold stands instead. */
export function releaseHere(): void {
  localStorage.removeItem(STORE);
}

/** What was told to rest on this phone on that day while the server has not heard yet; null for nothing. */
export function heldHere(owner: string, today: Day): HeldHere | null {
  const [of, on, held] = (localStorage.getItem(STORE) ?? "").split(" ");
  if (of !== owner || on !== today) return null;
  return held === "everything" ? "everything" : "impact";
}
