"use client";

import { useTranslations } from "use-intl";
import type { RunningLock } from "@/domain/journey/journey.ts";
import { reviewLock } from "@/domain/plans/review-lock.ts";
import type { Day } from "@/domain/shared/day.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { dayInWords } from "@/words/days.ts";
import { useSay } from "@/words/use-say.ts";
import { ReviewTechnique } from "./review-technique.tsx";

type Client = Outputs["clients"]["byId"];
type Review = Client["reviews"][number];

export type TechniquePanelProps = {
  readonly clientId: string;
  /** `journey.techniqueLock`: looking at her running is running. */
  readonly lock: RunningLock;
  /** Newest first. */
  readonly reviews: readonly Review[];
  readonly names: Client["names"];
  /** Her calendar. */
  readonly today: Day;
};

/** The cues she runs with, what was seen and when, and the next look at her running. */
export function TechniquePanel({ clientId, lock, reviews, names, today }: TechniquePanelProps) {
  const t = useTranslations("tests");
  const reasons = reviewLock(lock);
  const current = reviews.find((review) => review.closed);
  const [newest, ...earlier] = reviews;
  return (
    <section aria-labelledby={`technique-${clientId}`}>
      <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 id={`technique-${clientId}`}>{t("technique.title")}</h2>
        <ReviewTechnique clientId={clientId} today={today} isLocked={reasons.length > 0} />
      </header>
      {reasons.length > 0 && <Locked reasons={reasons} />}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card variant="feature" level={3} title={t("technique.now")}>
          {current ? <Cues cues={current.cues} /> : <p>{t("technique.nowNone")}</p>}
        </Card>
        <div className="space-y-3">
          {newest ? (
            <ReviewCard review={newest} names={names} />
          ) : (
            <Card variant="outline" level={3} title={t("technique.none")}>
              <p className="text-ink-soft">{t("technique.noneBody")}</p>
            </Card>
          )}
          {earlier.length > 0 && (
            <details>
              <summary className="flex min-h-12 cursor-pointer items-center font-semibold text-primary underline decoration-1 underline-offset-[0.2em]">
                {t("technique.earlier", { count: earlier.length })}
              </summary>
              <div className="space-y-3">
                {earlier.map((review) => (
                  <ReviewCard key={review.id} review={review} names={names} />
                ))}
              </div>
            </details>
          )}
        </div>
      </div>
    </section>
  );
}

function Locked({ reasons }: { reasons: ReturnType<typeof reviewLock> }) {
  const t = useTranslations("tests");
  const say = useSay("coach");
  return (
    <Notice tone="wait" title={t("technique.locked")} className="mb-4">
      <ul className="list-disc space-y-1 ps-5">
        {[...new Set(reasons.map((reason) => say.reason(reason)))].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Cues({ cues }: { cues: readonly string[] }) {
  return (
    <ol className="list-decimal space-y-1.5 ps-6 font-semibold">
      {cues.map((cue) => (
        <li key={cue} className="[overflow-wrap:anywhere]">
          {cue}
        </li>
      ))}
    </ol>
  );
}

function ReviewCard({ review, names }: { review: Review; names: Client["names"] }) {
  const t = useTranslations("tests");
  const day = dayInWords(review.reviewedOn, "year");
  const name = review.byId === null ? undefined : names[review.byId];
  return (
    <Card
      variant="outline"
      level={3}
      title={name ? t("technique.by", { day, name }) : t("technique.byNobody", { day })}
      aside={
        <Badge tone={review.closed ? "good" : "wait"} size="small">
          {t(review.closed ? "technique.closed" : "technique.open")}
        </Badge>
      }
    >
      {review.observations && (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{review.observations}</p>
      )}
      {review.cues.length > 0 ? (
        <ul className="mt-2 list-disc space-y-1 ps-5 text-ink-soft">
          {review.cues.map((cue) => (
            <li key={cue} className="[overflow-wrap:anywhere]">
              {cue}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-2 text-ink-soft">{t("technique.noCues")}</p>
      )}
    </Card>
  );
}
