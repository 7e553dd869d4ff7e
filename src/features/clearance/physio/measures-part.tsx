import { useTranslations } from "use-intl";
import {
  changeOf,
  type Measure,
  MEASURE_GROUPS,
  MEASURES,
  type MeasureId,
  readMeasure,
} from "@/domain/clearance/measures.ts";
import { DateInput } from "@/ui/date-input.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import { Select } from "@/ui/select.tsx";
import { NumberInput, TextInput } from "@/ui/text-input.tsx";
import { dayInWords } from "@/words/days.ts";
import { sayMeasure } from "@/words/say-measure.ts";
import type { PartProps } from "./found-part.tsx";
import type { View } from "./view.ts";

type Last = View["lastAssessment"];

/**
 * Her numbers, drawn from the list of scales. All optional and folded away by what they are about: her letter usually has
 * them. A group that holds something, or something wrong, is open.
 */
export function MeasuresPart({ draft, set, last }: PartProps & { last: Last }) {
  const t = useTranslations("physio.form.measures");
  const write = (id: MeasureId, value: string) => set({ measures: { ...draft.measures, [id]: value } });
  const hintOf = useHint(last);
  return (
    <section aria-labelledby="measures">
      <h3 id="measures" className="mb-1 font-sans font-semibold text-base">
        {t("title")}
      </h3>
      <p className="mb-2 text-ink-soft text-sm">{t("lead")}</p>
      {MEASURE_GROUPS.map((group) => {
        const rows = MEASURES.filter((row) => row.group === group);
        return (
          <Disclosure
            key={group}
            summary={t(`group.${group}`)}
            open={rows.some(({ id }) => id in draft.measures)}
          >
            <fieldset aria-label={t(`group.${group}`)} className="mb-4 grid gap-4 sm:grid-cols-2">
              {rows.map((measure) => {
                const typed = draft.measures[measure.id] ?? "";
                return (
                  <Field
                    key={measure.id}
                    id={measure.id}
                    measure={measure}
                    typed={typed}
                    hint={hintOf(measure.id, measure, typed)}
                    onWrite={(value) => write(measure.id, value)}
                  />
                );
              })}
            </fieldset>
          </Disclosure>
        );
      })}
    </section>
  );
}

/** What she measured last time, and how it went since. */
function useHint(last: Last) {
  const t = useTranslations("physio.form.measures");
  return (id: MeasureId, measure: Measure, typed: string): string | undefined => {
    const before = last?.measures?.values[id];
    if (before === undefined || !last) return undefined;
    const value = sayMeasure(measure, before, (word) => t(`choice.${word as "yes"}`));
    const change = changeOf(readMeasure(measure, typed), before);
    const day = dayInWords(last.assessedOn);
    return change === null
      ? t("lastTime", { day, value })
      : t("since", { day, value, change: `${change > 0 ? "+" : "−"}${Math.abs(change)}` });
  };
}

type FieldProps = {
  readonly id: MeasureId;
  readonly measure: Measure;
  readonly typed: string;
  readonly hint: string | undefined;
  readonly onWrite: (value: string) => void;
};

function Field({ id, measure, typed, hint, onWrite }: FieldProps) {
  const t = useTranslations("physio.form.measures");
  const f = useTranslations("physio.form");
  const shared = { label: t(`name.${id}`), hint, value: typed };
  // Said as soon as it stands there: a scale is easier to keep to while she reads it off.
  const isOff = readMeasure(measure, typed) === undefined;
  switch (measure.kind) {
    case "choice":
    case "grade":
      return (
        <Select
          {...shared}
          placeholder={t("notMeasured")}
          options={
            measure.kind === "grade"
              ? measure.grades.map((value) => ({ value, label: value.replace("-", "−") }))
              : measure.choices.map((value) => ({ value, label: t(`choice.${value as "yes"}`) }))
          }
          onChange={(event) => onWrite(event.target.value)}
        />
      );
    case "text":
      return (
        <TextInput {...shared} maxLength={measure.max} onChange={(event) => onWrite(event.target.value)} />
      );
    case "day":
      return (
        <DateInput
          {...shared}
          words={{ day: f("words.day"), month: f("words.month"), year: f("words.year") }}
          onChange={onWrite}
        />
      );
    case "number":
      return (
        <NumberInput
          {...shared}
          unit={measure.unit ?? undefined}
          decimal={measure.step < 1 || measure.min < 0}
          maxLength={6}
          error={isOff ? t("range", { min: measure.min, max: measure.max, step: measure.step }) : undefined}
          onChange={(event) => onWrite(event.target.value)}
        />
      );
  }
}
