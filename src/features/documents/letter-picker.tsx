"use client";

import { type ReactNode, useRef } from "react";
import { Button } from "@/ui/button.tsx";

/** What the file window offers. The server decides. */
export const ACCEPT = "application/pdf,image/jpeg,image/png,image/webp,.pdf,.jpg,.jpeg,.png,.webp";

type Props = {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly capture?: boolean;
  readonly compact?: boolean;
  readonly describedBy?: string;
  readonly onTake: (files: FileList | null) => void;
};

/** A button that opens the file window, or the phone's camera. */
export function LetterPicker({
  label,
  icon,
  accept,
  multiple,
  capture,
  compact,
  describedBy,
  onTake,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="secondary"
        icon={icon}
        {...(compact ? { size: "compact" } : {})}
        onClick={() => input.current?.click()}
        aria-describedby={describedBy}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        {...(multiple ? { multiple } : {})}
        {...(capture ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          onTake(event.target.files);
          // The same file chosen again, after a repair, is a change too.
          event.target.value = "";
        }}
      />
    </>
  );
}
