import { Check } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "@/lib/cn.ts";
import { TICK } from "./checkbox.tsx";
import { FieldGroup, type FieldText } from "./field.tsx";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A small picture after the words; decoration only. */
  icon?: ReactNode;
  disabled?: boolean;
};

export type ChoiceCardsProps = FieldText &
  Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "checked" | "size"> & {
    name: string;
    choices: readonly Choice[];
    /** Chosen value(s). With it you handle `onChange`; without it the form or `register` keeps them. */
    value?: string | readonly string[] | undefined;
    defaultValue?: string | readonly string[] | undefined;
    /** Beside each other where there is room. */
    columns?: 1 | 2 | 3 | undefined;
    quiet?: boolean | undefined;
  };

const COLUMNS = { 1: "", 2: "@md:grid-cols-2", 3: "@md:grid-cols-2 @2xl:grid-cols-3" } as const;

function ChoiceCards({ kind, ...props }: ChoiceCardsProps & { kind: "radio" | "checkbox" }) {
  const {
    label,
    hint,
    error,
    mark,
    quiet,
    className,
    choices,
    value,
    defaultValue,
    columns = 1,
    ...rest
  } = props;
  const id = useId();
  const has = (set: string | readonly string[] | undefined, one: string) =>
    set === undefined ? undefined : typeof set === "string" ? set === one : set.includes(one);
  return (
    <FieldGroup {...{ label, hint, error, mark, quiet, className: cn("@container", className) }}>
      <div className={cn("grid gap-2.5", COLUMNS[columns])}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={cn(
              "flex min-h-14 cursor-pointer items-start gap-3 rounded-control border border-line-strong bg-raised px-4 py-3.5 transition-colors",
              "hover:border-primary has-checked:border-primary has-checked:bg-primary-soft has-checked:outline-2 has-checked:outline-primary has-checked:-outline-offset-1",
              "has-focus-visible:outline-3! has-focus-visible:outline-focus! has-focus-visible:outline-offset-2!",
              "has-disabled:cursor-not-allowed has-disabled:border-dashed has-disabled:bg-sunken",
            )}
          >
            <span className="relative mt-px flex">
              <input
                {...rest}
                type={kind}
                value={choice.value}
                disabled={choice.disabled || rest.disabled}
                {...(value === undefined ? {} : { checked: has(value, choice.value) })}
                {...(defaultValue === undefined ? {} : { defaultChecked: has(defaultValue, choice.value) })}
                aria-invalid={error && kind === "checkbox" ? true : undefined}
                data-invalid={error ? true : undefined}
                aria-describedby={choice.hint ? `${id}-${choice.value}` : undefined}
                className={cn(
                  TICK,
                  kind === "radio" ? "rounded-full" : "rounded-md",
                  "focus-visible:outline-none",
                )}
              />
              {kind === "radio" ? (
                <span className="pointer-events-none absolute inset-[7px] rounded-full bg-primary-ink opacity-0 peer-checked:opacity-100 forced-colors:hidden" />
              ) : (
                <Check
                  aria-hidden
                  strokeWidth={3.5}
                  className="pointer-events-none absolute inset-1 size-4 text-primary-ink opacity-0 peer-checked:opacity-100 forced-colors:hidden"
                />
              )}
            </span>
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <span className="font-semibold">{choice.label}</span>
              {choice.hint && (
                <span id={`${id}-${choice.value}`} className="block text-ink-soft text-sm">
                  {choice.hint}
                </span>
              )}
            </span>
            {choice.icon && <span className="shrink-0 text-primary [&_svg]:size-6">{choice.icon}</span>}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** One of a few, on cards big enough for a thumb half asleep. Takes `{...register("name")}`. */
export function RadioCards(props: ChoiceCardsProps) {
  return <ChoiceCards {...props} kind="radio" />;
}

/** Any number of a few, on the same cards. */
export function CheckCards(props: ChoiceCardsProps) {
  return <ChoiceCards {...props} kind="checkbox" />;
}
