"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { onStepUp } from "@/trpc/step-up.ts";
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
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useRef<((proved: boolean) => void) | null>(null);
  const [round, setRound] = useState(0);
  const trpc = useTRPC();
  // A physio who came by a link has no account to prove: she gets a fresh code.
  const me = useQuery(trpc.account.me.queryOptions({}, { enabled: round > 0 }));

  useEffect(
    () =>
      onStepUp(
        () =>
          new Promise((resolve) => {
            answer.current?.(false);
            answer.current = resolve;
            setRound((n) => n + 1);
            dialog.current?.showModal();
          }),
      ),
    [],
  );

  const settle = (proved: boolean) => {
    answer.current?.(proved);
    answer.current = null;
    dialog.current?.close();
  };

  return (
    <dialog
      ref={dialog}
      aria-labelledby="step-up-title"
      onClose={() => settle(false)}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-card border border-line bg-raised p-6 text-ink shadow-raised backdrop:bg-ink/50"
    >
      <h2 id="step-up-title" className="font-heading font-medium text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 mb-5 text-ink-soft">{t("lead")}</p>
      {round > 0 &&
        me.data &&
        (me.data.hasAccount ? (
          <Prove key={round} passkey generator onDone={() => settle(true)} />
        ) : (
          <ByLinkCode key={round} onDone={() => settle(true)} />
        ))}
      <ActionButton variant="quiet" className="mt-2" onClick={() => settle(false)}>
        {t("cancel")}
      </ActionButton>
    </dialog>
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
