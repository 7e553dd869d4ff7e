import type { Scene } from "../scene.ts";
import { lying, onHerSide, sitting, standing, to } from "./stances.ts";

export const PELVIC_FLOOR = {
  pelvic_floor_release: {
    pose: {
      ...lying(124),
      legs: [
        [16, 91],
        [12, 91],
      ],
      feet: [0, 0],
    },
    props: [{ mat: [24, 196] }, { bench: [140, 62, 46] }],
    marks: [{ floor: "release", at: [84, 138], of: [122, 190] }],
  },
  pelvic_floor_wake: {
    pose: onHerSide(118, 168),
    from: "above",
    props: [{ rug: [18, 140, 206, 72] }, { pillow: [22, 158, 44, 32] }],
    marks: [{ floor: "lift", at: [134, 104], of: [118, 168] }],
  },
  pelvic_floor_hold_lying: {
    pose: lying(128),
    props: [{ mat: [24, 204] }],
    marks: [{ floor: "hold", at: [112, 138], of: [127, 190] }],
  },
  pelvic_floor_hold_sitting: {
    pose: { ...sitting(92), arms: [to(108, 148), to(112, 150)] },
    props: [{ chair: 72 }],
    marks: [{ floor: "hold", at: [168, 122], of: [96, 160] }],
  },
  pelvic_floor_hold_standing: {
    pose: { ...standing(104), arms: [to(116, 110), to(118, 112)] },
    marks: [{ floor: "hold", at: [170, 118], of: [106, 122] }],
  },
  pelvic_floor_quick: {
    pose: {
      hips: [104, 160.5],
      spine: 1,
      arms: [{ to: [110, 152] }, { to: [112, 152] }],
      legs: [
        [180, 270],
        [178, 270],
      ],
      feet: [270, 270],
    },
    props: [{ mat: [40, 150] }],
    marks: [{ floor: "quick", at: [170, 148], of: [106, 160] }],
  },
  pelvic_floor_long: {
    pose: { ...sitting(92), head: -4 },
    props: [{ chair: 72 }],
    marks: [{ floor: "long", at: [176, 116], of: [96, 160] }],
  },
} as const satisfies Record<string, Scene>;
