"use client";

import { Plus, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { FieldGroup } from "@/ui/field.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { type CueDraft, LONGEST_CUE, MOST_CUES, withCueAfter, withoutCue } from "./review-draft.ts";

export type CueFieldsProps = {
  cues: readonly CueDraft[];
  isTried: boolean;
  error: string | undefined;
  onChange: (cues: readonly CueDraft[]) => void;
};

/**
 * One to five lines. Enter in a line goes to the next, or makes it; Backspace in an empty line takes it away. The focus
 * follows, so that a coach beside the track never reaches for a mouse.
 */
export function CueFields({ cues, isTried, error, onChange }: CueFieldsProps) {
  const t = useTranslations("tests");
  const list = useRef<HTMLOListElement>(null);
  const focus = (id: string | undefined) =>
    list.current?.querySelector<HTMLElement>(`[data-cue="${id}"] input`)?.focus();
  /** The cue that takes the focus once its box is there. */
  const awaited = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (awaited.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-cue="${awaited.current}"] input`)?.focus();
    awaited.current = undefined;
  }, [cues]);
  const isFull = cues.length >= MOST_CUES;

  const add = (after: string | null) => {
    const added = { id: crypto.randomUUID(), text: "" };
    if (!isFull) awaited.current = added.id;
    onChange(withCueAfter(cues, after, added));
  };
  const remove = (id: string) => {
    const at = cues.findIndex((cue) => cue.id === id);
    const left = withoutCue(cues, id);
    awaited.current = left[Math.max(0, at - 1)]?.id;
    onChange(left);
  };

  return (
    <FieldGroup label={t("technique.cues")} hint={t("technique.cuesHint")} error={error}>
      <ol ref={list} className="space-y-3">
        {cues.map((cue, at) => (
          <li key={cue.id} data-cue={cue.id} className="flex items-end gap-2">
            <TextInput
              className="min-w-0 flex-1"
              label={t("technique.cue", { number: at + 1 })}
              value={cue.text}
              error={isTried && cue.text.trim().length > LONGEST_CUE ? t("technique.cueLong") : undefined}
              aria-invalid={error && at === 0 ? true : undefined}
              onChange={(event) =>
                onChange(cues.map((row) => (row.id === cue.id ? { ...row, text: event.target.value } : row)))
              }
              onKeyDown={(event) => {
                if (event.key === "Enter") {
                  event.preventDefault();
                  const next = cues[at + 1];
                  if (next?.text === "") focus(next.id);
                  else if (cue.text.trim() !== "") add(cue.id);
                }
                if (event.key === "Backspace" && cue.text === "" && cues.length > 1) {
                  event.preventDefault();
                  remove(cue.id);
                }
              }}
            />
            {cues.length > 1 && (
              <IconButton
                label={t("technique.removeCue", { number: at + 1 })}
                icon={<X aria-hidden />}
                onClick={() => remove(cue.id)}
              />
            )}
          </li>
        ))}
      </ol>
      {!isFull && (
        <div>
          <Button variant="quiet" icon={<Plus aria-hidden />} onClick={() => add(null)}>
            {t("technique.addCue")}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}
