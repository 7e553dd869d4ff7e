import type { Segment } from "@/domain/protocols/timeline.ts";

/**
 * Where she is in a session, as instants. The phone sleeps, scripts stop, tabs are thrown away: nothing here counts
 * ticks, everything follows from when a stretch began and what time it is now. Milliseconds since 1970 throughout.
 */
export type Run = {
  readonly index: number;
  /** When the present stretch began; moved later by every pause. */
  readonly since: number;
  readonly pausedAt: number | null;
  /** Seconds spent in each stretch that is over. */
  readonly spent: readonly number[];
};

export type Position = {
  readonly isDone: boolean;
  readonly index: number;
  /** Milliseconds left of this stretch; 0 when it ends when she says so and its time is over. */
  readonly left: number;
  readonly elapsed: number;
  /** Second of the planned session: what marks are compared with. */
  readonly second: number;
};

/** A session that begins now. */
export function startRun(now: number): Run {
  return { index: 0, since: now, pausedAt: null, spent: [] };
}

function lengthOf(segment: Segment): number {
  return (segment.endSecond - segment.startSecond) * 1000;
}

/** What she ends herself and did not end for so long beyond its length, or for twice its length: she was not in it. */
const FORGOTTEN_MS = 600_000;

/**
 * Milliseconds of a stretch that count as done. A session left open overnight on "done, next" is no night of squats: then
 * the stretch counts as long as it was thought to be.
 */
function countedOf(segment: Segment, elapsed: number): number {
  const length = lengthOf(segment);
  return elapsed > length + Math.max(length, FORGOTTEN_MS) ? length : elapsed;
}

/** The same run, brought to `now`: stretches that the clock ends are over when their time is, however long the phone slept. */
export function catchUp(run: Run, segments: readonly Segment[], now: number): Run {
  if (run.pausedAt !== null) return run;
  let { index, since } = run;
  const spent = [...run.spent];
  for (;;) {
    const segment = segments[index];
    if (!segment || segment.endsBy === "her" || now - since < lengthOf(segment)) break;
    spent.push(lengthOf(segment) / 1000);
    since += lengthOf(segment);
    index += 1;
  }
  return index === run.index ? run : { ...run, index, since, spent };
}

/** Away for longer than this she was not in the session any more: a flat battery, a phone put into a drawer. */
const AWAY_MS = 120_000;

/**
 * The run of a session that is opened again, paused where she left it. A reload or a call has lost no time; after a longer
 * while the session ended when the phone last saw it, so that nothing counts as done that nobody did.
 * @param seenAt when the page last wrote the session down
 */
export function whereLeft(run: Run, segments: readonly Segment[], seenAt: number, now: number): Run {
  if (run.pausedAt !== null) return run;
  const until = now - seenAt > AWAY_MS ? seenAt : now;
  return pause(catchUp(run, segments, until), until);
}

/** Where a run stands at `now`. Call with a run that is caught up. */
export function positionOf(run: Run, segments: readonly Segment[], now: number): Position {
  const segment = segments[run.index];
  if (!segment) {
    return {
      isDone: true,
      index: segments.length,
      left: 0,
      elapsed: 0,
      second: segments.at(-1)?.endSecond ?? 0,
    };
  }
  // A clock set back must not give time that never was.
  const elapsed = Math.max(0, (run.pausedAt ?? now) - run.since);
  const left = Math.max(0, lengthOf(segment) - elapsed);
  const second = segment.startSecond + Math.min(elapsed, lengthOf(segment)) / 1000;
  return { isDone: false, index: run.index, left, elapsed, second };
}

export function pause(run: Run, now: number): Run {
  return run.pausedAt === null ? { ...run, pausedAt: now } : run;
}

/** Goes on as if no time had passed since the pause. */
export function resume(run: Run, now: number): Run {
  return run.pausedAt === null ? run : { ...run, since: run.since + (now - run.pausedAt), pausedAt: null };
}

/** On to the next stretch, whatever is left of this one. */
export function next(run: Run, segments: readonly Segment[], now: number): Run {
  const segment = segments[run.index];
  if (!segment) return run;
  const elapsed = countedOf(segment, positionOf(run, segments, now).elapsed);
  return {
    index: run.index + 1,
    since: now,
    pausedAt: run.pausedAt === null ? null : now,
    spent: [...run.spent, elapsed / 1000],
  };
}

/** Back to the beginning of the stretch before. */
export function back(run: Run, now: number): Run {
  const index = Math.max(0, run.index - 1);
  return {
    index,
    since: now,
    pausedAt: run.pausedAt === null ? null : now,
    spent: run.spent.slice(0, index),
  };
}

export type Minutes = { readonly total: number; readonly run: number; readonly walk: number };

/** Minutes really moved so far, the present stretch included; running (strides too) apart from walking. One decimal. */
export function minutesDone(run: Run, segments: readonly Segment[], now: number): Minutes {
  const spent = [...run.spent];
  const present = segments[run.index];
  if (present) spent.push(countedOf(present, positionOf(run, segments, now).elapsed) / 1000);
  let [total, running, walking] = [0, 0, 0];
  for (const [at, seconds] of spent.entries()) {
    total += seconds;
    const what = segments[at]?.happening.what;
    if (what === "run" || what === "strides") running += seconds;
    if (what === "walk") walking += seconds;
  }
  const minutes = (seconds: number) => Math.round(seconds / 6) / 10;
  return { total: minutes(total), run: minutes(running), walk: minutes(walking) };
}
