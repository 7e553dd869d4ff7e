import { describe, expect, test } from "vitest";
import {
  MEASURE_SCALES,
  MEASURES,
  changeOf,
  type MeasureId,
  measuresSchema,
  readMeasure,
} from "./measures.ts";

const of = (id: MeasureId) => {
  const found = MEASURES.find((row) => row.id === id);
  if (!found) throw new Error(id);
  return found;
};
const accepts = (values: object, more: object = {}) =>
  measuresSchema.safeParse({ scales: MEASURE_SCALES, values, ...more }).success;

describe("what a scale has", () => {
  test.each<[MeasureId, number | string, boolean]>([
    ["oxford_left", 0, true],
    ["oxford_left", 5, true],
    ["oxford_left", 6, false],
    ["oxford_left", 2.5, false],
    ["oxford_left", "3+", true],
    ["oxford_right", "5-", true],
    ["oxford_left", "5+", false],
    ["oxford_left", "0-", false],
    ["oxford_left", "3", false],
    ["pressure", 41.5, true],
    ["pressure", 201, false],
    ["hiatus_area", 26.5, true],
    ["tear_grade", "third_b", true],
    ["tear_grade", "third", false],
    ["doming_task", "sit up", true],
    ["doming_task", "x".repeat(81), false],
    ["pessary_check_on", "2026-12-01", true],
    ["pessary_check_on", "2026-13-01", false],
    ["popq_aa", -2.5, true],
    ["popq_aa", -2.4, false],
    ["popq_aa", 3.5, false],
    ["popq_c", -8, true],
    ["popq_stage", 4, true],
    ["popq_stage", 5, false],
    ["ird_at_rest", 22, true],
    ["ird_at_rest", 2.2, false],
    ["ird_at_rest", -1, false],
    ["tone", "high", true],
    ["tone", "very high", false],
    ["tone", 1, false],
    ["perineal_scar_tender", 11, false],
  ])("given %s %s, then %s", (id, value, isFine) => {
    expect(accepts({ [id]: value })).toBe(isFine);
  });

  test("given nothing measured, another scale or a measure nobody has, then refused", () => {
    expect(accepts({})).toBe(false);
    expect(accepts({ oxford_left: 3 }, { scales: "oxford_0_4" })).toBe(false);
    expect(accepts({ oxford_left: 3, oxford_middle: 3 })).toBe(false);
    expect(accepts({ oxford_left: 3 }, { decision: "cleared" })).toBe(false);
    // What was sealed under the former name of the scales is read as it is.
    expect(accepts({ oxford_left: 3 }, { scales: "modified_oxford_0_5, popq_half_cm, ird_mm_3cm" })).toBe(
      true,
    );
  });

  test("no measure stands twice", () => {
    expect(new Set(MEASURES.map((row) => row.id)).size).toBe(MEASURES.length);
  });
});

test.each<[MeasureId, string, number | string | null | undefined]>([
  ["popq_ba", "-2,5", -2.5],
  ["popq_ba", "−1", -1],
  ["popq_ba", "+2.0", 2],
  ["popq_ba", "0.3", undefined],
  ["oxford_left", " 4 ", 4],
  ["oxford_left", "", null],
  ["oxford_left", "strong", undefined],
  ["oxford_left", "3+", "3+"],
  ["pressure_device", " Peritron ", "Peritron"],
  ["pessary_check_on", "2026-12-01", "2026-12-01"],
  ["pessary_check_on", "soon", undefined],
  ["tone", "low", "low"],
])("given %s typed as '%s', then %s", (id, typed, value) => {
  expect(readMeasure(of(id), typed)).toBe(value);
});

test.each<[number | string | null, number | string | undefined, number | null]>([
  [-1.5, -2, 0.5],
  [0.3, 0.1, 0.2],
  [22, 30, -8],
  [3, 3, null],
  ["3+", 3, null],
  [null, 3, null],
  [3, undefined, null],
])("given %s now and %s before, then the change is %s", (now, before, change) => {
  expect(changeOf(now, before)).toBe(change);
});
