import { useTranslations } from "use-intl";
import { CLEARANCE_DECISIONS, CONDITION_KINDS, SCOPES, STOP_SIGNS } from "@/domain/shared/vocabulary.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { CheckCards, RadioCards } from "@/ui/choice-cards.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { NumberInput, TextArea } from "@/ui/text-input.tsx";
import type { PartProps } from "./found-part.tsx";

const toggled = <T,>(all: readonly T[], one: T): readonly T[] =>
  all.includes(one) ? all.filter((each) => each !== one) : [...all, one];

/** Her decision on running, its scope and its limits. The limits are data that the app then keeps to. */
export function DecisionPart({ draft, set, errorOf }: PartProps) {
  const t = useTranslations("physio.form");
  const dateWords = { day: t("words.day"), month: t("words.month"), year: t("words.year") };
  const isCleared = draft.decision === "cleared" || draft.decision === "cleared_with_conditions";
  return (
    <div className="space-y-6">
      <RadioCards
        name="decision"
        label={t("running")}
        error={errorOf("decision")}
        value={draft.decision}
        choices={CLEARANCE_DECISIONS.map((value) => ({
          value,
          label: t(`decisions.${value}`),
          hint: t(`decisionHints.${value}`),
        }))}
        onChange={(event) => set({ decision: event.target.value as typeof draft.decision })}
      />
      {draft.decision === "cleared_with_conditions" && <Conditions {...{ draft, set, errorOf }} />}
      {isCleared && (
        <CheckCards
          name="scope"
          label={t("scope")}
          error={errorOf("scope")}
          columns={2}
          value={draft.scope}
          choices={SCOPES.map((value) => ({ value, label: t(`scopes.${value}`) }))}
          onChange={(event) =>
            set({ scope: toggled(draft.scope, event.target.value as (typeof SCOPES)[number]) })
          }
        />
      )}
      {draft.decision !== "" && (
        <DateInput
          label={t("reviewBy")}
          hint={isCleared ? t("reviewHint") : undefined}
          error={errorOf("reviewBy")}
          value={draft.reviewBy}
          words={dateWords}
          onChange={(reviewBy) => set({ reviewBy })}
        />
      )}
      {isCleared && (
        <div>
          <Checkbox
            label={t("earlierTests")}
            hint={t("earlierTestsHint")}
            checked={draft.earlierTests}
            onChange={(event) => set({ earlierTests: event.target.checked })}
          />
          <Checkbox
            label={t("early")}
            hint={t("earlyHint")}
            checked={draft.isEarly}
            onChange={(event) => set({ isEarly: event.target.checked })}
          />
          {draft.isEarly && (
            <div className="mt-2 space-y-4 border-line-strong border-s-2 ps-4">
              <DateInput
                label={t("earlyOn")}
                error={errorOf("earlyOn")}
                value={draft.earlyOn}
                words={dateWords}
                onChange={(earlyOn) => set({ earlyOn })}
              />
              <TextArea
                label={t("earlyReason")}
                error={errorOf("earlyReason")}
                value={draft.earlyReason}
                maxLength={4000}
                onChange={(event) => set({ earlyReason: event.target.value })}
              />
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function Conditions({ draft, set, errorOf }: PartProps) {
  const t = useTranslations("physio.form");
  return (
    <div className="space-y-4">
      <CheckCards
        name="conditions"
        label={t("conditions")}
        error={errorOf("conditions")}
        columns={2}
        value={draft.conditions}
        choices={CONDITION_KINDS.map((value) => ({ value, label: t(`condition.${value}`) }))}
        onChange={(event) =>
          set({
            conditions: toggled(draft.conditions, event.target.value as (typeof CONDITION_KINDS)[number]),
          })
        }
      />
      {draft.conditions.includes("max_run_minutes") && (
        <NumberInput
          label={t("maxMinutes")}
          unit={t("minutes")}
          error={errorOf("maxMinutes")}
          value={draft.maxMinutes}
          onChange={(event) => set({ maxMinutes: event.target.value })}
        />
      )}
      {draft.conditions.includes("stop_rule") && (
        <CheckCards
          name="stopAt"
          label={t("stopAt")}
          error={errorOf("stopAt")}
          columns={2}
          value={draft.stopAt}
          choices={STOP_SIGNS.map((value) => ({ value, label: t(`stopSign.${value}`) }))}
          onChange={(event) =>
            set({ stopAt: toggled(draft.stopAt, event.target.value as (typeof STOP_SIGNS)[number]) })
          }
        />
      )}
      {draft.conditions.includes("other") && (
        <TextArea
          label={t("conditionOther")}
          error={errorOf("otherWords")}
          value={draft.otherWords}
          maxLength={300}
          onChange={(event) => set({ otherWords: event.target.value })}
        />
      )}
    </div>
  );
}
