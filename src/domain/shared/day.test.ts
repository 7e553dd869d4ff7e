import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  day,
  daySchema,
  daysBetween,
  epochDay,
  isDay,
  weekday,
  weekIndex,
  weekStart,
} from "./day.ts";

const MS_PER_DAY = 86_400_000;
const anyEpochDay = fc.integer({ min: -25_000, max: 80_000 });

describe("day", () => {
  it.each([
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "26-01-01",
    "2026-1-1",
    "2026-01-01T00",
    "",
  ])("does not take %j for a date", (text) => {
    expect(isDay(text)).toBe(false);
    expect(daySchema.safeParse(text).success).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  it("knows leap days", () => {
    expect(isDay("2024-02-29")).toBe(true);
    expect(isDay("2100-02-29")).toBe(false);
    expect(isDay("2000-02-29")).toBe(true);
  });

  it("agrees with the calendar of the machine for every day of two centuries", () => {
    // Planted bug seen to fail: era computed with 365 days for leap years.
    fc.assert(
      fc.property(anyEpochDay, (number) => {
        const text = new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
        expect(isDay(text)).toBe(true);
        expect(epochDay(day(text))).toBe(number);
        expect(weekday(day(text))).toBe(new Date(number * MS_PER_DAY).getUTCDay() || 7);
      }),
    );
  });

  it("adds and subtracts the same days, over any change of clocks", () => {
    fc.assert(
      fc.property(anyEpochDay, fc.integer({ min: -800, max: 800 }), (number, count) => {
        const from = addDays(day("1970-01-01"), number);
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });

  it("starts weeks on Monday and numbers them without a gap", () => {
    expect(weekStart(day("2026-11-22"))).toBe("2026-11-16");
    expect(weekday(day("2026-11-16"))).toBe(1);
    expect(weekIndex(day("2026-11-23")) - weekIndex(day("2026-11-22"))).toBe(1);
    expect(weekIndex(day("2026-11-16"))).toBe(weekIndex(day("2026-11-22")));
  });
});
