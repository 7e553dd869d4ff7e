"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { cn } from "@/lib/cn.ts";
import { Button } from "./button.tsx";
import { TONE_EDGE, TONE_SOFT, TONE_TEXT, ToneIcon } from "./tone.tsx";
import type { Tone } from "./tokens.ts";

/** Long enough to be read twice; what must not be missed is a Notice. */
const STAYS_MS = 6_000;
/** Long enough to see the mistake and take it back. */
const STAYS_WITH_UNDO_MS = 30_000;

export type ToastProps = {
  /** What was done, or null for nothing. */
  message: ReactNode | null;
  onEnd: () => void;
  tone?: Tone | undefined;
  /** Takes it back. */
  undo?: { label: string; onUndo: () => void } | undefined;
};

/**
 * A few words that something was done, read out politely and gone by themselves; they wait while somebody points at
 * them or has the focus in them. The place is always there, because a screen reader only hears what changes inside one
 * it knows.
 */
export function Toast({ message, onEnd, tone = "good", undo }: ToastProps) {
  const [held, setHeld] = useState(false);
  const stays = undo ? STAYS_WITH_UNDO_MS : STAYS_MS;
  const end = useRef(onEnd);

  useEffect(() => {
    end.current = onEnd;
  }, [onEnd]);

  useEffect(() => {
    if (message === null || held) return;
    const timer = setTimeout(() => end.current(), stays);
    return () => clearTimeout(timer);
  }, [message, held, stays]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-24 z-40 flex justify-center lg:bottom-8 print:hidden"
    >
      {message !== null && (
        <div
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
          className={cn(
            "pointer-events-auto flex min-h-14 max-w-[34rem] items-center gap-3 rounded-control border py-1 ps-4 shadow-over",
            undo ? "pe-1.5" : "pe-4",
            TONE_SOFT[tone],
            TONE_EDGE[tone],
          )}
        >
          <ToneIcon tone={tone} className={cn("size-5 shrink-0", TONE_TEXT[tone])} />
          <p className="min-w-0 py-2 font-semibold text-ink">{message}</p>
          {undo && (
            <Button
              variant="quiet"
              onClick={() => {
                undo.onUndo();
                onEnd();
              }}
            >
              {undo.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
