"use client";

import { useTranslations } from "use-intl";
import type { TestOutcome } from "@/domain/journey/journey.ts";
import { Badge } from "@/ui/badge.tsx";
import type { Tone } from "@/ui/tokens.ts";

const TONES: Record<TestOutcome["state"], Tone> = {
  passed: "good",
  short: "wait",
  incomplete: "wait",
  before_clearance: "wait",
  missing: "neutral",
  symptom: "stop",
};

/** How one side of one test stands, in a word. */
export function OutcomeBadge({ state }: { state: TestOutcome["state"] }) {
  const t = useTranslations("tests");
  return (
    <Badge tone={TONES[state]} size="small">
      {t(`state.${state}`)}
    </Badge>
  );
}

/** The sentence behind the word. */
export function useOutcomeSentence() {
  const t = useTranslations("tests");
  return ({ state, value, threshold, unit }: TestOutcome): string => {
    const missing = Math.round((threshold - (value ?? 0)) * 100) / 100;
    return state === "short"
      ? t("stateLong.short", { missing, unit: t(`unit.${unit}`, { value: missing }) })
      : t(`stateLong.${state}`);
  };
}

/** A test's name; one the words do not know yet stands for itself, readable. */
export function useTestName() {
  const t = useTranslations("journey");
  return (test: string): string => {
    const key = `names.test.${test}` as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key as never) : test.replaceAll("_", " ");
  };
}
