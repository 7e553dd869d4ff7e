"use client";

import { useTranslations } from "use-intl";
import type { Day } from "@/domain/shared/day.ts";
import { cn } from "@/lib/cn.ts";
import { Badge } from "@/ui/badge.tsx";
import { dayInWords } from "@/words/days.ts";
import type { Calendar, CalendarSession } from "./client-calendar.tsx";
import { DoneChip } from "./done-chip.tsx";
import { SessionChip } from "./session-chip.tsx";

type CellProps = {
  readonly day: Day;
  readonly isToday: boolean;
  readonly isPast: boolean;
  /** Gone by, or of the month beside the one that is shown. */
  readonly isPale: boolean;
  /** She does not see it yet. */
  readonly isDraft: boolean;
  /** A session is held over it. */
  readonly isUnder: boolean;
  readonly holds: Calendar["holds"];
  readonly felt: readonly Calendar["felt"][number][];
  readonly done: readonly Calendar["done"][number][];
  readonly sessions: readonly CalendarSession[];
  readonly onOpen: (sessionId: string) => void;
  readonly onOpenLog: (logId: string) => void;
  readonly onOver: (day: Day | null) => void;
  readonly onMove: (session: CalendarSession, to: Day) => void;
};

/**
 * One day. A component of its own, so that a session pulled over two hundred others draws two days again and not all of
 * them.
 */
export function DayCell(props: CellProps) {
  const { day, isToday, isPast, isPale, isDraft, isUnder, holds, felt, done, sessions } = props;
  const { onOpen, onOpenLog, onOver, onMove } = props;
  const t = useTranslations("coach.calendar");
  const isEmpty = !isToday && felt.length + done.length + sessions.length === 0;
  return (
    <li
      aria-label={dayInWords(day, "long")}
      aria-current={isToday ? "date" : undefined}
      data-day={isPast ? undefined : day}
      className={cn(
        "min-w-0 bg-raised p-2 @3xl:min-h-28",
        isPale && "bg-surface",
        isEmpty && "@max-3xl:hidden",
        isUnder && "outline-2 outline-focus -outline-offset-2 outline-dashed",
      )}
    >
      <p
        className={cn(
          "mb-1.5 flex flex-wrap items-center gap-1.5 text-sm",
          isToday ? "font-semibold text-primary" : "text-ink-soft",
        )}
      >
        <span className="@3xl:hidden">{dayInWords(day, "long")}</span>
        <span aria-hidden className="@max-3xl:hidden">
          {t("dayOf", { day: dayInWords(day, "weekday"), date: Number(day.slice(8)) })}
        </span>
        {isToday && <span>{t("now")}</span>}
      </p>
      <div className="space-y-1.5">
        {holds
          .filter((hold) => hold.since <= day)
          .map((hold) => (
            <p
              key={hold.ids[0]}
              className="border-wait border-s-3 bg-wait-soft px-1.5 py-0.5 text-wait text-xs"
            >
              {t("held", { covers: hold.covers })}
            </p>
          ))}
        {felt.map((row) => (
          <Badge key={row.checkId} size="small" tone={row.light === "red" ? "stop" : "wait"}>
            {t(row.light === "red" ? "red" : "amber")}
          </Badge>
        ))}
        {done.map((row) => (
          <DoneChip key={row.logId} done={row} onOpen={() => onOpenLog(row.logId)} />
        ))}
        {sessions.map((session) => (
          <SessionChip
            key={session.sessionId}
            session={session}
            isDraft={isDraft}
            onOpen={() => onOpen(session.sessionId)}
            onOver={onOver}
            onMove={(to) => onMove(session, to)}
          />
        ))}
      </div>
    </li>
  );
}
