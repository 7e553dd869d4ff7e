"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { AREAS, CAUTIONS, EQUIPMENT, type Exercise } from "@/domain/protocols/exercise-terms.ts";
import { EXERCISES } from "@/domain/protocols/exercises.ts";
import { Badge } from "@/ui/badge.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Drawing } from "@/ui/drawing/drawing.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { exerciseName, exerciseSaid } from "../in-words.ts";
import { useProtocolWords } from "./context.tsx";

type Filter = {
  readonly text: string;
  readonly area: string;
  readonly needs: string;
  readonly without: string;
};
const ALL: Filter = { text: "", area: "", needs: "", without: "" };
const BOOK: readonly Exercise[] = EXERCISES;

/** Finds one of the exercises: by a word, by what it is for, by what is at hand, by what must not be. */
export function ExercisePicker(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onPick: (exercise: Exercise) => void;
}) {
  const t = useTranslations("protocols");
  const [filter, setFilter] = useState(ALL);
  const found = useFound(props.open ? filter : null);
  const set = (part: Partial<Filter>) => setFilter({ ...filter, ...part });
  const any = { value: "", label: t("builder.pick.any") };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      width="wide"
      title={t("builder.pick.title")}
      words={{ close: t("builder.close") }}
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <TextInput
          type="search"
          label={t("builder.pick.search")}
          value={filter.text}
          onChange={(event) => set({ text: event.target.value })}
        />
        <Select
          label={t("builder.pick.area")}
          value={filter.area}
          onChange={(event) => set({ area: event.target.value })}
          options={[any, ...AREAS.map((value) => ({ value, label: t(`area.${value}`) }))]}
        />
        <Select
          label={t("builder.pick.needs")}
          value={filter.needs}
          onChange={(event) => set({ needs: event.target.value })}
          options={[
            any,
            { value: "nothing", label: t("builder.pick.nothing") },
            ...EQUIPMENT.map((value) => ({ value, label: t(`equipment.${value}`) })),
          ]}
        />
        <Select
          label={t("builder.pick.without")}
          value={filter.without}
          onChange={(event) => set({ without: event.target.value })}
          options={[any, ...CAUTIONS.map((value) => ({ value, label: t(`builder.caution.${value}`) }))]}
        />
      </div>
      <p role="status" className="my-4 text-ink-soft">
        {t("builder.pick.found", { count: found.length })}
      </p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {found.map((exercise) => (
          <li key={exercise.id}>
            <Choice exercise={exercise} onPick={props.onPick} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** A picker that is shut looks for nothing: every exercise of a draft has one. */
function useFound(filter: Filter | null): readonly Exercise[] {
  const w = useProtocolWords();
  if (!filter) return [];
  const wanted = filter.text.trim().toLowerCase();
  return BOOK.filter(({ id, area, equipment, cautions }) => {
    if (filter.area !== "" && area !== filter.area) return false;
    if (filter.needs === "nothing" && equipment.length > 0) return false;
    const isOther = filter.needs !== "" && filter.needs !== "nothing";
    if (isOther && !equipment.some((row) => row === filter.needs)) return false;
    if (cautions.some((row) => row === filter.without)) return false;
    return wanted === "" || exerciseName(w, id).toLowerCase().includes(wanted);
  });
}

function Choice({ exercise, onPick }: { exercise: Exercise; onPick: (exercise: Exercise) => void }) {
  const w = useProtocolWords();
  const said = exerciseSaid(w, exercise);
  return (
    <button
      type="button"
      onClick={() => onPick(exercise)}
      className="flex h-full w-full cursor-pointer items-start gap-4 rounded-control border border-line-strong bg-raised p-3 text-start hover:border-primary hover:bg-primary-soft"
    >
      <Drawing of={exercise.id} label={null} className="w-18 shrink-0" />
      <span className="min-w-0">
        <span className="block font-semibold">{exerciseName(w, exercise.id)}</span>
        <span className="block text-ink-soft text-sm">{said.what}</span>
        <span className="mt-1 flex flex-wrap gap-1.5">
          <Badge size="small">{w.say(`area.${exercise.area}`)}</Badge>
          {exercise.cautions.map((caution) => (
            <Badge key={caution} size="small" tone="wait">
              {w.say(`builder.caution.${caution}`)}
            </Badge>
          ))}
        </span>
      </span>
    </button>
  );
}
