import type { ReactNode } from "react";
import { NavLink, type NavItem } from "./nav-link.tsx";
import { SkipLink } from "./skip-link.tsx";

export type AppShellProps = {
  /** The mark, usually `<Wordmark href="…" />`. */
  brand: ReactNode;
  items: readonly NavItem[];
  words: { skip: string; nav: string };
  /** `<Ribbon>` in a demo. */
  ribbon?: ReactNode;
  /** Beside the mark on a phone, under the ways on a desktop: who is signed in, the theme, sign out. */
  account?: ReactNode;
  /** Above the ways: search, the one big button. */
  start?: ReactNode;
  children: ReactNode;
};

/** The desk: ways at the side, on a phone at the bottom. For people who work here all morning. */
export function AppShell({ brand, items, words, ribbon, account, start, children }: AppShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={words.skip} />
      {ribbon}
      <div className="flex min-w-0 flex-1">
        <header className="sticky top-0 hidden h-dvh w-64 shrink-0 flex-col gap-1 overflow-y-auto border-line border-e bg-sunken p-4 pb-14 lg:flex print:hidden">
          <div className="mb-4 px-2 pt-1">{brand}</div>
          {start && <div className="mb-3">{start}</div>}
          <nav aria-label={words.nav} className="flex flex-col gap-1">
            {items.map((item) => (
              <NavLink key={item.href} item={item} look="side" />
            ))}
          </nav>
          {account && <div className="mt-auto pt-6">{account}</div>}
        </header>
        <div className="flex min-w-0 flex-1 flex-col">
          <header className="flex flex-wrap items-center justify-between gap-x-3 border-line border-b px-4 py-2 lg:hidden print:hidden">
            {brand}
            {account}
          </header>
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-[88rem] flex-1 px-4 pt-6 pb-28 sm:px-8 lg:px-10 lg:pt-9 lg:pb-16 print:p-0"
          >
            {children}
          </main>
        </div>
      </div>
      <nav
        aria-label={words.nav}
        className="fixed inset-x-0 bottom-0 z-30 flex border-line border-t bg-raised pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
      >
        {items.map((item) => (
          <NavLink key={item.href} item={item} look="bar" />
        ))}
      </nav>
    </div>
  );
}
