"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Card } from "@/ui/card.tsx";
import type { FactorCardProps } from "./account-page.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { newPasskey } from "./passkey.ts";
import type { Problem } from "./post-step.ts";
import { RemoveButton } from "./remove-button.tsx";
import { StepProblem } from "./step-problem.tsx";
import { useStep } from "./use-step.ts";

type Passkey = { id: string; label: string; createdAt: Date; lastUsedAt: Date | null };

export function PasskeysCard({
  passkeys,
  onChanged,
  onProblem,
}: FactorCardProps & { passkeys: readonly Passkey[] }) {
  const t = useTranslations("account");
  const format = useFormatter();
  const [problem, setProblem] = useState<Problem | null>(null);
  const remove = useStep(
    "factors/remove",
    () => {
      remove.settle();
      onChanged();
    },
    onProblem,
  );
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  return (
    <Card
      title={t("page.passkeys")}
      footer={
        <PasskeyButton
          variant="secondary"
          use={() => newPasskey<{ recoveryCodes: string[] }>()}
          onDone={(data) => onChanged(data.recoveryCodes)}
          onProblem={(next) => {
            setProblem(next);
            if (next) onProblem(next);
          }}
          staysHere
        >
          {t("enrol.passkeyGo")}
        </PasskeyButton>
      }
    >
      {passkeys.length === 0 && <p>{t("page.passkeysNone")}</p>}
      <ul className="divide-y divide-line">
        {passkeys.map((passkey) => (
          <li key={passkey.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <div className="min-w-0 flex-1">
              <p className="font-semibold">
                {passkey.label === "—" ? t("page.unknownDevice") : passkey.label}
              </p>
              <p className="text-ink-soft text-sm">
                {t("page.passkeyAdded", { date: day(passkey.createdAt) })}
                {passkey.lastUsedAt && `, ${t("page.passkeyUsed", { date: day(passkey.lastUsedAt) })}`}
              </p>
            </div>
            <RemoveButton
              label={t("page.removeNamed", { label: passkey.label })}
              busy={remove.busy}
              onRemove={() => void remove.send({ passkeyId: passkey.id })}
            />
          </li>
        ))}
      </ul>
      <StepProblem problem={problem ?? remove.problem} />
    </Card>
  );
}
