"use client";

import * as Radix from "radix-ui/tooltip";
import type { ReactElement } from "react";
import { KeyHint } from "./key-hint.tsx";

export type TooltipProps = {
  text: string;
  keys?: string | undefined;
  /** What it explains; must be reachable by keyboard and take a ref. */
  children: ReactElement;
};

/** A few words on hover or focus. A finger never sees it: nothing may be said only here. */
export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={350}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={6}
            collisionPadding={8}
            className="z-50 flex max-w-72 items-center gap-2 rounded-lg border border-line bg-ink px-3 py-1.5 text-sm text-surface night:bg-sunken night:text-ink"
          >
            {text}
            {keys && <KeyHint keys={keys} />}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
