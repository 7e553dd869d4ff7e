import {
  type DoneExercise,
  type Performance,
  plannedSets,
  prescribedBlocks,
  shortVersionsUnder,
} from "@/domain/journey/performance.ts";
import type { Block } from "@/domain/protocols/blocks.ts";
import type { ProtocolSession, ShortMinutes } from "@/domain/protocols/grammar.ts";
import { blocksSeconds, runSeconds, walkSeconds } from "@/domain/protocols/measure.ts";
import { timelineOf } from "@/domain/protocols/timeline.ts";
import { type Minutes, minutesDone, type Run } from "./clock.ts";
import type { KeptSession } from "./kept-session.ts";
import { isMoving } from "./shapes.ts";

export type Completion = "as_planned" | "shorter" | "stopped" | "extra";

/** What the form after a session begins with: as planned, or what the clock and her taps say was done. */
export type Filled = {
  readonly minutes: Minutes;
  readonly completion: Completion;
  readonly blocks: readonly Block[];
  readonly exercises: readonly DoneExercise[];
  readonly shortVersion: ShortMinutes | null;
  readonly lifeHappened: boolean;
  readonly effort: number | null;
  readonly note: string | null;
};

const tenth = (seconds: number) => Math.round(seconds / 6) / 10;

function plannedMinutes(blocks: readonly Block[]): Minutes {
  return {
    total: tenth(blocksSeconds(blocks)),
    run: tenth(runSeconds(blocks)),
    walk: tenth(walkSeconds(blocks)),
  };
}

/** Every exercise as planned; with `run`, only the sets that are behind her. */
export function doneExercises(blocks: readonly Block[], run: Run | null): readonly DoneExercise[] {
  const { segments } = timelineOf({ blocks });
  return blocks.flatMap((block, at) => {
    if (block.type !== "exercise") return [];
    const isSet = ({ block: of, happening }: (typeof segments)[number]) =>
      of === at && happening.what === "exercise";
    const done = run ? segments.slice(0, run.index).filter(isSet).length : Number.POSITIVE_INFINITY;
    const sets = plannedSets(block).slice(0, done);
    return [{ block: at, exercise: block.exercise, sets, effort: null, pain: null, note: null }];
  });
}

const NOTHING_SAID = { lifeHappened: false, effort: null, note: null } as const;

/** As planned, in the version she took. */
export function filledAsPlanned(blocks: readonly Block[], shortVersion: ShortMinutes | null): Filled {
  return {
    minutes: plannedMinutes(blocks),
    completion: shortVersion === null ? "as_planned" : "shorter",
    blocks,
    exercises: doneExercises(blocks, null),
    shortVersion,
    ...NOTHING_SAID,
  };
}

/** The shortest anything can be told as, minutes. */
const SHORTEST = 0.1;

/** A few steps are a little walk: a log of nothing at all would be none. */
function measuredMinutes({ total, run, walk }: Minutes, moves: boolean): Minutes {
  const isNothing = moves && run + walk < SHORTEST;
  return { total: Math.max(SHORTEST, total), run, walk: isNothing ? SHORTEST : walk };
}

/** What she did, to be confirmed: measured where the clock ran, as planned where she counted repetitions. */
export function filledFrom(kept: KeptSession, now: number): Filled {
  const { blocks, run, isTold } = kept;
  const shortVersion = kept.shortVersion ?? null;
  const { segments } = timelineOf({ blocks });
  const isWhole = run.index >= segments.length;
  const planned = plannedMinutes(blocks);
  const measured = measuredMinutes(minutesDone(run, segments, now), isMoving(blocks));
  const minutes = isWhole && !isMoving(blocks) ? planned : measured;
  // Skipping most of it is not "as planned", even when she reached the end.
  const isMost = minutes.total >= planned.total * 0.9;
  const completion = isTold
    ? "stopped"
    : isWhole && isMost && shortVersion === null
      ? "as_planned"
      : "shorter";
  const exercises = doneExercises(blocks, isWhole ? null : run);
  return { minutes, completion, blocks, exercises, shortVersion, ...NOTHING_SAID };
}

/** The short versions she may say she did, each with what it asks. */
export function shortVersions(
  session: Pick<ProtocolSession, "blocks" | "shorter">,
): readonly { readonly minutes: ShortMinutes; readonly blocks: readonly Block[] }[] {
  return shortVersionsUnder(Math.ceil(blocksSeconds(session.blocks) / 60)).map((minutes) => ({
    minutes,
    blocks: prescribedBlocks(session, { shortVersion: minutes }),
  }));
}

/** A log she corrects: it begins with what she told. */
export function filledFromLog(
  log: { readonly minutesTotal: number; readonly minutesRun: number; readonly minutesWalk: number } & Pick<
    Filled,
    "completion" | "effort" | "note"
  >,
  planned: readonly Block[] | null,
  performance: Performance | null,
): Filled {
  const blocks = planned ?? [];
  return {
    minutes: { total: log.minutesTotal, run: log.minutesRun, walk: log.minutesWalk },
    completion: log.completion,
    blocks,
    exercises: performance?.exercises ?? doneExercises(blocks, null),
    shortVersion: performance?.shortVersion ?? null,
    lifeHappened: performance?.lifeHappened ?? false,
    effort: log.effort,
    note: log.note,
  };
}
