"use client";

import NextLink from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { CoachNext } from "@/domain/journey/reasons.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { argsOf } from "@/words/args.ts";
import { dayInWords } from "@/words/days.ts";

/** Where the next thing is done: a place on this page, another page, or one of the dialogs beside it. */
function placeOf(next: CoachNext, base: string): string | null {
  switch (next.code) {
    case "acknowledge_red_flag":
      return "#red-flag";
    case "check_credential":
      return "/coach/practice";
    case "clearance_denied":
      return `${base}/care`;
    case "record_battery":
    case "review_technique":
      return `${base}/tests`;
    case "look_at_hold":
      return "#holds";
    case "decide_level":
    case "resume_plan":
      return "#plans";
    case "consider_revisit":
      return "#proposals";
    case "send_request":
    case "assign_plan":
    case "wait_for_mum":
    case "wait_for_intake":
    case "wait_for_physio":
    case "nothing":
      return null;
  }
}

/** The most pressing thing for the coach, with the way to it. */
export function NextThing({
  next,
  clientId,
  ask,
  assign,
}: {
  next: CoachNext;
  clientId: string;
  ask: ReactNode;
  assign: ReactNode;
}) {
  const t = useTranslations("coach.client");
  const journey = useTranslations("journey");
  const name = (vocabulary: string, code: string) => {
    const key = `names.${vocabulary}.${code}` as Parameters<typeof journey.has>[0];
    return journey.has(key) ? journey(key as never) : undefined;
  };
  // Who is asked, which kind: sentences choose by the code itself where they name it differently.
  const args = argsOf(next, { day: (iso) => dayInWords(iso), name });
  if (next.code === "send_request") args.kind = next.kind;
  const sentence = journey(`next.coach.${next.code}`, args as never);
  const place = placeOf(next, `/coach/clients/${clientId}`);
  return (
    <Card variant="feature" over={t("next")} title={sentence}>
      <div className="flex flex-wrap gap-3">
        {next.code === "send_request" && ask}
        {next.code === "assign_plan" && assign}
        {place && (
          <Button asChild>
            <NextLink href={place}>{t("goThere")}</NextLink>
          </Button>
        )}
      </div>
    </Card>
  );
}
