"use client";

import { useTranslations } from "use-intl";
import { STEPS, type StepId, type StepStatus } from "@/domain/journey/steps.ts";
import type { PathStation, PathStations, PathWords } from "@/ui/path/types.ts";

type Told = {
  readonly id: StepId;
  readonly status: StepStatus;
  readonly note?: string | undefined;
  readonly href?: string | undefined;
};

/** Where she is: the last step that is under way, else the first that is open. */
function hereOf(steps: readonly Told[]): StepId | null {
  const walked = steps.filter((step) => step.id !== "revisit");
  return (
    (walked.findLast((step) => step.status === "active") ?? walked.find((step) => step.status === "open"))
      ?.id ?? null
  );
}

/** The seven steps as stations of the signature picture, with their words. */
export function useStations(steps: readonly Told[]): { stations: PathStations; words: PathWords } {
  const t = useTranslations("journey");
  const mum = useTranslations("mum");
  const here = hereOf(steps);
  const stations = STEPS.map(({ id }): PathStation => {
    const step = steps.find((row) => row.id === id);
    return {
      id,
      label: t(`steps.${id}.title`),
      state: step?.status ?? "locked",
      current: id === here,
      note: step?.note,
      href: step?.href,
    };
  });
  const words: PathWords = {
    locked: t("status.locked"),
    open: t("status.open"),
    active: t("status.active"),
    held: t("status.held"),
    done: t("status.done"),
    current: mum("here"),
  };
  // Seven, because the list of steps is.
  return { stations: stations as unknown as PathStations, words };
}
