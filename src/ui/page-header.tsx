import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";

export type PageHeaderProps = {
  title: ReactNode;
  /** Quiet words or a way back above the title. */
  over?: ReactNode;
  /** One sentence under it. */
  lead?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
};

/** Where one is: the page's only h1. */
export function PageHeader({ title, over, lead, actions, className }: PageHeaderProps) {
  return (
    <header
      className={cn("mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 sm:mb-8", className)}
    >
      <div className="min-w-0 max-w-[46rem] lg:flex-1 lg:basis-[26rem]">
        {over && <div className="mb-1 text-ink-soft text-sm">{over}</div>}
        <h1>{title}</h1>
        {lead && <p className="mt-2 text-ink-soft text-lg">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
    </header>
  );
}
