import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "../shared/day.ts";
import { explain, recordAsOf } from "./as-of.ts";
import { aMum, type Mum } from "./build.ts";
import { deriveJourney } from "./derive.ts";
import { FACT_KINDS } from "./facts.ts";

const TODAY = day("2026-11-25");
const utc = (instant: string): Day => day(instant.slice(0, 10));

/** A story told forwards, and her record as it stood on the evening of each of its days. */
function story(): { readonly mum: Mum; readonly evenings: ReadonlyMap<Day, Mum["record"]> } {
  const evenings = new Map<Day, Mum["record"]>();
  let mum = aMum({ today: addDays(TODAY, -20) }).bornWeeksAgo(20);
  const days: readonly ((mum: Mum) => Mum)[] = [
    (m) => m,
    (m) => m.assessed(),
    (m) => m.cleared(),
    (m) => m.noticed([{ kind: "pain", site: "knee", level: 2 }]),
    (m) => m.noticed([{ kind: "symptom", symptom: "heaviness" }]),
    (m) => m,
  ];
  for (const happens of days) {
    mum = happens(mum.later(4));
    evenings.set(mum.today, mum.record);
  }
  return { mum, evenings };
}

describe("her journey as of a past day", () => {
  it("is the one that was derived that evening, whatever was recorded since", () => {
    const { mum, evenings } = story();
    const statuses = new Set<string>();
    for (const [on, record] of evenings) {
      const then = explain(mum.record, on, utc);
      expect(recordAsOf(mum.record, on, utc), on).toEqual(record);
      expect(then.journey, on).toEqual(deriveJourney(record, on));
      statuses.add(then.journey.clearance.status);
    }
    // The story must have changed on the way, or the test would say nothing.
    expect(statuses.size).toBeGreaterThan(1);
  });

  it("knows nothing of what was told later about an earlier day", () => {
    const born = aMum({ today: TODAY }).bornWeeksAgo(20);
    const told = born.fact("symptomCheck", {
      moment: "any_time",
      day: addDays(TODAY, -10),
      logId: null,
      sessionId: null,
      findings: [{ kind: "symptom", symptom: "bulge" }],
      note: null,
    });
    expect(recordAsOf(told.record, addDays(TODAY, -1), utc).symptomCheck).toEqual([]);
    expect(recordAsOf(told.record, TODAY, utc).symptomCheck).toHaveLength(1);
  });

  it("is empty before she came, and total: no day throws", () => {
    const { mum } = story();
    const before = explain(mum.record, day("2020-01-01"), utc);
    expect(before.facts).toEqual([]);
    expect(
      FACT_KINDS.every((kind) => recordAsOf(mum.record, day("2020-01-01"), utc)[kind].length === 0),
    ).toBe(true);
    expect(before.journey.lock.open).toBe(false);
  });

  it("counts the day where she lives: an evening there is the next day in a zone ahead", () => {
    const born = aMum({ today: TODAY }).bornWeeksAgo(5);
    const ahead = (instant: string) => addDays(utc(instant), 1);
    expect(recordAsOf(born.record, TODAY, ahead).birth).toEqual([]);
  });
});
