import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../../domain/shared/day.ts";
import { type CoachDays, type Told, toldFrom, toldNow } from "./feed-told.ts";

const TODAY = day("2026-11-23");
const NOW = new Date("2026-11-23T06:00:00Z");
const sessions = (...counts: readonly number[]): CoachDays => ({
  sessions: counts.flatMap((count, at) => (count === 0 ? [] : [{ day: addDays(TODAY, at), count }])),
  reviews: [],
});
const numbers = (told: Told) => Object.values(told).map((row) => row.sequence);

test("a session that moves makes the day it left and the day it came to newer, and no other", () => {
  const first = toldNow({}, sessions(2, 1, 3), TODAY, NOW);
  expect(numbers(first)).toEqual([0, 0, 0]);
  const later = new Date("2026-11-23T09:00:00Z");
  const moved = toldNow(first, sessions(1, 2, 3), TODAY, later);
  expect(numbers(moved)).toEqual([1, 1, 0]);
  expect(Object.values(moved).map((row) => row.changedAt)).toEqual([
    later.toISOString(),
    later.toISOString(),
    NOW.toISOString(),
  ]);
});

test("a day that is empty for a while comes back with a higher number; a day gone by is forgotten", () => {
  const gone = toldNow(toldNow({}, sessions(2, 1), TODAY, NOW), sessions(0, 1), TODAY, NOW);
  expect(numbers(toldNow(gone, sessions(2, 1), TODAY, NOW))).toEqual([2, 0]);
  expect(Object.keys(toldNow(gone, sessions(0, 1), addDays(TODAY, 1), NOW))).toEqual(["sessions-2026-11-24"]);
});

test("whatever happens, told twice it is the same, and nothing newer has a lower or an equal number", () => {
  const anyDays = fc
    .array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 })
    .map((counts) => sessions(...counts));
  fc.assert(
    fc.property(fc.array(anyDays, { minLength: 2, maxLength: 8 }), (course) => {
      let told: Told = {};
      for (const days of course) {
        const next = toldNow(told, days, TODAY, NOW);
        expect(toldNow(next, days, TODAY, new Date())).toEqual(next);
        for (const [name, row] of Object.entries(next)) {
          const before = told[name];
          if (before) expect(row.sequence).toBe(before.sequence + (before.count === row.count ? 0 : 1));
        }
        told = toldFrom(JSON.parse(JSON.stringify(next)));
        expect(told).toEqual(next);
      }
    }),
    { numRuns: 50 },
  );
});
