"use client";

import { useTranslations } from "use-intl";
import {
  PAIN_SITES,
  type Finding,
  type PainSite,
  SYMPTOMS,
  type Symptom,
} from "@/domain/shared/vocabulary.ts";
import { CheckCards, RadioCards } from "@/ui/choice-cards.tsx";
import { Scale } from "@/ui/scale.tsx";

/** What she picks, before it is whole: pain needs its place and number. Null: she has not answered yet. */
export type FindingsDraft = {
  readonly noticed: "no" | "yes" | null;
  readonly symptoms: readonly Symptom[];
  readonly site: PainSite | null;
  readonly level: number | null;
};

export const NO_ANSWER: FindingsDraft = { noticed: null, symptoms: [], site: null, level: null };

/** The findings of a draft, or null while it is not whole. */
export function findingsOf(draft: FindingsDraft): readonly Finding[] | null {
  if (draft.noticed === null) return null;
  if (draft.noticed === "no") return [];
  const findings: Finding[] = [];
  for (const symptom of draft.symptoms) {
    if (symptom !== "pain") findings.push({ kind: "symptom", symptom });
    else if (draft.site === null || draft.level === null) return null;
    else findings.push({ kind: "pain", site: draft.site, level: draft.level });
  }
  return findings.length > 0 ? findings : null;
}

export type FindingsPickerProps = {
  readonly value: FindingsDraft;
  readonly onChange: (value: FindingsDraft) => void;
  /** Shows what is missing. */
  readonly showErrors: boolean;
  readonly label?: string;
};

/** Anything noticed? One tap for no; her own words for what it was. */
export function FindingsPicker({ value, onChange, showErrors, label }: FindingsPickerProps) {
  const t = useTranslations("mum");
  const isIncomplete = showErrors && findingsOf(value) === null;
  return (
    <div className="space-y-5">
      <RadioCards
        name="noticed"
        label={label ?? t("findings.ask")}
        value={value.noticed ?? ""}
        onChange={(event) => onChange({ ...value, noticed: event.target.value === "yes" ? "yes" : "no" })}
        error={isIncomplete && value.noticed === null ? t("findings.required") : undefined}
        columns={2}
        choices={[
          { value: "no", label: t("findings.nothing"), hint: t("findings.nothingHint") },
          { value: "yes", label: t("findings.something") },
        ]}
      />
      {value.noticed === "yes" && (
        <>
          <CheckCards
            name="symptoms"
            label={t("findings.pick")}
            value={value.symptoms}
            onChange={({ target }) => {
              const symptom = target.value as Symptom;
              const others = value.symptoms.filter((one) => one !== symptom);
              onChange({ ...value, symptoms: target.checked ? [...others, symptom] : others });
            }}
            error={isIncomplete && value.symptoms.length === 0 ? t("findings.pickOne") : undefined}
            choices={SYMPTOMS.map((symptom) => ({ value: symptom, label: t(`symptom.${symptom}`) }))}
          />
          {value.symptoms.includes("pain") && (
            <PainPicker
              {...{ site: value.site, level: value.level, showErrors }}
              onChange={(pain) => onChange({ ...value, ...pain })}
            />
          )}
        </>
      )}
    </div>
  );
}

type Pain = Pick<FindingsDraft, "site" | "level">;

/** Where it hurts, and how much. */
export function PainPicker(props: Pain & { showErrors: boolean; onChange: (pain: Pain) => void }) {
  const t = useTranslations("mum");
  const { site, level, showErrors, onChange } = props;
  return (
    <>
      <RadioCards
        name="site"
        label={t("findings.where")}
        value={site ?? ""}
        onChange={(event) => onChange({ site: event.target.value as PainSite, level })}
        error={showErrors && site === null ? t("findings.required") : undefined}
        columns={2}
        choices={PAIN_SITES.map((one) => ({ value: one, label: t(`site.${one}`) }))}
      />
      <Scale
        name="pain-level"
        label={t("findings.level")}
        low={t("wrong.howMuchLow")}
        high={t("wrong.howMuchHigh")}
        value={level === null ? "" : String(level)}
        onChange={(event) => onChange({ site, level: Number(event.target.value) })}
        error={showErrors && level === null ? t("findings.required") : undefined}
      />
    </>
  );
}
