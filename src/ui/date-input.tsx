"use client";

import { useId, useRef, useState } from "react";
import { cn } from "@/lib/cn.ts";
import { CONTROL, FieldGroup, type FieldText } from "./field.tsx";

export type DateInputWords = { day: string; month: string; year: string };

export type DateInputProps = FieldText & {
  /** ISO date "2026-11-22", or "" for none. */
  value: string;
  /**
   * Gets what was written as year-month-day: "" when all three are empty, and something that is no date ("2026-11-",
   * "2026-02-31") while it is unfinished or impossible, so that the form's schema refuses it with its own sentence.
   */
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  words: DateInputWords;
  /** For a date of birth of her own: lets the browser fill it in. */
  birthday?: boolean | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
};

type Parts = { day: string; month: string; year: string };
const PARTS = ["day", "month", "year"] as const;

function split(value: string): Parts {
  const [year = "", month = "", day = ""] = value.split("-");
  return { year, month: month.replace(/^0/, ""), day: day.replace(/^0/, "") };
}

function join({ day, month, year }: Parts): string {
  if (!day && !month && !year) return "";
  return `${year}-${month && month.padStart(2, "0")}-${day && day.padStart(2, "0")}`;
}

/**
 * A date somebody knows by heart, as day, month and year in that order: three boxes are quicker and safer than a
 * calendar for a birthday, and cannot be misread as month first.
 */
export function DateInput(props: DateInputProps) {
  const { label, hint, error, mark, value, onChange, onBlur, words, birthday, name, disabled, className } =
    props;
  const id = useId();
  const [parts, setParts] = useState(() => split(value));
  const group = useRef<HTMLDivElement>(null);
  // A value set from outside wins over what is written; our own echo does not take a half-written year away.
  const shown = join(parts) === value ? parts : split(value);

  function write(part: keyof Parts, text: string) {
    const next = { ...shown, [part]: text.replace(/\D/g, "").slice(0, part === "year" ? 4 : 2) };
    setParts(next);
    onChange(join(next));
  }

  return (
    <FieldGroup {...{ label, hint, error, mark, className }}>
      <div
        ref={group}
        className="flex flex-wrap gap-3"
        onBlur={(event) => {
          if (!group.current?.contains(event.relatedTarget)) onBlur?.();
        }}
      >
        {PARTS.map((part) => (
          <label key={part} htmlFor={`${id}-${part}`} className="flex flex-col gap-1 text-sm">
            {words[part]}
            <input
              id={`${id}-${part}`}
              type="text"
              inputMode="numeric"
              autoComplete={birthday ? `bday-${part}` : "off"}
              disabled={disabled}
              value={shown[part]}
              onChange={(event) => write(part, event.target.value)}
              aria-invalid={error ? true : undefined}
              className={cn(CONTROL, part === "year" ? "w-[6.25rem]!" : "w-[4.25rem]!", "tabular-nums")}
            />
          </label>
        ))}
      </div>
      {name && <input type="hidden" name={name} value={value} />}
    </FieldGroup>
  );
}
