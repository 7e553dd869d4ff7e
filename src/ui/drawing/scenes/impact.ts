import type { Scene } from "../scene.ts";
import { standing, to } from "./stances.ts";

const ready = [
  [200, 120],
  [188, 112],
] as const;

export const IMPACT = {
  heel_drop: {
    pose: { ...standing(118), hips: [118, 111], legs: [to(118, 188), to(113, 188)], feet: [146, 146] },
    other: standing(118),
    arrows: [
      {
        bow: [
          [88, 160],
          [88, 176],
          [88, 194],
        ],
      },
    ],
    marks: [{ landing: [114, 204] }],
  },
  low_pogo: {
    pose: {
      ...standing(118),
      hips: [118, 104],
      arms: ready,
      legs: [to(120, 180), to(114, 180)],
      feet: [138, 138],
    },
    arrows: [
      {
        bow: [
          [164, 168],
          [164, 148],
          [164, 128],
        ],
        both: true,
      },
    ],
    marks: [{ landing: [124, 204] }],
  },
  hop_on_spot: {
    pose: {
      ...standing(114),
      hips: [114, 106],
      arms: ready,
      legs: [to(116, 180), [116, 200]],
      feet: [138, 112],
    },
    arrows: [
      {
        bow: [
          [168, 168],
          [168, 148],
          [168, 128],
        ],
        both: true,
      },
    ],
    marks: [{ landing: [122, 204] }],
  },
  forward_bound: {
    pose: {
      hips: [112, 108],
      spine: 12,
      head: 8,
      arms: [
        [222, 140],
        [128, 46],
      ],
      legs: [
        [104, 158],
        [226, 250],
      ],
      feet: [70, 190],
    },
    arrows: [
      {
        bow: [
          [52, 198],
          [104, 170],
          [152, 196],
        ],
      },
    ],
    marks: [{ landing: [178, 204] }],
  },
} as const satisfies Record<string, Scene>;
