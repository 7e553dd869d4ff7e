// What a watch or phone recorded, whatever the file: how long, how fast, where. No words of any product.

/** Why a recording could not be read. */
export type TrackProblem = "damaged" | "unsupported" | "no_time" | "too_long";

/** Thrown by the readers; says nothing of what the file held. */
export class TrackBroken extends Error {
  override name = "TrackBroken";
  readonly problem: TrackProblem;
  constructor(problem: TrackProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** More than sixteen hours, second by second. */
const MOST_POINTS = 60_000;

/** One moment. Null is what the device did not know. */
export type TrackPoint = {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Metres a second. */
  readonly speed: number | null;
  /** Steps a minute, both feet. */
  readonly steps: number | null;
  /** Since the start. */
  readonly metres: number | null;
  readonly place: Place | null;
};
/** Degrees. */
export type Place = { readonly lat: number; readonly lon: number };

/** A stretch of moving at about one pace. */
export type Stretch = {
  readonly seconds: number;
  readonly speed: number | null;
  readonly steps: number | null;
};

export type Track = {
  readonly sport: "run" | "walk" | "other" | null;
  readonly startedAt: number;
  /** Time the clock of the device ran; null: it was not told. */
  readonly seconds: number | null;
  readonly metres: number | null;
  readonly laps: number;
  readonly stretches: readonly Stretch[];
  /** Where she was, in order; empty on a treadmill. */
  readonly route: readonly Place[];
};

const EARTH_METRES = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two places as the crow flies. */
export function metresBetween(a: Place, b: Place): number {
  const lat = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const lon = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  const share = lat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * lon;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(share)));
}

/** Collects moments and refuses more than anybody can walk in a day. */
export function collector(): {
  readonly add: (point: TrackPoint) => void;
  readonly points: readonly TrackPoint[];
} {
  const points: TrackPoint[] = [];
  return {
    points,
    add: (point) => {
      if (!Number.isFinite(point.at)) return;
      if (points.length >= MOST_POINTS) throw new TrackBroken("too_long");
      points.push(point);
    },
  };
}

/** A device counts one foot or both; nobody moves at sixty steps a minute for long, or at two hundred and sixty. */
export function bothFeet(cadence: number | null): number | null {
  if (cadence === null || cadence <= 0) return null;
  return cadence < 130 ? cadence * 2 : cadence;
}

/** Seconds over which the pace is told as one: shorter, and the noise of a satellite is a sprint. */
const WINDOW = 10;
/** A gap this long is a pause, whatever happened in it. */
const PAUSE = 60;

type Window = { seconds: number; metres: number; known: number; steps: number; stepped: number };
const fresh = (): Window => ({ seconds: 0, metres: 0, known: 0, steps: 0, stepped: 0 });

function metresOf(from: TrackPoint, to: TrackPoint, seconds: number): number | null {
  if (to.speed !== null) return to.speed * seconds;
  if (from.metres !== null && to.metres !== null) return Math.max(0, to.metres - from.metres);
  return from.place && to.place ? metresBetween(from.place, to.place) : null;
}

/** Stretches of about ten seconds. Points out of order and pauses are left out. */
export function stretchesOf(points: readonly TrackPoint[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let window = fresh();
  const close = () => {
    const { seconds, metres, known, steps, stepped } = window;
    const speed = known > 0 ? metres / known : null;
    if (seconds > 0) stretches.push({ seconds, speed, steps: stepped > 0 ? steps / stepped : null });
    window = fresh();
  };
  let from: TrackPoint | undefined;
  for (const to of points) {
    const seconds = from ? (to.at - from.at) / 1000 : 0;
    if (from && seconds <= 0) continue;
    if (seconds > PAUSE) close();
    else if (from) {
      const metres = metresOf(from, to, seconds);
      window.seconds += seconds;
      if (metres !== null) {
        window.metres += metres;
        window.known += seconds;
      }
      if (to.steps !== null) {
        window.steps += to.steps * seconds;
        window.stepped += seconds;
      }
      if (window.seconds >= WINDOW) close();
    }
    from = to;
  }
  close();
  return stretches;
}

/** All the metres of some stretches, or null when none is known. */
function metresIn(stretches: readonly Stretch[]): number | null {
  const known = stretches.filter((stretch) => stretch.speed !== null);
  return known.length > 0 ? known.reduce((sum, { speed, seconds }) => sum + (speed ?? 0) * seconds, 0) : null;
}

export type Lap = {
  readonly startedAt: number | null;
  readonly seconds: number;
  readonly metres: number | null;
};

/** A recording from its moments, or from its laps where a device kept no moments (many treadmills). */
export function trackOf(told: {
  sport: Track["sport"];
  points: readonly TrackPoint[];
  laps: readonly Lap[];
  startedAt: number | null;
  seconds: number | null;
  metres: number | null;
}): Track {
  const { sport, points, laps } = told;
  const startedAt = told.startedAt ?? laps[0]?.startedAt ?? points[0]?.at ?? null;
  const moments = stretchesOf(points);
  const stretches =
    moments.length > 0
      ? moments
      : laps
          .filter((lap) => lap.seconds > 0)
          .map(({ seconds, metres }) => ({
            seconds,
            speed: metres === null ? null : metres / seconds,
            steps: null,
          }));
  if (startedAt === null || !Number.isFinite(startedAt)) throw new TrackBroken("no_time");
  const sum = stretches.reduce((total, stretch) => total + stretch.seconds, 0);
  if (sum === 0 && !told.seconds) throw new TrackBroken("no_time");
  return {
    sport,
    startedAt,
    seconds: told.seconds,
    metres: told.metres ?? metresIn(stretches),
    laps: laps.length,
    stretches,
    route: points.flatMap(({ place }) => (place ? [place] : [])),
  };
}
