"use client";

import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { CodeInput } from "@/ui/code-input.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { ActionButton } from "./action-button.tsx";
import { goTo } from "./post-step.ts";
import { StepForm } from "./step-form.tsx";
import { StepProblem } from "./step-problem.tsx";
import { textIn, useStep } from "./use-step.ts";

export type CodeFormProps = {
  /** Said under the heading: where the code went. */
  lead: ReactNode;
  /** The step that takes the code, and what it needs besides. */
  verify: string;
  body?: object;
  /** The step that sends another code. */
  ask: string;
  askBody?: object;
  /** Where the mail lies in a demo. */
  hasDemoMailbox: boolean;
  onOther?: (() => void) | undefined;
  /** Gets the path to go on to; loads it by default. */
  onDone?: ((next: string) => void) | undefined;
};

/** "Look into your mail": one box for the code, another code if it does not come. */
export function CodeForm(props: CodeFormProps) {
  const { lead, verify, body, ask, askBody, hasDemoMailbox, onOther, onDone = goTo } = props;
  const t = useTranslations("account.code");
  const [sentAgain, setSentAgain] = useState(false);
  const step = useStep<{ next: string }>(verify, ({ next }) => onDone(next));
  const again = useStep(ask, () => {
    setSentAgain(true);
    again.settle();
  });
  return (
    <StepForm
      onSubmit={(form) => {
        setSentAgain(false);
        void step.send({ ...body, code: textIn(form, "code") });
      }}
      className="space-y-6"
    >
      <PageHeader title={t("title")} lead={lead} className="mb-0 sm:mb-0" />
      {hasDemoMailbox && (
        <Notice tone="info">
          {t.rich("demo", {
            link: (inside) => (
              <Link href="/demo/mail" target="_blank">
                {inside}
              </Link>
            ),
          })}
        </Notice>
      )}
      <CodeInput
        name="code"
        label={t("label")}
        hint={t("hint")}
        autoFocus
        required
        error={step.fieldError("code")}
      />
      <StepProblem problem={step.problem ?? again.problem} />
      {sentAgain && (
        <Notice tone="good" live>
          {t("sentAgain")}
        </Notice>
      )}
      <ActionButton type="submit" wide loading={step.busy}>
        {t("go")}
      </ActionButton>
      <div className="flex flex-wrap gap-x-2">
        <ActionButton variant="quiet" loading={again.busy} onClick={() => void again.send(askBody)}>
          {t("again")}
        </ActionButton>
        {onOther && (
          <ActionButton variant="quiet" onClick={onOther}>
            {t("other")}
          </ActionButton>
        )}
      </div>
    </StepForm>
  );
}
