import { describe, expect, it } from "vitest";
import { addDays } from "../shared/day.ts";
import { aMum, type Mum } from "./build.ts";
import type { Hold, HoldReason } from "./facts.ts";
import { openHolds, wayOutOf } from "./holds.ts";

const TODAY = aMum().today;
const hold = (daysAgo: number, change: Partial<Hold> = {}) =>
  ({
    covers: "running",
    reason: "coach_decision",
    placedOn: addDays(TODAY, -daysAgo),
    sourceId: null,
    note: null,
    ...change,
  }) as const;
const open = (mum: Mum) => openHolds(mum.record);
const mum = aMum().bornWeeksAgo(20);

describe("open holds, as people see them", () => {
  it("of one cause and reach are one, since the first day, with what is known of the latest", () => {
    const held = mum
      .fact("hold", hold(3, { id: "a", note: "Knee", sourceId: "x" }))
      .fact("hold", hold(5, { id: "b" }))
      .fact("hold", hold(4, { id: "c" }));
    expect(open(held)).toEqual([
      {
        ids: ["a", "b", "c"],
        covers: "running",
        reason: "coach_decision",
        since: addDays(TODAY, -5),
        sourceId: "x",
        note: "Knee",
        wayOut: "coach_lifts",
      },
    ]);
    const newer = held.fact("hold", hold(1, { note: "Both knees", sourceId: "y" }));
    expect(open(newer)).toMatchObject([{ note: "Both knees", sourceId: "y", since: addDays(TODAY, -5) }]);
    expect(open(mum.fact("hold", hold(1)))).toMatchObject([{ note: null, sourceId: null }]);
  });

  it("of another cause or reach stand for themselves", () => {
    const held = mum
      .fact("hold", hold(3))
      .fact("hold", hold(3, { covers: "impact" }))
      .fact("hold", hold(3, { reason: "pain" }));
    expect(open(held).map((row) => [row.reason, row.covers])).toEqual([
      ["coach_decision", "running"],
      ["coach_decision", "impact"],
      ["pain", "running"],
    ]);
  });

  it("are gone once lifted, each for itself", () => {
    const held = mum.fact("hold", hold(3, { id: "a" })).fact("hold", hold(2, { id: "b" }));
    const lifted = held.fact("holdLift", { holdId: "a", liftedOn: TODAY, reason: "Well" });
    expect(open(lifted)).toMatchObject([{ ids: ["b"], since: addDays(TODAY, -2) }]);
  });
});

describe("how a hold ends", () => {
  it.each<[HoldReason, Hold["covers"], string]>([
    ["red_flag", "everything", "seen_then_coach"],
    ["red_flag", "running", "physio_decides"],
    ["pelvic_symptom", "impact", "physio_decides"],
    ["surgery", "impact", "physio_decides"],
    ["physio_decision", "everything", "physio_decides"],
    ["new_pregnancy", "running", "next_birth_or_physio"],
    ["pain", "impact", "coach_lifts"],
    ["bleeding", "impact", "coach_lifts"],
    ["coach_decision", "everything", "coach_lifts"],
    ["illness", "everything", "mum_lifts"],
    ["client_decision", "everything", "mum_lifts"],
  ])("for %s of %s: %s", (reason, covers, wayOut) => expect(wayOutOf({ reason, covers })).toBe(wayOut));
});
