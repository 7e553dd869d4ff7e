import { expect, test } from "vitest";

test("unit tests run in a zone that is off by a quarter of an hour", () => {
  expect(new Date("2026-11-22T00:00:00Z").getTimezoneOffset()).toBe(-345);
});
