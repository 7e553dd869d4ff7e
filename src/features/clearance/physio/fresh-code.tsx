"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { CodeInput } from "@/ui/code-input.tsx";
import { Notice } from "@/ui/notice.tsx";
import { postStep, type StepError } from "./post-step.ts";

type Props = {
  readonly onProved: () => void;
  /** What the code is asked for. */
  readonly before?: "sign" | "list";
};

/** A signature, or an account, wants her and not only her computer: one more code to her stored address, then what she wanted to do goes on by itself. */
export function FreshCode({ onProved, before = "sign" }: Props) {
  const t = useTranslations("physio");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [code, setCode] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<StepError | null>(null);

  const send = async () => {
    setIsBusy(true);
    const answer = await postStep<{ sentTo: string }>("link/step-up/code", {});
    setIsBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setSentTo(answer.answer.sentTo);
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    const answer = await postStep("link/step-up", { code });
    setIsBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) onProved();
  };

  return (
    <Notice tone="wait" title={t(before === "sign" ? "form.fresh.title" : "keepList.codeTitle")} live>
      {sentTo === null && (
        <>
          <p>{t(before === "sign" ? "form.fresh.body" : "keepList.codeBody")}</p>
          {error && <p className="font-semibold text-stop">{t(`errors.${error}`)}</p>}
          <Button loading={isBusy} onClick={send}>
            {t("form.fresh.send")}
          </Button>
        </>
      )}
      {sentTo !== null && (
        <form onSubmit={confirm} noValidate className="space-y-4">
          <p>{t("form.fresh.sent", { address: sentTo })}</p>
          <CodeInput
            label={t("open.code")}
            error={error ? t(`errors.${error}`) : undefined}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoFocus
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" loading={isBusy}>
              {t(before === "sign" ? "form.fresh.confirm" : "keepList.confirm")}
            </Button>
            <Button variant="quiet" onClick={send}>
              {t("open.again")}
            </Button>
          </div>
        </form>
      )}
    </Notice>
  );
}
