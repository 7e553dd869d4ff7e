import type { Block, ExerciseBlock, Interval, IntervalBlock, Length, Part, Range } from "./blocks.ts";
import { ESTIMATES, intervalSeconds, intervalsOf, isRunning, sidesOf, workSeconds } from "./measure.ts";

/** What happens in one stretch of a session. `number` of `of` counts what she hears: "run 2 of 6", "set 1 of 3". */
export type Happening =
  | {
      readonly what: "walk" | "run" | "strides";
      /** Counted over the main set, walks and runs apart; 0 of 0 in warm-up and cool-down. */
      readonly number: number;
      readonly of: number;
      readonly length: Length;
      readonly effort: Range | null;
    }
  | { readonly what: "get_ready"; readonly exercise: string }
  | {
      readonly what: "exercise";
      readonly exercise: string;
      readonly side: "left" | "right" | "both";
      readonly number: number;
      readonly of: number;
    }
  | { readonly what: "rest"; readonly exercise: string };

/** A stretch of the session from one second (inclusive) to another (exclusive). */
export type Segment = {
  readonly startSecond: number;
  readonly endSecond: number;
  readonly part: Part;
  /** Index of the session's block it comes from. */
  readonly block: number;
  /** "clock": ends by itself. "her": ends when she says so (repetitions, metres); its length is an estimate. */
  readonly endsBy: "clock" | "her";
  readonly happening: Happening;
};

/**
 * Something to say at a moment. `half_way` is of the main set. `last_run` and `last_set` begin a stretch, and only where
 * there is more than one: the last run of the main set, the last set of an exercise.
 */
export type Mark = { readonly atSecond: number; readonly mark: "half_way" | "last_run" | "last_set" };

export type Timeline = {
  readonly seconds: number;
  readonly segments: readonly Segment[];
  /** In the order of time. */
  readonly marks: readonly Mark[];
};

type Stretch = Omit<Segment, "startSecond" | "endSecond" | "block" | "part"> & { readonly seconds: number };

/**
 * A session as the player walks through it: segments that follow each other without a gap from second 0 to the end.
 * The phone keeps true time from these seconds, never by counting ticks.
 */
export function timelineOf(session: { readonly blocks: readonly Block[] }): Timeline {
  const counts = countMoves(session.blocks);
  const segments: Segment[] = [];
  let at = 0;
  for (const [block, row] of session.blocks.entries()) {
    const stretches = row.type === "exercise" ? exerciseStretches(row) : intervalStretches(row, counts);
    for (const { seconds, ...stretch } of stretches) {
      if (seconds === 0) continue;
      segments.push({ ...stretch, block, part: row.part, startSecond: at, endSecond: at + seconds });
      at += seconds;
    }
  }
  return { seconds: at, segments, marks: marksOf(segments) };
}

type Counter = { seen: number; of: number };
type Counts = { readonly [M in Interval["move"]]: Counter };

function countMoves(blocks: readonly Block[]): Counts {
  const counts: Counts = { walk: { seen: 0, of: 0 }, run: { seen: 0, of: 0 }, strides: { seen: 0, of: 0 } };
  for (const block of blocks) {
    if (block.type !== "intervals" || block.part !== "main") continue;
    for (const interval of intervalsOf(block)) counts[interval.move].of += 1;
  }
  return counts;
}

function intervalStretches(block: IntervalBlock, counts: Counts): readonly Stretch[] {
  return intervalsOf(block).map((interval) => {
    const counter = counts[interval.move];
    const isCounted = block.part === "main";
    if (isCounted) counter.seen += 1;
    return {
      seconds: intervalSeconds(interval),
      endsBy: interval.length.by === "time" ? "clock" : "her",
      happening: {
        what: interval.move,
        number: isCounted ? counter.seen : 0,
        of: isCounted ? counter.of : 0,
        length: interval.length,
        effort: interval.effort ?? null,
      },
    };
  });
}

function exerciseStretches(block: ExerciseBlock): readonly Stretch[] {
  const { exercise, sets } = block;
  const stretches: Stretch[] = [
    { seconds: ESTIMATES.setUpSeconds, endsBy: "her", happening: { what: "get_ready", exercise } },
  ];
  for (let set = 1; set <= sets; set += 1) {
    for (const side of sidesOf(block)) {
      stretches.push({
        seconds: workSeconds(block.dose, block.tempo),
        endsBy: block.dose.by === "time" ? "clock" : "her",
        happening: { what: "exercise", exercise, side, number: set, of: sets },
      });
    }
    if (set < sets) {
      stretches.push({ seconds: block.restSeconds, endsBy: "clock", happening: { what: "rest", exercise } });
    }
  }
  return stretches;
}

function marksOf(segments: readonly Segment[]): readonly Mark[] {
  const marks: Mark[] = [];
  const main = segments.filter((segment) => segment.part === "main");
  const first = main[0];
  const last = main.at(-1);
  if (first && last) {
    // Of time spent in the main set, not of the clock: a walk in the middle that is not main does not count.
    const half = main.reduce((sum, row) => sum + row.endSecond - row.startSecond, 0) / 2;
    marks.push({ atSecond: secondAfter(main, half), mark: "half_way" });
  }
  const runs = main.filter(
    ({ happening }) => happening.what !== "walk" && "length" in happening && isRunning(happening.what),
  );
  const lastRun = runs.at(-1);
  if (lastRun && runs.length > 1) marks.push({ atSecond: lastRun.startSecond, mark: "last_run" });
  for (const [at, segment] of segments.entries()) {
    // Of two sides the first says it.
    const before = segments[at - 1];
    if (isLastSet(segment) && !(before && isLastSet(before)))
      marks.push({ atSecond: segment.startSecond, mark: "last_set" });
  }
  return marks.toSorted((a, b) => a.atSecond - b.atSecond);
}

function isLastSet({ happening }: Segment): boolean {
  return happening.what === "exercise" && happening.of > 1 && happening.number === happening.of;
}

/** The moment at which so many seconds of these segments have passed. */
function secondAfter(segments: readonly Segment[], seconds: number): number {
  let passed = 0;
  for (const { startSecond, endSecond } of segments) {
    const length = endSecond - startSecond;
    if (passed + length >= seconds) return startSecond + Math.round(seconds - passed);
    passed += length;
  }
  return segments.at(-1)?.endSecond ?? 0;
}
