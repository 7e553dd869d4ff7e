import {
  PRACTICE_FIGURES,
  type PracticeChoices,
  type PracticeFigureId,
} from "@/domain/journey/practice-rules.ts";
import { REVISIT_WAYS, type Way } from "@/domain/journey/revisit-ways.ts";

/** The sheet as it is written: figures as text, a set of tests as "id@version", ways back as they are. */
export type RulesDraft = {
  readonly batteries: { readonly load_impact: string; readonly strength: string };
  readonly figures: { readonly [F in PracticeFigureId]: string };
  readonly revisit: PracticeChoices["revisit"];
  /** "4, 8, 14" */
  readonly babyMonths: string;
};

type Named = PracticeChoices["batteries"]["strength"];
const named = ({ id, version }: Named) => `${id}@${version}`;
function readName(text: string): Named {
  const at = text.lastIndexOf("@");
  return { id: text.slice(0, at), version: Number(text.slice(at + 1)) };
}

/** Saved choices as text. */
export function draftOf({ batteries, figures, revisit, babyMonths }: PracticeChoices): RulesDraft {
  return {
    batteries: { load_impact: named(batteries.load_impact), strength: named(batteries.strength) },
    figures: Object.fromEntries(
      PRACTICE_FIGURES.map(({ id }) => [id, String(figures[id])]),
    ) as RulesDraft["figures"],
    revisit,
    babyMonths: babyMonths.join(", "),
  };
}

/** The sheet as choices, or null while a figure is no number. "6,8" and "6.8" are the same. */
export function readDraft({ batteries, figures, revisit, babyMonths }: RulesDraft): PracticeChoices | null {
  const read = PRACTICE_FIGURES.map(({ id }) => [id, figures[id].trim().replace(",", ".")] as const);
  if (read.some(([, text]) => !/^\d{1,3}(\.\d{1,2})?$/.test(text))) return null;
  const months = babyMonths.split(/[\s,;]+/).filter((text) => text !== "");
  if (months.some((text) => !/^\d{1,3}$/.test(text))) return null;
  return {
    batteries: { load_impact: readName(batteries.load_impact), strength: readName(batteries.strength) },
    figures: Object.fromEntries(read.map(([id, text]) => [id, Number(text)])) as PracticeChoices["figures"],
    revisit,
    babyMonths: months.map(Number),
  };
}

const wayText = ({ on, steps }: Way) => `${on} ${steps.toSorted().join()}`;

/** True when saving would make a difference. */
export function changedBy(saved: PracticeChoices, choices: PracticeChoices): boolean {
  const a = draftOf(saved);
  const b = draftOf(choices);
  return (
    a.batteries.load_impact !== b.batteries.load_impact ||
    a.batteries.strength !== b.batteries.strength ||
    a.babyMonths !== b.babyMonths ||
    PRACTICE_FIGURES.some(({ id }) => a.figures[id] !== b.figures[id]) ||
    REVISIT_WAYS.some(({ trigger }) => wayText(a.revisit[trigger]) !== wayText(b.revisit[trigger]))
  );
}
