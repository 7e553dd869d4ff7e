"use client";

import { Hand } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { addDays, type Day } from "@/domain/shared/day.ts";
import { cn } from "@/lib/cn.ts";
import type { CalendarSession } from "./client-calendar.tsx";

/** Arrow keys and how many days they draw a session: along the week, and from week to week. */
const DAYS_BY_KEY: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** Less than this is a press with an unsteady hand, in pixels. */
const DRAG_FROM = 6;

type ChipProps = {
  readonly session: CalendarSession;
  /** She does not see it yet. */
  readonly isDraft: boolean;
  readonly onOpen: () => void;
  /** The day it is held over, null when it is over none. */
  readonly onOver: (day: Day | null) => void;
  readonly onMove: (day: Day) => void;
};

/**
 * A session in its day: pressed it opens; pulled with a mouse, or with Alt and an arrow, it goes to another day. A finger
 * scrolls, so on a phone the window is the way.
 */
export function SessionChip({ session, isDraft, onOpen, onOver, onMove }: ChipProps) {
  const t = useTranslations("coach.calendar");
  const { kind, day, levelTitle, minutes, byHand, isOver } = session;
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const [isPulled, setIsPulled] = useState(false);
  // The press that ends a pull is no press.
  const wasPulled = useRef(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const days = DAYS_BY_KEY[event.key];
    if (!event.altKey || days === undefined || isOver) return;
    event.preventDefault();
    onMove(addDays(day, days));
  };
  const onPointerDown = (event: PointerEvent) => {
    wasPulled.current = false;
    if (isOver || event.pointerType === "touch" || event.button !== 0) return;
    from.current = { x: event.clientX, y: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!from.current) return;
    const { x, y } = from.current;
    if (!isPulled && Math.hypot(event.clientX - x, event.clientY - y) < DRAG_FROM) return;
    setIsPulled(true);
    onOver(dayUnder(event));
  };
  const end = (event: PointerEvent | null) => {
    const to = isPulled && event ? dayUnder(event) : null;
    wasPulled.current = isPulled;
    from.current = null;
    setIsPulled(false);
    onOver(null);
    if (to !== null && to !== day) onMove(to);
  };
  return (
    <button
      type="button"
      onClick={() => {
        if (!wasPulled.current) onOpen();
      }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={() => end(null)}
      className={cn(
        "block w-full cursor-pointer select-none rounded-control border px-2 py-1.5 text-start text-sm leading-snug pointer-coarse:min-h-12",
        isOver
          ? "border-line border-dashed bg-transparent text-ink-soft"
          : "border-line-strong bg-primary-soft text-ink hover:border-primary",
        isDraft && "border-dashed bg-raised",
        isPulled && "cursor-grabbing opacity-60",
      )}
    >
      <span className="flex items-center gap-1 font-semibold">
        <span className="min-w-0 [overflow-wrap:anywhere]">{t(`kinds.${kind}`)}</span>
        {byHand && <Hand role="img" aria-label={t("byHand")} className="size-3.5 shrink-0" />}
      </span>
      <span className="block text-ink-soft text-xs [overflow-wrap:anywhere]">
        {t("line", { level: levelTitle, minutes })}
      </span>
    </button>
  );
}

/** The day of the calendar at this point of the screen, if it may still be planned. */
function dayUnder({ clientX, clientY }: PointerEvent): Day | null {
  const cell = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-day]");
  return (cell?.dataset["day"] as Day | undefined) ?? null;
}
