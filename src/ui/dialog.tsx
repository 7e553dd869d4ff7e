"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { cn } from "@/lib/cn.ts";
import { IconButton } from "./icon-button.tsx";

export type DialogProps = {
  open: boolean;
  /** Escape, the cross, or a press beside it. What was written must survive it: keep the draft outside. */
  onClose: () => void;
  title: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  words: { close: string };
  /** Stays in sight at the lower edge: what can be done. */
  footer?: ReactNode;
  width?: "normal" | "wide" | undefined;
  children: ReactNode;
};

/**
 * Work beside the page: in the middle of a desktop, a sheet from the lower edge on a phone. The browser's own modal
 * dialog keeps the focus inside, gives it back afterwards, and makes the page behind it silent. A button in the footer
 * sends a form of the children by `form="its id"`.
 */
export function Dialog({ open, onClose, title, lead, words, footer, width, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    // The keyboard's way to do the same is Escape, which the browser answers with `onClose`.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className={cn(
        "m-0 mt-auto max-h-[94dvh] w-full max-w-none overflow-clip rounded-t-card bg-surface p-0 text-ink shadow-over backdrop:bg-black/50",
        "sm:m-auto sm:max-h-[90dvh] sm:w-[calc(100%-4rem)] sm:rounded-card",
        width === "wide" ? "sm:max-w-[60rem]" : "sm:max-w-[38rem]",
      )}
    >
      {open && (
        <div className="flex max-h-[inherit] flex-col">
          <header className="flex items-start justify-between gap-4 border-line border-b px-5 pt-4 pb-3 sm:px-7">
            <div className="min-w-0 pt-1.5">
              <h2 id={id}>{title}</h2>
              {lead && <p className="mt-1 text-ink-soft">{lead}</p>}
            </div>
            <IconButton
              label={words.close}
              icon={<X aria-hidden />}
              onClick={() => dialog.current?.close()}
              className="-me-2"
            />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-5 sm:px-7">
            {children}
          </div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-3 border-line border-t bg-raised px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-7">
              {footer}
            </footer>
          )}
        </div>
      )}
    </dialog>
  );
}
