import { metresBetween, type Place } from "./track.ts";

/** So far from where she began and ended nothing is drawn: that is where people live. */
const HIDDEN_METRES = 200;
/** Enough for a line on a phone. */
const MOST_CORNERS = 300;

/** Without the first and last two hundred metres, as she went and as the crow flies. */
function trimmed(route: readonly Place[]): readonly Place[] {
  const [first, last] = [route[0], route.at(-1)];
  if (!first || !last) return [];
  const isFar = (place: Place) =>
    metresBetween(place, first) > HIDDEN_METRES && metresBetween(place, last) > HIDDEN_METRES;
  // Every point near either end goes, also where she came past it again.
  return route.filter(isFar);
}

/**
 * The shape of a way without its place: corners between 0 and 100, north up, both ends left out. Empty when she stayed
 * within reach of home.
 */
export function shapeOfWay(route: readonly Place[]): readonly { readonly x: number; readonly y: number }[] {
  const kept = trimmed(route);
  const step = Math.max(1, Math.ceil(kept.length / MOST_CORNERS));
  const corners = kept.filter((_, at) => at % step === 0);
  const [first] = corners;
  if (!first || corners.length < 2) return [];
  // A degree of longitude is shorter away from the equator.
  const narrow = Math.cos((first.lat * Math.PI) / 180);
  const flat = corners.map(({ lat, lon }) => ({ x: lon * narrow, y: -lat }));
  const [left, top] = [Math.min(...flat.map((one) => one.x)), Math.min(...flat.map((one) => one.y))];
  const wide = Math.max(...flat.map((one) => one.x)) - left;
  const high = Math.max(...flat.map((one) => one.y)) - top;
  const scale = 100 / Math.max(wide, high, Number.EPSILON);
  // The shorter side stands in the middle.
  const place = (value: number, least: number, size: number) =>
    Math.round(((value - least) * scale + (100 - size * scale) / 2) * 10) / 10;
  return flat.map(({ x, y }) => ({ x: place(x, left, wide), y: place(y, top, high) }));
}
