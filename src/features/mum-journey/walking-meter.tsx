"use client";

import { useTranslations } from "use-intl";
import type { WalkingMeter } from "@/domain/journey/journey.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";

function Bar({ label, done, of }: { label: string; done: number; of: number }) {
  const percent = of > 0 ? Math.min(100, Math.round((done / of) * 100)) : 0;
  return (
    <div>
      <p className="font-semibold tabular-nums">{label}</p>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={Math.min(done, of)}
        className="mt-1.5 h-3 overflow-hidden rounded-full border border-line-strong bg-sunken"
      >
        <div className="h-full bg-primary-fill night:bg-primary" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}

/** This week against what she wants to run, and what the habit still asks. */
export function WalkingCard({ walking }: { walking: WalkingMeter }) {
  const t = useTranslations("mum");
  const { thisWeek, weeksInRow, weeksNeeded, longestSymptomFreeMinutes, symptomFreeNeeded } = walking;
  const { goalSessions, goalMinutes } = thisWeek;
  if (goalSessions === null || goalMinutes === null) {
    return (
      <Card title={t("walking.title")}>
        <p>{t("walking.noGoal")}</p>
        <Link href="/me/settings" variant="alone">
          {t("settings.goal")}
        </Link>
      </Card>
    );
  }
  const isLongDone = longestSymptomFreeMinutes >= symptomFreeNeeded;
  return (
    <Card title={t("walking.title")}>
      <div className="space-y-4">
        <Bar
          label={t("walking.sessions", { done: thisWeek.sessions, goal: goalSessions })}
          done={thisWeek.sessions}
          of={goalSessions}
        />
        <Bar
          label={t("walking.minutes", { done: Math.round(thisWeek.minutes), goal: goalMinutes })}
          done={thisWeek.minutes}
          of={goalMinutes}
        />
        <ul className="space-y-1 text-ink-soft">
          <li>{t("walking.weeks", { done: Math.min(weeksInRow, weeksNeeded), needed: weeksNeeded })}</li>
          <li>
            {isLongDone
              ? t("walking.longDone", { needed: symptomFreeNeeded })
              : t("walking.long", { needed: symptomFreeNeeded, done: Math.round(longestSymptomFreeMinutes) })}
          </li>
        </ul>
      </div>
    </Card>
  );
}
