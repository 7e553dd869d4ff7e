import type { Scene } from "../scene.ts";
import { lying, sitting, to } from "./stances.ts";

export const BREATH = {
  breathing_lying: {
    pose: { ...lying(136), arms: [to(112, 178), to(108, 178)] },
    props: [{ mat: [30, 206] }, { pillow: [40, 196, 36, 12] }],
    marks: [{ breath: [112, 164], to: [112, 100] }],
  },
  breathing_sitting: {
    pose: { ...sitting(104), arms: [to(117, 134), to(119, 132)] },
    props: [{ chair: 84 }],
    marks: [
      { breath: [132, 118], to: [190, 112] },
      { breath: [76, 118], to: [20, 112] },
    ],
  },
  rest_pose_breathing: {
    pose: {
      hips: [94, 176],
      spine: 99,
      round: 5,
      head: 104,
      arms: [to(188, 194), to(190, 194)],
      legs: [
        [124, 270],
        [122, 270],
      ],
      feet: [270, 270],
    },
    props: [{ mat: [40, 216] }, { pillow: [136, 194, 70, 14] }],
    marks: [{ breath: [102, 156], to: [90, 90] }],
  },
} as const satisfies Record<string, Scene>;
