import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";
import { SkipLink } from "./skip-link.tsx";

export type PlainShellProps = {
  brand: ReactNode;
  words: { skip: string };
  ribbon?: ReactNode;
  corner?: ReactNode;
  footer?: ReactNode;
  /** `narrow` for one form or a letter, `wide` for a page with pictures. */
  width?: "narrow" | "normal" | "wide" | undefined;
  children: ReactNode;
};

const WIDTHS = { narrow: "max-w-[32rem]", normal: "max-w-[48rem]", wide: "max-w-[72rem]" } as const;

/** The waiting room: a mark, one matter, no ways to get lost in. For guests and for signing in. */
export function PlainShell({
  brand,
  words,
  ribbon,
  corner,
  footer,
  width = "normal",
  children,
}: PlainShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={words.skip} />
      {ribbon}
      <header
        className={cn(
          "mx-auto flex w-full items-center justify-between gap-4 px-4 py-4 sm:px-6",
          WIDTHS[width],
        )}
      >
        {brand}
        {corner}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={cn(
          "mx-auto w-full flex-1 px-4 pt-4 pb-16 sm:px-6 print:max-w-none print:p-0",
          WIDTHS[width],
        )}
      >
        {children}
      </main>
      {footer && (
        <footer
          className={cn(
            "mx-auto w-full border-line border-t px-4 py-6 text-ink-soft text-sm sm:px-6 print:hidden",
            WIDTHS[width],
          )}
        >
          {footer}
        </footer>
      )}
    </div>
  );
}
