import type { Day } from "@/domain/shared/day.ts";

/**
 * Running rests on this phone from the tap on, network or not: a run cannot begin here on that day while the server has
 * not heard yet. Once it has, its own hold stands and this one is taken away.
 */
const STORE = "sevenstride.hold";

/** Holds running on this phone for a person and a day. */
export function holdHere(owner: string, day: Day): void {
  localStorage.setItem(STORE, `${owner} ${day}`);
}

/** The server has heard: its hold stands instead. */
export function releaseHere(): void {
  localStorage.removeItem(STORE);
}

/** True when a symptom was told on this phone on that day and the server has not heard yet. */
export function isHeldHere(owner: string, day: Day): boolean {
  return localStorage.getItem(STORE) === `${owner} ${day}`;
}
