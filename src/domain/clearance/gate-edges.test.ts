import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import type { HoldReason, LifeEventKind } from "../journey/facts.ts";
import { addDays } from "../shared/day.ts";
import { gateReasons } from "./gate.ts";

/** Where facts meet in one instant, come without each other, or find no sign-off: the gate stays shut. */

const TODAY = aMum().today;
const ago = (days: number) => addDays(TODAY, -days);
const open = (record: Mum["record"]) =>
  gateReasons(record, TODAY, "walk_run").filter((reason) => reason.point === 5);
const life = (mum: Mum, kind: LifeEventKind, daysAgo: number) =>
  mum.fact("lifeEvent", { kind, startsOn: ago(daysAgo), endsOn: null, note: null }, daysAgo);
const seen = () => aMum().bornWeeksAgo(20);

describe("a hold without what caused it", () => {
  it.each<[HoldReason, object]>([
    ["red_flag", { code: "red_flag_open", sign: null }],
    ["pelvic_symptom", { code: "pelvic_symptom_open", symptom: null }],
    ["surgery", { code: "surgery" }],
    ["new_pregnancy", { code: "new_pregnancy" }],
  ])("for %s shuts the gate by itself, also when its source is nowhere", (reason, told) => {
    const hold = { covers: "running", reason, placedOn: ago(2), note: null } as const;
    const alone = seen()
      .cleared(10)
      .fact("hold", { ...hold, sourceId: null });
    expect(open(alone.record)).toEqual([{ point: 5, ...told, on: ago(2), sourceId: alone.lastId("hold") }]);
    const lost = seen()
      .cleared(10)
      .fact("hold", { ...hold, sourceId: "lost" });
    expect(open(lost.record)).toEqual([{ point: 5, ...told, on: ago(2), sourceId: "lost" }]);
  });

  it.each<HoldReason>([
    "pain",
    "bleeding",
    "illness",
    "coach_decision",
    "client_decision",
    "physio_decision",
  ])("for %s is not the gate's", (reason) => {
    const hold = { covers: "running", reason, placedOn: ago(2), sourceId: null, note: null } as const;
    expect(open(seen().cleared(10).fact("hold", hold).record)).toEqual([]);
  });
});

describe("life events that no sign-off has answered", () => {
  it("given nobody ever signed, then surgery and a pregnancy stand, ended or not", () => {
    const codes = (mum: Mum) => open(mum.record).map((reason) => reason.code);
    expect(codes(life(seen(), "surgery", 5))).toEqual(["surgery"]);
    expect(codes(life(seen(), "new_pregnancy", 5))).toEqual(["new_pregnancy"]);
    expect(codes(life(life(seen(), "new_pregnancy", 5), "pregnancy_ended", 3))).toEqual(["new_pregnancy"]);
    expect(codes(life(aMum(), "surgery", 5))).toEqual(["surgery"]);
  });

  it("given one of the very instant of the sign-off: surgery was known to her, an end was not", () => {
    const { record } = life(seen(), "surgery", 20).cleared(10);
    const at = record.clearance[0]!.recordedAt;
    const [event] = record.lifeEvent;
    const told = (...kinds: readonly LifeEventKind[]) => {
      const lifeEvent = kinds.map((kind) => ({ ...event!, kind, recordedAt: at }));
      return open({ ...record, lifeEvent }).map((reason) => reason.code);
    };
    expect(told("surgery")).toEqual([]);
    expect(told("new_pregnancy", "pregnancy_ended")).toEqual(["new_pregnancy"]);
  });
});

describe("the day running may begin", () => {
  const by = (mum: Mum, daysAgo: number) =>
    gateReasons(mum.record, ago(daysAgo), "walk_run").find((reason) => reason.code === "too_early");
  const signed = (earliestDays: number | null) => {
    const mum = seen();
    const bornOn = mum.record.birth[0]!.bornOn;
    const on = earliestDays === null ? null : addDays(bornOn, earliestDays);
    return mum.cleared(1, { earliestRunOn: on });
  };

  it.each([
    ["twelve_weeks", null, 84],
    ["physio", 90, 90],
    ["physio", 21, 21],
  ] as const)("is told by whose date it is: %s", (whose, earliest, day) => {
    const mum = signed(earliest);
    const bornOn = mum.record.birth[0]!.bornOn;
    const before = 140 - day + 1;
    expect(by(mum, before)).toEqual({
      point: 2,
      code: "too_early",
      daysLeft: 1,
      on: addDays(bornOn, day),
      by: whose,
    });
    expect(by(mum, before - 1)).toBeUndefined();
  });
});
