import fc from "fast-check";
import { expect, test } from "vitest";
import { metresBetween, type Place } from "./track.ts";
import { shapeOfWay } from "./way.ts";

/** Straight north from home, a point every ten metres. */
const north = (points: number): Place[] =>
  Array.from({ length: points }, (_, at) => ({ lat: -36.85 + (at * 10) / 111_195, lon: 174.76 }));

test("the first and last two hundred metres are left out, and no place is in what is left", () => {
  const shape = shapeOfWay(north(101));
  // 1,000 m less both ends: from 210 to 790.
  expect(shape).toHaveLength(59);
  expect(shape[0]).toEqual({ x: 50, y: 100 });
  expect(shape.at(-1)).toEqual({ x: 50, y: 0 });
});

test("where she came past home again is left out too", () => {
  const there = north(61);
  const shape = shapeOfWay([...there, ...there.toReversed(), ...there]);
  expect(shape.length).toBeGreaterThan(0);
  expect(shapeOfWay([...there, ...there.toReversed()])).toHaveLength(2 * 61 - 2 * 21);
});

test("a short way is not drawn at all", () => {
  expect(shapeOfWay(north(30))).toEqual([]);
  expect(shapeOfWay([])).toEqual([]);
});

test("the same way somewhere else on the same latitude is the same shape: the picture tells no place", () => {
  const anyWay = fc.array(
    fc.record({
      lat: fc.double({ min: 40, max: 40.1, noNaN: true }),
      lon: fc.double({ min: 5, max: 5.1, noNaN: true }),
    }),
    {
      minLength: 3,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(anyWay, (way) => {
      const moved = way.map(({ lat, lon }) => ({ lat, lon: lon + 64 }));
      const [here, there] = [shapeOfWay(way), shapeOfWay(moved)];
      expect(there).toHaveLength(here.length);
      for (const [at, corner] of here.entries()) {
        expect(Math.abs(corner.x - there[at]!.x)).toBeLessThan(0.2);
        expect(corner.x >= 0 && corner.x <= 100 && corner.y >= 0 && corner.y <= 100).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

test("metres on the globe", () => {
  expect(metresBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 1 })).toBeCloseTo(111_195, -1);
  expect(metresBetween({ lat: 51, lon: 7 }, { lat: 51, lon: 7 })).toBe(0);
});
