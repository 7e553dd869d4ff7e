"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { IntakeDraft } from "@/domain/clients/intake-draft.ts";
import { CONSENT_PURPOSES } from "@/domain/journey/facts.ts";
import { isDay } from "@/domain/shared/day.ts";
import type { BIRTH_MODES, TEARS } from "@/domain/shared/vocabulary.ts";
import { Button } from "@/ui/button.tsx";
import { dayInWords } from "@/words/days.ts";
import type { FEEDINGS, PageId } from "./read-draft.ts";

type Props = { draft: IntakeDraft; go: (page: PageId) => void };

/** All of it once more, each part with a way back to it. */
export function CheckPage({ draft, go }: Props) {
  const t = useTranslations("mum");
  const agreed = CONSENT_PURPOSES.filter((purpose) => draft.consents[purpose]);
  const mode = (value: string) => (value ? t(`intake.mode.${value as (typeof BIRTH_MODES)[number]}`) : "");
  const tear = (value: string) => (value ? t(`intake.tear.${value as (typeof TEARS)[number]}`) : "");
  const answer = draft.pelvicHistory === "yes" ? t("intake.body.yes") : t("intake.body.no");
  return (
    <div className="divide-y divide-line border-line border-y">
      <Part title={t("intake.check.births", { count: draft.births.length })} onChange={() => go("birth")}>
        {draft.births.map((birth) => (
          <p key={birth.bornOn}>
            {isDay(birth.bornOn) ? dayInWords(birth.bornOn, "year") : birth.bornOn}, {mode(birth.mode)},{" "}
            {tear(birth.tear)}
          </p>
        ))}
      </Part>
      <Part title={t("intake.body.title")} onChange={() => go("body")}>
        <p>{draft.feeding && t(`intake.feeding.${draft.feeding as (typeof FEEDINGS)[number]}`)}</p>
        <p>{t("intake.check.history", { answer })}</p>
      </Part>
      <Part title={t("intake.run.title")} onChange={() => go("run")}>
        <p>{t("intake.check.ran", { km: Number(draft.ranBeforeKmPerWeek) || 0 })}</p>
        <p>
          {t("intake.check.goal", {
            days: Number(draft.daysPerWeek) || 0,
            minutes: Number(draft.minutesPerRun) || 0,
          })}
        </p>
      </Part>
      <Part title={t("intake.words.title")} onChange={() => go("words")}>
        <p className="whitespace-pre-wrap">{draft.words || t("intake.check.nothing")}</p>
      </Part>
      <Part title={t("intake.check.consents")} onChange={() => go("consents")}>
        {agreed.map((purpose) => (
          <p key={purpose}>{t(`consent.${purpose}.title`)}</p>
        ))}
      </Part>
    </div>
  );
}

function Part({ title, onChange, children }: { title: string; onChange: () => void; children: ReactNode }) {
  const t = useTranslations("mum");
  return (
    <section className="grid grid-cols-[1fr_auto] items-start gap-3 py-4">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <h2 className="font-sans font-semibold text-base">{title}</h2>
        <div className="text-ink-soft">{children}</div>
      </div>
      <Button variant="quiet" onClick={onChange}>
        {t("intake.check.change")}
        <span className="sr-only">: {title}</span>
      </Button>
    </section>
  );
}
