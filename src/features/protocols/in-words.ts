import type { Block, ExerciseBlock, IntervalBlock, Length } from "@/domain/protocols/blocks.ts";
import type { Change, LevelChange } from "@/domain/protocols/change.ts";
import type { Exercise } from "@/domain/protocols/exercise-terms.ts";
import type { Criterion, ProtocolLevel, SymptomRule } from "@/domain/protocols/grammar.ts";
import { blocksSeconds } from "@/domain/protocols/measure.ts";
import type { Problem } from "@/domain/protocols/problems.ts";
import { totalsOf } from "@/domain/protocols/totals.ts";
import type { words } from "@/words/server.ts";

/** The two rooms these sentences are from: a page's own on the server, a hook's in the browser. */
export type ProtocolWords = {
  readonly say: ReturnType<typeof words<"protocols">>;
  readonly tests: ReturnType<typeof words<"tests">>;
};

/** An exercise's name; one the words do not know stands for itself, readable. */
export function exerciseName(w: ProtocolWords, id: string): string {
  const key = `exercise.${id}.name` as Parameters<ProtocolWords["say"]["has"]>[0];
  return w.say.has(key) ? w.say(key as never) : id.replaceAll("_", " ");
}

export type ExerciseSaid = {
  readonly what: string | null;
  readonly how: string | null;
  readonly feel: string | null;
  readonly stopIf: string | null;
  readonly easier: string | null;
  readonly harder: string | null;
  readonly cautions: readonly string[];
  readonly needs: readonly string[];
};

/** All there is to say about a shipped exercise. Easier and harder: another exercise, or what to do differently. */
export function exerciseSaid(w: ProtocolWords, exercise: Exercise): ExerciseSaid {
  const line = (what: string) => {
    const key = `exercise.${exercise.id}.${what}` as Parameters<ProtocolWords["say"]["has"]>[0];
    return w.say.has(key) ? w.say(key as never) : null;
  };
  const towards = (what: "easier" | "harder") => {
    const other = exercise[what];
    return other === null ? line(what) : exerciseName(w, other);
  };
  return {
    what: line("what"),
    how: line("how"),
    feel: line("feel"),
    stopIf: line("stopIf"),
    easier: towards("easier"),
    harder: towards("harder"),
    cautions: exercise.cautions.map((row) => w.say(`caution.${row}`)),
    needs: exercise.equipment.map((row) => w.say(`equipment.${row}`)),
  };
}

/** Seconds as people say them: 45 s, 1 min, 1 min 30 s. */
export function secondsInWords(w: ProtocolWords, seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  if (minutes === 0) return w.say("prescription.time", { seconds: rest });
  const whole = w.say("totals.minutes", { minutes });
  return rest === 0 ? whole : `${whole} ${w.say("prescription.time", { seconds: rest })}`;
}

const lengthInWords = (w: ProtocolWords, length: Length) =>
  length.by === "time" ? secondsInWords(w, length.seconds) : w.say("prescription.metres", length);

const rangeInWords = (
  w: ProtocolWords,
  key: "reps" | "perWeek",
  { from, to }: { from: number; to: number },
) => (from === to ? w.say(`prescription.${key}Same`, { to }) : w.say(`prescription.${key}`, { from, to }));

/** How often a week. */
export const perWeekInWords = (w: ProtocolWords, level: ProtocolLevel) =>
  rangeInWords(w, "perWeek", level.perWeek);

/** One block: what it is, and how much of it. */
export function blockInWords(
  w: ProtocolWords,
  block: Block,
): { readonly title: string; readonly how: string } {
  return block.type === "exercise"
    ? { title: exerciseName(w, block.exercise), how: exerciseInWords(w, block) }
    : { title: w.say(`part.${block.part}`), how: intervalsInWords(w, block) };
}

function exerciseInWords(w: ProtocolWords, block: ExerciseBlock): string {
  const { sets, dose, side, load, tempo, effort, inReserve, restSeconds } = block;
  const parts = [w.say("prescription.sets", { sets })];
  if (dose.by === "time") parts.push(secondsInWords(w, dose.seconds));
  else {
    parts.push(rangeInWords(w, "reps", dose.reps));
    if (dose.holdSeconds) parts.push(w.say("prescription.hold", { seconds: dose.holdSeconds }));
    if (dose.releaseSeconds) parts.push(w.say("prescription.release", { seconds: dose.releaseSeconds }));
  }
  if (side !== "both") parts.push(w.say(`side.${side}`));
  parts.push(loadInWords(w, load));
  if (tempo) parts.push(w.say("prescription.tempo", tempo));
  if (effort) parts.push(w.say("prescription.effort", effort));
  if (inReserve) parts.push(w.say("prescription.inReserve", inReserve));
  if (sets > 1 && restSeconds > 0) parts.push(w.say("prescription.rest", { seconds: restSeconds }));
  return parts.join(", ");
}

function loadInWords(w: ProtocolWords, load: ExerciseBlock["load"]): string {
  switch (load.by) {
    case "body":
      return w.say("load.body");
    case "band":
      return w.say("load.band", { weight: w.say(`weight.${load.weight}`) });
    case "weight":
      return load.kg
        ? w.say("load.kilograms", { kg: load.kg })
        : w.say("load.weight", { weight: w.say(`weight.${load.weight}`) });
    case "rep_max":
      return w.say("load.rep_max", load.reps);
  }
}

type Item = IntervalBlock["items"][number];

/** One interval, or several that are repeated together. */
export function itemInWords(w: ProtocolWords, item: Item): string {
  if (item.type === "group") {
    const what = item.intervals.map((row) => itemInWords(w, row)).join(", ");
    // In brackets: what follows is not repeated with it.
    return `(${w.tests("protocols.repeats", { times: item.repeats, what })})`;
  }
  const parts = [`${w.say(`move.${item.move}`).toLowerCase()} ${lengthInWords(w, item.length)}`];
  if (item.effort) parts.push(`(${w.say("prescription.effort", item.effort)})`);
  return parts.join(" ");
}

function intervalsInWords(w: ProtocolWords, { items, repeats }: IntervalBlock): string {
  const what = items.map((row) => itemInWords(w, row)).join(", ");
  return repeats > 1 ? w.tests("protocols.repeats", { times: repeats, what }) : what;
}

/** What a session asks in all, shortest first said. Minutes are whole, upwards. */
export function totalsInWords(
  w: ProtocolWords,
  session: ProtocolLevel["sessions"][number],
): readonly string[] {
  const { minutes, minutesRun, longestRunMinutes, contacts } = totalsOf(session);
  const up = (value: number) => Math.ceil(value);
  return [
    w.say("totals.minutes", { minutes: up(minutes) }),
    ...(minutesRun > 0
      ? [
          w.say("totals.run", { minutes: up(minutesRun) }),
          w.say("totals.longest", { minutes: up(longestRunMinutes) }),
        ]
      : []),
    ...(contacts > 0 ? [w.say("totals.contacts", { contacts })] : []),
  ];
}

/** Minutes of a level's longest session. */
export function minutesOfLevel(level: ProtocolLevel): number {
  return Math.ceil(Math.max(...level.sessions.map((session) => blocksSeconds(session.blocks))) / 60);
}

export function criterionInWords(w: ProtocolWords, criterion: Criterion): string {
  return w.say(`criterion.${criterion.code}`, { ...criterion });
}

/** What is wrong at a place of a protocol. */
export function problemInWords(say: ProtocolWords["say"], { code, path, bound, names }: Problem): string {
  const list = path.at(-1);
  return say(`problem.${code}`, {
    bound: bound ?? 0,
    names: names?.join(", ") ?? "",
    list: typeof list === "string" ? list : "",
  });
}

/** What the protocol does when something is felt. */
export function ruleInWords(w: ProtocolWords, rule: SymptomRule): readonly string[] {
  return [
    w.say("symptomRule.pelvic"),
    w.say("symptomRule.pain", { green: rule.painGreenMax, amber: rule.painAmberMax }),
    w.say(`symptomRule.doming.${rule.doming}`),
    w.say(`symptomRule.bleedingMore.${rule.bleedingMore}`),
  ];
}

/** Parameters whose figures are seconds. */
const SECONDS = new Set<Change["parameter"]>([
  "walk_length",
  "run_length",
  "recovery",
  "hold",
  "time",
  "rest",
]);
/** Parameters whose figures are counts people know; the others are ranks, which mean nothing as numbers. */
const COUNTS = new Set<Change["parameter"]>([
  "frequency",
  "run_repeats",
  "sets",
  "reps",
  "run_effort",
  "effort",
  "reserve",
]);

/** Each difference from the level before, once; the same change of several exercises is one sentence. */
export function changesInWords(w: ProtocolWords, { changes }: LevelChange): readonly string[] {
  if (changes.length === 0) return [w.say("change.none")];
  return [...new Set(changes.map((row) => changeInWords(w, row)))];
}

function changeInWords(w: ProtocolWords, { parameter, direction, exercise, from, to }: Change): string {
  if (parameter === "exercises" && exercise !== null) {
    const name = { exercise: exerciseName(w, exercise) };
    return direction === "harder"
      ? w.tests("protocols.exerciseNew", name)
      : w.tests("protocols.exerciseGone", name);
  }
  const what = w.say(`change.${parameter}`);
  const towards = w.say(`change.direction.${direction}`);
  const figure = (value: number) => (SECONDS.has(parameter) ? secondsInWords(w, value) : String(value));
  const isFigure = SECONDS.has(parameter) || COUNTS.has(parameter);
  return isFigure && from !== null && to !== null
    ? w.tests("protocols.changeFromTo", { what, from: figure(from), to: figure(to), direction: towards })
    : w.tests("protocols.changeOf", { what, direction: towards });
}
