import type { ExerciseBlock, Interval, IntervalBlock } from "./blocks.ts";
import type { Exercise } from "./exercises.ts";
import {
  HOUSE_SYMPTOM_RULE,
  type ProtocolContent,
  type ProtocolLevel,
  type ProtocolSession,
} from "./grammar.ts";
import type { Draft } from "./draft.ts";

/** The source of a figure that a practice writes itself, until it names a better one. */
const OWN_SOURCE = { key: "practice", strength: "design" } as const;

/**
 * A protocol with one empty level.
 * @param words what stands in the source line until somebody writes a better one
 */
export function emptyDraft(
  kind: ProtocolContent["kind"],
  title: string,
  slug: string,
  words: { readonly source: string; readonly says: string; readonly level: string },
): Draft {
  const source = { ...OWN_SOURCE, title: words.source, says: words.says };
  // Running and landings ask for the lock; a new protocol of a running kind says so from the first moment.
  const runs = kind === "walk_run" || kind === "technique";
  return {
    grammar: 1,
    slug,
    kind,
    variant: null,
    title,
    summary: "",
    levels: [emptyLevel(words.level, [OWN_SOURCE.key])],
    entry: runs ? [{ code: "running_unlocked" }] : [{ code: "intake_complete" }],
    exit: [{ code: "coach_decides" }],
    symptomRule: HOUSE_SYMPTOM_RULE,
    sources: [source],
    review: "draft",
  };
}

/** A level that still wants its sessions. `sources`: keys the protocol lists. */
export function emptyLevel(title: string, sources: readonly string[]): ProtocolLevel {
  return { title, perWeek: { from: 2, to: 3 }, sessions: [], sources: [...sources] };
}

export function emptySession(title: string): ProtocolSession {
  return { title, blocks: [] };
}

/** Two sets of ten, or half a minute where landings are counted by the second: where most prescriptions begin. */
export function newExerciseBlock({ id, contacts }: Exercise): ExerciseBlock {
  return {
    type: "exercise",
    part: "main",
    exercise: id,
    sets: 2,
    dose:
      contacts?.per === "second" ? { by: "time", seconds: 30 } : { by: "reps", reps: { from: 8, to: 10 } },
    side: "both",
    load: { by: "body" },
    restSeconds: 60,
  };
}

const minutes = (move: Interval["move"], count: number): Interval => ({
  type: "interval",
  move,
  length: { by: "time", seconds: count * 60 },
});

/** A walk; where running belongs, a minute of it between walks. */
export function newIntervalBlock(kind: ProtocolContent["kind"]): IntervalBlock {
  const runs = kind === "walk_run" || kind === "technique";
  return runs
    ? { type: "intervals", part: "main", repeats: 5, items: [minutes("run", 1), minutes("walk", 2)] }
    : { type: "intervals", part: "main", repeats: 1, items: [minutes("walk", 10)] };
}

/** One interval more: the other way of moving than the last one. */
export function nextInterval(items: IntervalBlock["items"]): Interval {
  const last = items.at(-1);
  return minutes(last?.type === "interval" && last.move === "run" ? "walk" : "run", 1);
}
