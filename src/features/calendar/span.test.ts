import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day, weekday } from "@/domain/shared/day.ts";
import { daysOf, isOwn, SPANS, turned } from "./span.ts";

const anyDay = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays(day("2026-11-23"), days));

test("a span is whole weeks from a Monday and holds the day it is about; a month holds all of its days", () => {
  expect(daysOf("month", day("2026-11-23"))).toEqual({ fromDay: "2026-10-26", days: 42 });
  expect(daysOf("month", day("2027-02-10"))).toEqual({ fromDay: "2027-02-01", days: 28 });
  fc.assert(
    fc.property(fc.constantFrom(...SPANS), anyDay, (span, anchor) => {
      const { fromDay, days } = daysOf(span, anchor);
      expect(weekday(fromDay)).toBe(1);
      expect(days % 7).toBe(0);
      expect(days).toBeLessThanOrEqual(42);
      expect(fromDay <= anchor && anchor <= addDays(fromDay, days - 1)).toBe(true);
      const shown = Array.from({ length: days }, (_, at) => addDays(fromDay, at));
      const own = shown.filter((one) => isOwn(span, anchor, one));
      if (span === "month") expect(own.length).toBeGreaterThanOrEqual(28);
      else expect(own).toHaveLength(days);
    }),
    { numRuns: 200 },
  );
});

test("on and back again is the same span", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SPANS), anyDay, (span, anchor) => {
      expect(daysOf(span, turned(span, turned(span, anchor, 1), -1))).toEqual(daysOf(span, anchor));
      expect(daysOf(span, turned(span, anchor, 1)).fromDay > daysOf(span, anchor).fromDay).toBe(true);
    }),
    { numRuns: 200 },
  );
});
