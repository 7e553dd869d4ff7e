import { describe, expect, it } from "vitest";
import { aMum } from "../../domain/journey/build.ts";
import { addDays, day } from "../../domain/shared/day.ts";
import { sourceOf, sourceOfProgress } from "./sources.ts";

const on = day("2026-11-25");
const BATTERIES = aMum({ today: on }).journey().batteries;

describe("the source beside a rule", () => {
  it("stands beside every reason of a locked run that holds a figure of the care", () => {
    const journey = aMum({ today: on }).bornWeeksAgo(5).journey();
    const FIGURE = /"(needed|threshold|daysLeft|tests)":/;
    const resting = [
      ...journey.lock.reasons,
      ...journey.steps.flatMap((step) => [...step.entry, ...step.exit].map((row) => row.reason)),
    ];
    const withFigure = resting.filter((reason) => FIGURE.test(JSON.stringify(reason)));
    expect(withFigure.length).toBeGreaterThan(3);
    for (const reason of withFigure)
      expect(sourceOf(reason, journey.batteries), JSON.stringify(reason)).not.toBeNull();
  });

  it("is the one of the day it speaks of: 12 weeks, the floor of 3 weeks, and none for the physio's own day", () => {
    const early = { point: 2, code: "too_early", daysLeft: 3, on: addDays(on, 3) } as const;
    expect(sourceOf({ ...early, by: "twelve_weeks" }, BATTERIES)).toContain("Goom");
    expect(sourceOf({ ...early, by: "floor" }, BATTERIES)).toContain("Christopher");
    expect(sourceOf({ ...early, by: "physio" }, BATTERIES)).toBeNull();
  });

  it("tells why the next level waits", () => {
    expect(sourceOfProgress({ code: "short_sleep", hours: 5, badNights: null })).toContain("2021");
    expect(sourceOfProgress({ code: "paused" })).toBeNull();
  });

  it("is not made up for a fact", () => {
    expect(sourceOf({ point: 1, code: "no_clearance" }, BATTERIES)).toBeNull();
    expect(
      sourceOf({ point: 5, code: "hold", reason: "coach_decision", on, holdId: "x" }, BATTERIES),
    ).toBeNull();
    expect(sourceOf({ point: 5, code: "hold", reason: "pain", on, holdId: "x" }, BATTERIES)).toContain(
      "Silbernagel",
    );
  });
});
