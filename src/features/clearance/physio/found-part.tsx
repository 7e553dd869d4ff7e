import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { carriedOn, type Draft, type DraftField } from "./draft.ts";
import { MeasuresPart } from "./measures-part.tsx";
import type { View } from "./view.ts";

/** What every part of the form gets: the draft, a way to change it, and the sentence for a field that is missing. */
export type PartProps = {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly errorOf: (field: DraftField) => string | undefined;
};

/** What she found. Only the day and one answer are asked; the rest is hers to write or to leave to her letter. */
export function FoundPart({ draft, set, errorOf, last }: PartProps & { last: View["lastAssessment"] }) {
  const t = useTranslations("physio.form");
  const canCarry =
    last !== null &&
    draft.findings === "" &&
    draft.homeProgramme === "" &&
    Object.keys(draft.measures).length === 0;
  return (
    <div className="space-y-6">
      <DateInput
        label={t("assessedOn")}
        error={errorOf("assessedOn")}
        value={draft.assessedOn}
        words={{ day: t("words.day"), month: t("words.month"), year: t("words.year") }}
        onChange={(assessedOn) => set({ assessedOn })}
      />
      <RadioCards
        name="restoration"
        label={t("restoration")}
        error={errorOf("restoration")}
        columns={2}
        value={draft.restoration}
        choices={[
          { value: "yes", label: t("restorationYes") },
          { value: "no", label: t("restorationNo") },
        ]}
        onChange={(event) => set({ restoration: event.target.value as Draft["restoration"] })}
      />
      {canCarry && (
        <Button variant="secondary" size="compact" onClick={() => set(carriedOn(last))}>
          {t("carry")}
        </Button>
      )}
      <TextArea
        label={t("findings")}
        mark={t("optional")}
        hint={t("findingsHint")}
        maxLength={4000}
        value={draft.findings}
        onChange={(event) => set({ findings: event.target.value })}
      />
      <MeasuresPart {...{ draft, set, errorOf, last }} />
      <TextArea
        label={t("homeProgramme")}
        mark={t("optional")}
        hint={t("homeProgrammeHint")}
        maxLength={4000}
        value={draft.homeProgramme}
        onChange={(event) => set({ homeProgramme: event.target.value })}
      />
    </div>
  );
}
