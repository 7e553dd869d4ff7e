import NextLink from "next/link";
import { cn } from "@/lib/cn.ts";
import { Mark } from "./mark.tsx";

export type WordmarkProps = {
  /** Where home is; without it the word is no link. */
  href?: string | undefined;
  size?: "normal" | "large" | undefined;
  /** The mark alone, its name still spoken. */
  short?: boolean | undefined;
  className?: string | undefined;
};

/** Mark and name. */
export function Wordmark({ href, size = "normal", short, className }: WordmarkProps) {
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
    <NextLink href={href} className={cn(look, "rounded-control")}>
      {inside}
    </NextLink>
  ) : (
    <span className={look}>{inside}</span>
  );
}
