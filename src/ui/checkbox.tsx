import { Check } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { cn } from "@/lib/cn.ts";
import { FieldError, type FieldText } from "./field.tsx";

/** The drawn box of a check or radio, laid over the native one, which keeps keyboard, form and forced colours. */
export const TICK =
  "peer relative size-6 shrink-0 cursor-pointer appearance-none border-2 border-line-strong bg-raised transition-colors checked:border-primary-fill checked:bg-primary-fill night:checked:border-primary disabled:cursor-not-allowed disabled:border-dashed disabled:bg-sunken aria-invalid:border-stop data-invalid:border-stop forced-colors:appearance-auto";

export type CheckboxProps = Omit<FieldText, "mark"> & Omit<ComponentProps<"input">, "type">;

/** A yes. The whole line is the target; consent is never ticked beforehand. */
export function Checkbox({ label, hint, error, id: given, className, ...rest }: CheckboxProps) {
  const made = useId();
  const id = given ?? made;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="flex min-h-12 cursor-pointer items-start gap-3 py-2.5">
        <span className="relative mt-0.5 flex">
          <input
            type="checkbox"
            {...rest}
            id={id}
            aria-describedby={described}
            aria-invalid={error ? true : undefined}
            className={cn(TICK, "rounded-md")}
          />
          <Check
            aria-hidden
            strokeWidth={3.5}
            className="pointer-events-none absolute inset-1 size-4 text-primary-ink opacity-0 peer-checked:opacity-100 peer-disabled:text-ink-soft forced-colors:hidden"
          />
        </span>
        <span>
          {label}
          {hint && (
            <span id={`${id}-hint`} className="block text-ink-soft text-sm">
              {hint}
            </span>
          )}
        </span>
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
