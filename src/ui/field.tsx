import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/lib/cn.ts";

/** What every control says about itself. All of it comes in words from outside. */
export type FieldText = {
  label: ReactNode;
  /** What to write, or why we ask. Shown before the control, where it is read in time. */
  hint?: ReactNode;
  /** The sentence that says what to change. Its presence marks the control as wrong. */
  error?: ReactNode;
  /** Quietly after the label, usually "optional": mark the rarer kind, not every field. */
  mark?: ReactNode;
};

/** What a control must carry so that its label, hint and error belong to it. */
export type FieldWiring = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export function FieldLabelText({ label, mark }: Pick<FieldText, "label" | "mark">) {
  return (
    <>
      {label}
      {mark && <span className="ms-2 font-normal text-ink-soft text-sm">{mark}</span>}
    </>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-ink-soft text-sm">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 font-semibold text-sm text-stop">
      <CircleAlert aria-hidden className="mt-0.5 size-[1.1em] shrink-0" />
      <span>{children}</span>
    </p>
  );
}

const describedBy = (id: string, { hint, error }: FieldText) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

export type FieldProps = FieldText & {
  id?: string | undefined;
  className?: string | undefined;
  children: (wiring: FieldWiring) => ReactNode;
};

/** Label, hint and error around one control. For a control of your own; the ready ones bring it along. */
export function Field({ id: given, className, children, ...text }: FieldProps) {
  const made = useId();
  const id = given ?? made;
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="font-semibold">
        <FieldLabelText {...text} />
      </label>
      {text.hint && <FieldHint id={`${id}-hint`}>{text.hint}</FieldHint>}
      {children({
        id,
        "aria-describedby": describedBy(id, text),
        "aria-invalid": text.error ? true : undefined,
      })}
      {text.error && <FieldError id={`${id}-error`}>{text.error}</FieldError>}
    </div>
  );
}

export type FieldGroupProps = FieldText & {
  className?: string | undefined;
  /** Hides the question from sight when the page has just asked it. */
  quiet?: boolean | undefined;
  children: ReactNode;
};

/** The same around several controls that answer one question together: a fieldset. */
export function FieldGroup({ className, quiet, children, ...text }: FieldGroupProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={describedBy(id, text)} className={cn("min-w-0", className)}>
      <legend className={cn("mb-1.5 font-semibold", quiet && "sr-only")}>
        <FieldLabelText {...text} />
      </legend>
      <div className="flex flex-col gap-1.5">
        {text.hint && <FieldHint id={`${id}-hint`}>{text.hint}</FieldHint>}
        {children}
        {text.error && <FieldError id={`${id}-error`}>{text.error}</FieldError>}
      </div>
    </fieldset>
  );
}

/** How every box one writes in looks. */
export const CONTROL = cn(
  "block min-h-12 w-full rounded-control border border-line-strong bg-raised px-3.5 py-2.5 text-base text-ink transition-colors",
  "hover:not-disabled:border-ink-soft aria-invalid:border-2 aria-invalid:border-stop",
  "disabled:cursor-not-allowed disabled:border-dashed disabled:bg-sunken disabled:text-ink-soft",
  "read-only:not-[select]:bg-sunken",
);
