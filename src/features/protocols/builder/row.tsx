import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";

/**
 * One row of a list that is put in order: its handle, what it is, its menu. Where that is too narrow (a phone, large
 * text, a row in a row), what it is stands below the two and has the whole width.
 */
export function Row(props: {
  readonly handle: ReactNode;
  readonly menu: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { handle, menu, className, children } = props;
  return (
    <div className="@container">
      <div
        className={cn(
          "flex items-start gap-1 @max-[15rem]:flex-wrap @max-[15rem]:justify-between",
          className,
        )}
      >
        {handle}
        <div className="min-w-0 flex-1 @max-[15rem]:order-last @max-[15rem]:basis-full">{children}</div>
        {menu}
      </div>
    </div>
  );
}
