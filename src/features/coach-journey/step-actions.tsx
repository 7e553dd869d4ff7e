"use client";

import { useTranslations } from "use-intl";
import type { StepState } from "@/domain/journey/journey.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { AskWhy } from "./ask-why.tsx";

/** Steps that open by themselves: the assessment by asking a physio, the way back by what suggests it. */
const BY_THEMSELVES = new Set<StepState["id"]>(["assessment", "revisit"]);

/** What a coach can do with a step: open restoration early, open a finished one again, close a visit. */
export function StepActions({ clientId, step }: { clientId: string; step: StepState }) {
  const isOpen = step.visits.at(-1)?.closedOn === null && step.status !== "locked";
  if (BY_THEMSELVES.has(step.id)) return null;
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {step.id === "restoration" && step.status === "locked" && (
        <OpenStep clientId={clientId} step={step} isEarly />
      )}
      {step.status === "done" && <OpenStep clientId={clientId} step={step} isEarly={false} />}
      {isOpen && step.status !== "done" && <CloseStep clientId={clientId} step={step} />}
    </div>
  );
}

function OpenStep({ clientId, step, isEarly }: { clientId: string; step: StepState; isEarly: boolean }) {
  const t = useTranslations("coach.journey");
  const journey = useTranslations("journey");
  const open = useChange(useTRPC().journey.openStep.mutationOptions());
  return (
    <AskWhy
      button={t(isEarly ? "openEarly" : "openAgain")}
      title={isEarly ? t("openEarlyTitle") : t("openAgainTitle", { step: journey(`steps.${step.id}.title`) })}
      lead={t(isEarly ? "openEarlyLead" : "openAgainLead")}
      label={t("reason")}
      press={t("open")}
      isNeeded
      sending={open}
      onSend={(reason, done) => open.send({ clientId, step: step.id, reason }, done)}
    />
  );
}

function CloseStep({ clientId, step }: { clientId: string; step: StepState }) {
  const t = useTranslations("coach.journey");
  const journey = useTranslations("journey");
  const close = useChange(useTRPC().journey.closeStep.mutationOptions());
  const isMet = step.exit.every((row) => row.met === "met");
  return (
    <AskWhy
      button={t("close")}
      look="quiet"
      title={t("closeTitle", { step: journey(`steps.${step.id}.title`) })}
      lead={isMet ? t("closeLead") : `${t("closeLead")} ${t("closeNeeds")}`}
      label={isMet ? t("note") : t("reason")}
      press={t("close")}
      isNeeded={!isMet}
      sending={close}
      onSend={(note, done) => close.send({ clientId, step: step.id, note: note || null }, done)}
    />
  );
}
