import type { ComponentProps, CSSProperties } from "react";
import { cn } from "@/lib/cn.ts";
import { FieldGroup, type FieldText } from "./field.tsx";

export type ScaleProps = FieldText &
  Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "checked" | "size" | "min" | "max"> & {
    name: string;
    /** What the two ends mean. Shown under them and read with them. */
    low: string;
    high: string;
    /** First and last number; 0 and 10. */
    from?: number | undefined;
    to?: number | undefined;
    /** Chosen number as text; with it you handle `onChange`. */
    value?: string | undefined;
    defaultValue?: string | undefined;
    quiet?: boolean | undefined;
  };

/**
 * Picks a number from 0 to 10: radio buttons, so arrow keys, forms and screen readers know it already. No number is
 * chosen beforehand and none is coloured good or bad: she says how it was, the rules judge.
 */
export function Scale(props: ScaleProps) {
  const {
    label,
    hint,
    error,
    mark,
    quiet,
    className,
    low,
    high,
    from = 0,
    to = 10,
    value,
    defaultValue,
    ...rest
  } = props;
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <FieldGroup {...{ label, hint, error, mark, quiet, className: cn("@container", className) }}>
      <div
        className="grid grid-cols-[repeat(var(--half),minmax(0,1fr))] gap-1.5 @xl:grid-cols-[repeat(var(--all),minmax(0,1fr))]"
        style={{ "--all": numbers.length, "--half": Math.ceil(numbers.length / 2) } as CSSProperties}
      >
        {numbers.map((number) => (
          <label
            key={number}
            className={cn(
              "relative flex min-h-13 cursor-pointer items-center justify-center rounded-control border border-line-strong bg-raised font-semibold text-lg tabular-nums transition-colors",
              "hover:border-primary has-checked:border-primary has-checked:bg-primary-fill has-checked:text-primary-ink",
              "has-checked:font-bold has-checked:underline has-checked:underline-offset-4 forced-colors:has-checked:outline-4",
              "has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
            )}
          >
            <input
              {...rest}
              type="radio"
              value={number}
              {...(value === undefined ? {} : { checked: value === String(number) })}
              {...(defaultValue === undefined ? {} : { defaultChecked: defaultValue === String(number) })}
              className="absolute inset-0 cursor-pointer appearance-none rounded-control focus-visible:outline-none"
            />
            {number}
            {number === from && <span className="sr-only">, {low}</span>}
            {number === to && <span className="sr-only">, {high}</span>}
          </label>
        ))}
      </div>
      <p aria-hidden className="flex justify-between gap-6 text-ink-soft text-sm">
        <span>
          {from} {low}
        </span>
        <span className="text-end">
          {to} {high}
        </span>
      </p>
    </FieldGroup>
  );
}
