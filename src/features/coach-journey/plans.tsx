"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { PlanState } from "@/domain/journey/journey.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { dayInWords } from "@/words/days.ts";
import { Refused } from "@/words/refused.tsx";
import { useSay } from "@/words/use-say.ts";
import { ChangePlan } from "./change-plan.tsx";
import { sourceOfProgress } from "./sources.ts";
import type { Client } from "./use-client.ts";

/** What she is working on: level, days, and what the next level waits for. */
export function Plans({ data, assign }: { data: Client; assign: ReactNode }) {
  const t = useTranslations("coach.plans");
  const { plans } = data.journey;
  return (
    <section aria-labelledby="plans" className="scroll-mt-24">
      <header className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="plans" className="scroll-mt-24">
          {t("title")}
        </h2>
        {assign}
      </header>
      {plans.length === 0 ? (
        <p className="rounded-card bg-sunken p-6">
          <span className="font-semibold">{t("none")}</span> {t("noneBody")}
        </p>
      ) : (
        <div className="grid items-start gap-5 2xl:grid-cols-2">
          {plans.map((plan) => (
            <PlanCard key={plan.planId} data={data} plan={plan} />
          ))}
        </div>
      )}
    </section>
  );
}

function PlanCard({ data, plan }: { data: Client; plan: PlanState }) {
  const t = useTranslations("coach.plans");
  const coach = useTranslations("coach");
  const journey = useTranslations("journey");
  const say = useSay("coach");
  const source = sourceOfProgress(plan.advice.because);
  const isUpcoming = plan.startsOn > data.day;
  const days = plan.weekdays.map((day) => coach(`days.${day as 1}`)).join(", ");
  const facts = [
    plan.minutesRun > 0
      ? t("run", { minutes: plan.minutesRun })
      : t("minutes", { minutes: plan.minutesTotal }),
    t("days", { days }),
    t(`mode.${plan.mode}`, { limit: plan.maxLevel === null ? "none" : String(plan.maxLevel + 1) }),
  ];
  return (
    <Card
      level={3}
      over={<span className="inline-block first-letter:uppercase">{journey(`names.kind.${plan.kind}`)}</span>}
      title={plan.title}
      aside={
        plan.paused ? (
          <Badge tone="wait">{t("paused")}</Badge>
        ) : isUpcoming ? (
          <Badge tone="info">{t("starts", { day: dayInWords(plan.startsOn) })}</Badge>
        ) : null
      }
    >
      <p className="font-semibold">
        {t("level", { level: plan.level + 1, levels: plan.levels })}: {plan.levelTitle}
      </p>
      <p className="text-ink-soft">{facts.join(" · ")}</p>
      <p className="mt-2">{say.progress(plan.advice.because)}</p>
      {source && <p className="text-ink-soft text-sm">{coach("journey.source", { source })}</p>}
      <p className="text-ink-soft text-sm">
        {[
          // Where the sentence above speaks of them, once is enough.
          plan.cleanSessions < plan.cleanNeeded &&
            plan.advice.because.code !== "clean_sessions" &&
            t("clean", { done: plan.cleanSessions, needed: plan.cleanNeeded }),
          plan.lastDoneOn && t("last", { day: dayInWords(plan.lastDoneOn) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {plan.jump && plan.jump.band !== "fine" && (
        <p className="mt-1 font-semibold text-wait">{t("jump", { percent: plan.jump.percent })}</p>
      )}
      <Moves data={data} plan={plan} />
    </Card>
  );
}

/** The one press the rules suggest, and the dialog for everything else. */
function Moves({ data, plan }: { data: Client; plan: PlanState }) {
  const t = useTranslations("coach.plans");
  const change = useChange(useTRPC().plans.change.mutationOptions());
  const { clientId } = data.client;
  const { advice, planId } = plan;
  const isUp = plan.mayLevelUp && advice.kind === "progress";
  const isDown = advice.kind === "regress" && advice.to < plan.level;
  const set = () =>
    change.send({ clientId, planId, change: "level", level: advice.to, mode: null, note: null });
  return (
    <div className="mt-4 space-y-3 print:hidden">
      <div className="flex flex-wrap gap-2">
        {(isUp || isDown) && (
          <Button size="compact" loading={change.isBusy} onClick={set}>
            {t(isUp ? "up" : "down", { level: advice.to + 1 })}
          </Button>
        )}
        <ChangePlan data={data} plan={plan} />
      </div>
      <Refused error={change.error} reader="coach" />
    </div>
  );
}
