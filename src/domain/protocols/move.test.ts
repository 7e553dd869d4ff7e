import { expect, test } from "vitest";
import type { ProtocolOutline } from "../journey/facts.ts";
import { levelInVersion } from "./move.ts";

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
