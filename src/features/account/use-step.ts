"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Problem, postStep } from "./post-step.ts";

/**
 * One step of sign-in as a form uses it: `send` posts, `busy` while it does, `problem` until the next try. `fieldError`
 * gives the sentence for a field.
 */
export function useStep<T>(
  step: string,
  onDone: (data: T) => void,
  onProblem?: (problem: Problem) => unknown,
) {
  const t = useTranslations("account");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const send = async (body: object = {}) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await postStep<T>(step, body);
    if (answer.ok) return onDone(answer.data);
    setBusy(false);
    setProblem(answer.problem);
    onProblem?.(answer.problem);
  };

  const fieldError = (name: string) => {
    const code = problem?.fields[name];
    if (code === undefined) return undefined;
    return t.has(`fields.${code}`) ? t(`fields.${code}`) : t("errors.invalid");
  };

  return {
    send,
    busy,
    problem,
    fieldError,
    /** Ready for another round, as after a resend. */
    settle: () => setBusy(false),
  };
}

/** A field of a form as text. */
export function textIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
}
