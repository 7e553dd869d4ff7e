"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { plannedSets, swapsFor } from "@/domain/journey/performance.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import { Select } from "@/ui/select.tsx";
import { NumberInput, TextInput } from "@/ui/text-input.tsx";
import { type ExerciseDraft, hasWeight, problemsOf, type SetDraft, withWeight } from "./exercise-drafts.ts";
import { useExerciseName, usePrescription } from "./outline.tsx";

type Change = (draft: ExerciseDraft) => void;

/** Each exercise of the session, what was planned over what she did; folded until she opens it. */
export function ExercisesForm({
  drafts,
  showErrors,
  onChange,
}: {
  drafts: readonly ExerciseDraft[];
  showErrors: boolean;
  onChange: (drafts: readonly ExerciseDraft[]) => void;
}) {
  const t = useTranslations("mum");
  if (drafts.length === 0) return null;
  return (
    <fieldset>
      <legend className="font-semibold">{t("session.after.each")}</legend>
      <ul className="mt-2 divide-y divide-line border-line border-y">
        {drafts.map((draft) => (
          <li key={draft.block} className="py-1.5">
            <ExerciseForm
              draft={draft}
              showErrors={showErrors}
              onChange={(next) => onChange(drafts.map((row) => (row.block === next.block ? next : row)))}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

type FormProps = { draft: ExerciseDraft; showErrors: boolean; onChange: Change };

function ExerciseForm({ draft, showErrors, onChange }: FormProps) {
  const t = useTranslations("mum");
  const name = useExerciseName();
  const prescription = usePrescription();
  const { planned, exercise, isLeftOut } = draft;
  const wrong = problemsOf(draft);
  const swaps = swapsFor(planned.exercise);
  // Opened where something is wrong, and left to her from then on.
  const [wasWrong, setWasWrong] = useState(false);
  if (showErrors && wrong.size > 0 && !wasWrong) setWasWrong(true);
  const error = (field: string) =>
    showErrors && wrong.has(field) ? t("session.after.numberError") : undefined;
  return (
    <Disclosure
      open={wasWrong ? true : undefined}
      summary={t(isLeftOut ? "session.after.leftOutLine" : "session.after.exerciseLine", {
        name: name(exercise),
      })}
    >
      <div className="space-y-4 pb-3">
        <p className="text-ink-soft">{t("session.after.plannedLine", { what: prescription(planned) })}</p>
        <Checkbox
          label={t("session.after.leftOut")}
          checked={isLeftOut}
          onChange={(event) => onChange(leftOut(draft, event.target.checked))}
        />
        {!isLeftOut && (
          <>
            {swaps.length > 0 && (
              <Select
                label={t("session.after.instead")}
                value={exercise}
                options={[planned.exercise, ...swaps].map((id) => ({ value: id, label: name(id) }))}
                onChange={(event) => onChange({ ...draft, exercise: event.target.value })}
              />
            )}
            <Sets draft={draft} error={error} onChange={onChange} />
          </>
        )}
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <NumberInput
            label={t("session.after.howHard")}
            value={draft.effort}
            onChange={(event) => onChange({ ...draft, effort: event.target.value })}
            error={error("effort") && t("session.after.scaleError")}
          />
          <NumberInput
            label={t("session.after.pain")}
            value={draft.pain}
            onChange={(event) => onChange({ ...draft, pain: event.target.value })}
            error={error("pain") && t("session.after.scaleError")}
          />
        </div>
        <TextInput
          label={t("session.after.note")}
          value={draft.note}
          maxLength={600}
          onChange={(event) => onChange({ ...draft, note: event.target.value })}
        />
      </div>
    </Disclosure>
  );
}

/** Left out has no sets; taken in again it has those that were planned. */
function leftOut(draft: ExerciseDraft, isLeftOut: boolean): ExerciseDraft {
  if (isLeftOut || draft.sets.length > 0) return { ...draft, isLeftOut };
  const isTimed = draft.planned.dose.by === "time";
  const sets = plannedSets(draft.planned).map(({ side, reps, seconds, kg }) => ({
    side,
    amount: String((isTimed ? seconds : reps) ?? ""),
    kg: String(kg ?? ""),
  }));
  return { ...draft, isLeftOut, sets };
}

function Sets({
  draft,
  error,
  onChange,
}: {
  draft: ExerciseDraft;
  error: (field: string) => string | undefined;
  onChange: Change;
}) {
  const t = useTranslations("mum");
  const { sets, planned } = draft;
  const sides = planned.side === "each" ? 2 : 1;
  const isTimed = planned.dose.by === "time";
  const change = (at: number, set: Partial<SetDraft>) =>
    onChange({ ...draft, sets: sets.map((row, index) => (index === at ? { ...row, ...set } : row)) });
  return (
    <ol className="space-y-4">
      {sets.map((set, at) => (
        // Sets have no id; their place is what they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order
        <li key={at} className="flex flex-wrap gap-x-4 gap-y-3">
          <NumberInput
            label={t("session.after.setOf", { number: Math.floor(at / sides) + 1, side: set.side })}
            unit={t(isTimed ? "session.after.seconds" : "session.after.times")}
            value={set.amount}
            onChange={(event) => change(at, { amount: event.target.value })}
            error={error(`amount ${at}`)}
          />
          {hasWeight(draft) && (
            <NumberInput
              decimal
              label={t("session.after.weight")}
              value={set.kg}
              onChange={(event) => onChange({ ...draft, sets: withWeight(sets, at, event.target.value) })}
              error={error(`kg ${at}`)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
