import { zoneLines } from "./zone.ts";

/** A day, or a stretch of it by the clock of a zone. */
export type EventTime =
  | { readonly day: string }
  | {
      readonly day: string;
      readonly zone: string;
      /** Minutes after midnight, by the clock on the wall. */
      readonly minuteOfDay: number;
      readonly minutes: number;
    };

export type CalendarEvent = {
  /** The same for ever, whatever moves. */
  readonly uid: string;
  /** Grows with every change, so that a calendar knows which of two is the newer. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly time: EventTime;
};

export type Calendar = {
  readonly name: string;
  /** Who wrote it: -//Organisation//Product//EN. */
  readonly product: string;
  /** How often a calendar should look again. */
  readonly refreshHours: number;
  readonly events: readonly CalendarEvent[];
};

const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;

/** Text of a value (RFC 5545 3.3.11). Control characters cannot be said in it and are left out. */
function textOf(value: string): string {
  return value
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

const LINE_BYTES = 75;

/** A line in pieces of at most 75 bytes (RFC 5545 3.1); a character is never cut in two. */
export function fold(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE_BYTES) {
      pieces.push(piece);
      piece = " ";
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece].join("\r\n");
}

const basic = (iso: string): string => iso.replace(/[-:]/g, "");
const stamp = (at: Date): string => `${basic(at.toISOString().slice(0, 19))}Z`;
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function timeLines(time: EventTime): readonly string[] {
  if ("zone" in time) {
    const at = new Date(midnight(time.day) + time.minuteOfDay * 60_000);
    const start = basic(at.toISOString().slice(0, 19));
    return [`DTSTART;TZID=${time.zone}:${start}`, `DURATION:PT${Math.max(1, Math.ceil(time.minutes))}M`];
  }
  const next = new Date(midnight(time.day) + DAY_MS).toISOString().slice(0, 10);
  return [`DTSTART;VALUE=DATE:${basic(time.day)}`, `DTEND;VALUE=DATE:${basic(next)}`];
}

function eventLines(event: CalendarEvent): readonly string[] {
  const at = stamp(event.changedAt);
  return [
    "BEGIN:VEVENT",
    `UID:${textOf(event.uid)}`,
    `DTSTAMP:${at}`,
    `LAST-MODIFIED:${at}`,
    `SEQUENCE:${event.sequence}`,
    `SUMMARY:${textOf(event.title)}`,
    `DESCRIPTION:${textOf(event.description)}`,
    `URL:${event.url}`,
    ...timeLines(event.time),
    // It takes no time away from her: nobody who looks for a free hour is told that she is busy.
    "TRANSP:TRANSPARENT",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    "CLASS:PRIVATE",
    "END:VEVENT",
  ];
}

/** The zones the events speak of, each right from a year before the first of its events to a year after the last. */
function zonesOf(events: readonly CalendarEvent[]): readonly string[] {
  const spans = new Map<string, [number, number]>();
  for (const { time } of events) {
    if (!("zone" in time)) continue;
    const day = midnight(time.day);
    const [from, to] = spans.get(time.zone) ?? [day, day];
    spans.set(time.zone, [Math.min(from, day), Math.max(to, day)]);
  }
  return [...spans].flatMap(([zone, [from, to]]) => zoneLines(zone, from - YEAR_MS, to + YEAR_MS));
}

/**
 * A calendar to subscribe to (RFC 5545; the name and the refresh also as the de-facto X- properties and RFC 7986). The
 * whole truth each time: what is not in it any more is gone. Two equal calendars are equal byte for byte.
 */
export function calendarText({ name, product, refreshHours, events }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${textOf(product)}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${textOf(name)}`,
    `X-WR-CALNAME:${textOf(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`,
    `X-PUBLISHED-TTL:PT${refreshHours}H`,
    ...zonesOf(events),
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}
