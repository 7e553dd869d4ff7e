"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { BatteryKind } from "@/domain/journey/reasons.ts";
import { type Day, isDay } from "@/domain/shared/day.ts";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { Notice } from "@/ui/notice.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { outcomesOf } from "./draft.ts";
import { TestFields } from "./test-fields.tsx";
import type { Saving } from "./use-save-battery.ts";

const KINDS: readonly BatteryKind[] = ["load_impact", "strength"];

/** The sheet: which tests, which day, and a row for each test with its sides beside each other. */
export function BatteryForm({ formId, today, saving }: { formId: string; today: Day; saving: Saving }) {
  const t = useTranslations("tests");
  const form = useRef<HTMLFormElement>(null);
  useFirstProblem(form, saving);
  const { battery, draft, tries } = saving;
  const outcomes = outcomesOf(battery, draft);
  return (
    <form
      ref={form}
      id={formId}
      noValidate
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault();
        saving.submit(today);
      }}
    >
      <div className="grid gap-6 sm:grid-cols-[minmax(0,1fr)_auto]">
        <RadioCards
          name="battery"
          label={t("record.which")}
          columns={2}
          value={saving.kind}
          onChange={(event) => saving.setKind(event.target.value as BatteryKind)}
          choices={KINDS.map((kind) => ({ value: kind, label: t(`battery.${kind}`) }))}
        />
        <DayField today={today} saving={saving} />
      </div>
      <ol className="divide-y divide-line border-line border-y">
        {battery.tests.map((test) => (
          <TestFields
            key={test.key}
            test={test}
            draft={draft}
            outcomes={outcomes.filter((row) => row.test === test.key)}
            showProblems={tries > 0}
            onChange={saving.setSide}
          />
        ))}
      </ol>
      <p className="text-ink-soft text-sm">{t("record.emergency")}</p>
      <Problem saving={saving} />
    </form>
  );
}

function DayField({ today, saving }: { today: Day; saving: Saving }) {
  const t = useTranslations("tests");
  const say = useSay("coach");
  const value = saving.day ?? today;
  const refusal = refusalOf(saving.error);
  const error = () => {
    if (saving.tries > 0 && !isDay(value)) return t("record.dayWrong");
    if (saving.tries > 0 && isDay(value) && value > today)
      return say.refusal({ code: "day_in_future", field: "doneOn", day: value });
    return refusal && "field" in refusal && refusal.field === "doneOn" ? say.refusal(refusal) : undefined;
  };
  return (
    <DateInput
      label={t("record.day")}
      value={value}
      onChange={saving.setDay}
      error={error() ?? undefined}
      words={{
        day: t("record.dayParts.day"),
        month: t("record.dayParts.month"),
        year: t("record.dayParts.year"),
      }}
    />
  );
}

/** What belongs to no field: nothing written, a refusal, no connection. */
function Problem({ saving }: { saving: Saving }) {
  const t = useTranslations("tests");
  const say = useSay("coach");
  if (saving.tries > 0 && saving.isEmpty)
    return (
      <Notice tone="wait" live>
        {t("record.nothing")}
      </Notice>
    );
  if (!saving.error) return null;
  const refusal = refusalOf(saving.error);
  if (refusal && "field" in refusal && refusal.field === "doneOn") return null;
  return (
    <Notice tone="stop" live>
      {(refusal && say.refusal(refusal)) ?? t("record.failed")}
    </Notice>
  );
}

/** After a save that could not be: to the first thing to mend. */
function useFirstProblem(form: React.RefObject<HTMLFormElement | null>, { tries, error }: Saving) {
  useEffect(() => {
    if (tries === 0 && !error) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
    const control = wrong?.matches("input, select")
      ? wrong
      : wrong?.querySelector<HTMLElement>("input, select");
    control?.focus();
    (control ?? form.current?.lastElementChild)?.scrollIntoView({ block: "center" });
  }, [form, tries, error]);
}
