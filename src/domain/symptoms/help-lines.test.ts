import { expect, test } from "vitest";
import { emergencyNumberOf, HELP_LINES, helpLinesFor } from "./help-lines.ts";

const TIERS = ["emergency", "same_day", "mental_health"] as const;

test("every tier in every country has a number that a phone can dial", () => {
  for (const country of [...Object.keys(HELP_LINES), "UK"]) {
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

test("given a country nobody verified, no number is guessed: she is told to call her local one", () => {
  for (const country of ["ZZ", "", "FR"]) {
    expect(emergencyNumberOf(country)).toBeNull();
    for (const tier of TIERS)
      expect(helpLinesFor(country, tier)).toMatchObject([{ id: "local_emergency", dial: null, shown: "" }]);
  }
  expect(emergencyNumberOf("AU")).toBe("000");
});

test("the countries a practice can be in have packs, with somebody to talk to besides the ambulance", () => {
  for (const country of ["NZ", "AU", "UK", "US", "CA"]) {
    const [first] = helpLinesFor(country, "mental_health");
    expect(first?.id, country).not.toBe("emergency");
  }
});

test("each country says when its numbers were last checked", () => {
  for (const country of Object.values(HELP_LINES)) {
    expect(country.verifiedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(country.source.length).toBeGreaterThan(2);
  }
});
