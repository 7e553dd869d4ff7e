import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import { addDays, daysBetween } from "../shared/day.ts";
import { permitFor } from "./permit-for.ts";

const permitOf = (mum: Mum, level?: number) => {
  const plan = mum.journey().plans.find((row) => row.kind === "walk_run");
  if (!plan) throw new Error("no plan");
  return permitFor(mum.record, { planId: plan.planId, level: level ?? plan.level }, mum.today);
};

describe("a permit to begin a run without a connection", () => {
  const ready = aMum().readyToRun(30).planned("walk_run");

  it("is hers, of this plan and level, from today and for 7 days at most", () => {
    const permit = permitOf(ready);
    expect(permit).toMatchObject({ clientId: ready.record.client.id, level: 0, from: ready.today });
    expect(permit && daysBetween(permit.from, permit.until)).toBeLessThan(7);
  });

  it("ends before the day on which the start itself would be refused", () => {
    const permit = permitOf(ready);
    if (!permit) throw new Error("no permit");
    const later = addDays(permit.until, 1);
    const isWhole = daysBetween(permit.from, later) === 7;
    expect(isWhole || permitFor(ready.record, permit, later) === null).toBe(true);
    for (let on = permit.from; on <= permit.until; on = addDays(on, 1))
      expect(permitFor(ready.record, permit, on)).not.toBeNull();
  });

  it("is not given while running is locked: a run whose next day was not answered", () => {
    expect(permitOf(ready.logged("walk_run", 1))).toBeNull();
  });

  it("is not given for a higher level than she would begin on", () => {
    expect(permitOf(ready, 9)).toBeNull();
  });
});
