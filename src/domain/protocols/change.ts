import { type Block, type ExerciseBlock, type Load, type Range, WEIGHTS } from "./blocks.ts";
import type { ProtocolLevel, ProtocolSession } from "./grammar.ts";
import {
  blocksSeconds,
  intervalSeconds,
  intervalsOf,
  isRunning,
  longestRunSeconds,
  runSeconds,
} from "./measure.ts";

/** What can become more or less from one level to the next. */
export const PARAMETERS = [
  "frequency",
  "walk_length",
  "run_length",
  "run_repeats",
  "recovery",
  "run_effort",
  "exercises",
  "side",
  "sets",
  "reps",
  "hold",
  "time",
  "load",
  "tempo",
  "effort",
  "reserve",
  "rest",
] as const;
export type Parameter = (typeof PARAMETERS)[number];

/** One difference. `exercise` when it is about one; from and to are seconds or counts, null where there is no number. */
export type Change = {
  readonly parameter: Parameter;
  readonly direction: "harder" | "easier";
  readonly exercise: string | null;
  readonly from: number | null;
  readonly to: number | null;
};

export type LevelChange = {
  readonly changes: readonly Change[];
  /** Distinct parameters that became harder. */
  readonly harder: readonly Parameter[];
  /** Makes more than one thing harder at once: the builder warns, live. */
  readonly breaksOneParameterRule: boolean;
  /** Seconds of running more (or less) in the most demanding session. */
  readonly runSecondsMore: number;
};

/**
 * What a level changes against the level before. The one-parameter rule counts what becomes harder: a longer run with
 * fewer repeats is one thing harder. The same parameter on several exercises (a third set of everything) is one.
 */
export function changeOf(before: ProtocolLevel, after: ProtocolLevel): LevelChange {
  const changes = unique([
    ...frequencyChanges(before, after),
    ...sessionChanges(before.sessions, after.sessions),
  ]);
  const up = new Set(changes.flatMap((row) => (row.direction === "harder" ? [row.parameter] : [])));
  // Harder work leaves less in reserve: the same thing, said twice.
  if (up.has("effort")) up.delete("reserve");
  const harder = PARAMETERS.filter((parameter) => up.has(parameter));
  return {
    changes,
    harder,
    breaksOneParameterRule: harder.length > 1,
    runSecondsMore: mostRunning(after) - mostRunning(before),
  };
}

function mostRunning(level: ProtocolLevel): number {
  return Math.max(...level.sessions.map((session) => runSeconds(session.blocks)));
}

function frequencyChanges(before: ProtocolLevel, after: ProtocolLevel): readonly Change[] {
  return compare("frequency", before.perWeek.to, after.perWeek.to);
}

/** Sessions are compared in turn (A with A, B with B); one that came new is compared with the last there was. */
function sessionChanges(
  before: readonly ProtocolSession[],
  after: readonly ProtocolSession[],
): readonly Change[] {
  return after.flatMap((session, index) => {
    const old = before[index] ?? before.at(-1);
    return old
      ? [...intervalChanges(old.blocks, session.blocks), ...exerciseChanges(old.blocks, session.blocks)]
      : [];
  });
}

type Running = {
  readonly longest: number;
  readonly bouts: number;
  readonly recovery: number | null;
  readonly effort: number | null;
};

function intervalChanges(before: readonly Block[], after: readonly Block[]): readonly Change[] {
  const [old, now] = [runningOf(before), runningOf(after)];
  if (old.bouts === 0 && now.bouts === 0) return compare("walk_length", walkOf(before), walkOf(after));
  return [
    ...compare("run_length", old.longest, now.longest),
    ...compare("run_repeats", old.bouts, now.bouts),
    // Less walking in between is harder. With one run there is nothing in between.
    ...compare("recovery", old.recovery, now.recovery, "less_is_harder"),
    ...compare("run_effort", old.effort, now.effort),
  ];
}

function walkOf(blocks: readonly Block[]): number {
  return blocksSeconds(blocks.filter((block) => block.type === "intervals"));
}

function runningOf(blocks: readonly Block[]): Running {
  const intervals = blocks.flatMap((block) =>
    block.type === "intervals" && block.part === "main" ? intervalsOf(block) : [],
  );
  const runs = intervals.filter((interval) => isRunning(interval.move));
  const between = intervals.filter(
    (interval, index) =>
      !isRunning(interval.move) && intervals.slice(index + 1).some((row) => isRunning(row.move)),
  );
  const efforts = runs.flatMap((run) => (run.effort ? [run.effort.to] : []));
  return {
    longest: longestRunSeconds(blocks),
    bouts: runs.length,
    recovery: between.length > 0 ? Math.min(...between.map(intervalSeconds)) : null,
    effort: efforts.length > 0 ? Math.max(...efforts) : null,
  };
}

function exerciseChanges(before: readonly Block[], after: readonly Block[]): readonly Change[] {
  const old = exercisesOf(before);
  const now = exercisesOf(after);
  const changes: Change[] = [];
  for (const [key, block] of now) {
    const known = old.get(key);
    if (known) changes.push(...prescriptionChanges(known, block));
    else changes.push(exerciseChange("harder", block));
  }
  for (const [key, block] of old) if (!now.has(key)) changes.push(exerciseChange("easier", block));
  return changes;
}

function exerciseChange(direction: Change["direction"], { exercise }: ExerciseBlock): Change {
  return { parameter: "exercises", direction, exercise, from: null, to: null };
}

/** Exercise blocks by name, part and turn: a squat to warm up is not the squat of the main set, nor is a second one. */
function exercisesOf(blocks: readonly Block[]): ReadonlyMap<string, ExerciseBlock> {
  const found = new Map<string, ExerciseBlock>();
  for (const block of blocks) {
    if (block.type !== "exercise") continue;
    let turn = 1;
    while (found.has(`${block.part} ${block.exercise} ${turn}`)) turn += 1;
    found.set(`${block.part} ${block.exercise} ${turn}`, block);
  }
  return found;
}

function prescriptionChanges(old: ExerciseBlock, now: ExerciseBlock): readonly Change[] {
  const about = now.exercise;
  return [
    ...compare("sets", old.sets, now.sets, "more_is_harder", about),
    ...doseChanges(old, now),
    // One side at a time is harder than both together.
    ...compare("side", old.side === "both" ? 1 : 2, now.side === "both" ? 1 : 2, "more_is_harder", about),
    ...compare("load", loadRank(old.load), loadRank(now.load), "more_is_harder", about),
    ...compare("tempo", tempoSeconds(old), tempoSeconds(now), "more_is_harder", about),
    ...compare("effort", old.effort?.to ?? null, now.effort?.to ?? null, "more_is_harder", about),
    ...compare("reserve", old.inReserve?.from ?? null, now.inReserve?.from ?? null, "less_is_harder", about),
    ...compare("rest", old.restSeconds, now.restSeconds, "less_is_harder", about),
  ];
}

function doseChanges(old: ExerciseBlock, now: ExerciseBlock): readonly Change[] {
  const about = now.exercise;
  if (old.dose.by === "time" && now.dose.by === "time") {
    return compare("time", old.dose.seconds, now.dose.seconds, "more_is_harder", about);
  }
  if (old.dose.by === "reps" && now.dose.by === "reps") {
    return [
      ...compare("reps", middle(old.dose.reps), middle(now.dose.reps), "more_is_harder", about),
      ...compare("hold", old.dose.holdSeconds ?? 0, now.dose.holdSeconds ?? 0, "more_is_harder", about),
      ...compare("rest", releaseOf(old.dose), releaseOf(now.dose), "less_is_harder", about),
    ];
  }
  return [{ parameter: "time", direction: "harder", exercise: about, from: null, to: null }];
}

function releaseOf(dose: ExerciseBlock["dose"]): number | null {
  return dose.by === "reps" ? (dose.releaseSeconds ?? null) : null;
}

function middle(range: Range): number {
  return (range.from + range.to) / 2;
}

function tempoSeconds(block: ExerciseBlock): number | null {
  return block.tempo ? block.tempo.lower + block.tempo.pause + block.tempo.lift : null;
}

/** Loads in the order of their demand: none, bands, weights, a weight for so many repetitions and no more. */
function loadRank(load: Load): number {
  switch (load.by) {
    case "body":
      return 0;
    case "band":
      return 1 + WEIGHTS.indexOf(load.weight);
    case "weight":
      // Kilograms only tell two of the same word apart.
      return 10 + WEIGHTS.indexOf(load.weight) + (load.kg ?? 0) / 1000;
    case "rep_max":
      return 100 - load.reps.from;
  }
}

function compare(
  parameter: Parameter,
  from: number | null,
  to: number | null,
  sense: "more_is_harder" | "less_is_harder" = "more_is_harder",
  exercise: string | null = null,
): readonly Change[] {
  if (from === null || to === null || from === to) return [];
  const direction = to > from === (sense === "more_is_harder") ? "harder" : "easier";
  return [{ parameter, direction, exercise, from, to }];
}

function unique(changes: readonly Change[]): readonly Change[] {
  const seen = new Map(changes.map((row) => [JSON.stringify(row), row]));
  return [...seen.values()];
}
