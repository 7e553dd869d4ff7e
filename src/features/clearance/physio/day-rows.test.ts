import { expect, test } from "vitest";
import { day } from "@/domain/shared/day.ts";
import { dayRows } from "./day-rows.ts";

const today = day("2026-11-23");
const check = (on: string, symptom: "heaviness" | "doming") => ({
  id: on,
  day: day(on),
  moment: "after",
  findings: [{ kind: "symptom" as const, symptom }],
  note: null,
});
const session = (on: string, minutesTotal: number, minutesRun: number) => ({
  day: day(on),
  kind: "walk_run",
  minutesTotal,
  minutesRun,
  effort: null,
});

test("given symptoms and sessions, then each day has both, sums what fell together, and stands there when nothing did", () => {
  const rows = dayRows(
    {
      today,
      symptoms: {
        fromDay: day("2026-11-20"),
        // A phone a zone ahead writes tomorrow; it has no place here and breaks nothing.
        checks: [
          check("2026-11-21", "heaviness"),
          check("2026-11-21", "doming"),
          check("2026-11-24", "doming"),
        ],
        clear: 0,
        holds: [],
      },
      plan: {
        goal: null,
        limits: [],
        plans: [],
        load: [session("2026-11-21", 20, 8), session("2026-11-21", 10, 0), session("2026-11-23", 30, 12)],
      },
    },
    3,
  );
  expect(rows.map((row) => [row.day, row.findings.length, row.minutes, row.run])).toEqual([
    ["2026-11-20", 0, 0, 0],
    ["2026-11-21", 2, 30, 8],
    ["2026-11-22", 0, 0, 0],
    ["2026-11-23", 0, 30, 12],
  ]);
});

test("given nothing is shared, then empty days and no guess", () => {
  expect(dayRows({ today, symptoms: null, plan: null }, 14)).toHaveLength(15);
});
