import type { Scene } from "../scene.ts";
import { both, lying, onAllFours, to } from "./stances.ts";

const tableTop = {
  ...lying(124),
  arms: both([2, 0]),
  legs: [
    [6, 90],
    [2, 90],
  ],
  feet: [10, 10],
} as const;

export const CORE = {
  scar_care: {
    pose: {
      hips: [122, 192],
      spine: -54,
      head: -38,
      arms: [to(124, 172), to(128, 174)],
      legs: [to(172, 200), to(165, 200)],
      feet: [90, 90],
    },
    props: [
      {
        wedge: [
          [34, 203],
          [56, 150],
          [104, 203],
        ],
      },
      { mat: [24, 208] },
    ],
    arrows: [
      {
        bow: [
          [128, 150],
          [150, 138],
          [152, 160],
        ],
      },
    ],
  },
  log_roll: {
    pose: {
      hips: [132, 160],
      spine: -42,
      head: -24,
      faces: "front",
      arms: [
        { to: [122, 158], flip: true },
        { to: [66, 170], flip: true },
      ],
      legs: [
        { turned: [150, 182], share: [0.45, 0.7] },
        { turned: [158, 184], share: [0.45, 0.7] },
      ],
      feet: [160, 170],
    },
    other: {
      hips: [132, 156],
      spine: -90,
      faces: "front",
      arms: [{ to: [110, 170], flip: true }, { to: [46, 166] }],
      legs: [
        { turned: [150, 182], share: [0.45, 0.7] },
        { turned: [158, 184], share: [0.45, 0.7] },
      ],
      feet: [160, 170],
    },
    props: [{ bench: [14, 212, 34] }],
    arrows: [
      {
        bow: [
          [44, 132],
          [50, 106],
          [72, 94],
        ],
      },
    ],
  },
  pelvic_tilt: {
    pose: { ...lying(132), round: -2 },
    props: [{ mat: [28, 206] }],
    arrows: [
      {
        bow: [
          [146, 158],
          [126, 138],
          [102, 158],
        ],
      },
    ],
  },
  heel_slide: {
    pose: { ...lying(120), legs: [to(196, 200), to(160, 200)], feet: [55, 90] },
    other: lying(120),
    props: [{ mat: [16, 224] }],
    arrows: [
      {
        bow: [
          [172, 180],
          [188, 178],
          [206, 180],
        ],
      },
    ],
  },
  knee_fall_out: {
    pose: {
      hips: [116, 116],
      spine: 0,
      faces: "front",
      arms: [
        [158, 176],
        [202, 184],
      ],
      legs: [[118, 228], { turned: [184, 180], share: [0.55, 0.95] }],
      feet: [180, 180],
    },
    other: {
      hips: [116, 116],
      spine: 0,
      faces: "front",
      arms: [
        [158, 176],
        [202, 184],
      ],
      legs: [
        { turned: [176, 180], share: [0.55, 0.95] },
        { turned: [184, 180], share: [0.55, 0.95] },
      ],
      feet: [180, 180],
    },
    props: [{ rug: [62, 14, 112, 212] }],
    arrows: [
      {
        bow: [
          [166, 138],
          [182, 140],
          [196, 152],
        ],
      },
    ],
    from: "above",
  },
  toe_tap: {
    pose: {
      ...tableTop,
      arms: both([96, 92]),
      legs: [
        [60, 118],
        [4, 90],
      ],
      feet: [110, 10],
    },
    other: { ...tableTop, arms: both([96, 92]) },
    props: [{ mat: [22, 210] }],
    arrows: [
      {
        bow: [
          [176, 144],
          [196, 156],
          [194, 180],
        ],
      },
    ],
  },
  dead_bug: {
    pose: {
      ...tableTop,
      arms: [
        [300, 298],
        [2, 0],
      ],
      legs: [
        [6, 90],
        [68, 76],
      ],
      feet: [10, 350],
    },
    other: tableTop,
    props: [{ mat: [16, 222] }],
    arrows: [
      {
        bow: [
          [62, 128],
          [42, 130],
          [30, 146],
        ],
      },
      {
        bow: [
          [180, 136],
          [204, 138],
          [214, 152],
        ],
      },
    ],
  },
  bird_dog: {
    pose: {
      ...onAllFours(112),
      arms: [to(162, 203), [78, 76]],
      legs: [
        [274, 276],
        [180, 270],
      ],
      feet: [205, 270],
    },
    props: [{ mat: [60, 190] }],
    arrows: [
      {
        bow: [
          [36, 196],
          [24, 188],
          [24, 176],
        ],
      },
      {
        bow: [
          [204, 196],
          [220, 186],
          [222, 168],
        ],
      },
    ],
  },
  side_plank_knees: {
    pose: {
      hips: [124, 172],
      spine: -66,
      head: -62,
      faces: "front",
      arms: [
        { to: [110, 164], flip: true },
        { turned: [184, 100], share: [1, 0.8] },
      ],
      legs: [
        { turned: [112, 74], share: [1, 0.7] },
        { turned: [110, 78], share: [1, 0.7] },
      ],
      feet: [110, 110],
    },
    props: [{ mat: [40, 210] }],
    arrows: [
      {
        bow: [
          [128, 140],
          [132, 126],
          [132, 112],
        ],
      },
    ],
  },
  side_plank: {
    pose: {
      hips: [112, 168],
      spine: -66,
      head: -62,
      faces: "front",
      arms: [[350, 346], { turned: [184, 100], share: [1, 0.8] }],
      legs: [
        [110, 110],
        [110, 110],
      ],
      feet: [120, 130],
    },
    props: [{ mat: [30, 222] }],
    arrows: [
      {
        bow: [
          [124, 136],
          [128, 122],
          [128, 108],
        ],
      },
    ],
  },
  band_press_out: {
    pose: {
      hips: [104, 118],
      spine: 0,
      faces: "front",
      arms: [
        { turned: [168, 232], share: [0.8, 0.62] },
        { turned: [192, 128], share: [0.8, 0.62] },
      ],
      legs: [
        [174, 177],
        [186, 183],
      ],
      feet: [140, 220],
    },
    props: [
      { wall: 204, house: "right" },
      {
        band: [
          [106, 100],
          [204, 96],
        ],
        fixed: true,
      },
    ],
  },
  suitcase_carry: {
    pose: {
      hips: [112, 124.5],
      spine: 1,
      arms: [
        [180, 178],
        [158, 140],
      ],
      legs: [to(133, 199), to(90, 193)],
      feet: [80, 128],
    },
    props: [{ kettlebell: [114, 136] }],
    arrows: [
      {
        bow: [
          [164, 120],
          [180, 119],
          [198, 120],
        ],
      },
    ],
  },
} as const satisfies Record<string, Scene>;
