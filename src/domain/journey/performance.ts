import { z } from "zod";
import type { Refusal } from "./decision.ts";
import { type Block, BLOCK_BOUNDS, codeSchema, type ExerciseBlock } from "../protocols/blocks.ts";
import { exerciseOf } from "../protocols/exercises.ts";
import { type ProtocolSession, SHORT_MINUTES, type ShortMinutes } from "../protocols/grammar.ts";
import { sidesOf } from "../protocols/measure.ts";
import { shortVersion } from "../protocols/shorten.ts";
import { scaleSchema } from "../shared/fields.ts";
import type { Finding } from "../shared/vocabulary.ts";

/** A session may stand open for a night, and telling of it is never refused for that. */
const STRETCH_SECONDS = 24 * 3600;
const STRETCHES = 1000;
const SIDES_OF_A_SET = 2;

/** One set on one side, as she did it. Null is not said; what goes by time has no repetitions and the other way round. */
const setSchema = z.strictObject({
  side: z.enum(["left", "right", "both"]),
  reps: z.int().min(0).max(BLOCK_BOUNDS.reps).nullable(),
  seconds: z.int().min(0).max(BLOCK_BOUNDS.workSeconds).nullable(),
  kg: z.number().min(0).max(BLOCK_BOUNDS.weightKg).nullable(),
});
export type DoneSet = z.infer<typeof setSchema>;

/** One exercise of the session as she did it. No sets: left out. */
const exerciseSchema = z.strictObject({
  /** Which block of the session it stands for. */
  block: z.int().min(0).max(BLOCK_BOUNDS.blocks),
  /** What she did: the block's own exercise, or the one she took instead. */
  exercise: codeSchema,
  sets: z.array(setSchema).max(BLOCK_BOUNDS.sets * SIDES_OF_A_SET),
  effort: scaleSchema,
  pain: scaleSchema,
  note: z.string().trim().min(1).max(600).nullable(),
});
export type DoneExercise = z.infer<typeof exerciseSchema>;

/**
 * What she did beside what was planned. Everything may be absent: a session done as planned says nothing here. No field
 * has a default: what is sent again must stay, byte for byte, what was sent the first time.
 */
export const performanceSchema = z.strictObject({
  /** Seconds spent in each stretch of the session, in the order of the plan. */
  spentSeconds: z.array(z.int().min(0).max(STRETCH_SECONDS)).max(STRETCHES).exactOptional(),
  /** Which of the level's sessions it was (A, B, A …), as an index. */
  turn: z.int().min(0).max(6).exactOptional(),
  /** The version of 5, 10 or 20 minutes, when she took one. */
  shortVersion: z.union([z.literal(5), z.literal(10), z.literal(20)]).exactOptional(),
  /** It ended because life happened. Nobody asks why. */
  lifeHappened: z.literal(true).exactOptional(),
  exercises: z.array(exerciseSchema).max(BLOCK_BOUNDS.blocks).exactOptional(),
});
export type Performance = z.infer<typeof performanceSchema>;

/** What is stored with a log, read again; null when there is nothing, or what no edition of ours has written. */
export function performanceOf(stored: unknown): Performance | null {
  const read = performanceSchema.safeParse(stored);
  return read.success ? read.data : null;
}

/** The blocks a performance speaks of: of the whole session, or of its short version. */
export function prescribedBlocks(
  session: Pick<ProtocolSession, "blocks" | "shorter">,
  { shortVersion: minutes }: Pick<Performance, "shortVersion">,
): readonly Block[] {
  return minutes === undefined ? session.blocks : shortVersion(session, minutes);
}

/** The short versions that are shorter than the session itself, longest first. */
export function shortVersionsUnder(minutes: number): readonly ShortMinutes[] {
  return SHORT_MINUTES.filter((one) => one < minutes).toReversed();
}

/** A set as planned, on each of its sides in turn; of a range of repetitions, the upper end. */
export function plannedSets(block: ExerciseBlock): readonly DoneSet[] {
  const { dose, load } = block;
  const kg = load.by === "weight" ? (load.kg ?? null) : null;
  const each = sidesOf(block).map((side) => ({
    side,
    reps: dose.by === "reps" ? dose.reps.to : null,
    seconds: dose.by === "time" ? dose.seconds : null,
    kg,
  }));
  return Array.from({ length: block.sets }, () => each).flat();
}

/** A chain of easier exercises cannot be longer than this. */
const CHAIN = 20;

/** Every exercise easier than this one, nearest first. */
function easierThan(id: string): readonly string[] {
  const found: string[] = [];
  let at = exerciseOf(id)?.easier ?? null;
  while (at !== null && found.length < CHAIN && !found.includes(at)) {
    found.push(at);
    at = exerciseOf(at)?.easier ?? null;
  }
  return found;
}

/**
 * What she may do instead without asking: anything easier on the same ladder that brings in nothing that needs a
 * physio's word or a landing the planned one does not have. Harder, or another part of the body, is her coach's to plan.
 */
export function swapsFor(id: string): readonly string[] {
  const planned = exerciseOf(id);
  if (!planned) return [];
  return easierThan(id).filter((other) => {
    const instead = exerciseOf(other);
    return (
      instead !== null &&
      (instead.contacts === null || planned.contacts !== null) &&
      instead.cautions.every((caution) => planned.cautions.includes(caution))
    );
  });
}

/**
 * What is wrong with a performance held against what was planned; null when nothing is.
 * @param session what was planned, or null when nobody knows: then exercises cannot be told one by one.
 */
export function performanceRefusal(
  performance: Performance | null,
  session: Pick<ProtocolSession, "blocks" | "shorter"> | null,
): Refusal | null {
  const blocks = session && performance ? prescribedBlocks(session, performance) : [];
  const seen = new Set<number>();
  for (const done of performance?.exercises ?? []) {
    const planned = blocks[done.block];
    if (planned?.type !== "exercise" || seen.has(done.block)) {
      return { code: "exercise_not_planned", exercise: done.exercise };
    }
    seen.add(done.block);
    const wrong = swapRefusal(done, planned) ?? sideRefusal(done, planned);
    if (wrong) return wrong;
  }
  return null;
}

function swapRefusal({ exercise }: DoneExercise, planned: ExerciseBlock): Refusal | null {
  const isAllowed = exercise === planned.exercise || swapsFor(planned.exercise).includes(exercise);
  return isAllowed ? null : { code: "swap_not_allowed", planned: planned.exercise, exercise };
}

/** An easier exercise may work both sides together where the planned one worked each. */
function sideRefusal({ exercise, sets }: DoneExercise, planned: ExerciseBlock): Refusal | null {
  const sides: readonly string[] = sidesOf(planned);
  const isSwapped = exercise !== planned.exercise;
  const wrong = sets.find(({ side }) => !sides.includes(side) && !(isSwapped && side === "both"));
  return wrong ? { code: "side_not_of_exercise", exercise, side: wrong.side } : null;
}

/** The worst pain told with an exercise, 0 when none was. */
function worstPain(performance: Performance | null): number {
  return Math.max(0, ...(performance?.exercises ?? []).map((done) => done.pain ?? 0));
}

/**
 * What she noticed, with the pain she told beside an exercise: a number in a form is never a way round the traffic light.
 * Null when she was not asked and told of none.
 * @param before what an earlier version of the same log had told, which was heard already
 */
export function withPainTold(
  findings: readonly Finding[] | null,
  performance: Performance | null,
  before: Performance | null,
): readonly Finding[] | null {
  const worst = worstPain(performance);
  const told = (findings ?? []).some((row) => row.kind === "pain" && row.level >= worst);
  if (worst <= worstPain(before) || told) return findings;
  return [...(findings ?? []), { kind: "pain", site: "other", level: worst }];
}
