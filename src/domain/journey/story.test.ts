import { describe, expect, it } from "vitest";
import { aMum } from "./build.ts";

describe("a mum who does everything right", () => {
  it("may run", () => {
    const journey = aMum().readyToRun().journey();
    expect(journey.lock).toEqual({ open: true, reasons: [] });
    console.log(JSON.stringify(journey.steps.map((s) => [s.id, s.status, s.cycle])), journey.next);
  });
});
