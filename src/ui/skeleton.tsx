import { cn } from "@/lib/cn.ts";

/** A quiet stand-in with the size of what is coming, so that nothing jumps. Place it with `className` (`h-… w-…`). */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span
      aria-hidden
      className={cn(
        "block h-4 animate-breathe rounded-md bg-line print:hidden forced-colors:border",
        className,
      )}
    />
  );
}

export type LoadingStateProps = {
  /** Read out once: "Loading your plan". */
  label: string;
  /** What is coming: lines of text, cards, or rows of a table. */
  shape?: "lines" | "cards" | "rows" | undefined;
  count?: number | undefined;
  className?: string | undefined;
};

const SHAPES = {
  lines: (
    <span className="block space-y-2.5">
      <Skeleton className="w-11/12" />
      <Skeleton className="w-4/5" />
    </span>
  ),
  cards: (
    <span className="block space-y-3 rounded-card border border-line bg-raised p-6">
      <Skeleton className="h-6 w-2/5" />
      <Skeleton className="w-11/12" />
      <Skeleton className="w-3/5" />
    </span>
  ),
  rows: (
    <span className="flex items-center gap-4 border-line border-b py-3.5">
      <Skeleton className="size-8 rounded-full" />
      <Skeleton className="w-1/4" />
      <Skeleton className="w-2/5" />
    </span>
  ),
} as const;

/** A part of the page that is on its way. */
export function LoadingState({ label, shape = "lines", count = 3, className }: LoadingStateProps) {
  return (
    <div role="status" className={cn(shape === "rows" ? "" : "space-y-4", className)}>
      <span className="sr-only">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={`place-${index + 1}`}>{SHAPES[shape]}</div>
      ))}
    </div>
  );
}
