"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { addDays, type Day, weekday } from "@/domain/shared/day.ts";
import type { Calendar, CalendarSession } from "./client-calendar.tsx";
import { DayCell } from "./day-cell.tsx";
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

/** The same list whenever a day has none, so that its cell need not be drawn again. */
const NONE: readonly never[] = [];

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
  return (
    <ol
      aria-label={t("title")}
      className="grid gap-px overflow-hidden rounded-card border border-line bg-line @3xl:grid-cols-7"
    >
      {all.map((day) => {
        const isPast = day < data.today;
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
          <DayCell
            key={day}
            day={day}
            isToday={day === data.today}
            isPast={isPast}
            isPale={isPast || !isOwn(span, anchor, day)}
            isDraft={shownUntil !== null && day > shownUntil}
            isUnder={over === day}
            holds={data.holds}
            felt={felt.get(day) ?? NONE}
            done={done.get(day) ?? NONE}
            sessions={sessions.get(day) ?? NONE}
            onOpen={onOpen}
            onOpenLog={onOpenLog}
            onOver={setOver}
            onMove={onMove}
          />,
        ];
      })}
    </ol>
  );
}

function byDay<Row extends { readonly day: Day }>(rows: readonly Row[]): ReadonlyMap<Day, readonly Row[]> {
  const found = new Map<Day, Row[]>();
  for (const row of rows) {
    const there = found.get(row.day);
    if (there) there.push(row);
    else found.set(row.day, [row]);
  }
  return found;
}
