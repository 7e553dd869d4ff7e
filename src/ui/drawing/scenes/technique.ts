import type { Scene } from "../scene.ts";
import { standing, to } from "./stances.ts";

export const TECHNIQUE = {
  tall_march: {
    pose: {
      ...standing(112),
      arms: [
        [206, 118],
        [146, 54],
      ],
      legs: [[80, 178], to(110, 200)],
      feet: [86, 90],
    },
    arrows: [
      {
        bow: [
          [112, 24],
          [112, 18],
          [112, 8],
        ],
      },
      {
        bow: [
          [176, 168],
          [178, 152],
          [176, 134],
        ],
      },
    ],
  },
  easy_arms: {
    pose: {
      ...standing(112),
      arms: [
        [224, 132],
        [146, 52],
      ],
    },
    arrows: [
      {
        bow: [
          [66, 90],
          [58, 116],
          [72, 138],
        ],
        both: true,
      },
      {
        bow: [
          [176, 78],
          [188, 100],
          [180, 124],
        ],
        both: true,
      },
    ],
  },
  light_feet: {
    pose: {
      hips: [112, 117],
      spine: 5,
      arms: [
        [212, 122],
        [150, 54],
      ],
      legs: [[136, 206], to(112, 193)],
      feet: [118, 128],
    },
    arrows: [
      {
        bow: [
          [176, 196],
          [178, 184],
          [176, 170],
        ],
        both: true,
      },
    ],
    marks: [{ landing: [116, 205] }],
  },
} as const satisfies Record<string, Scene>;
