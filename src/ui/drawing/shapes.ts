import { direction, distance, move, type Point } from "./figure.ts";

/** What a drawing is painted with; `drawing.css` has a colour for each, from the tokens, in every theme. */
export const PAINTS = [
  "skin",
  "skin-far",
  "top",
  "top-far",
  "legs",
  "legs-far",
  "hair",
  "ghost",
  "halo",
  "floor",
  "mat",
  "prop",
  "prop-line",
  "band",
  "weight",
  "arrow",
  "mark",
  "mark-line",
  "sling",
] as const;
export type Paint = (typeof PAINTS)[number];

/** One path of a drawing. With a `line` it is drawn along that width, else filled. */
export type Shape = {
  readonly d: string;
  readonly paint: Paint;
  readonly line?: number;
  readonly dashed?: true;
  /** Points it goes through and how far it spreads around them: where it is, for the tests. */
  readonly spread: readonly (readonly [Point, number])[];
};

export type Piece = Pick<Shape, "d" | "spread">;

/** A tenth of a unit is less than half a pixel at full screen. */
const text = (value: number): string => String(Math.round(value * 10) / 10);
const at = ([x, y]: Point): string => `${text(x)} ${text(y)}`;

/** Two circles and what a band around them holds: a bone with flesh on it. */
export function limbPiece(from: Point, fromRadius: number, to: Point, toRadius: number): Piece {
  const length = distance(from, to);
  const spread = [
    [from, fromRadius],
    [to, toRadius],
  ] as const;
  if (length <= Math.abs(fromRadius - toRadius) + 0.01) {
    return fromRadius > toRadius ? discPiece(from, fromRadius) : discPiece(to, toRadius);
  }
  const way = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const lean = Math.acos((fromRadius - toRadius) / length);
  const on = (middle: Point, radius: number, angle: number): Point => [
    middle[0] + radius * Math.cos(angle),
    middle[1] + radius * Math.sin(angle),
  ];
  const arc = (radius: number, isLarge: boolean, end: Point) =>
    `A${text(radius)} ${text(radius)} 0 ${isLarge ? 1 : 0} 1 ${at(end)}`;
  const isTapering = fromRadius > toRadius;
  const d = [
    `M${at(on(from, fromRadius, way - lean))}`,
    `L${at(on(to, toRadius, way - lean))}`,
    arc(toRadius, !isTapering, on(to, toRadius, way + lean)),
    `L${at(on(from, fromRadius, way + lean))}`,
    arc(fromRadius, isTapering, on(from, fromRadius, way - lean)),
    "Z",
  ].join("");
  return { d, spread };
}

export function discPiece(middle: Point, radius: number): Piece {
  const [x, y] = middle;
  const side = `A${text(radius)} ${text(radius)} 0 1 1`;
  return {
    d: `M${text(x - radius)} ${text(y)}${side} ${text(x + radius)} ${text(y)}${side} ${text(x - radius)} ${text(y)}Z`,
    spread: [[middle, radius]],
  };
}

/** A line through points, straight from one to the next. */
export function linePiece(...points: readonly Point[]): Piece {
  return {
    d: points.map((point, index) => `${index === 0 ? "M" : "L"}${at(point)}`).join(""),
    spread: points.map((point) => [point, 0]),
  };
}

/** A bow from one point to another, pulled towards a third. */
export function bowPiece(from: Point, pull: Point, to: Point): Piece {
  const middle: Point = [(from[0] + 2 * pull[0] + to[0]) / 4, (from[1] + 2 * pull[1] + to[1]) / 4];
  return {
    d: `M${at(from)}Q${at(pull)} ${at(to)}`,
    spread: [from, middle, to].map((point) => [point, 0] as const),
  };
}

/** An upright box with round corners. */
export function boxPiece(x: number, y: number, width: number, height: number, corner = 2): Piece {
  const [w, h] = [width - 2 * corner, height - 2 * corner];
  const turn = (dx: number, dy: number) => `a${corner} ${corner} 0 0 1 ${dx} ${dy}`;
  return {
    d: `M${x + corner} ${y}h${w}${turn(corner, corner)}v${h}${turn(-corner, corner)}h${-w}${turn(-corner, -corner)}v${-h}${turn(corner, -corner)}Z`,
    spread: [
      [[x, y], 0],
      [[x + width, y + height], 0],
    ],
  };
}

/** Several pieces as one, so that their outlines melt together. */
export function joined(pieces: readonly Piece[]): Piece {
  return { d: pieces.map((piece) => piece.d).join(""), spread: pieces.flatMap((piece) => piece.spread) };
}

export const filled = (piece: Piece, paint: Paint): Shape => ({ ...piece, paint });
export const lined = (piece: Piece, paint: Paint, line: number): Shape => ({
  ...piece,
  paint,
  line,
  spread: piece.spread.map(([point, radius]) => [point, radius + line / 2]),
});

/** The two strokes of an arrow's head at `tip`, coming from `from`. */
export function arrowHead(from: Point, tip: Point, size: number): Piece {
  const [dx, dy] = direction(from, tip);
  const wing = (turn: 1 | -1): Point => {
    const back: Point = [-dx * 0.82 - turn * dy * 0.57, -dy * 0.82 + turn * dx * 0.57];
    return move(tip, back, size);
  };
  return linePiece(wing(1), tip, wing(-1));
}
