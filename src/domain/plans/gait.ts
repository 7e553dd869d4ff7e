import { ruleValue } from "../shared/rules.ts";

/** A stretch of moving as a device recorded it; null is what it did not know. */
export type Moved = {
  readonly seconds: number;
  /** Metres a second. */
  readonly speed: number | null;
  /** A minute, both feet. */
  readonly steps: number | null;
};

export type Recorded = {
  /** What the device was told it was; null: nothing. */
  readonly sport: "run" | "walk" | null;
  /** Time its clock ran, where it said so. */
  readonly seconds: number | null;
  readonly stretches: readonly Moved[];
};

export type Minutes = {
  readonly minutesTotal: number;
  readonly minutesRun: number;
  readonly minutesWalk: number;
};

/** A stretch this short may be the noise of a satellite; a lap she pressed is longer. Seconds. */
const NOISE_LONGEST = 15;

/** Slower than this is standing: a gate, a pram, a shoe lace. Metres a second. */
const STANDING = 0.4;

type Gait = "run" | "walk" | "stand";

/** Steps tell it best: a treadmill has no speed of its own, and a slow run is as fast as a fast walk. */
function gaitOf({ speed, steps }: Moved, sport: Recorded["sport"]): Gait {
  if (steps !== null) return steps >= ruleValue("watch_run_steps") ? "run" : "walk";
  if (speed !== null) {
    if (speed < STANDING) return "stand";
    return speed * 60 >= ruleValue("watch_run_speed") ? "run" : "walk";
  }
  // Nothing is known of it: counted as the more careful of the two, so that the day after is asked about.
  return sport === "walk" ? "walk" : "run";
}

const minutes = (seconds: number): number => Math.round(seconds / 6) / 10;

/**
 * How long she ran and walked in a recording, in tenths of a minute. A single short stretch that is a run by its speed
 * alone, with walking on both sides, is the noise of a satellite and counts as walking. A treadmill that kept only its
 * laps tells each run as one stretch between two walks: that is no noise.
 */
export function minutesOf({ sport, seconds, stretches }: Recorded): Minutes {
  const known = stretches.length > 0 ? stretches : [{ seconds: seconds ?? 0, speed: null, steps: null }];
  const gaits = known.map((stretch) => gaitOf(stretch, sport));
  const sums = { run: 0, walk: 0, stand: 0 };
  for (const [at, stretch] of known.entries()) {
    const gait = gaits[at] ?? "stand";
    const isNoise =
      gait === "run" &&
      stretch.steps === null &&
      stretch.speed !== null &&
      stretch.seconds <= NOISE_LONGEST &&
      known.length > 2 &&
      gaits[at - 1] !== "run" &&
      gaits[at + 1] !== "run";
    sums[isNoise ? "walk" : gait] += stretch.seconds;
  }
  const minutesRun = minutes(sums.run);
  const minutesWalk = minutes(sums.walk);
  const all = sums.run + sums.walk + sums.stand;
  // The parts never come to more than the whole, whatever a device says of its clock.
  const minutesTotal = Math.max(
    minutes(Math.max(seconds ?? 0, all)),
    Math.round((minutesRun + minutesWalk) * 10) / 10,
  );
  return { minutesTotal, minutesRun, minutesWalk };
}
