import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "@/lib/cn.ts";
import type { Tone } from "./tokens.ts";

export type TableProps = ComponentProps<"table"> & {
  /** Says what the table holds; shown above it unless `quietCaption`. */
  caption: ReactNode;
  quietCaption?: boolean | undefined;
  /** Class of the frame it scrolls in: give it a height for a header that stays. */
  frame?: string | undefined;
};

/**
 * Rows to run the eye down. Ordinary `<thead>` and `<tbody>` inside, with the cells of this file: a thousand rows stay
 * plain HTML. The frame scrolls, by keyboard too; the header stays.
 */
export function Table({ caption, quietCaption, frame, className, children, ...rest }: TableProps) {
  const id = useId();
  return (
    // The frame scrolls, so the keyboard must be able to get into it.
    <section
      data-scroll
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-labelledby={id}
      className={cn(
        "relative overflow-auto rounded-card border border-line bg-raised print:overflow-visible print:rounded-none",
        frame,
      )}
    >
      <table
        {...rest}
        className={cn("w-full border-separate border-spacing-0 text-start text-sm", className)}
      >
        <caption
          id={id}
          className={quietCaption ? "sr-only" : "px-4 pt-4 pb-2 text-start font-heading text-xl"}
        >
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

/** A bar at the start of the row, drawn inside its first cell. */
const ROW_MARK: Record<Tone, string> = {
  neutral: "[&>:first-child]:shadow-[inset_4px_0_var(--line-strong)]",
  info: "[&>:first-child]:shadow-[inset_4px_0_var(--info)]",
  good: "[&>:first-child]:shadow-[inset_4px_0_var(--good)]",
  wait: "[&>:first-child]:shadow-[inset_4px_0_var(--wait)]",
  stop: "[&>:first-child]:shadow-[inset_4px_0_var(--stop)]",
  accent: "[&>:first-child]:shadow-[inset_4px_0_var(--accent)]",
};

export type RowProps = ComponentProps<"tr"> & {
  /** Chosen for doing something with. */
  selected?: boolean | undefined;
  /** Where the keyboard is. */
  active?: boolean | undefined;
  /** A mark at its start. Say the same in a cell, in words. */
  tone?: Tone | undefined;
};

export function Row({ selected, active, tone, className, ...rest }: RowProps) {
  return (
    <tr
      {...rest}
      aria-selected={selected}
      data-active={active || undefined}
      className={cn(
        "group hover:bg-surface aria-selected:bg-primary-soft data-active:bg-primary-soft data-active:outline-2 data-active:outline-primary data-active:-outline-offset-2",
        tone && ROW_MARK[tone],
        "print:break-inside-avoid",
        className,
      )}
    />
  );
}

export type HeaderCellProps = ComponentProps<"th"> & {
  numeric?: boolean | undefined;
  /** `ascending`, `descending`, or `none` for a column that could be sorted by; then give `onSort`. */
  sorted?: "ascending" | "descending" | "none" | undefined;
  onSort?: (() => void) | undefined;
};

const ARROWS = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown };

export function HeaderCell({ numeric, sorted, onSort, className, children, ...rest }: HeaderCellProps) {
  const Arrow = sorted && ARROWS[sorted];
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sorted}
      className={cn(
        "sticky top-0 z-10 border-line border-b bg-raised px-3.5 py-2.5 font-semibold text-ink-soft first:ps-4 last:pe-4 print:static",
        numeric ? "text-end" : "text-start",
        className,
      )}
    >
      {onSort && Arrow ? (
        <button
          type="button"
          onClick={onSort}
          className="-mx-2 inline-flex min-h-8 cursor-pointer items-center gap-1 rounded-md px-2 hover:text-ink pointer-coarse:min-h-12"
        >
          {children}
          <Arrow aria-hidden className="size-3.5" />
        </button>
      ) : (
        children
      )}
    </th>
  );
}

export type CellProps = ComponentProps<"td"> & {
  numeric?: boolean | undefined;
  /** The cell that names the row: a `<th scope="row">`. */
  heads?: boolean | undefined;
};

export function Cell({ numeric, heads, className, ...rest }: CellProps) {
  const look = cn(
    "border-line border-b px-3.5 py-2 align-middle first:ps-4 last:pe-4 group-last:border-b-0",
    numeric ? "text-end tabular-nums" : "text-start",
    heads && "font-semibold",
    className,
  );
  return heads ? <th scope="row" {...rest} className={look} /> : <td {...rest} className={look} />;
}
