"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { CodeInput } from "@/ui/code-input.tsx";
import { withPasskey } from "./passkey.ts";
import { PasskeyButton } from "./passkey-button.tsx";
import type { Problem } from "./post-step.ts";
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
        <form
          key={isLost ? "recovery" : "generator"}
          className="space-y-5"
          onSubmit={(event) => {
            event.preventDefault();
            setProblem(null);
            void step.send({ code: textIn(event.currentTarget, "code") });
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
          <Button
            type="submit"
            wide
            variant={passkey && !isLost ? "secondary" : "primary"}
            loading={step.busy}
          >
            {t("go")}
          </Button>
        </form>
      )}
      <StepProblem problem={problem ?? step.problem} />
      <Button variant="quiet" onClick={() => setIsLost(!isLost)}>
        {isLost ? t("back") : t("recovery")}
      </Button>
    </div>
  );
}
