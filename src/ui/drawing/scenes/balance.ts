import type { Scene } from "../scene.ts";
import { standing, to } from "./stances.ts";

export const BALANCE = {
  single_leg_balance: {
    pose: {
      ...standing(116),
      arms: [to(158, 104), [200, 176]],
      legs: [to(117, 200), [122, 196]],
      feet: [90, 106],
    },
    props: [{ wall: 168, house: "right" }],
  },
  running_arms_balance: {
    pose: {
      hips: [112, 126],
      spine: 6,
      arms: [
        [216, 128],
        [142, 50],
      ],
      legs: [to(114, 200), [96, 184]],
      feet: [90, 94],
    },
    arrows: [
      {
        bow: [
          [70, 92],
          [62, 116],
          [74, 136],
        ],
        both: true,
      },
      {
        bow: [
          [178, 84],
          [188, 106],
          [180, 128],
        ],
        both: true,
      },
    ],
  },
} as const satisfies Record<string, Scene>;
