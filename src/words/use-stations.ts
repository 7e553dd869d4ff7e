"use client";

import { useTranslations } from "use-intl";
import { STEPS, type StepId, type StepStatus } from "@/domain/journey/steps.ts";
import type { PathStation, PathStations, PathWords } from "@/ui/path/types.ts";

/** The seven steps as stations of the path, for a coach: names, states and what a screen reader says. */
export function useStations() {
  const journey = useTranslations("journey");
  const t = useTranslations("coach.path");
  const words: PathWords = {
    locked: journey("status.locked"),
    open: journey("status.open"),
    active: journey("status.active"),
    held: journey("status.held"),
    done: journey("status.done"),
    current: t("current"),
  };
  const stationsOf = (
    statuses: readonly StepStatus[],
    more?: (id: StepId, index: number) => Pick<PathStation, "href" | "note" | "current">,
  ): PathStations =>
    STEPS.map(({ id }, index) => ({
      id,
      label: journey(`steps.${id}.title`),
      state: statuses[index] ?? "locked",
      ...more?.(id, index),
      // STEPS has seven rows; the list of stations is made from it.
    })) as unknown as PathStations;
  return { words, label: t("label"), stationsOf };
}
