"use client";

import * as Radix from "radix-ui/tabs";
import type { ReactNode } from "react";

export type Tab = { id: string; label: ReactNode; content: ReactNode };

export type TabsProps = {
  /** Name of the whole, for those who cannot see that it is one. */
  label: string;
  tabs: readonly Tab[];
  /** With `onChange` the owner keeps which one is open (in the address, say); without, it starts with the first. */
  value?: string | undefined;
  onChange?: ((id: string) => void) | undefined;
};

/** Several sides of one matter, one at a time. Not for steps, and not for what must be compared. */
export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  const kept = value === undefined ? { defaultValue: tabs[0]?.id ?? "" } : { value };
  return (
    <Radix.Root {...kept} {...(onChange ? { onValueChange: onChange } : {})}>
      <Radix.List
        aria-label={label}
        className="flex overflow-x-auto border-line border-b [scrollbar-width:thin] print:hidden"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="min-h-12 shrink-0 cursor-pointer border-transparent border-b-3 px-4 py-2 font-semibold text-ink-soft -outline-offset-3! hover:text-ink data-[state=active]:border-primary data-[state=active]:text-primary"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className="pt-5">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
