import { describe, expect, test } from "vitest";
import { day } from "@/domain/shared/day.ts";
import { usualDraft, withDay } from "./assign-draft.ts";

const today = day("2026-11-22");
const runDays = (walking: readonly number[]) => usualDraft("walk_run", today, walking).weekdays;

describe("days for a run, before anybody chose", () => {
  test("are days she walks on", () => {
    expect(runDays([1, 3, 5, 6])).toEqual([1, 3, 6]);
    expect(runDays([1, 3])).toEqual([1, 3]);
  });

  test.each([
    [
      [2, 4, 7],
      [2, 4, 7],
    ],
    [
      [1, 2, 3, 4, 5, 6, 7],
      [1, 3, 6],
    ],
    [
      [4, 5, 6],
      [4, 6],
    ],
    [
      [2, 5, 7],
      [2, 5, 7],
    ],
    [[7], [7]],
  ])("of walks on %j keep a day of rest between them: %j", (walking, expected) =>
    expect(runDays(walking)).toEqual(expected),
  );

  test("without a walking plan are the usual ones", () => expect(runDays([])).toEqual([1, 3, 6]));
});

test("a pressed day comes and goes, in the order of the week", () => {
  expect(withDay([1, 5], 3)).toEqual([1, 3, 5]);
  expect(withDay([1, 3, 5], 3)).toEqual([1, 5]);
});
