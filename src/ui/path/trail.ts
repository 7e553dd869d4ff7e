import type { PathState } from "./types.ts";

/** How a stretch of trail is drawn: walked (solid), open ahead (thin), shut (dotted). */
export type Way = "walked" | "open" | "shut";

/** The stretch between two neighbouring stations. Dotted only where the next gate is closed. */
export function wayBetween(from: PathState, to: PathState): Way {
  if (to === "locked") return "shut";
  return from === "done" || to === "done" ? "walked" : "open";
}

type Point = { x: number; y: number };

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * One bend from station to station, level where it meets each of them, so that bends join without a corner however
 * the picture is stretched.
 */
export function bend(from: Point, to: Point): string {
  const half = (to.x - from.x) / 2;
  return `M${round(from.x)} ${round(from.y)}C${round(from.x + half)} ${round(from.y)} ${round(to.x - half)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
}

/**
 * The bend between two rows of the upright picture, in a box of 100 by 100: upright at both ends, where the straight
 * runs of the rows take over, so rows of any height join without a corner.
 */
export function crossing(from: number, to: number): string {
  return `M${from} 0C${from} 52 ${to} 48 ${to} 100`;
}

/** Where the seven stations stand in the wide picture, in a box of 800 by 200. */
export const WIDE: readonly Point[] = [156, 56, 148, 46, 152, 40, 136].map((y, index) => ({
  x: 100 * (index + 1),
  y,
}));

/** The same in the card (320 by 100) and in the strip (200 by 32). */
export const CARD: readonly Point[] = [58, 30, 54, 28, 56, 26, 50].map((y, index) => ({
  x: 25 + 45 * index,
  y,
}));
export const STRIP: readonly Point[] = [15, 9, 14, 8, 15, 9, 14].map((y, index) => ({
  x: 16 + 28 * index,
  y,
}));
