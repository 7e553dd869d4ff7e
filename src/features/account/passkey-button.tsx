"use client";

import { KeyRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { ButtonProps } from "@/ui/button.tsx";
import { ActionButton } from "./action-button.tsx";
import type { Answer, Problem } from "./post-step.ts";

type PasskeyButtonProps<T> = Pick<ButtonProps, "variant" | "wide"> & {
  children: ReactNode;
  use: () => Promise<Answer<T>>;
  onDone: (data: T) => void;
  onProblem: (problem: Problem | null) => void;
  /** True when the page stays after it is done, and the button is wanted again. */
  staysHere?: boolean;
};

/** A press, the device's own dialogue, and on. */
export function PasskeyButton<T>({
  children,
  use,
  onDone,
  onProblem,
  staysHere,
  ...look
}: PasskeyButtonProps<T>) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    onProblem(null);
    const answer = await use();
    if (!answer.ok || staysHere) setBusy(false);
    if (answer.ok) return onDone(answer.data);
    onProblem(answer.problem);
  };
  return (
    <ActionButton {...look} icon={<KeyRound aria-hidden />} loading={busy} onClick={() => void press()}>
      {children}
    </ActionButton>
  );
}
