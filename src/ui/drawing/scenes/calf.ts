import type { Scene } from "../scene.ts";
import { standing, to } from "./stances.ts";

const atWall = { ...standing(130), spine: 2, arms: [to(172, 94), to(174, 90)] } as const;
const wall = { wall: 184, house: "right" } as const;
const up = [
  {
    bow: [
      [92, 176],
      [92, 156],
      [92, 134],
    ],
  },
] as const;

export const CALF = {
  calf_raise: {
    pose: { ...atWall, hips: [130, 112], legs: [to(130, 188), to(125, 188)], feet: [146, 146] },
    other: atWall,
    props: [wall],
    arrows: up,
  },
  bent_knee_calf_raise: {
    pose: { ...atWall, hips: [122, 120], spine: 6, legs: [to(126, 188), to(121, 188)], feet: [142, 142] },
    props: [wall],
    arrows: up,
  },
  single_leg_calf_raise: {
    pose: { ...atWall, hips: [130, 112], legs: [to(130, 188), [186, 258]], feet: [146, 200] },
    props: [wall],
    arrows: [
      {
        bow: [
          [72, 168],
          [72, 148],
          [72, 126],
        ],
      },
    ],
  },
} as const satisfies Record<string, Scene>;
