"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { addDays, type Day, weekday } from "@/domain/shared/day.ts";
import { cn } from "@/lib/cn.ts";
import { Badge } from "@/ui/badge.tsx";
import { dayInWords } from "@/words/days.ts";
import type { Calendar, CalendarSession } from "./client-calendar.tsx";
import { DoneChip } from "./done-chip.tsx";
import { SessionChip } from "./session-chip.tsx";
import { isOwn, type Span } from "./span.ts";
import type { Hand } from "./use-hand.ts";
import { WeekHead } from "./week-head.tsx";

type WeeksProps = {
  readonly data: Calendar;
  readonly span: Span;
  readonly anchor: Day;
  readonly fromDay: Day;
  readonly days: number;
  readonly hand: Hand;
  readonly onOpen: (sessionId: string) => void;
  readonly onOpenLog: (logId: string) => void;
  readonly onMove: (session: CalendarSession, to: Day) => void;
};

/**
 * Monday to Sunday, week under week. At a desk seven columns; on a phone one day under the other, and only those that
 * hold something.
 */
export function Weeks({ data, span, anchor, fromDay, days, hand, onOpen, onOpenLog, onMove }: WeeksProps) {
  const t = useTranslations("coach.calendar");
  const [over, setOver] = useState<Day | null>(null);
  const all = Array.from({ length: days }, (_, at) => addDays(fromDay, at));
  // What was done stands as what was done, once: not as planned beside it.
  const told = new Set(data.done.map((row) => row.sessionId));
  const sessions = byDay(data.sessions.filter((row) => !told.has(row.sessionId)));
  const done = byDay(data.done);
  const { shownUntil } = data;
  const felt = byDay(data.felt);
  const isEmpty = (day: Day) => !sessions.has(day) && !done.has(day) && !felt.has(day) && day !== data.today;
  return (
    <ol
      aria-label={t("title")}
      className="grid gap-px overflow-hidden rounded-card border border-line bg-line lg:grid-cols-7"
    >
      {all.map((day) => {
        const isPast = day < data.today;
        const holds = data.holds.filter((hold) => hold.since <= day);
        const isDraft = shownUntil !== null && day > shownUntil;
        const head = shownUntil !== null && weekday(day) === 1 && addDays(day, 6) >= data.today && (
          <WeekHead
            key={`week of ${day}`}
            monday={day}
            shownUntil={shownUntil}
            isBusy={hand.isBusy}
            onShow={(until) => hand.showWeeks(until, shownUntil)}
          />
        );
        return [
          head,
          <li
            key={day}
            aria-label={dayInWords(day, "long")}
            aria-current={day === data.today ? "date" : undefined}
            data-day={isPast ? undefined : day}
            className={cn(
              "min-w-0 bg-raised p-2 lg:min-h-28",
              (isPast || !isOwn(span, anchor, day)) && "bg-surface",
              isEmpty(day) && "max-lg:hidden",
              over === day && "outline-2 outline-focus -outline-offset-2 outline-dashed",
            )}
          >
            <p
              className={cn(
                "mb-1.5 flex flex-wrap items-center gap-1.5 text-sm",
                day === data.today ? "font-semibold text-primary" : "text-ink-soft",
              )}
            >
              <span className="lg:hidden">{dayInWords(day, "long")}</span>
              <span aria-hidden className="max-lg:hidden">
                {t("dayOf", { day: dayInWords(day, "weekday"), date: Number(day.slice(8)) })}
              </span>
              {day === data.today && <span>{t("now")}</span>}
            </p>
            <div className="space-y-1.5">
              {holds.map((hold) => (
                <p
                  key={hold.ids[0]}
                  className="border-wait border-s-3 bg-wait-soft px-1.5 py-0.5 text-wait text-xs"
                >
                  {t("held", { covers: hold.covers })}
                </p>
              ))}
              {felt.get(day)?.map((row) => (
                <Badge key={row.checkId} size="small" tone={row.light === "red" ? "stop" : "wait"}>
                  {t(row.light === "red" ? "red" : "amber")}
                </Badge>
              ))}
              {done.get(day)?.map((row) => (
                <DoneChip key={row.logId} done={row} onOpen={() => onOpenLog(row.logId)} />
              ))}
              {sessions.get(day)?.map((session) => (
                <SessionChip
                  key={session.sessionId}
                  session={session}
                  isDraft={isDraft}
                  onOpen={() => onOpen(session.sessionId)}
                  onOver={setOver}
                  onMove={(to) => onMove(session, to)}
                />
              ))}
            </div>
          </li>,
        ];
      })}
    </ol>
  );
}

function byDay<Row extends { readonly day: Day }>(rows: readonly Row[]): ReadonlyMap<Day, readonly Row[]> {
  return Map.groupBy(rows, (row) => row.day);
}
