import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn.ts";
import { CONTROL, Field, type FieldText } from "./field.tsx";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = FieldText &
  ComponentProps<"select"> & {
    options: readonly SelectOption[];
    /** First line while nothing is chosen ("Choose one"); its value is "". */
    placeholder?: string | undefined;
  };

/** One of a list, with the device's own list: a wheel on a phone, type-ahead on a keyboard. Up to five? RadioCards. */
export function Select(props: SelectProps) {
  const { label, hint, error, mark, id, className, options, placeholder, ...rest } = props;
  return (
    <Field {...{ label, hint, error, mark, id, className }}>
      {(wiring) => (
        <span className="relative block">
          <select {...rest} {...wiring} className={cn(CONTROL, "cursor-pointer appearance-none pe-11")}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute end-3.5 top-1/2 size-5 -translate-y-1/2 text-ink-soft"
          />
        </span>
      )}
    </Field>
  );
}
