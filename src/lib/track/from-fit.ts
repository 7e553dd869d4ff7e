import { fitMillis, MESSAGE } from "../fit/format.ts";
import { FitBroken, type FitFields, readFit } from "../fit/read.ts";
import {
  bothFeet,
  collector,
  type Lap,
  type Place,
  type Track,
  TrackBroken,
  type TrackPoint,
  trackOf,
} from "./track.ts";

// Numbers of the format's own profile.
const SPORTS: Readonly<Record<number, Track["sport"]>> = { 0: null, 1: "run", 11: "walk", 17: "walk" };
const DEGREES = 180 / 2 ** 31;

const scaled = (value: number | undefined, by: number): number | null =>
  value === undefined ? null : value / by;

function placeOf(fields: FitFields): Place | null {
  const [lat, lon] = [fields.get(0), fields.get(1)];
  return lat === undefined || lon === undefined ? null : { lat: lat * DEGREES, lon: lon * DEGREES };
}

function pointOf(fields: FitFields): TrackPoint | null {
  const time = fields.get(253);
  if (time === undefined) return null;
  return {
    at: fitMillis(time),
    speed: scaled(fields.get(73) ?? fields.get(6), 1000),
    steps: bothFeet(fields.get(4) ?? null),
    metres: scaled(fields.get(5), 100),
    place: placeOf(fields),
  };
}

function lapOf(fields: FitFields): Lap {
  const start = fields.get(2);
  return {
    startedAt: start === undefined ? null : fitMillis(start),
    seconds: scaled(fields.get(8) ?? fields.get(7), 1000) ?? 0,
    metres: scaled(fields.get(9), 100),
  };
}

/** A recording of a watch. Of several sports in one file the first that is a run or a walk. */
export function trackFromFit(bytes: Uint8Array): Track {
  const { points, add } = collector();
  const laps: Lap[] = [];
  const sessions: (Lap & { sport: Track["sport"] })[] = [];
  try {
    readFit(bytes, (message, fields) => {
      if (message === MESSAGE.record) {
        const point = pointOf(fields);
        if (point) add(point);
      } else if (message === MESSAGE.lap) laps.push(lapOf(fields));
      else if (message === MESSAGE.session) {
        const sport = fields.get(5) ?? 0;
        sessions.push({ ...lapOf(fields), sport: sport in SPORTS ? (SPORTS[sport] ?? null) : "other" });
      }
    });
  } catch (error) {
    throw error instanceof FitBroken ? new TrackBroken("damaged") : error;
  }
  // A plan for a watch is a FIT file too, and nobody did it yet.
  if (sessions.length === 0 && points.length === 0) throw new TrackBroken("unsupported");
  const session = sessions.find((one) => one.sport !== "other") ?? sessions[0];
  return trackOf({
    sport: session?.sport ?? null,
    points,
    laps,
    startedAt: session?.startedAt ?? null,
    seconds: session && session.seconds > 0 ? session.seconds : null,
    metres: session?.metres ?? null,
  });
}
