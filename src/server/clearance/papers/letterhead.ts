import type { Day } from "../../../domain/shared/day.ts";
import type { Paper, Part } from "../../../lib/pdf/paper.ts";
import { dayInWords } from "../../../words/days.ts";
import { LOCALE } from "../../../words/locale.ts";
import { words } from "../../../words/server.ts";

const p = words("papers");

type Letter = {
  readonly title: string;
  readonly practice: string;
  readonly to: readonly (string | null)[];
  readonly today: Day;
  readonly foot: string;
  readonly parts: readonly Part[];
  readonly madeAt: Date;
};

/** A paper of this practice: its head, to whom, the day, and what stands on every page. */
export function onLetterhead({ title, practice, to, today, foot, parts, madeAt }: Letter): Paper {
  return {
    title,
    lang: LOCALE,
    head: { name: practice, lines: [p("madeOn", { date: dayInWords(today, "year") })] },
    to: to.filter((line) => line !== null),
    parts,
    foot,
    pageOf: (page, pages) => p("page", { page, pages }),
    madeAt,
  };
}
