/**
 * One woman in many poses, as data. A pose says where her hips are and where each limb points or reaches; `solve` works
 * out every joint. All lengths live here, so that an arm is as long in a squat as in a plank.
 *
 * Units are those of a drawing's box (240 × 240, y downwards). Angles are degrees as on a clock's face: 0 is up, 90 to
 * the right, 180 down.
 */
export const BOX = 240;
/** The floor she stands, sits and lies on. */
export const FLOOR = 208;

export const LENGTHS = {
  spine: 52,
  /** Shoulder to the middle of the head. */
  neck: 22,
  upperArm: 27,
  foreArm: 25,
  thigh: 40,
  shin: 38,
  /** Ankle to toes. */
  foot: 15,
  /** From the ankle down to the sole. */
  ankle: 8,
} as const;

export const RADII = {
  head: 12,
  hips: 13.5,
  waist: 10.5,
  chest: 12.2,
  shoulder: 8,
  arm: [6, 4.8, 3.8],
  leg: [10.5, 7.4, 4.8],
} as const satisfies { readonly [part: string]: number | readonly number[] };

/** Half the width of shoulders and hips when she faces us. */
const WIDTH = { shoulders: 15, hips: 8 } as const;

export type Point = readonly [x: number, y: number];

/**
 * A limb: the directions of its two bones, or the point its end (wrist, ankle) reaches. A reaching limb bends the way
 * elbows and knees do; `flip` bends it the other way, for limbs seen from the front.
 */
export type Limb =
  | readonly [upper: number, lower: number]
  | { readonly to: Point; readonly flip?: true }
  /** Partly towards us or away: shorter on paper, each bone by this share. */
  | { readonly turned: readonly [upper: number, lower: number]; readonly share: readonly [number, number] };

export type Pose = {
  readonly hips: Point;
  /** From hips to shoulders. */
  readonly spine: number;
  /** How far the middle of the back is rounded (positive) or hollow. */
  readonly round?: number;
  /** From shoulders to head; as the spine where it is left out. */
  readonly head?: number;
  /** Which way she faces when upright; from the front both sides are seen. */
  readonly faces?: "right" | "front";
  /** Nearer to us, and further away. */
  readonly arms: readonly [near: Limb, far: Limb];
  readonly legs: readonly [near: Limb, far: Limb];
  /** Directions of the toes; at a right angle to the shin where left out. */
  readonly feet?: readonly [near: number | null, far: number | null];
};

type SolvedLimb = { readonly joints: readonly [Point, Point, Point]; readonly end: Point };

export type Figure = {
  readonly hips: Point;
  readonly waist: Point;
  readonly shoulders: Point;
  readonly head: Point;
  /** Unit vectors: along the spine, out of her chest, and up and forward of the head. */
  readonly up: Point;
  readonly front: Point;
  readonly headUp: Point;
  readonly headFront: Point;
  readonly faces: "right" | "front";
  /** [near, far]; `end` is the middle of the hand, or the toes. */
  readonly arms: readonly [SolvedLimb, SolvedLimb];
  readonly legs: readonly [SolvedLimb, SolvedLimb];
  /** How far each reaching limb stops short of its point: 0 in a pose that a body can do. */
  readonly short: number;
};

const RADIANS = Math.PI / 180;
/** Unit vector of a direction on the clock's face. */
export const towards = (degrees: number): Point => [
  Math.sin(degrees * RADIANS),
  -Math.cos(degrees * RADIANS),
];
/** So many units from a point in a direction. */
export const move = ([x, y]: Point, [dx, dy]: Point, by: number): Point => [x + dx * by, y + dy * by];
export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
/** A quarter turn towards her front, for somebody upright who faces right. */
export const turnToFront = ([x, y]: Point): Point => [-y, x];
const reverse = ([x, y]: Point): Point => [-x, -y];

/** Every joint of a pose. */
export function solve(pose: Pose): Figure {
  const { hips, spine, round = 0, head: headAt = spine, faces = "right" } = pose;
  const up = towards(spine);
  const front = turnToFront(up);
  const half = LENGTHS.spine / 2;
  const chord = Math.sqrt(half * half - round * round);
  const waist = move(move(hips, up, chord), front, -round);
  const shoulders = move(hips, up, 2 * chord);
  const headUp = towards(headAt);
  const across = (middle: Point, width: number, side: 1 | -1): Point =>
    faces === "front" ? move(middle, front, width * side) : middle;
  let short = 0;
  const reach = (root: Point, limb: Limb, bones: readonly [number, number], bendsTo: 1 | -1) => {
    const [joints, missing] = bend(root, limb, bones, bendsTo);
    short = Math.max(short, missing);
    return joints;
  };
  const arm = (at: 0 | 1): SolvedLimb => {
    const root = across(move(shoulders, up, -3), WIDTH.shoulders, at === 0 ? 1 : -1);
    const joints = reach(root, pose.arms[at], [LENGTHS.upperArm, LENGTHS.foreArm], -1);
    return { joints, end: move(joints[2], direction(joints[1], joints[2]), 4) };
  };
  const leg = (at: 0 | 1): SolvedLimb => {
    const root = across(hips, WIDTH.hips, at === 0 ? 1 : -1);
    const joints = reach(root, pose.legs[at], [LENGTHS.thigh, LENGTHS.shin], 1);
    const foot = pose.feet?.[at] ?? null;
    const toes = foot === null ? reverse(turnToFront(direction(joints[1], joints[2]))) : towards(foot);
    return { joints, end: move(joints[2], toes, LENGTHS.foot) };
  };
  return {
    hips,
    waist,
    shoulders,
    head: move(shoulders, headUp, LENGTHS.neck),
    up,
    front,
    headUp,
    headFront: turnToFront(headUp),
    faces,
    arms: [arm(0), arm(1)],
    legs: [leg(0), leg(1)],
    short,
  };
}

export function direction(from: Point, to: Point): Point {
  const length = distance(from, to) || 1;
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

type Bent = readonly [joints: readonly [Point, Point, Point], missing: number];

/** `bendsTo`: 1 as knees do, -1 as elbows do. */
function bend(root: Point, limb: Limb, [first, second]: readonly [number, number], bendsTo: 1 | -1): Bent {
  if (!("to" in limb)) {
    const [angles, share] = "turned" in limb ? [limb.turned, limb.share] : [limb, [1, 1] as const];
    const middle = move(root, towards(angles[0]), first * share[0]);
    return [[root, middle, move(middle, towards(angles[1]), second * share[1])], 0];
  }
  const wanted = distance(root, limb.to);
  const reached = Math.min(Math.max(wanted, Math.abs(first - second)), first + second);
  const way = direction(root, limb.to);
  const end = move(root, way, reached);
  // Law of cosines: how far along the way the middle joint stands, and how far beside it.
  const along = (first * first - second * second + reached * reached) / (2 * reached);
  const beside = Math.sqrt(Math.max(0, first * first - along * along)) * (limb.flip ? -bendsTo : bendsTo);
  const middle = move(move(root, way, along), reverse(turnToFront(way)), beside);
  return [[root, middle, end], Math.abs(wanted - reached)];
}
