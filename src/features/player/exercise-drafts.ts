import type { DoneExercise, DoneSet } from "@/domain/journey/performance.ts";
import type { Block, ExerciseBlock } from "@/domain/protocols/blocks.ts";

/** A set while she types: numbers as text. */
export type SetDraft = { readonly side: DoneSet["side"]; readonly amount: string; readonly kg: string };
export type ExerciseDraft = {
  readonly block: number;
  readonly planned: ExerciseBlock;
  readonly exercise: string;
  readonly sets: readonly SetDraft[];
  readonly isLeftOut: boolean;
  readonly effort: string;
  readonly pain: string;
  readonly note: string;
};

const said = (value: number | null) => (value === null ? "" : String(value));

/** A whole number from 0 to `most`, null for nothing said; undefined for what is no such number. */
export function wholeFrom(text: string, most: number): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (!/^\d{1,4}$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return value <= most ? value : undefined;
}

/** Kilograms with at most two decimals, comma or point; null for nothing said, undefined for nonsense. */
export function kilogramsFrom(text: string): number | null | undefined {
  const trimmed = text.trim().replace(",", ".");
  if (trimmed === "") return null;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return value <= 300 ? value : undefined;
}

/** Whether a weight is asked: for what is lifted, or was told before. */
export function hasWeight({ planned, sets }: Pick<ExerciseDraft, "planned" | "sets">): boolean {
  return planned.load.by === "weight" || planned.load.by === "rep_max" || sets.some((set) => set.kg !== "");
}

/** Another weight for one set goes for those after it that had the same: nobody types it six times with one hand. */
export function withWeight(sets: readonly SetDraft[], at: number, kg: string): readonly SetDraft[] {
  const before = sets[at]?.kg;
  return sets.map((set, index) => (index === at || (index > at && set.kg === before) ? { ...set, kg } : set));
}

const mostOf = ({ dose }: ExerciseBlock) => (dose.by === "time" ? 1800 : 100);

/** What she did as a form has it. */
export function draftsOf(
  blocks: readonly Block[],
  exercises: readonly DoneExercise[],
): readonly ExerciseDraft[] {
  return exercises.flatMap(({ block: at, exercise, sets, effort, pain, note }) => {
    const planned = blocks[at];
    if (planned?.type !== "exercise") return [];
    const drafts = sets.map(({ side, reps, seconds, kg }) => ({
      side,
      amount: said(planned.dose.by === "time" ? seconds : reps),
      kg: said(kg),
    }));
    return [
      {
        block: at,
        planned,
        exercise,
        sets: drafts,
        isLeftOut: sets.length === 0,
        effort: said(effort),
        pain: said(pain),
        note: note ?? "",
      },
    ];
  });
}

/** What is wrong with a draft, field by field; empty when nothing is. `set` counts from 0. */
export function problemsOf(draft: ExerciseDraft): ReadonlySet<string> {
  const wrong = new Set<string>();
  if (wholeFrom(draft.effort, 10) === undefined) wrong.add("effort");
  if (wholeFrom(draft.pain, 10) === undefined) wrong.add("pain");
  if (draft.isLeftOut) return wrong;
  for (const [at, { amount, kg }] of draft.sets.entries()) {
    if (wholeFrom(amount, mostOf(draft.planned)) === undefined) wrong.add(`amount ${at}`);
    if (kilogramsFrom(kg) === undefined) wrong.add(`kg ${at}`);
  }
  return wrong;
}

/** The exercises as they are sent; call when there is no problem. */
export function exercisesFrom(drafts: readonly ExerciseDraft[]): DoneExercise[] {
  return drafts.map(({ block, planned, exercise, sets, isLeftOut, effort, pain, note }) => {
    const most = mostOf(planned);
    const isTimed = planned.dose.by === "time";
    return {
      block,
      exercise,
      sets: isLeftOut
        ? []
        : sets.map(({ side, amount, kg }) => {
            const value = wholeFrom(amount, most) ?? null;
            return {
              side,
              reps: isTimed ? null : value,
              seconds: isTimed ? value : null,
              kg: kilogramsFrom(kg) ?? null,
            };
          }),
      effort: wholeFrom(effort, 10) ?? null,
      pain: wholeFrom(pain, 10) ?? null,
      note: note.trim() || null,
    };
  });
}
