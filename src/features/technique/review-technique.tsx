"use client";

import { Footprints } from "lucide-react";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Day } from "@/domain/shared/day.ts";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { Toast } from "@/ui/toast.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { CueFields } from "./cue-fields.tsx";
import { LONGEST_OBSERVATIONS } from "./review-draft.ts";
import { type SavingReview, useSaveReview } from "./use-save-review.ts";

export type ReviewTechniqueProps = {
  readonly clientId: string;
  readonly today: Day;
  /** The reasons stand in words beside the button: the panel says them. */
  readonly isLocked: boolean;
};

/** Button and dialog for a look at her running. What was written stays when it is closed, until it is saved. */
export function ReviewTechnique({ clientId, today, isLocked }: ReviewTechniqueProps) {
  const t = useTranslations("tests");
  const common = useTranslations("common");
  const [isOpen, setIsOpen] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const endMessage = useCallback(() => setMessage(null), []);
  const formId = useId();
  const saving = useSaveReview(clientId, today, () => {
    setIsOpen(false);
    setMessage(t("technique.saved"));
  });
  return (
    <>
      <Button
        variant="secondary"
        icon={<Footprints aria-hidden />}
        disabled={isLocked}
        onClick={() => setIsOpen(true)}
      >
        {t("technique.review")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("technique.dialog")}
        lead={t("technique.dialogLead")}
        words={{ close: common("close") }}
        footer={
          <Button type="submit" form={formId} loading={saving.isPending}>
            {t("technique.save")}
          </Button>
        }
      >
        <ReviewForm formId={formId} saving={saving} />
      </Dialog>
      <Toast message={message} onEnd={endMessage} />
    </>
  );
}

function ReviewForm({ formId, saving }: { formId: string; saving: SavingReview }) {
  const t = useTranslations("tests");
  const say = useSay("coach");
  const form = useRef<HTMLFormElement>(null);
  const { draft, problems, tries, error, change } = saving;
  useEffect(() => {
    if (tries > 0 || error)
      form.current
        ?.querySelector<HTMLElement>('input[aria-invalid="true"], textarea[aria-invalid="true"]')
        ?.focus();
  }, [tries, error]);
  const refusal = refusalOf(error);
  const isOfDay = refusal !== null && "field" in refusal && refusal.field === "reviewedOn";
  return (
    <form
      ref={form}
      id={formId}
      noValidate
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault();
        saving.submit();
      }}
    >
      <DayField saving={saving} refused={isOfDay ? say.refusal(refusal) : null} />
      <TextArea
        label={t("technique.observations")}
        hint={t("technique.observationsHint")}
        value={draft.observations}
        error={
          problems.includes("observations_long")
            ? t("technique.observationsLong", { max: LONGEST_OBSERVATIONS })
            : problems.includes("nothing")
              ? t("technique.empty")
              : undefined
        }
        onChange={(event) => change({ observations: event.target.value })}
      />
      <CueFields
        cues={draft.cues}
        isTried={tries > 0}
        error={problems.includes("cues") ? (say.refusal({ code: "cues_missing" }) ?? undefined) : undefined}
        onChange={(cues) => change({ cues })}
      />
      <Checkbox
        label={t("technique.close")}
        hint={t("technique.closeHint")}
        checked={draft.closed}
        onChange={(event) => change({ closed: event.target.checked })}
      />
      {error && !isOfDay && (
        <Notice tone="stop" live>
          {(refusal && say.refusal(refusal)) ?? t("technique.failed")}
        </Notice>
      )}
    </form>
  );
}

function DayField({ saving, refused }: { saving: SavingReview; refused: string | null }) {
  const t = useTranslations("tests");
  const say = useSay("coach");
  const { day, problems } = saving;
  const error = problems.includes("day")
    ? t("record.dayWrong")
    : problems.includes("day_in_future")
      ? say.refusal({ code: "day_in_future", field: "reviewedOn", day: day as Day })
      : refused;
  return (
    <DateInput
      label={t("technique.day")}
      value={day}
      onChange={(next) => saving.change({ day: next })}
      error={error ?? undefined}
      words={{
        day: t("record.dayParts.day"),
        month: t("record.dayParts.month"),
        year: t("record.dayParts.year"),
      }}
    />
  );
}
