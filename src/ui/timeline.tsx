import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";
import { TONE_EDGE, TONE_TEXT, ToneIcon } from "./tone.tsx";
import type { Tone } from "./tokens.ts";

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** When, in words for people. */
  when: ReactNode;
  /** The same for machines: ISO date or instant. */
  dateTime?: string | undefined;
  /** Who did it. */
  by?: ReactNode;
  body?: ReactNode;
  tone?: Tone | undefined;
  icon?: ReactNode;
};

/** What happened, newest first or last as given. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol aria-label={label}>
      {items.map(({ id, title, when, dateTime, by, body, tone = "neutral", icon }) => (
        <li key={id} className="group relative flex gap-4 pb-6 last:pb-0 print:break-inside-avoid">
          <span
            aria-hidden
            className="absolute start-4 top-9 bottom-0 w-px bg-line-strong group-last:hidden print:border-s"
          />
          <span
            aria-hidden
            className={cn(
              "flex size-8 shrink-0 items-center justify-center rounded-full border bg-raised [&_svg]:size-4",
              TONE_EDGE[tone],
              TONE_TEXT[tone],
            )}
          >
            {icon ?? <ToneIcon tone={tone} />}
          </span>
          <div className="min-w-0 flex-1 pt-0.5">
            <div className="flex flex-wrap justify-between gap-x-4">
              <p className="font-semibold">{title}</p>
              <p className="text-ink-soft text-sm">
                <time dateTime={dateTime}>{when}</time>
                {by && <> · {by}</>}
              </p>
            </div>
            {body && <div className="mt-1 text-ink-soft">{body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
