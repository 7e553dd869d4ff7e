"use client";

import { useState } from "react";
import { NumberInput } from "@/ui/text-input.tsx";
import { idOf, useBuilder, useErrorAt } from "./context.tsx";

/**
 * A figure of the draft. Whatever number is written is taken, also one that cannot be: it stands there with the
 * sentence that says so, and an empty box is 0. What is no number is not taken.
 */
export function NumberBox(props: {
  readonly label: string;
  readonly unit?: string | undefined;
  readonly value: number;
  readonly path: readonly (string | number)[];
  readonly onChange: (value: number) => void;
}) {
  const { label, unit, value, path, onChange } = props;
  const { settle } = useBuilder();
  const errorAt = useErrorAt();
  const [text, setText] = useState(String(value));
  const shown = Number(text.trim()) === value ? text : String(value);
  return (
    <NumberInput
      id={idOf(path)}
      label={label}
      unit={unit}
      decimal
      value={shown}
      error={errorAt(path)}
      onBlur={settle}
      onChange={(event) => {
        const next = Number(event.target.value.replace(",", ".").trim());
        if (!Number.isFinite(next) || next < 0 || next > 1_000_000) return;
        setText(event.target.value.replace(",", "."));
        onChange(next);
      }}
    />
  );
}
