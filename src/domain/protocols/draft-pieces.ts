import type { ExerciseBlock, Interval, IntervalBlock } from "./blocks.ts";
import type { Exercise } from "./exercise-terms.ts";
import {
  HOUSE_SYMPTOM_RULE,
  RUNNING_KINDS,
  type ProtocolContent,
  type ProtocolLevel,
  type ProtocolSession,
  type ProtocolSource,
  type ShortMinutes,
} from "./grammar.ts";
import type { Draft } from "./draft.ts";
import { shortVersion } from "./shorten.ts";

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
  const runs = mayRun(kind);
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

/** One more source, under a key that no other has. */
export function newSource(sources: readonly ProtocolSource[]): ProtocolSource {
  const taken = new Set(sources.map((row) => row.key));
  let number = sources.length + 1;
  while (taken.has(`source_${number}`)) number += 1;
  return { key: `source_${number}`, title: "", strength: "design", says: "" };
}

/** How many levels and criteria stand on a source: while any does, it cannot be left out. */
export function usesOfSource({ entry, exit, levels }: Draft, key: string): number {
  const criteria = [entry, exit, ...levels.flatMap((level) => [level.entry ?? [], level.exit ?? []])].flat();
  return (
    criteria.filter((row) => row.source === key).length +
    levels.filter((level) => level.sources.includes(key)).length
  );
}

/** The session with its version of so many minutes written by hand, beginning as it is derived. */
export function writeShorter(session: ProtocolSession, minutes: ShortMinutes): ProtocolSession {
  const others = (session.shorter ?? []).filter((row) => row.minutes !== minutes);
  const written = { minutes, blocks: [...shortVersion(session, minutes)] };
  return { ...session, shorter: [...others, written].toSorted((a, b) => a.minutes - b.minutes) };
}

/** The session with its version of so many minutes derived again. */
export function deriveShorter(session: ProtocolSession, minutes: ShortMinutes): ProtocolSession {
  const { shorter = [], ...rest } = session;
  const others = shorter.filter((row) => row.minutes !== minutes);
  return others.length > 0 ? { ...rest, shorter: others } : rest;
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

/** Kinds that may hold running: any other is refused with it. */
const mayRun = (kind: ProtocolContent["kind"]) => RUNNING_KINDS.includes(kind);

const minutes = (move: Interval["move"], count: number): Interval => ({
  type: "interval",
  move,
  length: { by: "time", seconds: count * 60 },
});

/** A walk; where running belongs, a minute of it between walks. */
export function newIntervalBlock(kind: ProtocolContent["kind"]): IntervalBlock {
  return mayRun(kind)
    ? { type: "intervals", part: "main", repeats: 5, items: [minutes("run", 1), minutes("walk", 2)] }
    : { type: "intervals", part: "main", repeats: 1, items: [minutes("walk", 10)] };
}

/** One interval more: the other way of moving than the last one; a walk where running does not belong. */
export function nextInterval(items: IntervalBlock["items"], kind: ProtocolContent["kind"]): Interval {
  const last = items.at(-1);
  const ran = last?.type === "interval" ? last.move === "run" : last?.intervals.at(-1)?.move === "run";
  return minutes(ran || !mayRun(kind) ? "walk" : "run", 1);
}
