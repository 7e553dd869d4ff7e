"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { Button } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { Actions } from "./frame.tsx";
import type { Lent } from "./shapes.ts";

export type BeforeAnswer = { readonly findings: readonly Finding[]; readonly how: "good" | "tired" | "low" };

/** Two taps: how she is, and whether anything is new. */
export function Before({
  Findings,
  onGo,
  isBusy,
}: Pick<Lent, "Findings"> & { onGo: (answer: BeforeAnswer) => void; isBusy: boolean }) {
  const t = useTranslations("mum");
  const form = useId();
  const [how, setHow] = useState<BeforeAnswer["how"] | null>(null);
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  const [isTried, setIsTried] = useState(false);
  return (
    <form
      id={form}
      noValidate
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (how && findings) onGo({ how, findings });
        else setIsTried(true);
      }}
    >
      <h1>{t("session.before.title")}</h1>
      <RadioCards
        name="how"
        label={t("session.before.how")}
        columns={3}
        value={how ?? ""}
        onChange={(event) => setHow(event.target.value as BeforeAnswer["how"])}
        error={isTried && !how ? t("findings.required") : undefined}
        choices={(["good", "tired", "low"] as const).map((value) => ({
          value,
          label: t(`session.before.${value}`),
        }))}
      />
      <Findings showErrors={isTried} onChange={setFindings} />
      <Actions>
        <Button type="submit" form={form} wide size="large" loading={isBusy}>
          {t(isBusy ? "session.starting" : "session.before.go")}
        </Button>
      </Actions>
    </form>
  );
}
