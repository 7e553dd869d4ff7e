import type { Mark, Segment } from "@/domain/protocols/timeline.ts";
import type { Position } from "./clock.ts";

/** What she hears and feels. `tick` 3-2-1 before a change; the others say what begins. */
export type Cue = "tick" | "run" | "walk" | "next" | "half_way" | "last_run" | "last_set" | "done";

const TICKS = [3, 2, 1] as const;
/** Seconds for which a mark that was passed is still worth saying. */
const STILL_NOW = 2;

/**
 * The cues between two looks at the clock. After a sleep only what is true now is said: nobody wants to hear four
 * changes that are over.
 */
export function cuesBetween(
  before: Position,
  after: Position,
  segments: readonly Segment[],
  marks: readonly Mark[],
): readonly Cue[] {
  if (after.isDone) return before.isDone ? [] : ["done"];
  const cues: Cue[] = [];
  const isOn = after.index > before.index;
  const begun = segments[after.index]?.startSecond;
  const reached = marks.filter(({ atSecond, mark }) => {
    if (after.second < atSecond || after.second - atSecond > STILL_NOW) return false;
    // The last one begins when it begins: what she ends herself may take longer, or less, than was thought.
    return mark === "half_way" ? before.second < atSecond : isOn && begun === atSecond;
  });
  // "Last run" says that a run begins, and which: both at once would drown each other.
  const isSaid = reached.some(({ mark }) => mark !== "half_way");
  if (isOn && !isSaid) cues.push(beginOf(segments[after.index]));
  for (const { mark } of reached) cues.push(mark);
  if (after.index === before.index && segments[after.index]?.endsBy === "clock") {
    const tick = TICKS.findLast((second) => before.left > second * 1000 && after.left <= second * 1000);
    if (tick !== undefined && after.left > 0) cues.push("tick");
  }
  return cues;
}

function beginOf(segment: Segment | undefined): Cue {
  switch (segment?.happening.what) {
    case "run":
    case "strides":
      return "run";
    case "walk":
      return "walk";
    default:
      return "next";
  }
}
