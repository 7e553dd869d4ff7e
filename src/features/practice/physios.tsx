"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { EmptyState } from "@/ui/states.tsx";
import type { Tone } from "@/ui/tokens.ts";
import { dayInWords } from "@/words/days.ts";
import { CredentialForm } from "./credential-form.tsx";
import type { Overview, Physio, Physios } from "./practice-view.ts";

const TONES: Record<Physio["state"], Tone> = {
  valid: "good",
  ends_soon: "wait",
  ended: "stop",
  not_found: "stop",
  restricted: "stop",
  unchecked: "wait",
  nothing_signed: "neutral",
};

/** The physios of the practice and what the register said about each. Whoever waits for a look stands first. */
export function PhysiosPart({ data, overview }: { data: Physios; overview: Overview }) {
  const t = useTranslations("physio.practice");
  return (
    <Card title={t("physios")}>
      <p className="mb-4 max-w-[46rem] text-ink-soft">
        {t(overview.country === "NZ" ? "physiosLead" : "physiosLeadOther")}
      </p>
      {data.physios.length === 0 && (
        <EmptyState level={3} title={t("none.title")}>
          <p>{t("none.body")}</p>
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {data.physios.map((physio) => (
          <li key={physio.id} className="py-5 first:pt-0 last:pb-0">
            <PhysioRow physio={physio} data={data} isOwner={overview.isOwner} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PhysioRow({ physio, data, isOwner }: { physio: Physio; data: Physios; isOwner: boolean }) {
  const t = useTranslations("physio.practice");
  const [isOpen, setIsOpen] = useState(false);
  const { lastCheck, state } = physio;
  const isWaiting = state === "unchecked" || state === "ended" || state === "ends_soon";
  const until = lastCheck ? dayInWords(lastCheck.validUntil, "year") : "";
  return (
    <>
      <div className="grid gap-3 md:grid-cols-[1fr_auto] md:items-start">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold text-lg">{physio.name}</span>
            <Badge tone={TONES[state]}>{t(`state.${state}`, { date: until })}</Badge>
          </p>
          <p className="text-ink-soft text-sm [overflow-wrap:anywhere]">
            {[
              physio.clinic,
              physio.email,
              physio.signedFor > 0 ? t("signedFor", { count: physio.signedFor }) : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {physio.registrationNumber && (
            <p className="text-sm">
              {t("number", {
                regulator: physio.regulator ?? data.register.regulator,
                number: physio.registrationNumber,
              })}
            </p>
          )}
          {lastCheck && (
            <p className="text-ink-soft text-sm">
              {t("checked", { date: dayInWords(lastCheck.checkedOn, "year"), evidence: lastCheck.evidence })}
            </p>
          )}
        </div>
        {isOwner && !isOpen && (
          <Button
            variant={isWaiting ? "primary" : "secondary"}
            size="compact"
            onClick={() => setIsOpen(true)}
          >
            {lastCheck ? t("lookAgain") : t("look")}
          </Button>
        )}
        {!isOwner && isWaiting && <p className="text-ink-soft text-sm">{t("onlyOwner")}</p>}
      </div>
      {isOpen && (
        <CredentialForm
          physio={physio}
          register={data.register}
          today={data.today}
          onDone={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
