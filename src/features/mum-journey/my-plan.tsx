"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarCheck, ChevronRight } from "lucide-react";
import NextLink from "next/link";
import { useTranslations } from "use-intl";
import type { Outputs } from "@/trpc/wire.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { cn } from "@/lib/cn.ts";
import { dayInWords } from "@/words/days.ts";
import { useSay } from "@/words/use-say.ts";
import { Failed, Loading } from "./states.tsx";
import { WalkingCard } from "./walking-meter.tsx";

type Week = Outputs["plans"]["week"];

/** This week, day by day, and what she is working on. Days gone by show what was done and nothing that was not. */
export function MyPlan() {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const query = useQuery(trpc.plans.week.queryOptions({}));
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed onAgain={() => void query.refetch()} />;
  const { days, plans, walking, day } = query.data;
  const mayOpen = days.some((row) => row.day === day && row.isShown);
  return (
    <>
      <PageHeader title={t("plan.title")} />
      {plans.length === 0 ? (
        <EmptyState title={t("plan.none")}>
          <p>{t("plan.noneBody")}</p>
        </EmptyState>
      ) : (
        <div className="space-y-8">
          <ol className="divide-y divide-line border-line border-y">
            {days.map((row) => (
              <DayRow key={row.day} row={row} today={day} />
            ))}
          </ol>
          <section className="space-y-3">
            <h2>{t("plan.plans")}</h2>
            {plans.map((plan) => (
              <PlanCard key={plan.planId} plan={plan} mayOpen={mayOpen} />
            ))}
          </section>
          <WalkingCard walking={walking} />
        </div>
      )}
    </>
  );
}

function DayRow({ row, today }: { row: Week["days"][number]; today: string }) {
  const t = useTranslations("mum");
  const isToday = row.day === today;
  const isPast = row.day < today;
  return (
    <li
      className={cn(
        "flex flex-wrap gap-x-4 gap-y-1 py-3",
        isToday && "-mx-3 rounded-control bg-primary-soft px-3",
      )}
      aria-current={isToday ? "date" : undefined}
    >
      <p className="w-26">
        <span className="block font-semibold">{dayInWords(row.day, "weekday")}</span>
        <span className="text-ink-soft text-sm">{isToday ? t("plan.today") : dayInWords(row.day)}</span>
      </p>
      <ul className="min-w-0 flex-1 basis-44 space-y-1.5">
        {row.done.map((log) => (
          <li key={log.logId} className="flex min-h-6 items-center gap-2">
            <CalendarCheck aria-hidden className="size-5 shrink-0 text-good" />
            <span className="sr-only">{t("plan.done")}: </span>
            <NextLink
              href={`/me/log/${log.logId}`}
              className="-my-1 flex min-h-12 flex-1 items-center underline"
            >
              {t("today.doneLine", {
                kind: t(`kind.${log.kind}`),
                minutes: Math.max(1, Math.round(log.minutes)),
              })}
            </NextLink>
          </li>
        ))}
        {row.planned.map((session) => (
          <li key={session.planId}>
            {isToday ? (
              <NextLink
                href={`/me/session/${session.planId}`}
                className="-my-1 flex min-h-12 items-center justify-between gap-3 rounded-control font-semibold text-primary underline"
              >
                {t(`kind.${session.kind}`)}, {t("minutes", { minutes: Math.round(session.minutes) })}
                <ChevronRight aria-hidden className="size-5" />
              </NextLink>
            ) : (
              <span>
                {t(`kind.${session.kind}`)}, {t("minutes", { minutes: Math.round(session.minutes) })}
              </span>
            )}
          </li>
        ))}
        {row.done.length + row.planned.length === 0 && !isPast && (
          <li className="text-ink-soft">{t(row.isShown ? "plan.rest" : "plan.beingWritten")}</li>
        )}
      </ul>
    </li>
  );
}

/** `mayOpen`: her coach has published today. */
function PlanCard({ plan, mayOpen }: { plan: Week["plans"][number]; mayOpen: boolean }) {
  const t = useTranslations("mum");
  const say = useSay("mum");
  const because = say.progress(plan.advice.because);
  return (
    <Card
      level={3}
      over={t("plan.level", { level: plan.level + 1, levels: plan.levels })}
      title={t(`kind.${plan.kind}`)}
      aside={
        plan.paused ? (
          <Badge tone="wait">{t("plan.paused")}</Badge>
        ) : !plan.isAllowed ? (
          <Badge tone="wait">{t("plan.locked")}</Badge>
        ) : undefined
      }
    >
      <p className="font-semibold">{plan.levelTitle}</p>
      <p className="mt-1 text-ink-soft">
        {because ??
          t("plan.clean", { done: Math.min(plan.cleanSessions, plan.cleanNeeded), needed: plan.cleanNeeded })}
      </p>
      {mayOpen && (
        <NextLink
          href={`/me/session/${plan.planId}`}
          className="mt-2 inline-flex min-h-12 items-center font-semibold text-primary underline"
        >
          {t("plan.go")}
          <span className="sr-only">: {t(`kind.${plan.kind}`)}</span>
        </NextLink>
      )}
    </Card>
  );
}
