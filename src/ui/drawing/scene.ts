import { bodyShapes, ghostShapes } from "./body.ts";
import { BOX, FLOOR, type Point, type Pose, solve } from "./figure.ts";
import { markShapes, type Mark } from "./marks.ts";
import { isInFront, type Prop, propShapes } from "./props.ts";
import { arrowHead, bowPiece, lined, linePiece, type Shape } from "./shapes.ts";

/** From, pulled towards, to; `both` has a head at each end. */
export type Arrow = { readonly bow: readonly [Point, Point, Point]; readonly both?: true };

/** A drawing as data: the position to know, the one she comes from or goes to, what she uses, and what moves. */
export type Scene = {
  readonly pose: Pose;
  readonly other?: Pose;
  readonly props?: readonly Prop[];
  readonly arrows?: readonly Arrow[];
  readonly marks?: readonly Mark[];
  /** Seen from above there is no floor line. */
  readonly from?: "above";
};

const ARROW = { line: 3.4, head: 8.5 } as const;

function arrowShapes({ bow: [from, pull, to], both }: Arrow): readonly Shape[] {
  const heads = [arrowHead(pull, to, ARROW.head), ...(both ? [arrowHead(pull, from, ARROW.head)] : [])];
  return [bowPiece(from, pull, to), ...heads].map((piece) => lined(piece, "arrow", ARROW.line));
}

/** Every shape of a scene, back to front. */
export function compose({ pose, other, props = [], arrows = [], marks = [], from }: Scene): readonly Shape[] {
  const figure = solve(pose);
  return [
    ...(from === "above" ? [] : [lined(linePiece([14, FLOOR + 1], [226, FLOOR + 1]), "floor", 2.4)]),
    ...props.filter((prop) => !isInFront(prop)).flatMap(propShapes),
    ...(other ? ghostShapes(solve(other)) : []),
    ...bodyShapes(figure),
    ...props.filter(isInFront).flatMap(propShapes),
    ...arrows.flatMap(arrowShapes),
    ...marks.flatMap(markShapes),
  ];
}

const ROOM = 20;

function heightOf(shapes: readonly Shape[]): readonly [top: number, bottom: number] {
  const edges = (side: 1 | -1) =>
    shapes.flatMap(({ spread }) => spread.map(([[, y], radius]) => y + side * radius));
  return [Math.min(...edges(-1)), Math.max(...edges(1))];
}

/** A square box. A scene near the floor is shown a little lower than it stands, so that it fills the middle. */
export function viewBoxOf(
  shapes: readonly Shape[],
): readonly [x: number, y: number, width: number, height: number] {
  const [top] = heightOf(shapes);
  return [0, Math.round(Math.max(0, (top - 30) / 2)), BOX, BOX];
}

/** As wide, and only as high as the scene needs: for where it stands alone and large. */
export function croppedBoxOf(shapes: readonly Shape[]): ReturnType<typeof viewBoxOf> {
  const [top, bottom] = heightOf(shapes);
  const y = Math.round(Math.max(0, top - ROOM));
  return [0, y, BOX, Math.round(Math.min(BOX, bottom + ROOM)) - y];
}
