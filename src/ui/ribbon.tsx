import type { ReactNode } from "react";

/** A line over the whole page that says what kind of place this is ("Demo: nobody here is real"). For a shell's `ribbon`. */
export function Ribbon({ children }: { children: ReactNode }) {
  return (
    <aside className="border-line border-b border-dashed bg-wait-soft px-4 py-1 text-center font-semibold text-sm text-wait">
      {children}
    </aside>
  );
}
