import type { Scene } from "../scene.ts";
import { lying, onHerSide, to } from "./stances.ts";

const lifted = {
  hips: [124, 168],
  spine: -118,
  head: -88,
  arms: [
    [101, 98],
    [101, 98],
  ],
  legs: [to(168, 200), to(162, 200)],
  feet: [90, 90],
} as const;

export const HIP = {
  bridge: {
    pose: lifted,
    other: lying(126),
    props: [{ mat: [26, 200] }],
    arrows: [
      {
        bow: [
          [122, 146],
          [122, 130],
          [122, 116],
        ],
      },
    ],
  },
  single_leg_bridge: {
    pose: { ...lifted, legs: [[350, 70], to(168, 200)], feet: [350, 90] },
    props: [{ mat: [26, 200] }],
    arrows: [
      {
        bow: [
          [92, 152],
          [92, 138],
          [92, 122],
        ],
      },
    ],
  },
  clam: {
    pose: {
      ...onHerSide(116, 160),
      legs: [
        [65, 128],
        [125, 58],
      ],
      feet: [120, 110],
    },
    other: onHerSide(116, 160),
    from: "above",
    props: [{ rug: [12, 138, 214, 74] }, { pillow: [18, 150, 44, 32] }],
    arrows: [
      {
        bow: [
          [176, 140],
          [184, 122],
          [170, 106],
        ],
      },
    ],
  },
  side_lying_hip_abduction: {
    pose: {
      ...onHerSide(114, 168),
      legs: [
        [70, 70],
        [120, 62],
      ],
      feet: [98, 110],
    },
    other: {
      ...onHerSide(114, 168),
      legs: [
        [96, 94],
        [120, 62],
      ],
      feet: [118, 110],
    },
    from: "above",
    props: [{ rug: [12, 142, 214, 70] }, { pillow: [16, 158, 44, 32] }],
    arrows: [
      {
        bow: [
          [206, 160],
          [216, 142],
          [210, 118],
        ],
      },
    ],
  },
  side_step_band: {
    pose: {
      hips: [106, 136],
      spine: 0,
      faces: "front",
      arms: [{ to: [122, 128], flip: true }, { to: [90, 128] }],
      legs: [to(142, 195), { to: [72, 195], flip: true }],
      feet: [130, 230],
    },
    props: [
      {
        band: [
          [59, 163],
          [153, 163],
        ],
      },
    ],
    arrows: [
      {
        bow: [
          [168, 186],
          [186, 185],
          [206, 186],
        ],
      },
    ],
  },
  short_side_plank_inner_thigh: {
    pose: {
      hips: [112, 160],
      spine: -74,
      head: -70,
      faces: "front",
      arms: [
        { to: [100, 154], flip: true },
        { turned: [184, 100], share: [1, 0.8] },
      ],
      legs: [
        { turned: [97, 88], share: [1, 0.75] },
        { turned: [124, 80], share: [1, 0.6] },
      ],
      feet: [110, 110],
    },
    props: [{ mat: [30, 150] }, { bench: [142, 80, 44] }],
    arrows: [
      {
        bow: [
          [116, 132],
          [118, 118],
          [118, 104],
        ],
      },
    ],
  },
  hip_flexor_stretch: {
    pose: {
      hips: [110, 163],
      spine: -4,
      arms: [to(138, 150), to(142, 150)],
      legs: [[202, 270], { to: [156, 200] }],
      feet: [270, 90],
    },
    props: [{ mat: [40, 184] }],
    arrows: [
      {
        bow: [
          [120, 190],
          [132, 190],
          [144, 190],
        ],
      },
    ],
  },
} as const satisfies Record<string, Scene>;
