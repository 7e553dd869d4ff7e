"use client";

import { GripVertical } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/lib/cn.ts";

type Drag = { readonly at: number; readonly to: number };

/**
 * A list whose rows are put in order by their handle: pulled with a finger or a mouse, or moved with the arrow keys, which
 * say where the row is now. Rows have no identity but their place, so that focus stays with the row that was moved.
 */
export function Sortable<T>(props: {
  readonly items: readonly T[];
  readonly nameOf: (item: T, at: number) => string;
  readonly onMove: (at: number, to: number) => void;
  readonly className?: string;
  readonly row: (item: T, at: number, handle: ReactNode) => ReactNode;
}) {
  const { items, nameOf, onMove, row, className } = props;
  const t = useTranslations("protocols.builder");
  const list = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [said, setSaid] = useState("");

  const move = (at: number, to: number) => {
    if (to === at || to < 0 || to >= items.length) return;
    const item = items[at];
    onMove(at, to);
    if (item !== undefined) setSaid(t("moved", { name: nameOf(item, at), number: to + 1, of: items.length }));
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const to = event.key === "ArrowUp" ? at - 1 : event.key === "ArrowDown" ? at + 1 : null;
    if (event.key === "Escape") setDrag(null);
    if (to === null) return;
    event.preventDefault();
    move(at, to);
    const next = list.current?.children[to]?.querySelector<HTMLElement>("[data-handle]");
    next?.focus();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag) setDrag({ at: drag.at, to: placeAt(list.current, event.clientY) });
  };
  const onPointerUp = () => {
    if (drag) move(drag.at, drag.to);
    setDrag(null);
  };
  const handleOf = (item: T, at: number) => (
    <button
      type="button"
      data-handle
      aria-label={t("move", { name: nameOf(item, at) })}
      onKeyDown={(event) => onKeyDown(event, at)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ at, to: at });
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setDrag(null)}
      className="flex min-h-12 w-10 shrink-0 cursor-grab touch-none items-center justify-center rounded-control text-ink-soft hover:bg-primary-soft hover:text-primary active:cursor-grabbing"
    >
      <GripVertical aria-hidden className="size-5" />
    </button>
  );
  return (
    <>
      <ol ref={list} className={className}>
        {items.map((item, at) => (
          // The place is what a row is: see above.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} className={cn("relative", dropLook(drag, at))}>
            {row(item, at, handleOf(item, at))}
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

/** The row that is pulled is pale; a line stands where it would come to stand. */
function dropLook(drag: Drag | null, at: number): string {
  if (!drag) return "";
  if (drag.at === at) return "opacity-50";
  if (drag.to !== at) return "";
  return drag.to < drag.at
    ? "before:absolute before:inset-x-0 before:-top-1 before:h-1 before:rounded-full before:bg-primary"
    : "after:absolute after:inset-x-0 after:-bottom-1 after:h-1 after:rounded-full after:bg-primary";
}

/** The place in the list of whatever is at this height of the screen. */
function placeAt(list: HTMLOListElement | null, y: number): number {
  const rows = [...(list?.children ?? [])];
  const found = rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
  return found === -1 ? rows.length - 1 : found;
}
