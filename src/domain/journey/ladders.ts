import type { ClientRecord, Goal, ProtocolOutline } from "./facts.ts";

/**
 * A protocol that goes on to her goal (`onwardMinutes`): after its last written level come levels of the same session,
 * each so many minutes longer, until one is as long as she wants to run. A level keeps its number for ever: a goal set
 * higher adds levels, one set lower only ends the way earlier, and what was done keeps its name.
 */

/** "30 min run" becomes "32 min run"; a name without its minutes is told them. */
export function renamed(title: string, from: number, to: number): string {
  const named = new RegExp(`\\b${from}\\b`);
  return named.test(title) ? title.replace(named, String(to)) : `${title}, ${to} min`;
}

/** What of a level is held against the minutes of her goal: a walk as a whole, of a run the running. */
function minutesOf({ kind }: ProtocolOutline, level: ProtocolOutline["levels"][number]): number {
  return kind === "walking" ? level.minutesTotal : level.minutesRun;
}

/** The outline with levels enough for a goal of so many minutes. One that has them already comes back itself. */
export function grownTo(outline: ProtocolOutline, goalMinutes: number): ProtocolOutline {
  const { onward, levels } = outline;
  const base = onward && levels[onward.written - 1];
  const last = levels.at(-1);
  if (!base || !last || minutesOf(outline, last) >= goalMinutes) return outline;
  const missing = Math.ceil((goalMinutes - minutesOf(outline, base)) / onward.minutes);
  const further = Array.from({ length: missing }, (_, index) => {
    const more = (index + 1) * onward.minutes;
    return {
      ...base,
      title: renamed(base.title, onward.from, onward.from + more),
      minutesTotal: base.minutesTotal + more,
      minutesRun: outline.kind === "walking" ? 0 : base.minutesRun + more,
    };
  });
  return { ...outline, levels: [...levels.slice(0, onward.written), ...further] };
}

/** How many levels lead to her goal: up to the first that is as long, and never fewer than are written. */
export function levelsToGoal(outline: ProtocolOutline, goal: Pick<Goal, "minutesPerRun"> | null): number {
  const { levels, onward } = outline;
  if (!onward) return levels.length;
  const found = levels.findIndex((level) => minutesOf(outline, level) >= (goal?.minutesPerRun ?? 0));
  return found < 0 ? levels.length : Math.max(found + 1, onward.written);
}

/**
 * The record with ladders as long as the highest goal she ever had, of its protocols and of `others` that a command
 * speaks of. Whoever makes a record, or adds a goal to one, asks this.
 */
export function withLadders(record: ClientRecord, others: readonly ProtocolOutline[] = []): ClientRecord {
  const known = new Set(record.protocols.map((row) => row.versionId));
  const all = [...record.protocols, ...others.filter((row) => !known.has(row.versionId))];
  const highest = record.goal.reduce((most, row) => Math.max(most, row.minutesPerRun), 0);
  return { ...record, protocols: all.map((outline) => grownTo(outline, highest)) };
}
