import type { Day } from "@/domain/shared/day.ts";
import type { Outcome } from "./outcome-of.ts";

/**
 * What rests on this phone from the tap on, network or not: nothing of it can begin here on that day, nor on the days after
 * while something of hers waits for the server. Once it has heard, its own hold stands instead. `everything` after a red
 * flag: no session; else running and jumping.
 */
export type HeldHere = "impact" | "everything";

const STORE = "sevenstride.hold";

/**
 * Holds what such an answer asks to rest, for a person.
 * @param today the phone's day, not the page's: a page that was kept may be of yesterday
 */
export function holdHere(owner: string, today: Day, outcome: Outcome): void {
  const held = heldBy(outcome);
  if (held === null) return;
  // The wider one stays, also one of a day before: nobody may have heard it yet.
  const wider = heldHere(owner, today, true) === "everything" ? "everything" : held;
  localStorage.setItem(STORE, `${owner} ${today} ${wider}`);
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

/**
 * What rests on this phone on that day; null for nothing.
 * @param isUnheard something of hers has not reached the server yet
 */
export function heldHere(owner: string, today: Day, isUnheard: boolean): HeldHere | null {
  const [of, on = "", held] = (localStorage.getItem(STORE) ?? "").split(" ");
  const isStill = on === today || (isUnheard && on < today);
  if (of !== owner || on === "" || !isStill) return null;
  return held === "everything" ? "everything" : "impact";
}
