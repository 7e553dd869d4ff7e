"use client";

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import {
  type FigureField,
  type Form,
  type FormField,
  fieldsOf,
  readAt,
  writeAt,
} from "@/domain/protocols/form.ts";
import { Button } from "@/ui/button.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { Select } from "@/ui/select.tsx";
import { idOf, useErrorAt, useProtocolWords } from "./context.tsx";
import { FigureBox, FigureLine } from "./figure-box.tsx";

type Path = readonly (string | number)[];

/**
 * The form of one piece, drawn from its list: what it says, each in its own kind of box, and below it what it might say
 * as well.
 */
export function Fields<T extends object>(props: {
  readonly form: Form;
  readonly value: T;
  readonly path: Path;
  /** `field` names what is being written: letters of one field are one step. */
  readonly onChange: (value: T, field: string) => void;
  readonly children?: ReactNode;
}) {
  const { form, value, path, onChange, children } = props;
  const { has, may } = fieldsOf(form, value);
  const nameOf = useFormWords();
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        {has.map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={value}
            path={path}
            onWrite={(at, next) => onChange(writeAt(value, at, next), field.name)}
          />
        ))}
        {children}
      </div>
      {may.length > 0 && (
        <div className="flex flex-wrap gap-x-1 gap-y-1">
          {may.map((field) => (
            <Button
              key={field.name}
              variant="quiet"
              size="compact"
              icon={<Plus aria-hidden />}
              onClick={() => onChange(writeAt(value, field.at, field.begins), `add ${field.name}`)}
            >
              {nameOf(field.name, "label")}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** A word of a field: its label, its unit, what follows one of its figures, one of its choices. */
function useFormWords() {
  const { say } = useProtocolWords();
  return (...key: readonly string[]): string => {
    const path = `builder.form.${key.join(".")}` as Parameters<typeof say.has>[0];
    return say.has(path) ? say(path as never) : "";
  };
}

function OneField(props: {
  readonly field: FormField;
  readonly value: object;
  readonly path: Path;
  readonly onWrite: (at: readonly string[], value: unknown) => void;
}) {
  const { field, value, path, onWrite } = props;
  const wordOf = useFormWords();
  const errorAt = useErrorAt();
  if (field.is === "figures") return <Figures {...props} field={field} />;
  const here = field.is === "shape" ? [...field.at, "by"] : field.at;
  const chosen = readAt(value, here);
  const options = field.is === "shape" ? Object.keys(field.of) : field.of;
  return (
    <Select
      id={idOf([...path, ...here])}
      className="min-w-[min(10rem,100%)] max-w-full"
      label={wordOf(field.name, "label")}
      value={typeof chosen === "string" ? chosen : ""}
      error={errorAt([...path, ...here])}
      onChange={(event) => {
        const next = event.target.value;
        onWrite(field.at, field.is === "shape" ? field.of[next] : next === "" ? null : next);
      }}
      options={options.map((option) => ({
        value: option ?? "",
        label: wordOf(field.name, "option", option ?? "none"),
      }))}
    />
  );
}

/** Fields whose figure is a length of time. */
const SECONDS: ReadonlySet<string> = new Set(["seconds", "rest", "hold", "release", "time"]);

function Figures(props: {
  readonly field: FigureField;
  readonly value: object;
  readonly path: Path;
  readonly onWrite: (at: readonly string[], value: unknown) => void;
}) {
  const { field, value, path, onWrite } = props;
  const { say } = useProtocolWords();
  const wordOf = useFormWords();
  const label = wordOf(field.name, "label");
  const here = [...path, ...field.at];
  const isExtra = field.begins !== undefined;
  const out = isExtra && (
    <IconButton
      size="compact"
      label={say("builder.leaveOut", { what: label })}
      icon={<X aria-hidden />}
      onClick={() => onWrite(field.at, undefined)}
    />
  );
  if (field.of.length > 0)
    return (
      <FigureLine
        label={label}
        path={here}
        figures={field.of.map((of) => ({
          of,
          name: say(`builder.figure.${of}` as "builder.figure.from", { name: label }),
          after: wordOf(field.name, "after", of),
          value: Number(readAt(value, [...field.at, of]) ?? 0),
        }))}
        onChange={(of, next) => onWrite([...field.at, of], next)}
      >
        {out}
      </FigureLine>
    );
  return (
    <div className="flex max-w-full items-end gap-1">
      <FigureBox
        label={label}
        unit={wordOf(field.name, "unit") || undefined}
        isSeconds={SECONDS.has(field.name)}
        value={Number(readAt(value, field.at) ?? 0)}
        path={here}
        onChange={(next) => onWrite(field.at, next)}
      />
      {out && <span className="pb-1">{out}</span>}
    </div>
  );
}
