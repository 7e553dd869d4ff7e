import { type Figure, LENGTHS, move, type Point, RADII } from "./figure.ts";
import { discPiece, filled, joined, limbPiece, lined, type Piece, type Paint, type Shape } from "./shapes.ts";

/** A figure's shapes, back to front. Between what overlaps runs a thin line in the colour of the ground. */

const GAP = 3.4;

type Painted = readonly (readonly [Piece, Paint])[];

/** One layer of the body: its gap to what lies behind, then its parts. */
function layer(parts: Painted): readonly Shape[] {
  return [
    lined(joined(parts.map(([piece]) => piece)), "halo", GAP),
    ...parts.map(([piece, paint]) => filled(piece, paint)),
  ];
}

/** Of two limbs the one further away is paler. Upright and facing us, neither is. */
const toneOf = ({ faces, up }: Figure, at: 0 | 1) =>
  at === 0 || (faces === "front" && up[1] < -0.9) ? "" : "-far";

function armParts(figure: Figure, at: 0 | 1): Painted {
  const { joints, end } = figure.arms[at];
  const [shoulder, elbow, wrist] = joints;
  const [a, b, c] = RADII.arm;
  const far = toneOf(figure, at);
  return [
    [discPiece(end, 4.4), `skin${far}`],
    [limbPiece(wrist, c, end, 3.6), `skin${far}`],
    [joined([limbPiece(shoulder, a, elbow, b), limbPiece(elbow, b, wrist, c)]), `top${far}`],
  ];
}

function legParts(figure: Figure, at: 0 | 1): Painted {
  const { joints, end } = figure.legs[at];
  const [hip, knee, ankle] = joints;
  const [a, b, c] = RADII.leg;
  const far = toneOf(figure, at);
  const thick = figure.faces === "front" ? a - 1.5 : a;
  // The calf is fullest a third of the way down.
  const calf: Point = [knee[0] + (ankle[0] - knee[0]) * 0.33, knee[1] + (ankle[1] - knee[1]) * 0.33];
  return [
    [footPiece(knee, ankle, end), `skin${far}`],
    [
      joined([
        limbPiece(hip, thick, knee, b),
        limbPiece(knee, b, calf, b + 0.2),
        limbPiece(calf, b + 0.2, ankle, c),
      ]),
      `legs${far}`,
    ],
  ];
}

/** Heel and toes, with the sole `LENGTHS.ankle` away from the ankle. */
function footPiece(knee: Point, ankle: Point, toes: Point): Piece {
  const [fx, fy] = [(toes[0] - ankle[0]) / LENGTHS.foot, (toes[1] - ankle[1]) / LENGTHS.foot];
  // The side of the foot that is turned away from the knee is the sole.
  const side: Point = [-fy, fx];
  const isAway = (ankle[0] - knee[0]) * side[0] + (ankle[1] - knee[1]) * side[1] >= 0;
  const sole: Point = isAway ? side : [fy, -fx];
  const heel = move(move(ankle, [fx, fy], -3), sole, LENGTHS.ankle - 4.4);
  const ball = move(move(ankle, [fx, fy], LENGTHS.foot - 1), sole, LENGTHS.ankle - 3.2);
  return joined([limbPiece(heel, 4.4, ball, 3.2), limbPiece(ankle, 4.6, heel, 4.4)]);
}

function trunkParts(figure: Figure): Painted {
  const { hips, waist, shoulders, up, front, faces } = figure;
  const { hips: h, waist: w, chest: c, shoulder: s } = RADII;
  const chest = move(shoulders, up, -9);
  if (faces === "front") {
    const sides = (middle: Point, half: number) =>
      [move(middle, front, half), move(middle, front, -half)] as const;
    const [hipA, hipB] = sides(hips, 7);
    const [waistA, waistB] = sides(waist, 3.5);
    const [shoulderA, shoulderB] = sides(move(shoulders, up, -4), 10.5);
    return [
      [
        joined([
          limbPiece(hipA, 10.5, waistA, w - 1),
          limbPiece(hipB, 10.5, waistB, w - 1),
          limbPiece(hipA, 10.5, hipB, 10.5),
        ]),
        "legs",
      ],
      [
        joined([
          limbPiece(waistA, w - 1, shoulderA, s + 0.5),
          limbPiece(waistB, w - 1, shoulderB, s + 0.5),
          limbPiece(shoulderA, s, shoulderB, s),
          limbPiece(waist, w, chest, c),
        ]),
        "top",
      ],
    ];
  }
  const seat = move(hips, front, -2);
  const bust = move(move(shoulders, up, -17), front, 5.5);
  return [
    [joined([discPiece(seat, h), limbPiece(hips, h - 1, waist, w)]), "legs"],
    [
      joined([
        limbPiece(waist, w, chest, c),
        limbPiece(chest, c, shoulders, s),
        discPiece(bust, 8),
        limbPiece(waist, w, move(waist, up, -6), w),
      ]),
      "top",
    ],
  ];
}

function headParts({ shoulders, head, headUp: up, headFront: front, faces }: Figure): Painted {
  const r = RADII.head;
  const place = (f: number, u: number): Point => move(move(head, front, f), up, u);
  const neck = limbPiece(shoulders, 5.6, move(head, up, -6), 5.2);
  if (faces === "front") {
    return [
      [joined([neck, discPiece(head, r)]), "skin"],
      [
        joined([
          discPiece(place(0, 15.5), 6),
          hairPiece(place(-12.7, 0), place(0, 8.5), place(12.7, 0), 12.7),
        ]),
        "hair",
      ],
    ];
  }
  const nose = limbPiece(place(9.5, -0.5), 2.6, place(12, -2), 1.6);
  return [
    [joined([neck, discPiece(head, r), nose]), "skin"],
    [
      joined([
        discPiece(place(-11, 11), 6.2),
        hairPiece(place(-8.25, -9.65), place(2, -2), place(8.25, 9.65), 12.7),
      ]),
      "hair",
    ],
  ];
}

/** Hair from the nape over the crown to the forehead, and back along the hairline. */
function hairPiece(nape: Point, line: Point, forehead: Point, radius: number): Piece {
  const n = (value: number) => Math.round(value * 100) / 100;
  const d = `M${n(nape[0])} ${n(nape[1])}A${n(radius)} ${n(radius)} 0 0 1 ${n(forehead[0])} ${n(forehead[1])}Q${n(line[0])} ${n(line[1])} ${n(nape[0])} ${n(nape[1])}Z`;
  return {
    d,
    spread: [
      [nape, 1],
      [forehead, 1],
      [line, radius],
    ],
  };
}

/** Her far limbs, then trunk, near leg and head as one body, then the near arm. */
export function bodyShapes(figure: Figure): readonly Shape[] {
  const near = [...legParts(figure, 0)];
  const body: Painted = [...headParts(figure), ...trunkParts(figure), ...near];
  return [
    ...layer(armParts(figure, 1)),
    ...layer(legParts(figure, 1)),
    ...(figure.faces === "front"
      ? [...layer(near), ...layer([...trunkParts(figure), ...headParts(figure)])]
      : layer(body)),
    ...layer(armParts(figure, 0)),
  ];
}

/** Where she comes from or goes to: the same body, of one pale colour. */
export function ghostShapes(figure: Figure): readonly Shape[] {
  const parts = [
    ...headParts(figure),
    ...trunkParts(figure),
    ...([0, 1] as const).flatMap((at) => [...legParts(figure, at), ...armParts(figure, at)]),
  ];
  return [filled(joined(parts.map(([piece]) => piece)), "ghost")];
}
