"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn.ts";
import { CONTROL, Field, type FieldText } from "./field.tsx";

export type CodeInputProps = FieldText &
  Omit<ComponentProps<"input">, "size" | "type" | "maxLength"> & {
    /** Number of letters and digits; 8. */
    length?: number | undefined;
  };

/**
 * A code from a mail or a letter. One box, so that pasting, dictation and the keyboard's own offer work; spaces and
 * dashes fall away, letters become capitals. Takes `{...register("name")}`.
 */
export function CodeInput({
  label,
  hint,
  error,
  mark,
  id,
  className,
  length = 8,
  onChange,
  ...rest
}: CodeInputProps) {
  return (
    <Field {...{ label, hint, error, mark, id, className }}>
      {(wiring) => (
        <input
          autoComplete="one-time-code"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          {...rest}
          {...wiring}
          type="text"
          onChange={(event) => {
            const clean = event.target.value
              .toUpperCase()
              .replace(/[^A-Z0-9]/g, "")
              .slice(0, length);
            if (clean !== event.target.value) event.target.value = clean;
            return onChange?.(event);
          }}
          className={cn(CONTROL, "min-h-16 max-w-[22rem] font-mono text-xl uppercase tracking-[0.35em]")}
        />
      )}
    </Field>
  );
}
