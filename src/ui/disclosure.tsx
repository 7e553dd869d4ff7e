import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";

/** More for those who ask: "Why?", the source of a rule, the rest of a list. Open on paper. No script. */
export function Disclosure(props: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  className?: string | undefined;
}) {
  return (
    <details open={props.open} className={cn("group", props.className)}>
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 rounded-control py-2 font-semibold text-primary [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-5 shrink-0 transition-transform group-open:rotate-90" />
        <span className="underline decoration-1 underline-offset-[0.2em]">{props.summary}</span>
      </summary>
      <div className="ps-7 pb-2">{props.children}</div>
    </details>
  );
}
