"use client";

import type { ReactNode } from "react";

type StepFormProps = {
  onSubmit: (form: HTMLFormElement) => void;
  className?: string | undefined;
  children: ReactNode;
};

/**
 * A form whose words never get into an address: sent before the page can react, an ordinary one would put code or
 * password behind a "?". One for dialogues does nothing by itself.
 */
export function StepForm({ onSubmit, className, children }: StepFormProps) {
  return (
    <form
      method="dialog"
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}
