import { expect, test } from "vitest";
import { HELP_LINES, helpLinesFor } from "./help-lines.ts";

const TIERS = ["emergency", "same_day", "mental_health"] as const;

test("every tier in every country, known or not, has a number that a phone can dial", () => {
  for (const country of [...Object.keys(HELP_LINES), "ZZ", ""]) {
    for (const tier of TIERS) {
      const lines = helpLinesFor(country, tier);
      expect(lines.length, `${country} ${tier}`).toBeGreaterThan(0);
      for (const line of lines) expect(line.dial, line.name).toMatch(/^\+?\d{2,}$/);
      expect(lines.some((line) => line.id === "emergency")).toBe(true);
    }
  }
});

test("in an emergency the ambulance comes first; otherwise somebody to talk to, with the ambulance below", () => {
  expect(helpLinesFor("NZ", "emergency").map((line) => line.shown)).toEqual(["111"]);
  expect(helpLinesFor("NZ", "same_day")[0]?.name).toBe("Healthline");
  expect(helpLinesFor("nz", "mental_health").map((line) => line.dial)).toEqual(["1737", "0508828865", "111"]);
});

test("each country says when its numbers were last checked", () => {
  for (const country of Object.values(HELP_LINES)) expect(country.verifiedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
