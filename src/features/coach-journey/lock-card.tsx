"use client";

import { CircleCheck, CircleX, Lock, LockOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Journey } from "@/domain/journey/journey.ts";
import { LOCK_POINTS, type LockPoint } from "@/domain/journey/reasons.ts";
import { Card } from "@/ui/card.tsx";
import { dayInWords } from "@/words/days.ts";
import { useSay } from "@/words/use-say.ts";
import { sourceOf } from "./sources.ts";

/** May she run? Six points, each with what stands in its way; and inside which limits. */
export function LockCard({ journey }: { journey: Journey }) {
  const t = useTranslations("coach.lock");
  const { lock } = journey;
  return (
    <Card
      title={
        <span className="flex items-center gap-2.5">
          {lock.open ? (
            <LockOpen aria-hidden className="size-6 text-good" />
          ) : (
            <Lock aria-hidden className="size-6" />
          )}
          {t(lock.open ? "open" : "locked")}
        </span>
      }
    >
      <p className="text-ink-soft">
        {lock.open ? t("openLead") : t("lockedLead", { count: lock.reasons.length })}
      </p>
      <ol className="mt-4 space-y-3">
        {LOCK_POINTS.map((point) => (
          <Point key={point} point={point} journey={journey} />
        ))}
      </ol>
      <Limits journey={journey} />
    </Card>
  );
}

function Point({ point, journey }: { point: LockPoint; journey: Journey }) {
  const reasons = journey.lock.reasons.filter((row) => row.point === point);
  const t = useTranslations("coach");
  const say = useSay("coach");
  const isMet = reasons.length === 0;
  return (
    <li className="flex gap-2.5">
      {isMet ? (
        <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
      ) : (
        <CircleX aria-hidden className="mt-0.5 size-5 shrink-0 text-wait" />
      )}
      <div className="min-w-0">
        <p className="font-semibold">
          {t(`lock.points.${point}`)}
          <span className="sr-only">: {t(isMet ? "journey.met" : "journey.not_met")}</span>
        </p>
        {reasons.map((reason) => {
          const source = sourceOf(reason, journey.batteries);
          return (
            <p key={JSON.stringify(reason)} className="first-letter:uppercase">
              {say.reason(reason)}
              {source && (
                <span className="block text-ink-soft text-sm">{t("journey.source", { source })}</span>
              )}
            </p>
          );
        })}
      </div>
    </li>
  );
}

/** What the physio's sign-off allows only within bounds. Shown only while one stands. */
function Limits({ journey }: { journey: Journey }) {
  const t = useTranslations("coach.lock");
  const say = useSay("coach");
  const { clearance, limits } = journey;
  if (clearance.status !== "standing") return null;
  return (
    <div className="mt-5 border-line border-t pt-4">
      <h3 className="font-sans font-semibold text-base">{t("limits")}</h3>
      {limits.length === 0 ? (
        <p>{t("noLimits")}</p>
      ) : (
        <ul className="mt-1 list-disc space-y-1 ps-5">
          {limits.map((condition) => (
            <li key={JSON.stringify(condition)}>{say.condition(condition)}</li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-ink-soft text-sm">
        {t("until", { signer: clearance.signer, day: dayInWords(clearance.reviewBy, "year") })}
      </p>
    </div>
  );
}
