import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { crossing, WIDE, wayBetween } from "./trail.ts";

describe("the trail", () => {
  test.each([
    ["done", "active", "walked"],
    ["done", "locked", "shut"],
    ["active", "active", "open"],
    ["open", "done", "walked"],
    ["held", "open", "open"],
    ["done", "held", "walked"],
  ] as const)("from a station that is %s to one that is %s the way is %s", (from, to, way) => {
    expect(wayBetween(from, to)).toBe(way);
  });

  test("a bend of the upright picture leaves and arrives upright", () => {
    expect(crossing(36, 78)).toMatch(/^M36 0C36 [\d.]+ 78 [\d.]+ 78 100$/);
  });

  test("the stylesheet puts the stations of the wide picture where the trail passes", () => {
    const css = readFileSync(path.join(import.meta.dirname, "path.css"), "utf8");
    const tops = [...css.matchAll(/nth-child\((\d)\) \.path-station \{\s+top: (\d+)%/g)];
    expect(tops.map(([, , top]) => Number(top))).toEqual(WIDE.map(({ y }) => y / 2));
  });
});
