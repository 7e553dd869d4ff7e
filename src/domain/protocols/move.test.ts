import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProtocolOutline } from "../journey/facts.ts";
import type { Day } from "../shared/day.ts";
import { carryOver, changedDays, type DayLine, levelInVersion } from "./move.ts";

/** "A5 B10": levels by name, with their minutes of running. */
const outline = (levels: string): ProtocolOutline => ({
  versionId: levels,
  kind: "walk_run",
  title: "Walk/run",
  levels: levels.split(" ").map((row) => ({
    title: row.slice(0, 1),
    minutesTotal: 30,
    minutesRun: Number(row.slice(1)),
    impact: true,
  })),
});

test.each([
  ["the same version", "A5 B10 C15", "A5 B10 C15", 1, 1],
  ["a level came before it", "A5 B10 C15", "X3 A5 B10 C15", 1, 2],
  ["its name is gone: the same place", "A5 B10 C15", "A5 Y8 C15", 1, 1],
  ["there are fewer: the last", "A5 B10 C15", "X5 Y10", 2, 1],
  ["its name runs longer now: the nearest below that does not", "A5 B10 C15", "A5 X8 B12 C15", 1, 1],
  ["everything runs longer: the first", "A5 B10", "A8 B12", 0, 0],
  ["two of its name: the nearer one", "A5 B10 C15", "B10 A5 A5 B10", 1, 0],
])("%s", (_, before, after, level, expected) =>
  expect(levelInVersion(outline(before), outline(after), level)).toBe(expected),
);

const line = fc.record({
  day: fc.constantFrom("2026-11-23", "2026-11-24", "2026-11-26").map((day) => day as Day),
  kind: fc.constantFrom("walking", "walk_run"),
  title: fc.constantFrom("A", "B"),
  minutes: fc.constantFrom(20, 30),
  minutesRun: fc.constantFrom(0, 5),
});
const lines = fc.array(line, { maxLength: 8 });
const bag = (rows: readonly DayLine[]) => rows.map((row) => JSON.stringify(row)).toSorted();

test("taking away what is gone and adding what comes makes the one calendar the other; the same has no days", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const days = changedDays(before, after);
      const [gone, comes] = [days.flatMap((row) => row.gone), days.flatMap((row) => row.comes)];
      expect(bag([...after, ...gone])).toEqual(bag([...before, ...comes]));
      // Nothing is told twice: what goes does not come.
      for (const row of days)
        expect(row.gone.filter((one) => bag(row.comes).includes(bag([one])[0]!))).toEqual([]);
      expect(days.map((row) => row.day)).toEqual(days.map((row) => row.day).toSorted());
      expect(changedDays(before, before.toReversed())).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("what was set by hand goes along, its level by its name; other plans' stay", () => {
  const from = { planId: "old", outline: outline("A5 B10 C15") };
  const to = { planId: "new", outline: outline("X3 A5 B10") };
  const row = { slot: null, day: "2026-11-24" as Day, turn: null, note: "with Sam" };
  const own = { ...row, id: "1", planId: "old", level: 1 };
  const free = { ...row, id: "2", planId: "old", level: null };
  const other = { ...row, id: "3", planId: "walks", level: 1 };
  let count = 0;
  const carried = carryOver([own, free, other], from, to, () => `n${(count += 1)}`);
  expect(carried).toEqual([
    { ...own, id: "n1", planId: "new", level: 2 },
    { ...free, id: "n2", planId: "new" },
    other,
  ]);
});
