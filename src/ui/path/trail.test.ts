import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { switchback, WIDE, wayBetween } from "./trail.ts";

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

  test("rows of the upright picture meet in the middle of their edges, level", () => {
    const { into, out } = switchback(80);
    expect(into).toMatch(/^M50 0C[\d.]+ 0 /);
    expect(out).toMatch(/ [\d.]+ 100 50 100$/);
  });

  test("the stylesheet puts the stations of the wide picture where the trail passes", () => {
    const css = readFileSync(path.join(import.meta.dirname, "path.css"), "utf8");
    const tops = [...css.matchAll(/nth-child\((\d)\) \.path-station \{\s+top: (\d+)%/g)];
    expect(tops.map(([, , top]) => Number(top))).toEqual(WIDE.map(({ y }) => y / 2));
  });
});
