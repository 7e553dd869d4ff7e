"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { cn } from "@/lib/cn.ts";
import { IconButton } from "./icon-button.tsx";

export type ModalProps = {
  open: boolean;
  /** Escape, the cross, or a press beside it. What was written must survive it: keep the draft outside. */
  onClose: () => void;
  title: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  words: { close: string };
  /** Stays in sight at the lower edge: what can be done. */
  footer?: ReactNode;
  children: ReactNode;
};

/**
 * What Dialog and Sheet are in two places: the browser's own modal dialog. It keeps the focus inside, gives it back
 * afterwards, and makes the page behind it silent.
 */
export function Modal(props: ModalProps & { place: string }) {
  const { open, onClose, title, lead, words, footer, place, children } = props;
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
      onClose={(event) => {
        // What opened it may have moved away meanwhile: then the focus goes to the page, not to nowhere.
        const { activeElement, body } = document;
        if (activeElement === body || event.currentTarget.contains(activeElement))
          document.getElementById("main")?.focus();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className={cn(
        "m-0 mt-auto w-full max-w-none overflow-clip rounded-t-card border border-line bg-surface p-0 text-ink shadow-over backdrop:bg-black/50",
        place,
      )}
    >
      {open && (
        <div className="flex max-h-[inherit] flex-col">
          <header className="flex items-start justify-between gap-4 border-line border-b px-5 pt-4 pb-3 sm:px-7">
            <div className="min-w-0 pt-1.5">
              <h2 id={id}>{title}</h2>
            </div>
            <IconButton
              label={words.close}
              icon={<X aria-hidden />}
              onClick={() => dialog.current?.close()}
              className="-me-2"
            />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-5 sm:px-7">
            {/* Not in the header: in large letters on a phone that would stand over everything. */}
            {lead && <p className="mb-5 text-ink-soft">{lead}</p>}
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
