import { bothFeet, collector, type Lap, type Track, type TrackPoint, trackOf } from "./track.ts";
import { instantIn, numberIn, readXml } from "./xml.ts";

const SPORTS: Readonly<Record<string, Track["sport"]>> = { running: "run", biking: "other", walking: "walk" };

type Open = { -readonly [K in keyof TrackPoint]: TrackPoint[K] };

/** A recording as TCX: laps, each with its time and distance, and moments where the device kept them. */
export function trackFromTcx(bytes: Uint8Array): Track {
  const { points, add } = collector();
  const laps: { -readonly [K in keyof Lap]: Lap[K] }[] = [];
  let sport: Track["sport"] = null;
  let point: Open | null = null;
  const pointValue = (open: Open, name: string, text: string) => {
    const value = numberIn(text);
    if (name === "time") open.at = instantIn(text) ?? Number.NaN;
    else if (name === "latitudedegrees" && value !== null) open.place = { lat: value, lon: Number.NaN };
    else if (name === "longitudedegrees" && value !== null && open.place)
      open.place = { ...open.place, lon: value };
    else if (name === "distancemeters") open.metres = value;
    else if (name === "cadence" || name === "runcadence") open.steps = bothFeet(value) ?? open.steps;
    else if (name === "speed") open.speed = value;
  };
  readXml(bytes, {
    open: ({ name, attributes }) => {
      if (name === "activity") sport ??= SPORTS[(attributes["Sport"] ?? "").toLowerCase()] ?? null;
      if (name === "lap")
        laps.push({ startedAt: instantIn(attributes["StartTime"] ?? ""), seconds: 0, metres: null });
      if (name === "trackpoint")
        point = { at: Number.NaN, speed: null, steps: null, metres: null, place: null };
    },
    close: (name, text, path) => {
      if (name === "trackpoint" && point) {
        add({ ...point, place: point.place && Number.isFinite(point.place.lon) ? point.place : null });
        point = null;
      } else if (point) pointValue(point, name, text);
      else if (path.at(-2) === "lap") {
        const lap = laps.at(-1);
        if (lap && name === "totaltimeseconds") lap.seconds = numberIn(text) ?? 0;
        if (lap && name === "distancemeters") lap.metres = numberIn(text);
      }
    },
  });
  const seconds = laps.reduce((sum, lap) => sum + lap.seconds, 0);
  const told = laps.some((lap) => lap.metres !== null);
  return trackOf({
    sport,
    points,
    laps,
    startedAt: null,
    seconds: seconds > 0 ? seconds : null,
    metres: told ? laps.reduce((sum, lap) => sum + (lap.metres ?? 0), 0) : null,
  });
}
