import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROTOCOL_KINDS } from "../journey/steps.ts";
import { WEEKDAYS, type Weekday } from "../shared/day.ts";
import { usualDays } from "./usual-days.ts";
import { weekdaysRefusal } from "./weekdays.ts";

const LEVEL = { title: "", minutesTotal: 20, minutesRun: 0, impact: false };
const strength = { kind: "strength", levels: [LEVEL, LEVEL] } as const;
const landings = { kind: "strength", levels: [LEVEL, { ...LEVEL, impact: true }] } as const;
const technique = { kind: "technique", levels: [{ ...LEVEL, impact: true }] } as const;
const walkRun = { kind: "walk_run", levels: [{ ...LEVEL, minutesRun: 6, impact: true }] } as const;
const walking = { kind: "walking", levels: [LEVEL] } as const;
const restoration = { kind: "restoration", levels: [LEVEL] } as const;
const EVERY_DAY = WEEKDAYS;

describe("the days of a plan", () => {
  it.each([
    ["technique on following days", technique, [2, 3], "impact_days_without_rest"],
    ["landings on following days", landings, [2, 3], "impact_days_without_rest"],
    ["runs over Sunday to Monday", walkRun, [1, 7], "impact_days_without_rest"],
    ["strength every day", strength, [...EVERY_DAY], "no_rest_day"],
    ["strength on six days", strength, [1, 2, 3, 4, 5, 6], undefined],
    ["strength on following days", strength, [2, 3], undefined],
    ["walks every day", walking, [...EVERY_DAY], undefined],
    ["restoration every day", restoration, [...EVERY_DAY], undefined],
    ["runs with a day between", walkRun, [1, 3, 6], undefined],
    ["technique once", technique, [3], undefined],
  ] as const)("%s", (_, outline, days, code) => {
    expect(weekdaysRefusal(outline, days, [])?.code).toBe(code);
  });

  it("of runs are days on which she walks", () => {
    expect(weekdaysRefusal(walkRun, [1, 4], [1, 3, 5])).toEqual({
      code: "run_days_add_to_walking",
      weekdays: [4],
    });
  });

  it("property: of what lands, whoever is let through never lands on two following days", () => {
    const anyDays = fc.uniqueArray(fc.constantFrom<Weekday>(...EVERY_DAY), { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(technique, landings, walkRun), anyDays, (outline, days) => {
        const follows = days.some((day) => days.includes(((day % 7) + 1) as Weekday));
        expect(weekdaysRefusal(outline, days, [])?.code).toBe(
          follows ? "impact_days_without_rest" : undefined,
        );
      }),
    );
  });

  it.each(PROTOCOL_KINDS)("the usual days of %s may be chosen", (kind) => {
    const outline = { walk_run: walkRun, technique, strength: landings, walking, restoration }[kind];
    expect(weekdaysRefusal(outline, usualDays(kind, []), [])).toBeNull();
  });
});
