import { expect, test } from "vitest";
import { day } from "../shared/day.ts";
import { weekOf } from "./week.ts";

// A Wednesday.
const TODAY = day("2026-11-25");
const days = (...on: number[]) => on.map((at) => ({ day: day(`2026-11-${at}`) }));

test("from Monday to Sunday; days gone by hold what was done and nothing that was not", () => {
  const week = weekOf(days(24, 25, 27, 29, 30), [{ doneOn: day("2026-11-23") }], TODAY);
  expect(week.map((row) => row.day)).toEqual([
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-26",
    "2026-11-27",
    "2026-11-28",
    "2026-11-29",
  ]);
  expect(week.map((row) => row.planned.length)).toEqual([0, 0, 1, 0, 1, 0, 1]);
  expect(week.map((row) => row.done.length)).toEqual([1, 0, 0, 0, 0, 0, 0]);
});
