"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { CodeInput } from "@/ui/code-input.tsx";
import { ActionButton } from "./action-button.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { withPasskey } from "./passkey.ts";
import type { Problem } from "./post-step.ts";
import { StepForm } from "./step-form.tsx";
import { StepProblem } from "./step-problem.tsx";
import { textIn, useStep } from "./use-step.ts";

export type ProveProps = {
  passkey: boolean;
  generator: boolean;
  onDone: () => void;
};

/** "Show that it is you": passkey, code app, or a recovery code when the phone is gone. */
export function Prove({ passkey, generator, onDone }: ProveProps) {
  const t = useTranslations("account.prove");
  const [isLost, setIsLost] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const step = useStep(isLost ? "prove/recovery" : "prove/generator", onDone);
  return (
    <div className="space-y-5">
      {passkey && !isLost && (
        <PasskeyButton wide use={() => withPasskey("prove/passkey")} onDone={onDone} onProblem={setProblem}>
          {t("passkey")}
        </PasskeyButton>
      )}
      {(generator || isLost) && (
        <StepForm
          key={isLost ? "recovery" : "generator"}
          className="space-y-5"
          onSubmit={(form) => {
            setProblem(null);
            void step.send({ code: textIn(form, "code") });
          }}
        >
          <CodeInput
            name="code"
            required
            length={isLost ? 10 : 6}
            inputMode={isLost ? "text" : "numeric"}
            label={isLost ? t("recoveryLabel") : t("generator")}
            hint={isLost ? t("recoveryHint") : t("generatorHint")}
          />
          <ActionButton
            type="submit"
            wide
            variant={passkey && !isLost ? "secondary" : "primary"}
            loading={step.busy}
          >
            {t("go")}
          </ActionButton>
        </StepForm>
      )}
      <StepProblem problem={problem ?? step.problem} />
      <ActionButton variant="quiet" onClick={() => setIsLost(!isLost)}>
        {isLost ? t("back") : t("recovery")}
      </ActionButton>
    </div>
  );
}
