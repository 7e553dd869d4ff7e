import type { Scene } from "../scene.ts";
import { both, onAllFours, onHerSide, standing, to } from "./stances.ts";

const soft = { ...standing(92), hips: [92, 124], legs: [to(96, 200), to(90, 200)] } as const;

export const UPPER_BACK = {
  band_row: {
    pose: { ...soft, arms: [to(108, 106), to(112, 106)] },
    other: { ...soft, arms: both([98, 92]) },
    props: [
      { wall: 212, house: "right" },
      {
        band: [
          [112, 106],
          [212, 96],
        ],
        fixed: true,
      },
    ],
    arrows: [
      {
        bow: [
          [170, 78],
          [152, 76],
          [134, 78],
        ],
      },
    ],
  },
  open_book: {
    pose: { ...onHerSide(124, 166), head: -88, arms: [[322, 310], to(112, 196)] },
    other: { ...onHerSide(124, 166), arms: [to(114, 184), to(112, 196)] },
    from: "above",
    props: [{ rug: [10, 140, 218, 72] }],
    arrows: [
      {
        bow: [
          [112, 130],
          [96, 92],
          [66, 90],
        ],
      },
    ],
  },
  cat_cow: {
    pose: { ...onAllFours(92), round: 11, spine: 82, head: 140 },
    other: { ...onAllFours(92), round: -7, spine: 80, head: 62 },
    props: [{ mat: [36, 182] }],
    arrows: [
      {
        bow: [
          [116, 116],
          [116, 102],
          [116, 86],
        ],
        both: true,
      },
    ],
  },
  thread_the_needle: {
    pose: { ...onAllFours(92), head: 70, arms: [[8, 4], to(138, 203)] },
    other: { ...onAllFours(92), spine: 96, arms: [[235, 222], to(138, 203)] },
    props: [{ mat: [36, 190] }],
    arrows: [
      {
        bow: [
          [180, 190],
          [212, 140],
          [176, 98],
        ],
      },
    ],
  },
  wall_slide: {
    pose: {
      ...standing(122),
      arms: [
        [44, 8],
        [40, 6],
      ],
    },
    other: {
      ...standing(122),
      arms: [
        [112, 14],
        [110, 14],
      ],
    },
    props: [{ wall: 156, house: "right" }],
    arrows: [
      {
        bow: [
          [186, 96],
          [186, 74],
          [186, 48],
        ],
        both: true,
      },
    ],
  },
} as const satisfies Record<string, Scene>;
