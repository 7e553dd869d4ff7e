"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { onStepUp } from "@/trpc/step-up.ts";
import { Dialog } from "@/ui/dialog.tsx";
import { CodeInput } from "@/ui/code-input.tsx";
import { ActionButton } from "./action-button.tsx";
import { Prove } from "./prove.tsx";
import { StepForm } from "./step-form.tsx";
import { StepProblem } from "./step-problem.tsx";
import { textIn, useStep } from "./use-step.ts";

/**
 * Asks for a fresh second factor whenever the server wants one (signing, checking credentials), and lets the call that
 * wanted it go on. Rendered once in an area's layout, by
 * `StepUpHere`.
 */
export function StepUp() {
  const t = useTranslations("account.stepUp");
  const answer = useRef<((proved: boolean) => void) | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const trpc = useTRPC();
  // A physio who came by a link has no account to prove: she gets a fresh code.
  const me = useQuery(trpc.account.me.queryOptions({}, { enabled: isOpen }));

  useEffect(
    () =>
      onStepUp(
        () =>
          new Promise((resolve) => {
            answer.current?.(false);
            answer.current = resolve;
            setIsOpen(true);
          }),
      ),
    [],
  );

  const settle = (proved: boolean) => {
    answer.current?.(proved);
    answer.current = null;
    setIsOpen(false);
  };

  return (
    <Dialog
      open={isOpen}
      onClose={() => settle(false)}
      title={t("title")}
      lead={t("lead")}
      words={{ close: t("cancel") }}
    >
      {me.data?.hasAccount === true && <Prove passkey generator onDone={() => settle(true)} />}
      {me.data?.hasAccount === false && <ByLinkCode onDone={() => settle(true)} />}
    </Dialog>
  );
}

function ByLinkCode({ onDone }: { onDone: () => void }) {
  const t = useTranslations("account");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const ask = useStep<{ sentTo: string }>("link/step-up/code", (data) => {
    setSentTo(data.sentTo);
    ask.settle();
  });
  const verify = useStep("link/step-up", onDone);
  if (sentTo === null)
    return (
      <div className="space-y-4">
        <p>{t("stepUp.linkUnknown")}</p>
        <StepProblem problem={ask.problem} />
        <ActionButton wide loading={ask.busy} onClick={() => void ask.send()}>
          {t("stepUp.send")}
        </ActionButton>
      </div>
    );
  return (
    <StepForm
      className="space-y-4"
      onSubmit={(form) => {
        void verify.send({ code: textIn(form, "code") });
      }}
    >
      <p>{t("code.leadSent", { email: sentTo })}</p>
      <CodeInput name="code" label={t("code.label")} hint={t("code.hint")} autoFocus required />
      <StepProblem problem={verify.problem ?? ask.problem} />
      <ActionButton type="submit" wide loading={verify.busy}>
        {t("code.go")}
      </ActionButton>
      <ActionButton variant="quiet" loading={ask.busy} onClick={() => void ask.send()}>
        {t("code.again")}
      </ActionButton>
    </StepForm>
  );
}
