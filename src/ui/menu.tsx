"use client";

import NextLink from "next/link";
import * as Radix from "radix-ui/dropdown-menu";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { cn } from "@/lib/cn.ts";
import { KeyHint } from "./key-hint.tsx";

export type MenuItem = {
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  /** Either goes somewhere … */
  href?: string;
  /** … or does something. */
  onSelect?: () => void;
  /** The key that does it without the menu. */
  keys?: string;
  /** Written in the stop colour: it takes something away. */
  grave?: boolean;
  disabled?: boolean;
  /** A line above it. */
  apart?: boolean;
};

export type MenuProps = {
  /** The button that opens it; must take a ref (Button, IconButton). */
  trigger: ReactElement;
  items: readonly MenuItem[];
  align?: "start" | "end" | undefined;
};

const ITEM =
  "flex min-h-10 cursor-pointer select-none items-center gap-3 rounded-lg px-3 py-2 text-sm outline-none pointer-coarse:min-h-12 data-highlighted:bg-primary-soft data-disabled:cursor-not-allowed data-disabled:text-ink-soft data-disabled:line-through forced-colors:data-highlighted:outline-2 [&_svg]:size-4.5 [&_svg]:shrink-0";

/** The lesser things one can do with something. Never the only way to what people do daily. */
export function Menu({ trigger, items, align = "end" }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 min-w-52 max-w-80 rounded-control border border-line bg-raised p-1.5 text-ink shadow-over"
        >
          {items.map((item) => {
            const inside = (
              <>
                {item.icon}
                <span className="min-w-0 flex-1">{item.label}</span>
                {item.keys && <KeyHint keys={item.keys} />}
              </>
            );
            return (
              <Fragment key={item.id}>
                {item.apart && <Radix.Separator className="mx-2 my-1.5 h-px bg-line" />}
                <Radix.Item
                  asChild={item.href !== undefined}
                  disabled={item.disabled ?? false}
                  {...(item.onSelect ? { onSelect: item.onSelect } : {})}
                  className={cn(ITEM, item.grave && "text-stop")}
                >
                  {item.href === undefined ? inside : <NextLink href={item.href}>{inside}</NextLink>}
                </Radix.Item>
              </Fragment>
            );
          })}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
