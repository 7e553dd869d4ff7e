import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";

export type FormPageProps = {
  title: ReactNode;
  /** Why this is asked. */
  lead?: ReactNode;
  /** Which page of how many, 1 to `of`. */
  page: number;
  of: number;
  /** The same in words: "Page 2 of 5: your birth". */
  pageText: string;
  /** Whether what is written is kept: "Saved". Read out politely. */
  saved?: ReactNode;
  children: ReactNode;
  /** Back and on, in reading order; in the thumb's reach on a phone. */
  actions: ReactNode;
};

/** One page of a long form: one matter, how far it is, and the way on where the thumb is. */
export function FormPage({ title, lead, page, of, pageText, saved, children, actions }: FormPageProps) {
  return (
    <div className="mx-auto max-w-[36rem]">
      <div className="mb-5">
        <div className="flex flex-wrap justify-between gap-x-4 text-ink-soft text-sm">
          <p>{pageText}</p>
          <p role="status">{saved}</p>
        </div>
        <div aria-hidden className="mt-2 flex gap-1.5">
          {Array.from({ length: of }, (_, index) => (
            <span
              key={`page-${index + 1}`}
              className={cn(
                "h-1.5 flex-1 rounded-full forced-colors:border",
                index < page ? "bg-primary" : "bg-line",
              )}
            />
          ))}
        </div>
      </div>
      <h1 className="text-2xl">{title}</h1>
      {lead && <p className="mt-2 text-ink-soft">{lead}</p>}
      <div className="mt-7 space-y-8">{children}</div>
      <div className="sticky bottom-0 -mx-4 mt-8 flex gap-3 border-line border-t bg-surface px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] left-hand:flex-row-reverse sm:static sm:mx-0 sm:border-0 sm:px-0 [&>:last-child]:flex-1">
        {actions}
      </div>
    </div>
  );
}
