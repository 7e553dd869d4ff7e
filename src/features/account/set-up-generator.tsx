"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { CodeInput } from "@/ui/code-input.tsx";
import { ActionButton } from "./action-button.tsx";
import { StepForm } from "./step-form.tsx";
import { StepProblem } from "./step-problem.tsx";
import { textIn, useStep } from "./use-step.ts";

type Made = { secret: string; picture: string };

type SetUpGeneratorProps = {
  onDone: (recoveryCodes: readonly string[]) => void;
  /** The server wants her to show first that it is she who asks. */
  onProve: () => void;
};

/** Picture, key, first code: a code app is set up once its first code fits. */
export function SetUpGenerator({ onDone, onProve }: SetUpGeneratorProps) {
  const t = useTranslations("account.enrol");
  const [made, setMade] = useState<Made | null>(null);
  const start = useStep<Made>(
    "factors/generator",
    (data) => {
      setMade(data);
      start.settle();
    },
    (problem) => problem.code === "prove" && onProve(),
  );
  const confirm = useStep<{ recoveryCodes: string[] }>("factors/generator/confirm", (data) => {
    confirm.settle();
    onDone(data.recoveryCodes);
  });
  if (!made)
    return (
      <div className="space-y-4">
        {start.problem?.code === "prove" ? null : <StepProblem problem={start.problem} />}
        <ActionButton variant="secondary" loading={start.busy} onClick={() => void start.send()}>
          {t("generatorGo")}
        </ActionButton>
      </div>
    );
  return (
    <StepForm
      className="space-y-4"
      onSubmit={(form) => {
        void confirm.send({ code: textIn(form, "code") });
      }}
    >
      <p>{t("scan")}</p>
      {/* Always dark on light: code apps read it in no other way. */}
      <img
        src={made.picture}
        alt={t("scanAlt")}
        width={264}
        height={264}
        className="rounded-control bg-white"
      />
      <p>
        {t("bySecret")}
        <span data-testid="generator-key" className="mt-1 block font-mono text-sm [overflow-wrap:anywhere]">
          {made.secret.match(/.{1,4}/g)?.join(" ")}
        </span>
      </p>
      <CodeInput name="code" length={6} inputMode="numeric" label={t("first")} required />
      <StepProblem problem={confirm.problem} />
      <ActionButton type="submit" loading={confirm.busy}>
        {t("confirm")}
      </ActionButton>
    </StepForm>
  );
}
