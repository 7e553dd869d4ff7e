import type { ElementType } from "react";
import { cn } from "@/lib/cn.ts";
import { Mark } from "./mark.tsx";

export type WordmarkProps = {
  /** Where home is; without it the word is no link. */
  href?: string | undefined;
  /** Next's link, where home is a room of the same house; a plain one brings no script to a page that needs none. */
  link?: ElementType | undefined;
  size?: "normal" | "large" | undefined;
  /** The mark alone, its name still spoken. */
  short?: boolean | undefined;
  className?: string | undefined;
};

/** Mark and name. */
export function Wordmark({ href, link: Link = "a", size = "normal", short, className }: WordmarkProps) {
  const look = cn(
    "inline-flex min-h-12 items-center gap-2 font-heading font-medium text-primary tracking-[-0.015em]",
    size === "large" ? "text-3xl" : "text-[1.375rem]",
    className,
  );
  const inside = (
    <>
      <Mark className={size === "large" ? "size-[1.5em]" : "size-[1.6em]"} />
      <span className={short ? "sr-only" : undefined}>Sevenstride</span>
    </>
  );
  return href ? (
    <Link href={href} className={cn(look, "rounded-control")}>
      {inside}
    </Link>
  ) : (
    <span className={look}>{inside}</span>
  );
}
