"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import type { FactorCardProps } from "./account-page.tsx";
import { ActionButton } from "./action-button.tsx";
import { RemoveButton } from "./remove-button.tsx";
import { SetUpGenerator } from "./set-up-generator.tsx";
import { StepProblem } from "./step-problem.tsx";
import { useStep } from "./use-step.ts";

type GeneratorCardProps = FactorCardProps & { isOn: boolean; hasFactor: boolean; recoveryCodesLeft: number };

/** The code app, and the recovery codes that stand in for a lost phone. */
export function GeneratorCard({
  isOn,
  hasFactor,
  recoveryCodesLeft,
  onChanged,
  onProblem,
}: GeneratorCardProps) {
  const t = useTranslations("account.page");
  const remove = useStep(
    "factors/remove",
    () => {
      remove.settle();
      onChanged();
    },
    onProblem,
  );
  const renew = useStep<{ recoveryCodes: string[] }>(
    "factors/recovery-codes",
    ({ recoveryCodes }) => {
      renew.settle();
      onChanged(recoveryCodes);
    },
    onProblem,
  );
  return (
    <Card title={t("generator")}>
      {isOn ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>{t("generatorOn")}</p>
          <RemoveButton
            label={t("removeNamed", { label: t("generator") })}
            busy={remove.busy}
            onRemove={() => void remove.send({ passkeyId: null })}
          />
        </div>
      ) : (
        <>
          <p className="mb-4">{t("generatorOff")}</p>
          <SetUpGenerator onDone={onChanged} onProve={() => onProblem({ code: "prove", fields: {} })} />
        </>
      )}
      <StepProblem problem={remove.problem ?? renew.problem} />
      {hasFactor && (
        <div className="mt-5 flex flex-wrap items-center justify-between gap-3 border-line border-t pt-4">
          <p className="flex flex-wrap items-center gap-2">
            {t("recovery")}
            <Badge tone={recoveryCodesLeft > 2 ? "neutral" : "wait"} size="small">
              {t("recoveryLeft", { count: recoveryCodesLeft })}
            </Badge>
          </p>
          <ActionButton variant="secondary" loading={renew.busy} onClick={() => void renew.send()}>
            {t("recoveryNew")}
          </ActionButton>
        </div>
      )}
    </Card>
  );
}
