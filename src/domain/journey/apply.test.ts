import { expect, it } from "vitest";
import { applyEvents, SUPPOSED } from "./apply.ts";
import { aMum } from "./build.ts";
import { event } from "./decision.ts";
import { deriveJourney } from "./derive.ts";

const stamp = { recordedAt: "2026-11-25T08:00:00.000000Z", recordedBy: { kind: "coach", id: "c" } } as const;
const goal = (id: string, daysPerWeek: number) =>
  event("goal", { id, setOn: aMum().today, daysPerWeek, minutesPerRun: 30 });

it("puts new facts at the end of their kind, with who and when; the record before stays as it was", () => {
  const { record } = aMum().bornWeeksAgo(9);
  const after = applyEvents(record, [goal("a", 2), goal("b", 5)], stamp);
  expect(after.goal.map((row) => row.daysPerWeek)).toEqual([3, 2, 5]);
  expect(after.goal[1]).toEqual({ ...goal("a", 2).row, ...stamp });
  expect(record.goal).toHaveLength(1);
  expect({ ...after, goal: record.goal }).toEqual(record);
});

it("given nothing new, then it is the same record", () => {
  const { record } = aMum().bornWeeksAgo(9);
  expect(applyEvents(record, [], stamp)).toBe(record);
});

it("what is only supposed comes after all that was recorded, by the system", () => {
  const { record, today } = aMum().bornWeeksAgo(9);
  const after = applyEvents(record, [goal("a", 6)], SUPPOSED);
  expect(deriveJourney(after, today).goal?.daysPerWeek).toBe(6);
  expect(after.goal[1]).toMatchObject({ recordedBy: { kind: "system", id: null } });
});
