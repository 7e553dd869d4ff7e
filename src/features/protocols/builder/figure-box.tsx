"use client";

import { type ReactNode, useState } from "react";
import { cn } from "@/lib/cn.ts";
import { CONTROL, FieldError, FieldGroup } from "@/ui/field.tsx";
import { NumberInput } from "@/ui/text-input.tsx";
import { secondsInWords } from "../in-words.ts";
import { idOf, useBuilder, useErrorAt, useProtocolWords } from "./context.tsx";
import { readFigure } from "./read-figure.ts";

type Path = readonly (string | number)[];

/**
 * A figure as it is written. Whatever number stands there is taken, also one that cannot be: it stays with the sentence
 * that says so, and an empty box is 0. What is no number is not taken.
 */
function useFigure(value: number, onChange: (value: number) => void) {
  const { settle } = useBuilder();
  const [text, setText] = useState(String(value));
  return {
    // Undo, or another hand, changed it: what was typed is no longer what stands.
    value: readFigure(text) === value ? text : String(value),
    onBlur: settle,
    onChange: (event: { target: { value: string } }) => {
      const next = readFigure(event.target.value);
      if (next === null) return;
      setText(event.target.value);
      onChange(next);
    },
  };
}

/** One figure under its own name. Of seconds, a minute or more is said in words beside it. */
export function FigureBox(props: {
  readonly label: string;
  readonly unit?: string | undefined;
  readonly isSeconds?: boolean;
  readonly value: number;
  readonly path: Path;
  readonly onChange: (value: number) => void;
}) {
  const { label, unit, isSeconds, value, path, onChange } = props;
  const w = useProtocolWords();
  const errorAt = useErrorAt();
  const figure = useFigure(value, onChange);
  const isLong = isSeconds && value >= 60 && Number.isInteger(value);
  return (
    <NumberInput
      id={idOf(path)}
      className="min-w-0"
      label={label}
      unit={isLong ? `${unit} (${secondsInWords(w, value)})` : unit}
      decimal
      error={errorAt(path)}
      {...figure}
    />
  );
}

/** Figures that make one sentence: "3 s down, 1 s still, 1 s up". */
export function FigureLine(props: {
  readonly label: string;
  readonly path: Path;
  readonly figures: readonly {
    readonly of: string;
    readonly name: string;
    readonly after: string;
    readonly value: number;
  }[];
  readonly onChange: (of: string, value: number) => void;
  /** Takes the whole of it out, where it may be left out. */
  readonly children?: ReactNode;
}) {
  const { label, path, figures, onChange, children } = props;
  const errorAt = useErrorAt();
  const wrong = figures.flatMap(({ of, name }) => {
    const said = errorAt([...path, of]);
    return said ? [{ of, name, said }] : [];
  });
  return (
    <FieldGroup label={label}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
        {figures.map((figure) => (
          <span key={figure.of} className="inline-flex max-w-full items-center gap-2">
            <BareBox
              id={idOf([...path, figure.of])}
              name={figure.name}
              value={figure.value}
              isWrong={wrong.some((row) => row.of === figure.of)}
              onChange={(value) => onChange(figure.of, value)}
            />
            <span className="text-ink-soft">{figure.after}</span>
          </span>
        ))}
        {children}
      </div>
      {wrong.map(({ of, name, said }) => (
        <FieldError key={of} id={`${idOf([...path, of])}-error`}>
          {name}: {said}
        </FieldError>
      ))}
    </FieldGroup>
  );
}

function BareBox(props: {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly isWrong: boolean;
  readonly onChange: (value: number) => void;
}) {
  const { id, name, value, isWrong, onChange } = props;
  const figure = useFigure(value, onChange);
  return (
    <input
      id={id}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={name}
      aria-invalid={isWrong || undefined}
      aria-describedby={isWrong ? `${id}-error` : undefined}
      {...figure}
      className={cn(CONTROL, "w-[4.5rem]! px-2! text-center tabular-nums")}
    />
  );
}
