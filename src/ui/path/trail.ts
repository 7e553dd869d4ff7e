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

/** Circle's share of the control points: a quarter circle as one cubic curve. */
const QUARTER = 0.5523;

/**
 * One row of the upright picture, in a box of 100 by 100 that may be stretched to any height: in from the middle of
 * the upper edge, down through the station at `x`, out at the middle of the lower edge. Level at the edges and upright
 * at the station, so rows of different heights still join smoothly.
 */
export function switchback(x: number): { into: string; out: string } {
  const level = round(50 + (x - 50) * QUARTER);
  const upright = round(50 * (1 - QUARTER));
  return {
    into: `M50 0C${level} 0 ${x} ${upright} ${x} 50`,
    out: `M${x} 50C${x} ${round(100 - upright)} ${level} 100 50 100`,
  };
}

/** Where the seven stations stand in the wide picture, in a box of 800 by 200. */
export const WIDE: readonly Point[] = [146, 58, 138, 50, 146, 44, 132].map((y, index) => ({
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
