import type { Pose } from "../figure.ts";
import type { Scene } from "../scene.ts";
import { both, sitting, standing, to } from "./stances.ts";

const squatting: Pose = {
  hips: [94, 160],
  spine: 30,
  head: 14,
  arms: [to(142, 128), to(144, 126)],
  legs: [to(118, 200), to(112, 200)],
  feet: [90, 90],
};
const rising: Pose = {
  hips: [100, 144],
  spine: 34,
  head: 20,
  arms: [to(168, 118), to(166, 114)],
  legs: [to(122, 200), to(116, 200)],
  feet: [90, 90],
};
const lunging: Pose = {
  hips: [112, 156],
  spine: 2,
  arms: [
    [184, 178],
    [178, 172],
  ],
  legs: [to(146, 200), { to: [64, 187] }],
  feet: [90, 158],
};

export const LEG = {
  wall_squat: {
    pose: {
      hips: [88, 150],
      spine: 0,
      arms: [to(112, 144), to(114, 142)],
      legs: [to(126, 200), to(120, 200)],
      feet: [90, 90],
    },
    other: { ...standing(88), hips: [88, 124] },
    props: [{ wall: 73, house: "left" }],
    arrows: [
      {
        bow: [
          [158, 112],
          [158, 128],
          [158, 144],
        ],
      },
    ],
  },
  sit_to_stand: {
    pose: rising,
    other: { ...sitting(84), arms: [to(126, 134), to(126, 134)] },
    props: [{ chair: 62 }],
    arrows: [
      {
        bow: [
          [176, 96],
          [178, 78],
          [172, 58],
        ],
      },
    ],
  },
  squat: {
    pose: squatting,
    other: { ...standing(116), arms: [to(136, 96), to(138, 96)] },
    props: [{ dumbbell: [148, 125] }],
    arrows: [
      {
        bow: [
          [184, 92],
          [184, 116],
          [184, 140],
        ],
        both: true,
      },
    ],
  },
  heavy_squat: {
    pose: { ...squatting, arms: [to(107, 109), to(109, 108)] },
    other: { ...standing(116), arms: [to(106, 65), to(106, 65)] },
    props: [{ plate: [107, 109] }],
    arrows: [
      {
        bow: [
          [184, 92],
          [184, 116],
          [184, 140],
        ],
        both: true,
      },
    ],
  },
  hip_hinge: {
    pose: {
      hips: [92, 128],
      spine: 64,
      head: 56,
      arms: [
        [180, 180],
        [178, 178],
      ],
      legs: [to(112, 200), to(107, 200)],
      feet: [90, 90],
    },
    other: standing(114),
    props: [{ kettlebell: [137, 165] }],
    arrows: [
      {
        bow: [
          [70, 100],
          [56, 108],
          [48, 122],
        ],
      },
    ],
  },
  deadlift: {
    pose: {
      hips: [84, 152],
      spine: 56,
      head: 44,
      arms: both([180, 178]),
      legs: [to(110, 200), to(105, 200)],
      feet: [90, 90],
    },
    other: { ...standing(108), arms: both([178, 176]) },
    props: [{ plate: [126, 184] }],
    arrows: [
      {
        bow: [
          [184, 150],
          [184, 126],
          [184, 100],
        ],
      },
    ],
  },
  single_leg_deadlift: {
    pose: {
      hips: [104, 126],
      spine: 76,
      head: 70,
      arms: [
        [180, 180],
        [178, 178],
      ],
      legs: [to(112, 200), [264, 264]],
      feet: [90, 190],
    },
    props: [{ kettlebell: [151, 170] }],
    arrows: [
      {
        bow: [
          [34, 164],
          [24, 152],
          [26, 142],
        ],
      },
      {
        bow: [
          [196, 82],
          [212, 90],
          [214, 108],
        ],
      },
    ],
  },
  step_up_low: {
    pose: {
      hips: [124, 120],
      spine: 10,
      arms: [
        [196, 150],
        [150, 100],
      ],
      legs: [to(150, 182), to(96, 191)],
      feet: [90, 130],
    },
    props: [{ step: [132, 62, 18] }],
    arrows: [
      {
        bow: [
          [184, 130],
          [186, 106],
          [184, 84],
        ],
      },
    ],
  },
  step_up_high: {
    pose: {
      hips: [112, 126],
      spine: 20,
      head: 12,
      arms: [
        [205, 150],
        [150, 90],
      ],
      legs: [to(150, 162), to(88, 194)],
      feet: [90, 130],
    },
    props: [{ step: [132, 62, 38] }],
    arrows: [
      {
        bow: [
          [194, 124],
          [196, 100],
          [194, 76],
        ],
      },
    ],
  },
  step_down: {
    pose: {
      hips: [96, 126],
      spine: 14,
      head: 8,
      arms: [to(140, 96), to(142, 92)],
      legs: [to(104, 180), { to: [140, 189] }],
      feet: [90, 62],
    },
    props: [{ step: [62, 62, 20] }],
    arrows: [
      {
        bow: [
          [176, 136],
          [180, 158],
          [176, 180],
        ],
      },
    ],
  },
  split_squat: {
    pose: { ...lunging, arms: [to(118, 150), to(120, 150)] },
    props: [],
    arrows: [
      {
        bow: [
          [174, 108],
          [174, 128],
          [174, 148],
        ],
        both: true,
      },
    ],
  },
  reverse_lunge: {
    pose: lunging,
    other: {
      ...standing(146),
      arms: [
        [180, 180],
        [178, 178],
      ],
    },
    props: [{ kettlebell: [112, 168] }],
    arrows: [
      {
        bow: [
          [50, 176],
          [38, 174],
          [22, 176],
        ],
      },
    ],
  },
  single_leg_sit_to_stand: {
    pose: { ...rising, legs: [to(118, 200), [86, 90]], feet: [90, 350] },
    other: {
      ...sitting(84),
      arms: [to(126, 134), to(126, 134)],
      legs: [to(120, 200), [92, 90]],
      feet: [90, 0],
    },
    props: [{ chair: 62 }],
    arrows: [
      {
        bow: [
          [176, 92],
          [178, 74],
          [172, 54],
        ],
      },
    ],
  },
  hamstring_stretch: {
    pose: {
      hips: [88, 124],
      spine: 44,
      head: 40,
      arms: [to(142, 124), to(138, 128)],
      legs: [to(150, 169), to(84, 200)],
      feet: [25, 90],
    },
    props: [{ step: [136, 62, 28] }],
    arrows: [
      {
        bow: [
          [152, 62],
          [170, 74],
          [174, 92],
        ],
      },
    ],
  },
} as const satisfies Record<string, Scene>;
