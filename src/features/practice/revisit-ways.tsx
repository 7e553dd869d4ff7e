"use client";

import { useTranslations } from "use-intl";
import { REVISIT_WAYS, type Way, type WayRow, type Ways } from "@/domain/journey/revisit-ways.ts";
import { STEP_IDS, type StepId } from "@/domain/journey/steps.ts";
import { Checkbox } from "@/ui/checkbox.tsx";

type Props = { ways: Ways; onChange: (ways: Ways) => void };

/** What leads back to which steps. What is an answer of safety is shown and cannot be taken away. */
export function RevisitWays({ ways, onChange }: Props) {
  const t = useTranslations("physio.practice.rules.ways");
  return (
    <fieldset>
      <legend className="font-heading text-xl">{t("title")}</legend>
      <p className="mt-1 text-ink-soft">{t("lead")}</p>
      <ul className="mt-4 divide-y divide-line">
        {REVISIT_WAYS.map((row) => (
          <li key={row.trigger} className="py-4">
            <OneWay
              row={row}
              way={ways[row.trigger]}
              onChange={(way) => onChange({ ...ways, [row.trigger]: way })}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

type OneProps = { row: WayRow; way: Way; onChange: (way: Way) => void };

function OneWay({ row, way, onChange }: OneProps) {
  const t = useTranslations("physio.practice.rules.ways");
  const steps = useTranslations("journey.steps");
  const isNeeded = (step: StepId) => row.needed.includes(step);
  const offered = STEP_IDS.filter(
    (step) => !isNeeded(step) && (row.steps.includes(step) || row.more.includes(step)),
  );
  const toggled = (step: StepId) =>
    way.steps.includes(step)
      ? way.steps.filter((one) => one !== step)
      : STEP_IDS.filter((one) => one === step || way.steps.includes(one));
  return (
    <fieldset>
      <legend className="font-semibold">{t(`when.${row.trigger}`)}</legend>
      <p className="text-ink-soft text-sm">{t(`then.${row.trigger}`)}</p>
      {row.mayBeOff && (
        <Checkbox
          label={t("suggest")}
          checked={way.on}
          onChange={(event) => onChange({ ...way, on: event.target.checked })}
        />
      )}
      {row.needed.length > 0 && (
        <p className="mt-1">
          {t("always", { steps: row.needed.map((step) => steps(`${step}.title`)).join(", ") })}
        </p>
      )}
      {offered.length > 0 && (
        <div className="flex flex-wrap gap-x-6">
          {offered.map((step) => (
            <Checkbox
              key={step}
              label={steps(`${step}.title`)}
              checked={way.steps.includes(step)}
              disabled={!way.on}
              onChange={() => onChange({ ...way, steps: toggled(step) })}
            />
          ))}
        </div>
      )}
      <p className="text-ink-soft text-sm">{t("source", { source: row.source })}</p>
    </fieldset>
  );
}
