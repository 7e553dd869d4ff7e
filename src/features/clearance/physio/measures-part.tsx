import { useTranslations } from "use-intl";
import { MEASURE_GROUPS, MEASURES, type MeasureId, readMeasure } from "@/domain/clearance/measures.ts";
import { Disclosure } from "@/ui/disclosure.tsx";
import { Select } from "@/ui/select.tsx";
import { NumberInput } from "@/ui/text-input.tsx";
import type { PartProps } from "./found-part.tsx";

/** Her numbers, drawn from the list of scales. All optional and folded away: her letter usually has them. */
export function MeasuresPart({ draft, set, errorOf }: PartProps) {
  const t = useTranslations("physio.form.measures");
  const write = (id: MeasureId, value: string) => set({ measures: { ...draft.measures, [id]: value } });
  const problem = errorOf("measures");
  return (
    <Disclosure summary={t("title")} open={problem !== undefined || Object.keys(draft.measures).length > 0}>
      <p className="mb-4 text-ink-soft">{t("lead")}</p>
      {MEASURE_GROUPS.map((group) => (
        <fieldset key={group} className="mb-6">
          <legend className="mb-2 font-semibold">{t(`group.${group}`)}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            {MEASURES.filter((row) => row.group === group).map((measure) => {
              const typed = draft.measures[measure.id] ?? "";
              return measure.kind === "choice" ? (
                <Select
                  key={measure.id}
                  label={t(`name.${measure.id}`)}
                  placeholder={t("notMeasured")}
                  value={typed}
                  options={measure.choices.map((value) => ({ value, label: t(`choice.${value}`) }))}
                  onChange={(event) => write(measure.id, event.target.value)}
                />
              ) : (
                <NumberInput
                  key={measure.id}
                  label={t(`name.${measure.id}`)}
                  unit={measure.unit ?? undefined}
                  decimal={measure.step < 1 || measure.min < 0}
                  maxLength={6}
                  // Said as soon as it stands there: a scale is easier to keep to while she reads it off.
                  error={
                    readMeasure(measure, typed) === undefined
                      ? t("range", { min: measure.min, max: measure.max, step: measure.step })
                      : undefined
                  }
                  value={typed}
                  onChange={(event) => write(measure.id, event.target.value)}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
    </Disclosure>
  );
}
