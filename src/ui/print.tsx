import type { ReactNode } from "react";

/** On paper only: the practice's address, the date printed. */
export function PrintOnly({ children }: { children: ReactNode }) {
  return <div className="hidden print:block">{children}</div>;
}

/** On the screen only: what cannot be pressed on paper. */
export function NoPrint({ children }: { children: ReactNode }) {
  return <div className="contents print:hidden">{children}</div>;
}
