// Time zones as a calendar file tells them (RFC 5545 3.6.5), made from the runtime's own zone data: no table to keep.

/** From this instant on the clock of a zone stands at `to` minutes from UTC, until then at `from`. */
export type ClockChange = { readonly at: number; readonly from: number; readonly to: number };

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes the clock of a zone is ahead of UTC at an instant (ms). RangeError for a zone nobody knows. */
export function offsetMinutes(zone: string, at: number): number {
  const known = formats.get(zone);
  const format = known ?? new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  if (!known) formats.set(zone, format);
  const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
  const found = /([+-])(\d\d):(\d\d)/.exec(name);
  if (!found) return 0;
  const [, sign, hours, minutes] = found;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/**
 * Every change of a zone's clock in a stretch of time, oldest first. Looked for week by week: no zone keeps a change for
 * less (the shortest are the four weeks of Ramadan in Morocco).
 */
export function clockChanges(zone: string, begin: number, end: number): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  let from = offsetMinutes(zone, begin);
  for (let before = begin; before < end; before += WEEK) {
    const after = Math.min(before + WEEK, end);
    const to = offsetMinutes(zone, after);
    if (to !== from) changes.push({ at: changeBetween(zone, before, after), from, to });
    from = to;
  }
  return changes;
}

/** The minute in which the offset of `before` ends. Zones change on whole minutes. */
function changeBetween(zone: string, before: number, after: number): number {
  const old = offsetMinutes(zone, before);
  let [low, high] = [Math.floor(before / MINUTE), Math.ceil(after / MINUTE)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMinutes(zone, middle * MINUTE) === old) low = middle;
    else high = middle;
  }
  return high * MINUTE;
}

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
};

/** The wall clock at an instant as 20261122T063000. */
const wallClock = (at: number, offset: number): string =>
  new Date(at + offset * MINUTE).toISOString().slice(0, 19).replace(/[-:]/g, "");

/**
 * The lines of a VTIMEZONE that is right from `begin` to `end` (ms): each change written out, because a rule that holds
 * this year need not hold the next.
 */
export function zoneLines(zone: string, begin: number, end: number): readonly string[] {
  const changes = clockChanges(zone, begin, end);
  const first = offsetMinutes(zone, begin);
  // Summer time is the further ahead of the two, where there are two.
  const usual = Math.min(first, ...changes.map((change) => change.to));
  const part = (start: string, from: number, to: number) => {
    const name = to > usual ? "DAYLIGHT" : "STANDARD";
    const offsets = [`TZOFFSETFROM:${offsetText(from)}`, `TZOFFSETTO:${offsetText(to)}`];
    return [`BEGIN:${name}`, `DTSTART:${start}`, ...offsets, `END:${name}`];
  };
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    ...part("19700101T000000", first, first),
    // The start of each part is told by the clock that is about to change.
    ...changes.flatMap(({ at, from, to }) => part(wallClock(at, from), from, to)),
    "END:VTIMEZONE",
  ];
}
