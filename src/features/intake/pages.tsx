"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { EMPTY_BIRTH, type DraftBirth, type IntakeDraft } from "@/domain/clients/intake-draft.ts";
import { CONSENT_PURPOSES, type ConsentPurpose } from "@/domain/journey/facts.ts";
import { BIRTH_MODES, TEARS } from "@/domain/shared/vocabulary.ts";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { Select } from "@/ui/select.tsx";
import { NumberInput, TextArea } from "@/ui/text-input.tsx";
import { FEEDINGS, type ProblemCode } from "./read-draft.ts";

export type PageProps = {
  readonly draft: IntakeDraft;
  readonly write: (change: Partial<IntakeDraft>) => void;
  /** The sentence at a field, or nothing. */
  readonly errorAt: (field: string) => string | undefined;
};

/** The sentence of a problem. */
export function useProblemWords() {
  const t = useTranslations("mum");
  return (code: ProblemCode): string =>
    code === "consentNeeded" ? t("intake.consents.needed") : t(`intake.error.${code}`);
}

const SHARING = CONSENT_PURPOSES.filter((purpose) => purpose.startsWith("share_"));

/** Each purpose its own choice; none is ticked beforehand. */
export function ConsentsPage({ draft, write, errorAt }: PageProps) {
  const t = useTranslations("mum");
  const box = (purpose: ConsentPurpose) => (
    <Checkbox
      key={purpose}
      id={purpose}
      label={<span className="font-semibold">{t(`consent.${purpose}.title`)}</span>}
      hint={t(`consent.${purpose}.body`)}
      checked={draft.consents[purpose] ?? false}
      onChange={(event) => write({ consents: { ...draft.consents, [purpose]: event.target.checked } })}
      error={errorAt(purpose)}
    />
  );
  return (
    <>
      {box("coach_care")}
      <fieldset className="mt-4">
        <legend className="font-heading font-medium text-xl">{t("intake.consents.sharing")}</legend>
        <p className="mt-1 mb-2 text-ink-soft">{t("intake.consents.sharingLead")}</p>
        {SHARING.map(box)}
      </fieldset>
      {box("messages_by_mail")}
    </>
  );
}

export function BirthPage({ draft, write, errorAt }: PageProps) {
  const t = useTranslations("mum");
  const { births } = draft;
  const change = (at: number, part: Partial<DraftBirth>) =>
    write({ births: births.map((birth, index) => (index === at ? { ...birth, ...part } : birth)) });
  return (
    <div className="space-y-10">
      {births.map((birth, at) => (
        // A birth has no id before it is recorded; its place is its name.
        // biome-ignore lint/suspicious/noArrayIndexKey: removed only from the end
        <section key={at} className="space-y-6">
          {births.length > 1 && (
            <div className="flex items-center justify-between gap-3">
              <h2 className="text-xl">{t("intake.birth.titleMore", { number: at + 1 })}</h2>
              {at > 0 && at === births.length - 1 && (
                <Button
                  variant="quiet"
                  icon={<X aria-hidden />}
                  onClick={() => write({ births: births.slice(0, -1) })}
                >
                  {t("intake.birth.remove")}
                </Button>
              )}
            </div>
          )}
          <BirthFields birth={birth} at={at} change={(part) => change(at, part)} errorAt={errorAt} />
        </section>
      ))}
      {births.length < 8 && (
        <Button
          variant="secondary"
          icon={<Plus aria-hidden />}
          onClick={() => write({ births: [...births, EMPTY_BIRTH] })}
        >
          {t("intake.birth.add")}
        </Button>
      )}
    </div>
  );
}

type BirthFieldsProps = {
  birth: DraftBirth;
  at: number;
  change: (part: Partial<DraftBirth>) => void;
  errorAt: PageProps["errorAt"];
};

function BirthFields({ birth, at, change, errorAt }: BirthFieldsProps) {
  const t = useTranslations("mum");
  const common = useTranslations("common");
  const error = (name: keyof DraftBirth) => errorAt(`births.${at}.${name}`);
  return (
    <>
      <DateInput
        label={t("intake.birth.bornOn")}
        hint={t("intake.birth.bornOnHint")}
        words={{ day: t("intake.date.day"), month: t("intake.date.month"), year: t("intake.date.year") }}
        value={birth.bornOn}
        onChange={(bornOn) => change({ bornOn })}
        error={error("bornOn")}
      />
      <RadioCards
        name={`mode-${at}`}
        label={t("intake.birth.mode")}
        value={birth.mode}
        onChange={(event) => change({ mode: event.target.value })}
        error={error("mode")}
        choices={BIRTH_MODES.map((mode) => ({ value: mode, label: t(`intake.mode.${mode}`) }))}
      />
      <Select
        label={t("intake.birth.tear")}
        hint={t("intake.birth.tearHint")}
        placeholder={t("intake.error.required")}
        value={birth.tear}
        onChange={(event) => change({ tear: event.target.value })}
        error={error("tear")}
        options={(["unknown", ...TEARS.filter((tear) => tear !== "unknown")] as const).map((tear) => ({
          value: tear,
          label: t(`intake.tear.${tear}`),
        }))}
      />
      <NumberInput
        label={t("intake.birth.babies")}
        value={birth.babies}
        onChange={(event) => change({ babies: event.target.value })}
        error={error("babies")}
      />
      <NumberInput
        label={t("intake.birth.weeks")}
        hint={t("intake.birth.weeksHint")}
        mark={common("optional")}
        value={birth.gestationWeeks}
        onChange={(event) => change({ gestationWeeks: event.target.value })}
        error={error("gestationWeeks")}
      />
    </>
  );
}

export function BodyPage({ draft, write, errorAt }: PageProps) {
  const t = useTranslations("mum");
  return (
    <div className="space-y-8">
      <RadioCards
        name="feeding"
        label={t("intake.body.feeding")}
        value={draft.feeding}
        onChange={(event) => write({ feeding: event.target.value })}
        error={errorAt("feeding")}
        choices={FEEDINGS.map((value) => ({ value, label: t(`intake.feeding.${value}`) }))}
      />
      <RadioCards
        name="pelvicHistory"
        label={t("intake.body.history")}
        hint={t("intake.body.historyHint")}
        columns={2}
        value={draft.pelvicHistory}
        onChange={(event) => write({ pelvicHistory: event.target.value })}
        error={errorAt("pelvicHistory")}
        choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`intake.body.${value}`) }))}
      />
    </div>
  );
}

export function RunPage({ draft, write, errorAt }: PageProps) {
  const t = useTranslations("mum");
  return (
    <div className="space-y-8">
      <NumberInput
        label={t("intake.run.before")}
        hint={t("intake.run.beforeHint")}
        unit={t("intake.run.km")}
        value={draft.ranBeforeKmPerWeek}
        onChange={(event) => write({ ranBeforeKmPerWeek: event.target.value })}
        error={errorAt("ranBeforeKmPerWeek")}
      />
      <fieldset className="space-y-5">
        <legend className="font-heading font-medium text-xl">{t("intake.run.goal")}</legend>
        <p className="text-ink-soft">{t("intake.run.goalHint")}</p>
        <NumberInput
          label={t("intake.run.days")}
          unit={t("intake.run.daysUnit")}
          value={draft.daysPerWeek}
          onChange={(event) => write({ daysPerWeek: event.target.value })}
          error={errorAt("daysPerWeek")}
        />
        <NumberInput
          label={t("intake.run.minutes")}
          unit={t("intake.run.minutesUnit")}
          value={draft.minutesPerRun}
          onChange={(event) => write({ minutesPerRun: event.target.value })}
          error={errorAt("minutesPerRun")}
        />
      </fieldset>
    </div>
  );
}

export function WordsPage({ draft, write }: PageProps) {
  const t = useTranslations("mum");
  const common = useTranslations("common");
  return (
    <TextArea
      label={t("intake.words.label")}
      mark={common("optional")}
      rows={6}
      maxLength={4000}
      value={draft.words}
      onChange={(event) => write({ words: event.target.value })}
    />
  );
}
