"use client";

import { useTranslations } from "use-intl";
import type { AnyRefusal } from "@/server/trpc/errors.ts";
import { argsIn, type Reader, sayIn } from "./say.ts";

export type { Reader } from "./say.ts";

/** The sentences of codes, for a reader. Needs the rooms `journey` and `refusals` on the page. */
export function useSay(reader: Reader) {
  const journey = useTranslations("journey");
  const refusals = useTranslations("refusals");
  return {
    ...sayIn(journey, reader),
    /** Why something was refused, or null for what has no words (a mistake of ours). */
    refusal: (refusal: AnyRefusal): string | null => {
      const key = refusal.code as Parameters<typeof refusals.has>[0];
      return refusals.has(key) ? refusals(key, argsIn(journey, refusal)) : null;
    },
  };
}

/** The refusal inside an error of a procedure, or null when it was something else. */
export function refusalOf(error: unknown): AnyRefusal | null {
  return (error as { data?: { refusal?: AnyRefusal | null } | null } | null)?.data?.refusal ?? null;
}
