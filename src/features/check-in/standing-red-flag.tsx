"use client";

import { useTranslations } from "use-intl";
import type { RedFlagTier } from "@/domain/journey/journey.ts";
import type { Day } from "@/domain/shared/day.ts";
import { Card } from "@/ui/card.tsx";
import { dayInWords } from "@/words/days.ts";
import { HelpLines } from "./help-lines.tsx";

/** Until somebody has seen what she told: the numbers again, and nothing else asked of her. */
export function StandingRedFlag({ tier, on, country }: { tier: RedFlagTier; on: Day; country: string }) {
  const t = useTranslations("mum");
  return (
    <Card variant="feature" title={t("today.redFlagTitle")}>
      <p className="mb-5">{t("today.redFlagBody", { day: dayInWords(on) })}</p>
      <HelpLines country={country} tier={tier} />
      <p className="mt-4 text-ink-soft">{t("redFlag.notWatched")}</p>
    </Card>
  );
}
