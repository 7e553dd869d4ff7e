import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attentionOf } from "../attention/rank.ts";
import { aMum, type Mum } from "../journey/build.ts";
import type { Decision } from "../journey/decision.ts";
import { calendarOf, shownCalendarOf } from "../journey/calendar.ts";
import { addDays, type Day, weekday, weekEnd, weekIndex } from "../shared/day.ts";
import { permitFor } from "./permit-for.ts";
import { isShown, shownUntil } from "./shown-weeks.ts";

const runner = () => aMum().readyToRun(30).planned("walk_run", 0).planned("strength", 0);
const shows = (mum: Mum, week: Day | null) => mum.does({ type: "showWeeks", week });
const inDays = (mum: Mum, days: number) => addDays(mum.today, days);
const sunday = (of: Day) => weekEnd(weekIndex(of));
const refusalOf = (decision: Decision) => (decision.ok ? null : decision.refusal);
const start = (mum: Mum) =>
  mum.decides({ type: "startSession", sessionId: "s", planId: mum.lastId("plan"), note: null });

describe("weeks that are published one by one", () => {
  it("shows all of them to a mum of whom her coach never said otherwise", () => {
    const mum = runner();
    expect(shownUntil(mum.record)).toBe(null);
    expect(shownCalendarOf(mum.record, mum.journey())).toEqual(calendarOf(mum.record, mum.journey()));
  });

  it("tells her of nothing behind the Sunday, and her coach of everything, whatever the week", () => {
    const mum = runner();
    const all = calendarOf(mum.record, mum.journey());
    fc.assert(
      fc.property(fc.integer({ min: -7, max: 83 }), (days) => {
        const one = shows(mum, inDays(mum, days));
        const until = sunday(inDays(mum, days));
        expect(weekday(until)).toBe(7);
        const shown = shownCalendarOf(one.record, one.journey());
        expect(shown).toEqual(all.filter((row) => row.day <= until));
        expect(calendarOf(one.record, one.journey())).toEqual(all);
      }),
      { numRuns: 30 },
    );
  });

  it("keeps what is not published from starting, online and by a permit, and never refuses what she did", () => {
    const mum = runner();
    const drafted = shows(mum, inDays(mum, -7));
    expect(isShown(drafted.record, drafted.today)).toBe(false);
    expect(refusalOf(start(drafted))).toEqual({ code: "week_not_shown" });
    expect(drafted.journey().next.mum).toEqual({ code: "coach_plans" });
    expect(permitFor(drafted.record, { planId: drafted.lastId("plan"), level: 0 }, drafted.today)).toBe(null);
    expect(drafted.logged("strength").record.sessionLog).toHaveLength(mum.record.sessionLog.length + 1);
    const week = shows(mum, mum.today);
    const run = week.record.plan.find((row) => row.kind === "walk_run")?.id ?? "";
    const until = permitFor(week.record, { planId: run, level: 0 }, week.today)?.until;
    expect(until && until <= sunday(week.today)).toBe(true);
  });

  it("is taken back, and undone, by saying so again; saying it twice is no event; the past stays seen", () => {
    const mum = shows(runner(), inDays(runner(), 14));
    const facts = mum.record.weeksShown.length;
    expect(shows(mum, inDays(mum, 14)).record.weeksShown).toHaveLength(facts);
    const back = shows(mum, mum.today);
    expect(shownUntil(back.record)).toBe(sunday(mum.today));
    expect(shownUntil(shows(back, null).record)).toBe(null);
    expect(refusalOf(mum.decides({ type: "showWeeks", week: inDays(mum, -14) }))).toMatchObject({
      code: "day_in_past",
    });
    expect(refusalOf(mum.decides({ type: "showWeeks", week: inDays(mum, 90) }))).toMatchObject({
      code: "day_too_far",
    });
  });

  it("reaches the coach's queue before the last published week ends, not while there is time", () => {
    const codes = (mum: Mum) =>
      attentionOf(mum.journey(), mum.record, mum.today).reasons.map((row) => row.code);
    const mum = runner();
    expect(codes(mum)).not.toContain("weeks_end");
    expect(codes(shows(mum, inDays(mum, 14)))).not.toContain("weeks_end");
    expect(codes(shows(mum, inDays(mum, -7)))).toContain("weeks_end");
    const last = shows(mum, mum.today);
    const left = 7 - weekday(mum.today);
    expect(codes(left > 2 ? last.later(left - 2) : last)).toContain("weeks_end");
  });
});
