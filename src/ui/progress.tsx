import { useId } from "react";
import { cn } from "@/lib/cn.ts";

export type ProgressProps = {
  label: string;
  value: number;
  max: number;
  /** The figures in words: "70 of 90 minutes". Shown and read. */
  text: string;
  /** `meter` measures something that may go either way; `progress` is work that will end. */
  kind?: "meter" | "progress" | undefined;
  /** Hides label and words from sight where the page says them. */
  quiet?: boolean | undefined;
  className?: string | undefined;
};

/** How much of something there is. Full is full: more than `max` is told in words, not drawn over the edge. */
export function Progress({ label, value, max, text, kind = "meter", quiet, className }: ProgressProps) {
  const id = useId();
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  return (
    <div className={cn("min-w-0", className)}>
      <div className={quiet ? "sr-only" : "mb-1.5 flex flex-wrap justify-between gap-x-4 text-sm"}>
        <span id={id} className="font-semibold">
          {label}
        </span>
        <span className="text-ink-soft tabular-nums">{text}</span>
      </div>
      <div
        role={kind === "meter" ? "meter" : "progressbar"}
        aria-labelledby={id}
        aria-valuenow={Math.min(Math.max(value, 0), max)}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={text}
        className="h-3 overflow-hidden rounded-full border border-line-strong bg-sunken print:[print-color-adjust:exact]"
      >
        <div
          className="h-full rounded-full bg-primary transition-[width] duration-700 forced-colors:bg-[CanvasText]"
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
