import { bothFeet, collector, type Place, type Track, type TrackPoint, trackOf } from "./track.ts";
import { instantIn, numberIn, readXml } from "./xml.ts";

/** Words and codes that programs write as the kind of a track. */
export function sportNamed(name: string): Track["sport"] {
  if (/run|jog|treadmill/i.test(name)) return "run";
  if (/walk|hik|stroll/i.test(name)) return "walk";
  if (/cycl|bik|ride|swim|ski|row|skat|drive|yoga|strength|gym/i.test(name)) return "other";
  return null;
}

function placeIn(attributes: Readonly<Record<string, string>>): Place | null {
  const [lat, lon] = [numberIn(attributes["lat"]), numberIn(attributes["lon"])];
  const isReal = lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isReal ? { lat, lon } : null;
}

/** A recording as GPX 1.0 or 1.1, with the usual extensions for cadence and speed. Each piece of a track is a lap. */
export function trackFromGpx(bytes: Uint8Array): Track {
  const { points, add } = collector();
  let sport: Track["sport"] = null;
  let laps = 0;
  let point: { -readonly [K in keyof TrackPoint]: TrackPoint[K] } | null = null;
  readXml(bytes, {
    open: ({ name, attributes }) => {
      if (name === "trkseg") laps += 1;
      if (name === "trkpt")
        point = { at: Number.NaN, speed: null, steps: null, metres: null, place: placeIn(attributes) };
    },
    close: (name, text, path) => {
      if (name === "type" && path.at(-2) === "trk") sport ??= sportNamed(text);
      if (!point) return;
      if (name === "time") point.at = instantIn(text) ?? Number.NaN;
      else if (name === "speed") point.speed = numberIn(text);
      else if (name === "cad") point.steps = bothFeet(numberIn(text));
      else if (name === "trkpt") {
        add(point);
        point = null;
      }
    },
  });
  const blank = { startedAt: null, seconds: 0, metres: null };
  return trackOf({
    sport,
    points,
    laps: Array.from({ length: laps }, () => blank),
    startedAt: points[0]?.at ?? null,
    seconds: null,
    metres: null,
  });
}
