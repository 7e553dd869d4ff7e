"use client";

import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/lib/cn.ts";
import { IconButton } from "../icon-button.tsx";
import { Drawing, type DrawingProps } from "./drawing.tsx";

export type ZoomableDrawingProps = Pick<DrawingProps, "of" | "cropped"> & {
  /** What is drawn: the title of the large one. */
  name: string;
  words: { drawing: string; enlarge: string; close: string };
  className?: string | undefined;
};

/** A drawing that fills the screen after a tap: at arm's length the small one shows the shape, the large one the hands. */
export function ZoomableDrawing({ of, cropped, name, words, className }: ZoomableDrawingProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  // What is in it stands there first: then the cross has the focus, and not the whole picture.
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  const close = () => dialog.current?.close();
  return (
    <>
      <button
        ref={opener}
        type="button"
        aria-label={words.enlarge}
        onClick={() => setIsOpen(true)}
        className={cn("block cursor-zoom-in rounded-card", className)}
      >
        <Drawing of={of} label={null} cropped={cropped} className="h-auto max-h-[inherit] w-full" />
      </button>
      <dialog
        ref={dialog}
        aria-label={name}
        // A press on a phone gives a button no focus, so the browser cannot give it back.
        onClose={() => {
          setIsOpen(false);
          opener.current?.focus();
        }}
        className="m-0 h-dvh max-h-none w-full max-w-none bg-sunken p-0 text-ink"
      >
        {isOpen && (
          <div className="flex h-full flex-col">
            <div className="flex items-center justify-between gap-3 px-4 pt-3 left-hand:flex-row-reverse">
              <h2 className="min-w-0 text-2xl">{name}</h2>
              <IconButton label={words.close} icon={<X aria-hidden />} onClick={close} />
            </div>
            <div className="min-h-0 flex-1 p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
              <Drawing of={of} label={words.drawing} cropped className="size-full rounded-none" />
            </div>
          </div>
        )}
      </dialog>
    </>
  );
}
