import type { Limb, Point, Pose } from "../figure.ts";

/** Positions many exercises begin from. */

/** Upright, facing right, hips over x. */
export function standing(x = 118): Pose {
  return {
    hips: [x, 122.2],
    spine: 1,
    arms: [
      [186, 174],
      [176, 166],
    ],
    legs: [{ to: [x + 2, 200] }, { to: [x - 4, 200] }],
    feet: [90, 90],
  };
}

/** On her back, head to the left, knees bent, feet down. */
export function lying(x = 132): Pose {
  return {
    hips: [x, 193],
    spine: -90,
    head: -86,
    arms: [
      [96, 92],
      [96, 92],
    ],
    legs: [{ to: [x + 46, 200] }, { to: [x + 39, 200] }],
    feet: [90, 90],
  };
}

/** On a chair that stands 18 to her left. */
export function sitting(x = 104): Pose {
  return {
    hips: [x, 161],
    spine: 1,
    arms: [{ to: [x + 30, 147] }, { to: [x + 34, 148] }],
    legs: [{ to: [x + 42, 200] }, { to: [x + 34, 200] }],
    feet: [90, 90],
  };
}

/** On hands and knees, head to the right. */
export function onAllFours(x = 96): Pose {
  return {
    hips: [x, 160],
    spine: 82,
    head: 92,
    arms: [{ to: [x + 50, 203] }, { to: [x + 45, 203] }],
    legs: [
      [178, 270],
      [183, 270],
    ],
    feet: [270, 270],
  };
}

/** On her side, facing us, head to the left; hips and knees bent, so that the knees are nearer to us. */
export function onHerSide(x = 122, y = 166): Pose {
  return {
    hips: [x, y],
    spine: -90,
    head: -93,
    faces: "front",
    arms: [{ to: [x - 14, y + 24], flip: true }, { to: [x - 76, y + 14] }],
    legs: [
      [122, 62],
      [125, 58],
    ],
    feet: [120, 120],
  };
}

/** Both the same. */
export const both = (limb: Limb): readonly [Limb, Limb] => [limb, limb];
/** A limb that reaches a point. */
export const to = (x: number, y: number): { readonly to: Point } => ({ to: [x, y] });
