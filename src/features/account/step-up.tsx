"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { onStepUp } from "@/trpc/step-up.ts";
import { Button } from "@/ui/button.tsx";
import { CodeInput } from "@/ui/code-input.tsx";
import { Prove } from "./prove.tsx";
import { StepProblem } from "./step-problem.tsx";
import { textIn, useStep } from "./use-step.ts";

type StepUpProps = {
  /** How she signed in: by an account with its factors, or by a physio's link. */
  via: "account" | "link";
};

/**
 * Asks for a fresh second factor whenever the server wants one (signing, checking credentials), and lets the call that
 * wanted it go on. Rendered once in an area's layout. Needs words "account".
 */
export function StepUp({ via }: StepUpProps) {
  const t = useTranslations("account.stepUp");
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useRef<((proved: boolean) => void) | null>(null);
  const [round, setRound] = useState(0);

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
        (via === "link" ? (
          <ByLinkCode key={round} onDone={() => settle(true)} />
        ) : (
          <Prove key={round} passkey generator onDone={() => settle(true)} />
        ))}
      <Button variant="quiet" className="mt-2" onClick={() => settle(false)}>
        {t("cancel")}
      </Button>
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
        <Button wide loading={ask.busy} onClick={() => void ask.send()}>
          {t("stepUp.send")}
        </Button>
      </div>
    );
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void verify.send({ code: textIn(event.currentTarget, "code") });
      }}
    >
      <p>{t("code.leadSent", { email: sentTo })}</p>
      <CodeInput name="code" label={t("code.label")} hint={t("code.hint")} autoFocus required />
      <StepProblem problem={verify.problem ?? ask.problem} />
      <Button type="submit" wide loading={verify.busy}>
        {t("code.go")}
      </Button>
      <Button variant="quiet" loading={ask.busy} onClick={() => void ask.send()}>
        {t("code.again")}
      </Button>
    </form>
  );
}
