"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { ActionButton } from "./action-button.tsx";
import { CodeForm } from "./code-form.tsx";
import { StepProblem } from "./step-problem.tsx";
import { useStep } from "./use-step.ts";

type SignInAgainProps = {
  email: string;
  hasDemoMailbox: boolean;
  onDone: () => void;
  /** Where it is all there is on the page; the form for the code brings its own. */
  header?: ReactNode;
  /** What it is asked for; without it, changing how she signs in. */
  lead?: string;
};

/** Somebody without a second factor shows that it is her by a fresh code to her stored address. */
export function SignInAgain({ email, hasDemoMailbox, onDone, header, lead }: SignInAgainProps) {
  const t = useTranslations("account");
  const [isAsked, setIsAsked] = useState(false);
  const step = useStep("code", () => setIsAsked(true));
  if (isAsked)
    return (
      <CodeForm
        lead={t("code.leadSent", { email })}
        verify="verify"
        ask="code"
        askBody={{ email }}
        hasDemoMailbox={hasDemoMailbox}
        onDone={onDone}
      />
    );
  return (
    <div className="space-y-4">
      {header}
      <p>{lead ?? t("page.proveLead")}</p>
      <StepProblem problem={step.problem} />
      <ActionButton loading={step.busy} onClick={() => void step.send({ email })}>
        {t("page.proveByCode")}
      </ActionButton>
    </div>
  );
}
