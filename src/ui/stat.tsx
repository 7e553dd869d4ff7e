import type { ReactNode } from "react";

export type StatProps = {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  /** What it means or how it changed, in words. */
  note?: ReactNode;
};

/** One figure that answers one question. Belongs in a row of its like: `<dl className="flex flex-wrap gap-8">`. */
export function Stat({ label, value, unit, note }: StatProps) {
  return (
    <div className="flex min-w-28 flex-col">
      <dt className="text-ink-soft text-sm">{label}</dt>
      <dd>
        <span className="font-heading font-medium text-3xl tabular-nums">{value}</span>
        {unit && <span className="ms-1.5 text-ink-soft">{unit}</span>}
        {note && <span className="block text-ink-soft text-sm">{note}</span>}
      </dd>
    </div>
  );
}
