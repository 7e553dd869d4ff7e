import type { Block, ExerciseBlock } from "./blocks.ts";
import type { Exercise } from "./exercise-terms.ts";
import { exerciseOf } from "./exercises.ts";
import type { ProtocolSession } from "./grammar.ts";
import { blocksSeconds, longestRunSeconds, runSeconds, sidesOf, walkSeconds } from "./measure.ts";

/** What a session asks. Minutes are exact (they may have a fraction); rests and getting into position count. */
export type Totals = {
  readonly minutes: number;
  /** Without warm-up and cool-down: the figure tables of walk/run plans print. */
  readonly minutesMain: number;
  readonly minutesRun: number;
  readonly minutesWalk: number;
  readonly longestRunMinutes: number;
  /** Landings of hops, drops and jogging on the spot; steps of running are not counted here. */
  readonly contacts: number;
};

/** How an exercise is found by its id: shipped ones, or a practice's own. */
export type ExerciseBook = (id: string) => Exercise | null;

/** What a session asks in all. */
export function totalsOf(session: Pick<ProtocolSession, "blocks">, book: ExerciseBook = exerciseOf): Totals {
  const main = session.blocks.filter((block) => block.part === "main");
  return {
    minutes: blocksSeconds(session.blocks) / 60,
    minutesMain: blocksSeconds(main) / 60,
    minutesRun: runSeconds(session.blocks) / 60,
    minutesWalk: walkSeconds(session.blocks) / 60,
    longestRunMinutes: longestRunSeconds(session.blocks) / 60,
    contacts: session.blocks.reduce((sum, block) => sum + contactsOf(block, book), 0),
  };
}

/** True when the session lands on the pelvic floor: running, or any hop. Its day after is asked about. */
export function hasImpact(
  session: Pick<ProtocolSession, "blocks">,
  book: ExerciseBook = exerciseOf,
): boolean {
  const totals = totalsOf(session, book);
  return totals.minutesRun > 0 || totals.contacts > 0;
}

function contactsOf(block: Block, book: ExerciseBook): number {
  if (block.type !== "exercise") return 0;
  const known = book(block.exercise);
  // Nobody knows the exercise: better to ask about the day after once too often.
  const contacts = known ? known.contacts : { per: "rep" as const, count: 1 };
  if (!contacts) return 0;
  return Math.ceil(block.sets * sidesOf(block).length * countOf(block, contacts));
}

/** Landings in one set of one side; work by time counts as a landing a second when the exercise counts by repetition. */
function countOf({ dose }: ExerciseBlock, contacts: NonNullable<Exercise["contacts"]>): number {
  return contacts.count * (dose.by === "reps" ? dose.reps.to : dose.seconds);
}
