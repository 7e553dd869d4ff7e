"use client";

import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Calendar } from "./client-calendar.tsx";

type Done = Calendar["done"][number];

/** What she did on a day: pressed it opens, planned beside done. */
export function DoneChip({ done, onOpen }: { done: Done; onOpen: () => void }) {
  const t = useTranslations("coach.calendar");
  const { kind, minutes, minutesRun, effort, completion } = done;
  return (
    <button
      type="button"
      onClick={onOpen}
      className="block w-full cursor-pointer rounded-control border border-good bg-good-soft px-2 py-1.5 text-start text-sm leading-snug hover:border-ink pointer-coarse:min-h-12"
    >
      <span className="flex items-center gap-1 font-semibold text-good">
        <Check role="img" aria-label={t("doneMark")} className="size-3.5 shrink-0" />
        <span className="min-w-0 [overflow-wrap:anywhere]">{t(`kinds.${kind}`)}</span>
      </span>
      <span className="block text-ink-soft text-xs [overflow-wrap:anywhere]">
        {t("doneLine", {
          minutes: Math.max(1, Math.round(minutes)),
          run: Math.round(minutesRun),
          effort: effort ?? "none",
          completion,
        })}
      </span>
    </button>
  );
}
