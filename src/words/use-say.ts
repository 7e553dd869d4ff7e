"use client";

import { useTranslations } from "use-intl";
import type { AnyRefusal } from "@/server/trpc/errors.ts";
import type { ProgressReason, Reason } from "@/domain/journey/reasons.ts";
import type { Met } from "@/domain/journey/journey.ts";
import type { Condition } from "@/domain/shared/vocabulary.ts";
import { argsOf } from "./args.ts";
import { dayInWords } from "./days.ts";

export type Reader = "mum" | "coach";

/** The sentences of codes, for a reader. Needs the rooms `journey` and `refusals` on the page. */
export function useSay(reader: Reader) {
  const journey = useTranslations("journey");
  const refusals = useTranslations("refusals");
  const name = (vocabulary: string, code: string) => {
    const key = `names.${vocabulary}.${code}` as Parameters<typeof journey.has>[0];
    return journey.has(key) ? journey(key as never) : undefined;
  };
  const args = (data: Readonly<Record<string, unknown>>) =>
    argsOf(data, { day: (iso) => dayInWords(iso, "year"), name });
  return {
    /** Why a step or running stands as it does; criteria say with `met` whether they are fulfilled. */
    reason: (reason: Reason, met?: Met): string =>
      journey(`reason.${reason.code}.${reader}`, { ...args(reason), met: met ?? "not_met" }),
    /** Why the next level is what it is. A reason without a sentence for her is silence. */
    progress: (reason: ProgressReason): string | null => {
      const key = `progress.${reason.code}.${reader}` as Parameters<typeof journey.has>[0];
      return journey.has(key) ? journey(key as never, args(reason) as never) : null;
    },
    /** A limit the physio set. */
    condition: (condition: Condition): string =>
      condition.kind === "other"
        ? condition.words
        : journey(`names.condition.${condition.kind}`, args(condition)),
    /** Why something was refused, or null for what has no words (a mistake of ours). */
    refusal: (refusal: AnyRefusal): string | null => {
      const key = refusal.code as Parameters<typeof refusals.has>[0];
      return refusals.has(key) ? refusals(key, args(refusal)) : null;
    },
  };
}

/** The refusal inside an error of a procedure, or null when it was something else. */
export function refusalOf(error: unknown): AnyRefusal | null {
  return (error as { data?: { refusal?: AnyRefusal | null } | null } | null)?.data?.refusal ?? null;
}
