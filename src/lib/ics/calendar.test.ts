import fc from "fast-check";
import ICAL from "ical.js";
import { afterEach, describe, expect, test } from "vitest";
import { calendarText, type CalendarEvent, type EventTime, fold } from "./calendar.ts";
import { clockChanges, offsetMinutes } from "./zone.ts";

// Read back by another parser, which knows of zones only what the file itself tells it.

afterEach(() => ICAL.TimezoneService.reset());

const event = (time: EventTime, change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "a@example.org",
  sequence: 0,
  changedAt: new Date("2026-11-01T02:03:04Z"),
  title: "Session",
  description: "",
  url: "https://example.org/me",
  time,
  ...change,
});

const text = (...events: CalendarEvent[]) =>
  calendarText({ name: "Mine", product: "-//Example//Test//EN", refreshHours: 6, events });

/** The events as the other parser understands them. */
function read(file: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const zones = calendar.getAllSubcomponents("vtimezone").map((component) => new ICAL.Timezone(component));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const start = component.getFirstProperty("dtstart")!;
    const zone = zones.find((one) => one.tzid === start.getParameter("tzid"));
    const value = start.getFirstValue() as ICAL.Time;
    if (zone) value.zone = zone;
    return new ICAL.Event(component);
  });
}

/**
 * The instants a wall clock may mean. One, but for the hour that a zone leaves out or has twice: there readers differ
 * (RFC 5545 3.3.5 takes the first of two, ical.js the second), and both are hers.
 */
function instantsOf(zone: string, day: string, minuteOfDay: number): readonly number[] {
  const wall = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * 60_000;
  const around = [-36, 36].map((hours) => offsetMinutes(zone, wall + hours * 3_600_000));
  const all = [...new Set(around)].map((offset) => ({ offset, at: wall - offset * 60_000 }));
  const real = all.filter(({ offset, at }) => offsetMinutes(zone, at) === offset);
  return (real.length > 0 ? real : all).map(({ at }) => at);
}

const ZONES = ["Pacific/Auckland", "Europe/London", "America/New_York", "Pacific/Chatham"] as const;
const YEAR = [Date.parse("2026-06-01T00:00:00Z"), Date.parse("2027-06-01T00:00:00Z")] as const;
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

describe("clocks that change", () => {
  test.each([
    ["Pacific/Auckland", "2026-09-26T14:00:00.000Z", "2027-04-03T14:00:00.000Z", [720, 780]],
    ["Pacific/Chatham", "2026-09-26T14:00:00.000Z", "2027-04-03T14:00:00.000Z", [765, 825]],
    ["Europe/London", "2026-10-25T01:00:00.000Z", "2027-03-28T01:00:00.000Z", [60, 0]],
    ["America/New_York", "2026-11-01T06:00:00.000Z", "2027-03-14T07:00:00.000Z", [-240, -300]],
  ] as const)("%s: when, and from what to what", (zone, first, second, [from, to]) => {
    expect(clockChanges(zone, ...YEAR)).toEqual([
      { at: Date.parse(first), from, to },
      { at: Date.parse(second), from: to, to: from },
    ]);
  });

  test("a zone without summer time has none", () => {
    expect(clockChanges("Asia/Kathmandu", ...YEAR)).toEqual([]);
  });

  test.each(ZONES)("%s: a session at any minute of the days around both changes is when it says", (zone) => {
    for (const { at } of clockChanges(zone, ...YEAR)) {
      const events = [-1, 0, 1].flatMap((away) =>
        [0, 89, 119, 120, 149, 165, 180, 195, 225, 240, 390, 1435].map((minuteOfDay) => {
          const day = isoDay(at + offsetMinutes(zone, at) * 60_000 + away * 86_400_000);
          return { day, minuteOfDay };
        }),
      );
      const back = read(text(...events.map((one) => event({ ...one, zone, minutes: 20 }))));
      back.forEach((one, index) => {
        const { day, minuteOfDay } = events[index]!;
        const told = one.startDate.toJSDate().getTime();
        expect(instantsOf(zone, day, minuteOfDay), `${day} ${minuteOfDay}`).toContain(told);
        expect(one.duration.toSeconds()).toBe(20 * 60);
      });
    }
  });

  test("any day of the year, any minute, any of the zones", () => {
    const anyTime = fc.record({
      zone: fc.constantFrom(...ZONES),
      day: fc.integer({ min: 0, max: 364 }).map((days) => isoDay(YEAR[0] + days * 86_400_000)),
      minuteOfDay: fc.integer({ min: 0, max: 1439 }),
    });
    fc.assert(
      fc.property(anyTime, ({ zone, day, minuteOfDay }) => {
        ICAL.TimezoneService.reset();
        const [back] = read(text(event({ zone, day, minuteOfDay, minutes: 30 })));
        expect(instantsOf(zone, day, minuteOfDay)).toContain(back?.startDate.toJSDate().getTime());
      }),
      { numRuns: 30 },
    );
  });
});

describe("days and words", () => {
  test("a session without an hour is a day, and takes no time away", () => {
    const [back] = read(text(event({ day: "2026-12-31" })));
    expect(back?.startDate.isDate).toBe(true);
    expect([back?.startDate.toString(), back?.endDate.toString()]).toEqual(["2026-12-31", "2027-01-01"]);
    expect(back?.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    expect(text(event({ day: "2026-12-31" }))).not.toContain("VTIMEZONE");
  });

  test("whatever a title holds comes back as it was, and nothing of it becomes a line of its own", () => {
    const anyTitle = fc.string({ unit: "grapheme", maxLength: 120 });
    fc.assert(
      fc.property(
        anyTitle,
        fc.constantFrom("", "\n", "\r\nEND:VEVENT\r\n", ";", ",", "\\n"),
        (title, nasty) => {
          const said = `a${title}${nasty}b`;
          const file = text(event({ day: "2026-11-22" }, { title: said }));
          const [back] = read(file);
          const kept = said.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, "");
          expect(back?.summary).toBe(kept);
          for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a line is cut at 75 bytes, never inside a character", () => {
    expect(fold("x".repeat(75))).toBe("x".repeat(75));
    expect(fold(`${"x".repeat(74)}é`)).toBe(`${"x".repeat(74)}\r\n é`);
    expect(fold(`${"x".repeat(75)}${"y".repeat(75)}`)).toBe(`${"x".repeat(75)}\r\n ${"y".repeat(74)}\r\n y`);
  });

  test("the same calendar is the same bytes; a move is the same event, told by a higher number", () => {
    const here = event({ day: "2026-11-22" });
    expect(text(here)).toBe(text(event({ day: "2026-11-22" })));
    const [moved] = read(text({ ...here, time: { day: "2026-11-24" }, sequence: 1 }));
    expect([moved?.uid, moved?.sequence, moved?.startDate.toString()]).toEqual([here.uid, 1, "2026-11-24"]);
  });

  test("it says what it is called and how often to look again", () => {
    const calendar = new ICAL.Component(ICAL.parse(text()) as unknown[]);
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Mine");
    expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT6H");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  });
});
