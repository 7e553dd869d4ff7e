import type { Block, ExerciseBlock, Interval, IntervalBlock } from "./blocks.ts";
import type { ProtocolSession, ShortMinutes } from "./grammar.ts";
import {
  blockSeconds,
  blocksSeconds,
  intervalSeconds,
  isRunning,
  longestRunSeconds,
  runSeconds,
  sidesOf,
  workSeconds,
} from "./measure.ts";

/**
 * How a session is cut. Source: Sevenstride (design). A run keeps a warm-up of at least so long, however little time
 * there is; when that leaves no room for a run, the session is a walk.
 */
export const SHORTENING = { shortestWarmUpSeconds: 120, shortestRunSeconds: 60, roundToSeconds: 30 } as const;

type Session = Pick<ProtocolSession, "blocks" | "shorter">;

/** The 5, 10 or 20-minute version: the one written by hand, else the derived one. */
export function shortVersion(session: Session, minutes: ShortMinutes): readonly Block[] {
  const written = session.shorter?.find((row) => row.minutes === minutes);
  return written ? written.blocks : shorten(session.blocks, minutes);
}

/**
 * The same session in less time: fewer repeats and sets first, then fewer exercises from the end (the order of a
 * session is its order of importance), and only then less of what is left. Never longer than `minutes`, never more
 * running than the whole, no run longer than in the whole, and no run without its warm-up.
 * @param minutes at least 1.
 */
export function shorten(blocks: readonly Block[], minutes: number): readonly Block[] {
  const budget = Math.max(60, Math.floor(minutes * 60));
  if (blocksSeconds(blocks) <= budget) return blocks;
  const framed = shortenFrame(blocks, budget);
  const fitted = fitMain(framed, budget);
  const fits = fitted.length > 0 && blocksSeconds(fitted) <= budget;
  // Taking a walk out from between two runs would join them into one longer run.
  if (fits && longestRunSeconds(fitted) <= longestRunSeconds(blocks)) return fitted;
  // A run for which there is no time is a walk.
  return [runSeconds(blocks) > 0 ? walkBlock(budget) : lastResort(blocks, budget)];
}

/** Warm-up and cool-down by the same share as the whole, not under their floor when there is running. */
function shortenFrame(blocks: readonly Block[], budget: number): readonly Block[] {
  const share = budget / blocksSeconds(blocks);
  const floor = runSeconds(blocks) > 0 ? SHORTENING.shortestWarmUpSeconds : 0;
  return blocks.flatMap((block) => {
    if (block.part === "main") return [block];
    const whole = blockSeconds(block);
    const wanted = Math.min(whole, Math.max(floor, roundDown(whole * share)));
    return trimBlock(block, wanted);
  });
}

/** Takes from the main blocks, the largest first, until all fits. Empty when it cannot. */
function fitMain(blocks: readonly Block[], budget: number): readonly Block[] {
  let rows = blocks;
  while (blocksSeconds(rows) > budget) {
    const smaller = withOneLess(rows) ?? withoutLastMain(rows);
    if (!smaller) return trimOnlyMain(rows, budget);
    rows = smaller;
  }
  return rows;
}

function withOneLess(rows: readonly Block[]): readonly Block[] | null {
  let largest = -1;
  for (const [index, row] of rows.entries()) {
    if (row.part !== "main" || !hasMore(row)) continue;
    const known = rows[largest];
    if (!known || blockSeconds(row) >= blockSeconds(known)) largest = index;
  }
  return largest < 0 ? null : rows.map((row, index) => (index === largest ? oneLess(row) : row));
}

function hasMore(block: Block): boolean {
  return block.type === "exercise"
    ? block.sets > 1
    : block.repeats > 1 || block.items.length > 1 || isRepeatedGroup(block.items[0]);
}

function oneLess(block: Block): Block {
  if (block.type === "exercise") return { ...block, sets: block.sets - 1 };
  if (block.repeats > 1) return { ...block, repeats: block.repeats - 1 };
  const last = block.items.at(-1);
  const before = block.items.slice(0, -1);
  return last?.type === "group" && last.repeats > 1
    ? { ...block, items: [...before, { ...last, repeats: last.repeats - 1 }] }
    : { ...block, items: before };
}

function isRepeatedGroup(item: IntervalBlock["items"][number] | undefined): boolean {
  return item?.type === "group" && item.repeats > 1;
}

function withoutLastMain(rows: readonly Block[]): readonly Block[] | null {
  const main = rows.filter((row) => row.part === "main");
  const last = main.at(-1);
  return last && main.length > 1 ? rows.filter((row) => row !== last) : null;
}

/** One main block is left and still too long: it gets the time that warm-up and cool-down leave. */
function trimOnlyMain(rows: readonly Block[], budget: number): readonly Block[] {
  const main = rows.find((row) => row.part === "main");
  if (!main) return [];
  const left = budget - (blocksSeconds(rows) - blockSeconds(main));
  const trimmed = trimBlock(main, left);
  return trimmed.length === 0 ? [] : rows.flatMap((row) => (row === main ? trimmed : [row]));
}

/** A block in at most so many seconds, or nothing when that cannot be. */
function trimBlock(block: Block, seconds: number): readonly Block[] {
  if (blockSeconds(block) <= seconds) return [block];
  return block.type === "exercise" ? trimExercise(block, seconds) : trimIntervals(block, seconds);
}

/** Keeps intervals from the start while they fit; the one that does not is cut to what is left. */
function trimIntervals(block: IntervalBlock, seconds: number): readonly Block[] {
  const once = block.items.flatMap((item) => (item.type === "interval" ? [item] : item.intervals));
  const kept: Interval[] = [];
  let left = seconds;
  for (const interval of once) {
    const whole = intervalSeconds(interval);
    if (whole <= left) {
      kept.push(interval);
      left -= whole;
      continue;
    }
    const cut = roundDown(left);
    const shortest = isRunning(interval.move) ? SHORTENING.shortestRunSeconds : SHORTENING.roundToSeconds;
    if (cut >= shortest) kept.push({ ...interval, length: { by: "time", seconds: cut } });
    break;
  }
  return kept.length > 0 ? [{ ...block, repeats: 1, items: kept }] : [];
}

function trimExercise(block: ExerciseBlock, seconds: number): readonly Block[] {
  const one: ExerciseBlock = { ...block, sets: 1 };
  const { dose } = one;
  const left = Math.floor((seconds - (blockSeconds(one) - work(one))) / sidesOf(one).length);
  if (dose.by === "time") {
    const time = Math.min(dose.seconds, left);
    return time >= 5 ? [{ ...one, dose: { by: "time", seconds: time } }] : [];
  }
  const perRep = workSeconds(dose, one.tempo) / dose.reps.to;
  const to = Math.min(dose.reps.to, Math.floor(left / perRep));
  return to >= 1 ? [{ ...one, dose: { ...dose, reps: { from: Math.min(dose.reps.from, to), to } } }] : [];
}

function work(block: ExerciseBlock): number {
  return block.sets * sidesOf(block).length * workSeconds(block.dose, block.tempo);
}

/** Not even one repetition fits: a little quiet breathing is worth having, and is never too much. */
function lastResort(blocks: readonly Block[], budget: number): Block {
  const onlyWalks = blocks.every((block) => block.type === "intervals");
  if (onlyWalks) return walkBlock(budget);
  return {
    type: "exercise",
    part: "main",
    exercise: "breathing_lying",
    sets: 1,
    dose: { by: "time", seconds: Math.min(300, budget - 15) },
    side: "both",
    load: { by: "body" },
    restSeconds: 0,
  };
}

function walkBlock(seconds: number): Block {
  return {
    type: "intervals",
    part: "main",
    repeats: 1,
    items: [{ type: "interval", move: "walk", length: { by: "time", seconds } }],
  };
}

function roundDown(seconds: number): number {
  return Math.floor(seconds / SHORTENING.roundToSeconds) * SHORTENING.roundToSeconds;
}
