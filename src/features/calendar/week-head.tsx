"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { addDays, type Day } from "@/domain/shared/day.ts";
import { cn } from "@/lib/cn.ts";
import { Button } from "@/ui/button.tsx";
import { dayInWords } from "@/words/days.ts";

type Props = {
  readonly monday: Day;
  /** The last day she sees, a Sunday. */
  readonly shownUntil: Day;
  readonly isBusy: boolean;
  /** Publishes her weeks up to and with a day; what lies behind it is a draft. */
  readonly onShow: (until: Day) => void;
};

const DAYS_IN_WEEK = 7;

/** Over a week, where a coach publishes week by week: does she see it, and the press that changes it. */
export function WeekHead({ monday, shownUntil, isBusy, onShow }: Props) {
  const t = useTranslations("coach.calendar.weeks");
  const sunday = addDays(monday, DAYS_IN_WEEK - 1);
  const isDraft = monday > shownUntil;
  const Icon = isDraft ? EyeOff : Eye;
  return (
    <li
      className={cn(
        "flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-1.5 @3xl:col-span-7",
        isDraft ? "bg-sunken" : "bg-surface",
      )}
    >
      <p className="flex min-w-0 items-center gap-2 text-sm">
        <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />
        <span className={cn(isDraft && "font-semibold")}>{t(isDraft ? "draft" : "shown")}</span>
        <span className="text-ink-soft @3xl:hidden">{dayInWords(monday)}</span>
      </p>
      <Button
        size="compact"
        variant={isDraft ? "secondary" : "quiet"}
        disabled={isBusy}
        aria-label={
          isDraft
            ? t("publishLabel", { day: dayInWords(sunday, "long") })
            : t("backLabel", { day: dayInWords(monday, "long") })
        }
        className="print:hidden"
        onClick={() => onShow(isDraft ? sunday : addDays(monday, -1))}
      >
        {t(isDraft ? "publish" : "back")}
      </Button>
    </li>
  );
}
