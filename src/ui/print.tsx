import type { ReactNode } from "react";

/** On paper only: the practice's address, the date printed. */
export function PrintOnly({ children }: { children: ReactNode }) {
  return <div className="hidden print:block">{children}</div>;
}
