"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, Lock } from "lucide-react";
import NextLink from "next/link";
import { useTranslations } from "use-intl";
import type { Journey } from "@/domain/journey/journey.ts";
import { LOCK_POINTS, type LockPoint, type LockReason } from "@/domain/journey/reasons.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { useSay } from "@/words/use-say.ts";
import { HoldCard } from "./hold-card.tsx";
import { Failed, Loading } from "./states.tsx";
import { WalkingCard } from "./walking-meter.tsx";

/** What stands between her and running: every reason, each with what opens it; what is done already, too. */
export function MyRunning() {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const query = useQuery(trpc.journey.mine.queryOptions({}));
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed onAgain={() => void query.refetch()} />;
  const { journey } = query.data;
  const { open, reasons } = journey.lock;
  const shut = LOCK_POINTS.filter((point) => reasons.some((reason) => reason.point === point));
  return (
    <>
      <PageHeader
        title={t(open ? "running.openTitle" : "running.title")}
        lead={open ? t("running.openBody") : t("running.lockedLead", { count: shut.length })}
      />
      <div className="space-y-5">
        {open && (
          <Button asChild size="large" wide>
            <NextLink href="/me/plan">{t("running.toPlan")}</NextLink>
          </Button>
        )}
        {journey.holds.map((hold) => (
          <HoldCard key={hold.ids.join()} hold={hold} />
        ))}
        {shut.map((point) => (
          <PointCard key={point} point={point} reasons={reasons.filter((reason) => reason.point === point)} />
        ))}
        <Limits journey={journey} />
        <WalkingCard walking={journey.walking} />
        <Fulfilled points={LOCK_POINTS.filter((point) => !shut.includes(point))} />
      </div>
    </>
  );
}

function PointCard({ point, reasons }: { point: LockPoint; reasons: readonly LockReason[] }) {
  const t = useTranslations("mum");
  const say = useSay("mum");
  return (
    <Card
      title={
        <span className="flex items-center gap-2.5">
          <Lock aria-hidden className="size-5 text-ink-soft" />
          {t(`running.point.${point}`)}
        </span>
      }
    >
      <ul className={reasons.length > 1 ? "list-disc space-y-1.5 ps-5" : ""}>
        {reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>{say.reason(reason)}</li>
        ))}
      </ul>
      <p className="mt-3 text-ink-soft">{t(`running.opensBy.${point}`)}</p>
    </Card>
  );
}

function Limits({ journey }: { journey: Journey }) {
  const t = useTranslations("mum");
  const say = useSay("mum");
  if (journey.limits.length === 0) return null;
  return (
    <Notice tone="info" title={t("running.limits")}>
      <ul className="list-disc space-y-1 ps-5">
        {journey.limits.map((condition) => (
          <li key={JSON.stringify(condition)}>{say.condition(condition)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Fulfilled({ points }: { points: readonly LockPoint[] }) {
  const t = useTranslations("mum");
  if (points.length === 0) return null;
  return (
    <section>
      <h2 className="text-xl">{t("running.doneTitle")}</h2>
      <ul className="mt-2 space-y-2">
        {points.map((point) => (
          <li key={point} className="flex items-center gap-2.5">
            <CircleCheck aria-hidden className="size-5 text-good" />
            {t(`running.point.${point}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
