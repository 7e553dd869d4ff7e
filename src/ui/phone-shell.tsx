import type { ReactNode } from "react";
import { NavLink, type NavItem } from "./nav-link.tsx";
import { SkipLink } from "./skip-link.tsx";

export type PhoneShellProps = {
  brand: ReactNode;
  /** Up to five. */
  items: readonly NavItem[];
  words: { skip: string; nav: string };
  /** The hand that holds the phone; the bar and everything `left-hand:` mirrors for the left. */
  hand?: "left" | "right" | undefined;
  ribbon?: ReactNode;
  /** Opposite the mark: never the only way to anything, the thumb does not reach up there. */
  corner?: ReactNode;
  /** A big button that stays above the bar, in the thumb's reach. */
  action?: ReactNode;
  children: ReactNode;
};

/** The pocket: one column, ways under the thumb. On a desktop the same column, in the middle. */
export function PhoneShell(props: PhoneShellProps) {
  const { brand, items, words, hand = "right", ribbon, corner, action, children } = props;
  return (
    <div data-hand={hand} className="flex min-h-dvh flex-col">
      <SkipLink label={words.skip} />
      {ribbon}
      <header className="mx-auto flex w-full max-w-[40rem] flex-wrap items-center justify-between gap-3 px-4 pt-3 left-hand:flex-row-reverse print:hidden">
        {brand}
        {corner}
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[40rem] flex-1 px-4 pt-5 pb-8 print:p-0">
        {children}
      </main>
      <div className="sticky bottom-0 z-30 print:hidden">
        {action && (
          <div className="mx-auto w-full max-w-[40rem] bg-linear-to-t from-60% from-surface to-transparent px-4 pt-6 pb-3">
            {action}
          </div>
        )}
        <nav
          aria-label={words.nav}
          className="border-line border-t bg-raised pb-[env(safe-area-inset-bottom)]"
        >
          <div className="mx-auto flex max-w-[40rem] left-hand:flex-row-reverse">
            {items.map((item) => (
              <NavLink key={item.href} item={item} look="bar" />
            ))}
          </div>
        </nav>
      </div>
    </div>
  );
}
