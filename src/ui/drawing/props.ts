import { FLOOR, type Point } from "./figure.ts";
import { boxPiece, discPiece, filled, lined, linePiece, type Shape } from "./shapes.ts";

/** What she stands on, sits on, leans against or holds. Whatever she holds is drawn over her hands. */
export type Prop =
  /** On the floor from x to x, seen from the side. */
  | { readonly mat: readonly [from: number, to: number] }
  /** Seen from above or a little from above: a corner, width and height. */
  | { readonly rug: readonly [x: number, y: number, width: number, height: number] }
  /** x of the back; she faces right. */
  | { readonly chair: number }
  /** x of its face; the house is to the left or to the right of it. */
  | { readonly wall: number; readonly house: "left" | "right" }
  /** A step, bench or bed: left edge, width, height above the floor. */
  | { readonly step: readonly [x: number, width: number, height: number] }
  | { readonly bench: readonly [x: number, width: number, height: number] }
  | { readonly pillow: readonly [x: number, y: number, width: number, height: number] }
  /** Pillows stacked behind a back. */
  | { readonly wedge: readonly Point[] }
  | { readonly band: readonly Point[]; readonly fixed?: true }
  | { readonly dumbbell: Point }
  | { readonly kettlebell: Point }
  /** A bar seen from its end: the plate. `behind` her when it lies on her back. */
  | { readonly plate: Point; readonly behind?: true };

/** Height of a seat above the floor. */
export const SEAT = 33;

export function isInFront(prop: Prop): boolean {
  return (
    "band" in prop ||
    "dumbbell" in prop ||
    "kettlebell" in prop ||
    ("plate" in prop && prop.behind === undefined)
  );
}

const LINE = 3;

export function propShapes(prop: Prop): readonly Shape[] {
  if ("mat" in prop) {
    const [from, to] = prop.mat;
    return [filled(boxPiece(from, FLOOR - 2.5, to - from, 5, 2.5), "mat")];
  }
  if ("rug" in prop) return [filled(boxPiece(...prop.rug, 12), "mat")];
  if ("chair" in prop) return chairShapes(prop.chair);
  if ("wall" in prop) return wallShapes(prop.wall, prop.house);
  if ("step" in prop) return blockShapes(prop.step);
  if ("bench" in prop) return benchShapes(prop.bench);
  if ("pillow" in prop) return solid(boxPiece(...prop.pillow, Math.min(8, prop.pillow[3] / 2)));
  if ("wedge" in prop) return wedgeShapes(prop.wedge);
  return heldShapes(prop);
}

function solid(piece: ReturnType<typeof boxPiece>): readonly Shape[] {
  return [filled(piece, "prop"), lined(piece, "prop-line", 2)];
}

function chairShapes(x: number): readonly Shape[] {
  const seat = FLOOR - SEAT;
  const legs = [
    linePiece([x, seat - 62], [x + 3, seat + 2], [x, FLOOR]),
    linePiece([x + 44, seat + 2], [x + 48, FLOOR]),
  ];
  return [
    ...legs.map((piece) => lined(piece, "prop-line", LINE)),
    ...solid(boxPiece(x - 1, seat, 50, 6, 2.5)),
    ...solid(boxPiece(x - 4, seat - 66, 7, 26, 3)),
  ];
}

function wallShapes(x: number, house: "left" | "right"): readonly Shape[] {
  const side = house === "left" ? -1 : 1;
  const hatches = Array.from({ length: 9 }, (_, index) => {
    const y = 34 + index * 20;
    return linePiece([x, y], [x + side * 9, y + 9]);
  });
  return [
    ...hatches.map((piece) => lined(piece, "floor", 2)),
    lined(linePiece([x, 22], [x, FLOOR + 1]), "prop-line", LINE),
  ];
}

function blockShapes([x, width, height]: readonly [number, number, number]): readonly Shape[] {
  return solid(boxPiece(x, FLOOR - height, width, height, 2.5));
}

function benchShapes([x, width, height]: readonly [number, number, number]): readonly Shape[] {
  const top = FLOOR - height;
  const legs = [x + 8, x + width - 8].map((leg) => linePiece([leg, top + 8], [leg, FLOOR]));
  return [...legs.map((piece) => lined(piece, "prop-line", LINE)), ...solid(boxPiece(x, top, width, 9, 3.5))];
}

function wedgeShapes(points: readonly Point[]): readonly Shape[] {
  const [first] = points;
  const outline = linePiece(...points, ...(first ? [first] : []));
  return [lined(outline, "prop-line", 10), filled(outline, "prop"), lined(outline, "prop", 6)];
}

type Held = Extract<
  Prop,
  { band: unknown } | { dumbbell: unknown } | { kettlebell: unknown } | { plate: unknown }
>;

function heldShapes(prop: Held): readonly Shape[] {
  if ("band" in prop) {
    const end = prop.band.at(-1);
    return [
      lined(linePiece(...prop.band), "halo", 6.5),
      lined(linePiece(...prop.band), "band", 3.6),
      ...(prop.fixed && end ? [filled(discPiece(end, 4.5), "band")] : []),
    ];
  }
  if ("plate" in prop) {
    return [
      lined(discPiece(prop.plate, 19), "halo", 9),
      lined(discPiece(prop.plate, 19), "weight", 5.5),
      lined(discPiece(prop.plate, 4.5), "halo", 3),
      filled(discPiece(prop.plate, 4.5), "weight"),
    ];
  }
  if ("dumbbell" in prop) {
    const [x, y] = prop.dumbbell;
    const parts = [
      boxPiece(x - 5, y - 13, 10, 9, 2.5),
      boxPiece(x - 5, y + 4, 10, 9, 2.5),
      boxPiece(x - 2, y - 6, 4, 12, 1),
    ];
    return [
      ...parts.map((piece) => lined(piece, "halo", 3)),
      ...parts.map((piece) => filled(piece, "weight")),
    ];
  }
  const [x, y] = prop.kettlebell;
  const bell = discPiece([x, y + 14], 9.5);
  const handle = linePiece([x - 5.5, y + 8], [x - 4.5, y], [x + 4.5, y], [x + 5.5, y + 8]);
  return [lined(bell, "halo", 3), filled(bell, "weight"), lined(handle, "weight", 3.4)];
}
