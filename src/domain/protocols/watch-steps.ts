import type { Block, Interval, IntervalBlock, Move, Part } from "./blocks.ts";

/** A session as a watch counts it down: things to do, and ways back to an earlier one. */
export type WatchStep =
  | {
      readonly type: "step";
      readonly move: Move | "exercise";
      readonly part: Part;
      /** Null: until she presses the button. */
      readonly length: Interval["length"] | null;
    }
  /** Back to the step at `from` in this list, `times` in all. */
  | { readonly type: "repeat"; readonly from: number; readonly times: number };

/** Watches take a list about this long; beyond it repeats are told inside each other, which some cannot do. */
const MOST_STEPS = 50;

/**
 * The steps of a session in order. Repeats stay repeats. A repeat inside a repeat is written out once, because many
 * watches know only one, as long as the list stays short enough for them.
 */
export function watchSteps(blocks: readonly Block[]): readonly WatchStep[] {
  const flat = stepsOf(blocks, true);
  return flat.length <= MOST_STEPS ? flat : stepsOf(blocks, false);
}

function stepsOf(blocks: readonly Block[], isFlat: boolean): WatchStep[] {
  const steps: WatchStep[] = [];
  for (const block of blocks) {
    if (block.type === "exercise") {
      steps.push({ type: "step", move: "exercise", part: block.part, length: null });
    } else addBlock(steps, block, isFlat);
  }
  return steps;
}

function addBlock(steps: WatchStep[], block: IntervalBlock, isFlat: boolean): void {
  const isNested = block.items.some((item) => item.type === "group" && item.repeats > 1);
  const rounds = isFlat && isNested ? block.repeats : 1;
  const begin = steps.length;
  for (let round = 0; round < rounds; round += 1) {
    for (const item of block.items) {
      const from = steps.length;
      const intervals = item.type === "interval" ? [item] : item.intervals;
      for (const { move, length } of intervals) steps.push({ type: "step", move, part: block.part, length });
      if (item.type === "group" && item.repeats > 1) {
        steps.push({ type: "repeat", from, times: item.repeats });
      }
    }
  }
  if (rounds === 1 && block.repeats > 1) steps.push({ type: "repeat", from: begin, times: block.repeats });
}
