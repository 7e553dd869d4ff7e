import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { contrast, luminance, rgb } from "./contrast.ts";
import { COLOURS, PAIRS, THEMES } from "./tokens.ts";
import { tokensCss } from "./tokens-css.ts";

describe("colours", () => {
  test("given black and white, the contrast is the 21 the standard says", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });

  test.each(THEMES)("in %s, everything that carries meaning can be read on its ground", (theme) => {
    const unreadable = PAIRS.map(({ front, back, least }) => ({
      pair: `${front} on ${back}`,
      least,
      has: Math.floor(contrast(COLOURS[front][theme], COLOURS[back][theme]) * 100) / 100,
    })).filter(({ has, least }) => has < least);
    expect(unreadable).toEqual([]);
  });

  test("at night there is no blue light, more red than green, and nothing bright", () => {
    for (const [name, row] of Object.entries(COLOURS)) {
      const [red, green, blue] = rgb(row.night);
      expect(blue, name).toBe(0);
      expect(green, name).toBeLessThanOrEqual(red * 0.6);
      expect(luminance(row.night), name).toBeLessThan(0.45);
    }
    expect(luminance(COLOURS.surface.night)).toBe(0);
  });

  test("the stylesheet is the one written from the tokens", () => {
    expect(readFileSync(path.join(import.meta.dirname, "tokens.css"), "utf8")).toBe(tokensCss());
  });
});
