import { describe, expect, it } from "vitest";
import journey from "../../words/en/journey.json" with { type: "json" };
import { aMum } from "../journey/build.ts";
import { passing } from "../journey/build-commands.ts";
import { BATTERIES, type Battery, batteryOf, DEFAULT_BATTERY } from "./batteries.ts";
import { evaluateBattery } from "./evaluate.ts";

const WINDOW = { since: null, notBefore: null };
const names: Readonly<Record<string, string>> = journey.names.test;
const every: readonly (readonly [string, Battery])[] = BATTERIES.map((row) => [row.id, row]);

describe("batteries", () => {
  it("have one row for a name and version, and Goom 2019 is the default of both kinds", () => {
    expect(new Set(BATTERIES.map((row) => `${row.id}@${row.version}`)).size).toBe(BATTERIES.length);
    expect(Object.values(DEFAULT_BATTERY).map((row) => row.id)).toEqual([
      "goom_2019_load_impact",
      "goom_2019_strength",
    ]);
    expect(batteryOf("goom_2019_strength", 2)).toBeNull();
  });

  it.each(every)("%s: every test has a figure, a source, a name, and no side twice", (_, battery) => {
    expect(battery.tests.length).toBeGreaterThan(2);
    expect(new Set(battery.tests.map((row) => row.key)).size).toBe(battery.tests.length);
    for (const row of battery.tests) {
      expect(row.threshold).toBeGreaterThan(0);
      expect(row.source.length).toBeGreaterThan(5);
      expect(names[row.key], row.key).toBeDefined();
      expect([["both"], ["left", "right"]]).toContainEqual(row.sides);
    }
  });

  it.each(every)("%s passes at its figures, and one short of one of them it does not", (_, battery) => {
    const mum = aMum().bornWeeksAgo(20);
    const run = passing(battery, mum.today);
    expect(evaluateBattery(battery, mum.does(run).record.batteryRun, WINDOW).passed).toBe(true);
    const [first, ...rest] = run.results;
    const short = { ...run, results: [{ ...first!, value: (first?.value ?? 0) - 1 }, ...rest] };
    expect(evaluateBattery(battery, mum.does(short).record.batteryRun, WINDOW).passed).toBe(false);
  });

  it("do not count for each other: 20 calf raises pass one and not the other", () => {
    const mum = aMum().bornWeeksAgo(20).tested();
    const peak = batteryOf("peak_endurance_strength", 1);
    expect(peak && evaluateBattery(peak, mum.record.batteryRun, WINDOW).passed).toBe(false);
  });
});
