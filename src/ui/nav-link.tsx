"use client";

import NextLink from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** How many wait there; spoken as `countLabel`. */
  count?: number | undefined;
  countLabel?: string | undefined;
  /** Current on this very address only (a home page, under which everything lies). */
  exact?: boolean | undefined;
};

const LOOK = {
  side: "flex min-h-12 items-center gap-3 rounded-control px-3.5 py-2 font-semibold text-ink-soft hover:bg-primary-soft hover:text-ink aria-[current]:bg-primary-soft aria-[current]:text-primary [&_svg]:size-5",
  bar: "relative flex min-h-16 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-0.5 py-1.5 text-center font-semibold text-ink-soft text-[length:min(0.75rem,4.1vw)] leading-tight hover:text-ink aria-[current]:text-primary aria-[current]:before:absolute aria-[current]:before:inset-x-[22%] aria-[current]:before:top-0 aria-[current]:before:h-[3px] aria-[current]:before:rounded-b-full aria-[current]:before:bg-primary [&_svg]:size-6",
} as const;

/** One way in a shell's navigation; knows by itself whether one is there. */
export function NavLink({ item, look }: { item: NavItem; look: keyof typeof LOOK }) {
  const path = usePathname();
  const here = item.exact ? path === item.href : path === item.href || path.startsWith(`${item.href}/`);
  return (
    <NextLink href={item.href} aria-current={here ? "page" : undefined} className={LOOK[look]}>
      <span aria-hidden className="relative shrink-0">
        {item.icon}
        {look === "bar" && item.count ? (
          <span className="absolute -end-1.5 -top-1 size-2.5 rounded-full border-2 border-raised bg-accent box-content" />
        ) : null}
      </span>
      <span className={cn("min-w-0 max-w-full", look === "bar" ? "[overflow-wrap:anywhere]" : "flex-1")}>
        {item.label}
      </span>
      {item.count ? (
        <span className={cn(look === "bar" ? "sr-only" : "text-sm tabular-nums")}>
          <span aria-hidden={item.countLabel ? true : undefined}>{item.count}</span>
          {item.countLabel && <span className="sr-only">{item.countLabel}</span>}
        </span>
      ) : null}
    </NextLink>
  );
}
