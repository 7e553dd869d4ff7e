"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { newPasskey } from "./passkey.ts";
import { goTo, type Problem } from "./post-step.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SetUpGenerator } from "./set-up-generator.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { StepProblem } from "./step-problem.tsx";

/** A coach's first second factor; nothing else opens before it. */
export function Enrol({
  next,
  email,
  hasDemoMailbox,
}: {
  next: string;
  email: string;
  hasDemoMailbox: boolean;
}) {
  const t = useTranslations("account.enrol");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const done = (recoveryCodes: readonly string[]) =>
    recoveryCodes.length > 0 ? setCodes(recoveryCodes) : goTo(next);
  if (codes) return <RecoveryCodes isPage codes={codes} onKept={() => goTo(next)} />;
  if (problem?.code === "prove")
    return (
      <SignInAgain
        header={<PageHeader title={t("title")} />}
        email={email}
        hasDemoMailbox={hasDemoMailbox}
        onDone={() => setProblem(null)}
      />
    );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="space-y-5">
        <Card title={t("passkeyTitle")}>
          <p className="mb-4">{t("passkeyBody")}</p>
          <div className="space-y-4">
            <StepProblem problem={problem} />
            <PasskeyButton
              use={() => newPasskey<{ recoveryCodes: string[] }>()}
              onDone={(data) => done(data.recoveryCodes)}
              onProblem={setProblem}
            >
              {t("passkeyGo")}
            </PasskeyButton>
          </div>
        </Card>
        <Card title={t("generatorTitle")}>
          <p className="mb-4">{t("generatorBody")}</p>
          <SetUpGenerator onDone={done} onProve={() => setProblem({ code: "prove", fields: {} })} />
        </Card>
      </div>
    </>
  );
}
