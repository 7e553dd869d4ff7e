"use client";

import { type ReactNode, useEffect } from "react";
import { ToneIcon } from "./tone.tsx";

/** Long enough to be read twice; what must not be missed is a Notice. */
const STAYS_MS = 6_000;

export type ToastProps = {
  /** What was done, or null for nothing. */
  message: ReactNode | null;
  onEnd: () => void;
};

/**
 * A few words that something was done, read out politely and gone by themselves. The place is always there, because a
 * screen reader only hears what changes inside one it knows.
 */
export function Toast({ message, onEnd }: ToastProps) {
  useEffect(() => {
    if (message === null) return;
    const timer = setTimeout(onEnd, STAYS_MS);
    return () => clearTimeout(timer);
  }, [message, onEnd]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-24 z-40 flex justify-center lg:bottom-8 print:hidden"
    >
      {message !== null && (
        <p className="flex max-w-[34rem] items-center gap-3 rounded-control border border-good bg-good-soft px-4 py-3 font-semibold text-ink shadow-over">
          <ToneIcon tone="good" className="size-5 shrink-0 text-good" />
          {message}
        </p>
      )}
    </div>
  );
}
