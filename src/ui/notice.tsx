import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";
import { TONE_EDGE, TONE_SOFT, TONE_TEXT, ToneIcon } from "./tone.tsx";
import type { Tone } from "./tokens.ts";

const EDGE_STYLE: Partial<Record<Tone, string>> = { wait: "border-s-4 border-dashed", stop: "border-s-8" };

export type NoticeProps = {
  tone?: Tone | undefined;
  title?: ReactNode;
  children?: ReactNode;
  /** What can be done about it. */
  actions?: ReactNode;
  /** `stop` that appears while somebody works is read out at once; what was there on arrival is not. */
  live?: boolean | undefined;
  className?: string | undefined;
};

/**
 * Says something that must not be missed: `info`, `good`, `wait`, `stop`. A heavy edge and a picture carry the tone
 * besides its colour, and the words stay ink: serious, never shouting.
 */
export function Notice({ tone = "info", title, children, actions, live, className }: NoticeProps) {
  return (
    <div
      role={live ? (tone === "stop" ? "alert" : "status") : "note"}
      className={cn(
        "flex gap-3.5 rounded-control p-4 pe-5 print:break-inside-avoid print:border",
        EDGE_STYLE[tone] ?? "border-s-4",
        TONE_SOFT[tone],
        TONE_EDGE[tone],
        className,
      )}
    >
      <ToneIcon tone={tone} className={cn("mt-0.5 size-6 shrink-0", TONE_TEXT[tone])} />
      <div className="min-w-0 flex-1 text-ink">
        {title && <p className={cn("font-semibold", tone === "stop" && "text-lg")}>{title}</p>}
        {children && <div className={cn(title ? "mt-1" : "", "space-y-2")}>{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  );
}
