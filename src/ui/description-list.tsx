import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";

export type DescriptionListProps = {
  items: readonly { term: ReactNode; detail: ReactNode; id?: string }[];
  /** `rows` is term beside detail where there is room, `columns` blocks side by side. */
  layout?: "rows" | "columns" | undefined;
  className?: string | undefined;
};

/** Terms and what they are, for a record one looks things up in. */
export function DescriptionList({ items, layout = "rows", className }: DescriptionListProps) {
  const rows = layout === "rows";
  return (
    <div className={cn("@container", className)}>
      <dl className={rows ? "divide-y divide-line" : "grid gap-x-8 gap-y-4 @md:grid-cols-2 @3xl:grid-cols-3"}>
        {items.map(({ term, detail, id }, index) => (
          <div
            key={id ?? `item-${index + 1}`}
            className={rows ? "gap-6 py-2.5 @lg:grid @lg:grid-cols-[14rem_1fr]" : ""}
          >
            <dt className="text-ink-soft text-sm leading-[1.75]">{term}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{detail}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
