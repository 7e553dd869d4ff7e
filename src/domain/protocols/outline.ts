import type { ProtocolOutline } from "../journey/facts.ts";
import { exerciseOf } from "./exercises.ts";
import type { ProtocolContent, ProtocolLevel } from "./grammar.ts";
import { growingStretch } from "./ladder.ts";
import { type ExerciseBook, hasImpact, totalsOf } from "./totals.ts";

/**
 * A version as the rules see it. Of a level with several sessions the most demanding counts, figure by figure: limits
 * are held against the worst she could be given.
 */
export function outlineOf(
  versionId: string,
  content: ProtocolContent,
  book: ExerciseBook = exerciseOf,
): ProtocolOutline {
  return {
    versionId,
    kind: content.kind,
    title: content.title,
    levels: content.levels.map((level) => levelOutline(level, book)),
    ...onwardOf(content),
  };
}

function onwardOf({ levels, onwardMinutes: minutes }: ProtocolContent): Pick<ProtocolOutline, "onward"> {
  const last = levels.at(-1);
  const stretch = last && growingStretch(last);
  if (minutes === undefined || !stretch) return {};
  return { onward: { minutes, written: levels.length, from: stretch.length.seconds / 60 } };
}

function levelOutline(level: ProtocolLevel, book: ExerciseBook): ProtocolOutline["levels"][number] {
  const totals = level.sessions.map((session) => totalsOf(session, book));
  return {
    title: level.title,
    minutesTotal: Math.ceil(Math.max(...totals.map((row) => row.minutes))),
    minutesRun: Math.max(...totals.map((row) => row.minutesRun)),
    impact: level.sessions.some((session) => hasImpact(session, book)),
    sessions: level.sessions.length,
  };
}
