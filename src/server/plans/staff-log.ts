import { contextOf } from "../../domain/journey/context.ts";
import type { CheckIn, SessionLog } from "../../domain/journey/facts.ts";
import { sessionLoad } from "../../domain/plans/load.ts";
import type { Day } from "../../domain/shared/day.ts";
import { recordOf } from "../journey/act.ts";
import type { Shell } from "../trpc/procedures.ts";
import { told, type ToldCheck } from "./told.ts";

/** One line of what she did and felt, newest first. */
export type LogEntry =
  | {
      readonly type: "session";
      readonly id: string;
      readonly day: Day;
      readonly kind: SessionLog["kind"];
      readonly level: number | null;
      readonly minutesTotal: number;
      readonly minutesRun: number;
      readonly effort: number | null;
      /** Minutes times effort, in arbitrary units. */
      readonly load: number | null;
      readonly completion: SessionLog["completion"];
      readonly note: string | null;
      /** How often she corrected it. */
      readonly corrections: number;
      readonly checks: readonly ToldCheck[];
    }
  | ({ readonly type: "check"; readonly id: string } & ToldCheck)
  | ({ readonly type: "check_in"; readonly id: string } & Pick<
      CheckIn,
      "day" | "sleepHours" | "badNights" | "energy" | "mood" | "littleInterest" | "feelingDown" | "words"
    >);

/** Lines of one page; a day is never cut in two. */
const PAGE = 60;

/** What she did and felt in the present journey, newest first; `cursor` is where the last page ended. */
export async function ofClient(
  shell: Shell,
  { clientId, cursor }: { clientId: string; cursor?: Day | null | undefined },
) {
  const { record, today } = await recordOf(shell, clientId);
  const { logs, checks, checksOfLog } = contextOf(record, today);
  const inSession = new Set([...checksOfLog.values()].flat().map(({ check }) => check.id));
  const corrections = new Map<string, number>();
  for (const { id, supersedesId } of record.sessionLog)
    if (supersedesId) corrections.set(id, (corrections.get(supersedesId) ?? 0) + 1);
  const entries: LogEntry[] = [
    ...logs.map(
      ({ id, doneOn, kind, level, minutesTotal, minutesRun, effort, completion, note }): LogEntry => ({
        type: "session",
        id,
        day: doneOn,
        kind,
        level,
        minutesTotal,
        minutesRun,
        effort,
        load: sessionLoad({ minutesTotal, effort }),
        completion,
        note,
        corrections: corrections.get(id) ?? 0,
        checks: (checksOfLog.get(id) ?? []).map(told),
      }),
    ),
    ...checks
      .filter(({ check }) => !inSession.has(check.id))
      .map((judged): LogEntry => ({ type: "check", id: judged.check.id, ...told(judged) })),
    ...record.checkIn.map(
      ({ id, day, sleepHours, badNights, energy, mood, littleInterest, feelingDown, words }): LogEntry => ({
        type: "check_in",
        id,
        day,
        sleepHours,
        badNights,
        energy,
        mood,
        littleInterest,
        feelingDown,
        words,
      }),
    ),
  ];
  const newestFirst = entries
    .filter((entry) => !cursor || entry.day < cursor)
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  const last = newestFirst[PAGE - 1];
  const page = last ? newestFirst.filter((entry) => entry.day >= last.day) : newestFirst;
  return { entries: page, next: last && page.length < newestFirst.length ? last.day : null };
}
