import { cn } from "@/lib/cn.ts";

/** A quiet stand-in with the size of what is coming, so that nothing jumps: give it that size in `className`. */
export function Skeleton({ className = "h-4 w-full", round }: { className?: string; round?: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        "block animate-breathe bg-line print:hidden forced-colors:border",
        round ? "rounded-full" : "rounded-md",
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
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-4/5" />
    </span>
  ),
  cards: (
    <span className="block space-y-3 rounded-card border border-line bg-raised p-6">
      <Skeleton className="h-6 w-2/5" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-3/5" />
    </span>
  ),
  rows: (
    <span className="flex items-center gap-4 border-line border-b py-3.5">
      <Skeleton round className="size-8 shrink-0" />
      <Skeleton className="h-4 w-1/4" />
      <Skeleton className="h-4 w-2/5" />
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
