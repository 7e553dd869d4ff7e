import type { ReactNode } from "react";

/** One chapter of the page. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-line border-t py-10" aria-label={title}>
      <h2 className="mb-6">{title}</h2>
      <div className="space-y-6">{children}</div>
    </section>
  );
}

export function Sample({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 font-sans font-semibold text-ink-soft text-sm tracking-normal">{title}</h3>
      {children}
    </div>
  );
}

export const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
);
