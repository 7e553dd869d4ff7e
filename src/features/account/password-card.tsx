"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import type { FactorCardProps } from "./account-page.tsx";
import { ActionButton } from "./action-button.tsx";
import { RemoveButton } from "./remove-button.tsx";
import { StepForm } from "./step-form.tsx";
import { StepProblem } from "./step-problem.tsx";
import { textIn, useStep } from "./use-step.ts";

/** A password for those who want one; nobody needs it. */
export function PasswordCard({ isOn, onChanged, onProblem }: FactorCardProps & { isOn: boolean }) {
  const t = useTranslations("account");
  const [isSaved, setIsSaved] = useState(false);
  const done = () => {
    save.settle();
    setIsSaved(true);
    onChanged();
  };
  const save = useStep("factors/password", done, onProblem);
  const field = save.fieldError("password") ?? (save.problem?.code === "weak" ? t("errors.weak") : undefined);
  return (
    <Card title={t("page.password")}>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p>{isOn ? t("page.passwordOn") : t("page.passwordOff")}</p>
        {isOn && (
          <RemoveButton
            label={t("page.passwordRemove")}
            busy={save.busy}
            onRemove={() => void save.send({ password: null })}
          />
        )}
      </div>
      <StepForm
        className="space-y-4"
        onSubmit={(form) => {
          setIsSaved(false);
          void save.send({ password: textIn(form, "password") });
        }}
      >
        <TextInput
          type="password"
          name="password"
          autoComplete="new-password"
          label={t("page.passwordNew")}
          hint={t("page.passwordHint")}
          error={field}
        />
        {save.problem?.code !== "weak" && <StepProblem problem={save.problem} />}
        {isSaved && (
          <Notice tone="good" live>
            {t("page.passwordSaved")}
          </Notice>
        )}
        <ActionButton type="submit" variant="secondary" loading={save.busy}>
          {isOn ? t("page.passwordChange") : t("page.passwordSet")}
        </ActionButton>
      </StepForm>
    </Card>
  );
}
