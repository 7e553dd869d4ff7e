import { direction, move, type Point } from "./figure.ts";
import { arrowHead, bowPiece, discPiece, filled, lined, linePiece, type Shape } from "./shapes.ts";

/** What cannot be seen from outside: a breath that widens the ribs, what the pelvic floor does, a landing. */
export type Mark =
  /** Lines that open from a point in a direction. */
  | { readonly breath: Point; readonly to: Point }
  /** A round window beside her, with a line to the pelvis. */
  | { readonly floor: "lift" | "release" | "hold" | "quick" | "long"; readonly at: Point; readonly of: Point }
  /** Short lines beside what lands. */
  | { readonly landing: Point };

const WINDOW = 21;

export function markShapes(mark: Mark): readonly Shape[] {
  if ("breath" in mark) return breathShapes(mark.breath, mark.to);
  if ("landing" in mark) return landingShapes(mark.landing);
  const { at, of, floor } = mark;
  const edge = move(at, direction(at, of), WINDOW);
  return [
    lined(linePiece(edge, of), "mark-line", 2),
    filled(discPiece(of, 3.2), "mark-line"),
    filled(discPiece(at, WINDOW), "mark"),
    lined(discPiece(at, WINDOW), "mark-line", 2.2),
    ...inWindow(floor, at),
  ];
}

function inWindow(kind: Extract<Mark, { at: Point }>["floor"], [x, y]: Point): readonly Shape[] {
  const sling = (sag: number, height: number) =>
    lined(bowPiece([x - 12, y + height], [x, y + height + sag], [x + 12, y + height]), "sling", 4);
  const arrow = (dx: number, from: number, to: number) => [
    lined(linePiece([x + dx, y + from], [x + dx, y + to]), "arrow", 2.8),
    lined(arrowHead([x + dx, y + from], [x + dx, y + to], 5.5), "arrow", 2.8),
  ];
  switch (kind) {
    case "release":
      return [sling(15, 1), ...arrow(0, -13, 1)];
    case "lift":
      return [sling(9, 6), ...arrow(0, 4, -12)];
    case "hold":
      return [
        sling(3, 5),
        ...arrow(0, 2, -9),
        lined(linePiece([x - 7, y - 13], [x + 7, y - 13]), "arrow", 2.8),
      ];
    case "quick":
      return [sling(7, 7), ...arrow(-8, 4, -8), ...arrow(0, 4, -12), ...arrow(8, 4, -8)];
    case "long":
      return [
        sling(4, 6),
        lined(linePiece([x - 11, y - 5], [x + 11, y - 5]), "arrow", 2.8),
        lined(arrowHead([x - 11, y - 5], [x + 11, y - 5], 5.5), "arrow", 2.8),
      ];
  }
}

function breathShapes(from: Point, to: Point): readonly Shape[] {
  const [dx, dy] = direction(from, to);
  const side: Point = [-dy, dx];
  const wave = (along: number, width: number) => {
    const middle = move(from, [dx, dy], along);
    return bowPiece(
      move(middle, side, -width),
      move(middle, [dx, dy], width * 0.8),
      move(middle, side, width),
    );
  };
  return [wave(0, 8), wave(9, 12), wave(18, 16)].map((piece) => lined(piece, "arrow", 2.8));
}

function landingShapes([x, y]: Point): readonly Shape[] {
  return [-1, 1].flatMap((side) => [
    lined(linePiece([x + side * 16, y], [x + side * 25, y - 2]), "arrow", 2.6),
    lined(linePiece([x + side * 14, y - 8], [x + side * 21, y - 14]), "arrow", 2.6),
  ]);
}
