import type { Block, ExerciseBlock, IntervalBlock, Length } from "@/domain/protocols/blocks.ts";
import type { Change, LevelChange } from "@/domain/protocols/change.ts";
import type { Exercise } from "@/domain/protocols/exercises.ts";
import type { Criterion, ProtocolLevel, SymptomRule } from "@/domain/protocols/grammar.ts";
import { blocksSeconds } from "@/domain/protocols/measure.ts";
import { totalsOf } from "@/domain/protocols/totals.ts";
import { words } from "@/words/server.ts";

const say = words("protocols");
const tests = words("tests");

/** An exercise's name; one the words do not know stands for itself, readable. */
export function exerciseName(id: string): string {
  const key = `exercise.${id}.name` as Parameters<typeof say.has>[0];
  return say.has(key) ? say(key as never) : id.replaceAll("_", " ");
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
export function exerciseSaid(exercise: Exercise): ExerciseSaid {
  const line = (what: string) => {
    const key = `exercise.${exercise.id}.${what}` as Parameters<typeof say.has>[0];
    return say.has(key) ? say(key as never) : null;
  };
  const towards = (what: "easier" | "harder") => {
    const other = exercise[what];
    return other === null ? line(what) : exerciseName(other);
  };
  return {
    what: line("what"),
    how: line("how"),
    feel: line("feel"),
    stopIf: line("stopIf"),
    easier: towards("easier"),
    harder: towards("harder"),
    cautions: exercise.cautions.map((row) => say(`caution.${row}`)),
    needs: exercise.equipment.map((row) => say(`equipment.${row}`)),
  };
}

/** Seconds as people say them: 45 s, 1 min, 1 min 30 s. */
export function secondsInWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  if (minutes === 0) return say("prescription.time", { seconds: rest });
  const whole = say("totals.minutes", { minutes });
  return rest === 0 ? whole : `${whole} ${say("prescription.time", { seconds: rest })}`;
}

const lengthInWords = (length: Length) =>
  length.by === "time" ? secondsInWords(length.seconds) : say("prescription.metres", length);

const rangeInWords = (key: "reps" | "perWeek", { from, to }: { from: number; to: number }) =>
  from === to ? say(`prescription.${key}Same`, { to }) : say(`prescription.${key}`, { from, to });

/** How often a week. */
export const perWeekInWords = (level: ProtocolLevel) => rangeInWords("perWeek", level.perWeek);

/** One block: what it is, and how much of it. */
export function blockInWords(block: Block): { readonly title: string; readonly how: string } {
  return block.type === "exercise"
    ? { title: exerciseName(block.exercise), how: exerciseInWords(block) }
    : { title: say(`part.${block.part}`), how: intervalsInWords(block) };
}

function exerciseInWords(block: ExerciseBlock): string {
  const { sets, dose, side, load, tempo, effort, inReserve, restSeconds } = block;
  const parts = [say("prescription.sets", { sets })];
  if (dose.by === "time") parts.push(secondsInWords(dose.seconds));
  else {
    parts.push(rangeInWords("reps", dose.reps));
    if (dose.holdSeconds) parts.push(say("prescription.hold", { seconds: dose.holdSeconds }));
    if (dose.releaseSeconds) parts.push(say("prescription.release", { seconds: dose.releaseSeconds }));
  }
  if (side !== "both") parts.push(say(`side.${side}`));
  parts.push(loadInWords(load));
  if (tempo) parts.push(say("prescription.tempo", tempo));
  if (effort) parts.push(say("prescription.effort", effort));
  if (inReserve) parts.push(say("prescription.inReserve", inReserve));
  if (sets > 1 && restSeconds > 0) parts.push(say("prescription.rest", { seconds: restSeconds }));
  return parts.join(", ");
}

function loadInWords(load: ExerciseBlock["load"]): string {
  switch (load.by) {
    case "body":
      return say("load.body");
    case "band":
      return say("load.band", { weight: say(`weight.${load.weight}`) });
    case "weight":
      return load.kg
        ? say("load.kilograms", { kg: load.kg })
        : say("load.weight", { weight: say(`weight.${load.weight}`) });
    case "rep_max":
      return say("load.rep_max", load.reps);
  }
}

type Item = IntervalBlock["items"][number];

function itemInWords(item: Item): string {
  if (item.type === "group") {
    const what = item.intervals.map(itemInWords).join(", ");
    return tests("protocols.repeats", { times: item.repeats, what });
  }
  const parts = [`${say(`move.${item.move}`).toLowerCase()} ${lengthInWords(item.length)}`];
  if (item.effort) parts.push(`(${say("prescription.effort", item.effort)})`);
  return parts.join(" ");
}

function intervalsInWords({ items, repeats }: IntervalBlock): string {
  const what = items.map(itemInWords).join(", ");
  return repeats > 1 ? tests("protocols.repeats", { times: repeats, what }) : what;
}

/** What a session asks in all, shortest first said. Minutes are whole, upwards. */
export function totalsInWords(session: ProtocolLevel["sessions"][number]): readonly string[] {
  const { minutes, minutesRun, longestRunMinutes, contacts } = totalsOf(session);
  const up = (value: number) => Math.ceil(value);
  return [
    say("totals.minutes", { minutes: up(minutes) }),
    ...(minutesRun > 0
      ? [
          say("totals.run", { minutes: up(minutesRun) }),
          say("totals.longest", { minutes: up(longestRunMinutes) }),
        ]
      : []),
    ...(contacts > 0 ? [say("totals.contacts", { contacts })] : []),
  ];
}

/** Minutes of a level's longest session. */
export function minutesOfLevel(level: ProtocolLevel): number {
  return Math.ceil(Math.max(...level.sessions.map((session) => blocksSeconds(session.blocks))) / 60);
}

export function criterionInWords(criterion: Criterion): string {
  return say(`criterion.${criterion.code}`, { ...criterion });
}

/** What the protocol does when something is felt. */
export function ruleInWords(rule: SymptomRule): readonly string[] {
  return [
    say("symptomRule.pelvic"),
    say("symptomRule.pain", { green: rule.painGreenMax, amber: rule.painAmberMax }),
    say(`symptomRule.doming.${rule.doming}`),
    say(`symptomRule.bleedingMore.${rule.bleedingMore}`),
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
]);

/** Each difference from the level before, once; the same change of several exercises is one sentence. */
export function changesInWords({ changes }: LevelChange): readonly string[] {
  if (changes.length === 0) return [say("change.none")];
  return [...new Set(changes.map(changeInWords))];
}

function changeInWords({ parameter, direction, exercise, from, to }: Change): string {
  if (parameter === "exercises" && exercise !== null) {
    const name = { exercise: exerciseName(exercise) };
    return direction === "harder"
      ? tests("protocols.exerciseNew", name)
      : tests("protocols.exerciseGone", name);
  }
  const what = say(`change.${parameter}`);
  const towards = say(`change.direction.${direction}`);
  const figure = (value: number) => (SECONDS.has(parameter) ? secondsInWords(value) : String(value));
  const isFigure = SECONDS.has(parameter) || COUNTS.has(parameter);
  return isFigure && from !== null && to !== null
    ? tests("protocols.changeFromTo", { what, from: figure(from), to: figure(to), direction: towards })
    : tests("protocols.changeOf", { what, direction: towards });
}
