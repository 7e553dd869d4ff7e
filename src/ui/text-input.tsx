import type { ComponentProps } from "react";
import { cn } from "@/lib/cn.ts";
import { CONTROL, Field, type FieldText } from "./field.tsx";

export type TextInputProps = FieldText & Omit<ComponentProps<"input">, "size">;

/** One line of text. Takes `{...register("name")}`; say `autoComplete` wherever the browser may help. */
export function TextInput({ label, hint, error, mark, id, className, ...rest }: TextInputProps) {
  return (
    <Field {...{ label, hint, error, mark, id, className }}>
      {(wiring) => <input type="text" {...rest} {...wiring} className={CONTROL} />}
    </Field>
  );
}

export type TextAreaProps = FieldText & ComponentProps<"textarea">;

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ label, hint, error, mark, id, className, rows = 3, ...rest }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, mark, id, className }}>
      {(wiring) => (
        <textarea
          rows={rows}
          {...rest}
          {...wiring}
          className={cn(CONTROL, "field-sizing-content min-h-24")}
        />
      )}
    </Field>
  );
}

export type NumberInputProps = FieldText &
  Omit<ComponentProps<"input">, "size" | "type"> & {
    /** Said after the box and read with it: "minutes", "kg". */
    unit?: string | undefined;
    /** Whether a point or comma is a sensible key. */
    decimal?: boolean | undefined;
  };

/**
 * A number, as text with the number keys: a real number box changes under a scroll and drops what it does not
 * understand. The value is a string; the form's schema reads it.
 */
export function NumberInput(props: NumberInputProps) {
  const { label, hint, error, mark, id, className, unit, decimal, ...rest } = props;
  return (
    <Field {...{ label, hint, error, mark, id, className }}>
      {(wiring) => (
        <span className="flex items-center gap-2.5">
          <input
            autoComplete="off"
            {...rest}
            {...wiring}
            type="text"
            inputMode={decimal ? "decimal" : "numeric"}
            aria-describedby={
              [wiring["aria-describedby"], unit && `${wiring.id}-unit`].filter(Boolean).join(" ") || undefined
            }
            className={cn(CONTROL, "w-[7.5rem]! min-w-0 tabular-nums")}
          />
          {unit && (
            <span id={`${wiring.id}-unit`} className="text-ink-soft">
              {unit}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}
