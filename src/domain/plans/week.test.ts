import { expect, test } from "vitest";
import type { PlanState } from "../journey/journey.ts";
import { day, WEEKDAYS } from "../shared/day.ts";
import { weekOf } from "./week.ts";

const daily = {
  planId: "walk",
  kind: "walking",
  startsOn: day("2026-11-01"),
  weekdays: WEEKDAYS,
  paused: false,
  lastDoneOn: null,
} as unknown as PlanState;
// A Wednesday.
const TODAY = day("2026-11-25");

test("from Monday to Sunday; days gone by hold what was done and nothing that was not", () => {
  const week = weekOf([daily], [{ doneOn: day("2026-11-23") }], TODAY, () => true);
  expect(week.map((row) => row.day)).toEqual([
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-26",
    "2026-11-27",
    "2026-11-28",
    "2026-11-29",
  ]);
  expect(week.map((row) => row.planned.length)).toEqual([0, 0, 1, 1, 1, 1, 1]);
  expect(week.map((row) => row.done.length)).toEqual([1, 0, 0, 0, 0, 0, 0]);
});

test("what may not be done is not on the plan", () => {
  const week = weekOf([daily], [], TODAY, () => false);
  expect(week.flatMap((row) => row.planned)).toEqual([]);
});
