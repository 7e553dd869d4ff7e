"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { newSource, usesOfSource } from "@/domain/protocols/draft-pieces.ts";
import { SOURCE_FORM } from "@/domain/protocols/form.ts";
import type { ProtocolSource } from "@/domain/protocols/grammar.ts";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { FieldError, FieldGroup } from "@/ui/field.tsx";
import { TextArea, TextInput } from "@/ui/text-input.tsx";
import { idOf, useBuilder, useErrorAt } from "./context.tsx";
import { Fields } from "./fields.tsx";

/** Where the figures of the protocol are from, how firm that is, and what was taken from it. */
export function SourcesEditor() {
  const { draft, step } = useBuilder();
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  const { sources } = draft;
  const set = (next: ProtocolSource[], field: string) =>
    step({ on: "protocol", field: `sources ${field}`, to: { sources: next } });
  const empty = errorAt(["sources"]);
  return (
    <div id={idOf(["sources"])} className="space-y-3">
      {empty && <p className="font-semibold text-stop">{empty}</p>}
      <ol className="space-y-3">
        {sources.map((source, at) => (
          <li key={source.key} className="rounded-control border border-line p-3">
            <SourceFields
              source={source}
              at={at}
              onChange={(next, field) => set(sources.with(at, next), `${at} ${field}`)}
              onRemove={() => set(sources.toSpliced(at, 1), `without ${at}`)}
            />
          </li>
        ))}
      </ol>
      <Button
        variant="secondary"
        size="compact"
        icon={<Plus aria-hidden />}
        onClick={() => set([...sources, newSource(sources)], `with ${sources.length}`)}
      >
        {t("addSource")}
      </Button>
    </div>
  );
}

function SourceFields(props: {
  readonly source: ProtocolSource;
  readonly at: number;
  readonly onChange: (source: ProtocolSource, field: string) => void;
  readonly onRemove: () => void;
}) {
  const { source, at, onChange, onRemove } = props;
  const { draft, settle } = useBuilder();
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  const path = ["sources", at];
  const uses = usesOfSource(draft, source.key);
  return (
    <div className="space-y-4">
      <TextInput
        id={idOf([...path, "title"])}
        label={t("sourceTitle", { number: at + 1 })}
        value={source.title}
        maxLength={300}
        error={errorAt([...path, "title"])}
        onBlur={settle}
        onChange={(event) => onChange({ ...source, title: event.target.value }, "title")}
      />
      <TextArea
        id={idOf([...path, "says"])}
        label={t("sourceSays")}
        rows={2}
        maxLength={1000}
        value={source.says}
        error={errorAt([...path, "says"])}
        onBlur={settle}
        onChange={(event) => onChange({ ...source, says: event.target.value }, "says")}
      />
      <Fields form={SOURCE_FORM} value={source} path={path} onChange={onChange} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="text-ink-soft text-sm">{t("sourceUses", { count: uses })}</p>
        <Button
          variant="quiet"
          size="compact"
          disabled={uses > 0}
          aria-label={t("leaveOut", { what: source.title })}
          onClick={onRemove}
        >
          {t("remove")}
        </Button>
      </div>
    </div>
  );
}

/** On which of the protocol's sources the figures of a level stand. One that is gone from the list can only be unticked. */
export function SourcesOfLevel(props: {
  readonly keys: readonly string[];
  readonly path: readonly (string | number)[];
  readonly onChange: (keys: string[]) => void;
}) {
  const { keys, path, onChange } = props;
  const { draft, problems } = useBuilder();
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  const said = errorAt(path);
  const gone = keys.filter((key) => !draft.sources.some((source) => source.key === key));
  const rows = [
    ...draft.sources.map(({ key, title }) => ({ key, title: title || key })),
    ...gone.map((key) => ({ key, title: key })),
  ];
  const isWrong = problems.some((row) => idOf(row.path).startsWith(`${idOf(path)}-`));
  return (
    <FieldGroup label={t("sourcesOfLevel")}>
      <div id={idOf(path)} tabIndex={-1}>
        {rows.map(({ key, title }) => (
          <Checkbox
            key={key}
            label={title}
            checked={keys.includes(key)}
            error={isWrong && gone.includes(key) ? t("sourceGone") : undefined}
            onChange={(event) =>
              onChange(event.target.checked ? [...keys, key] : keys.filter((row) => row !== key))
            }
          />
        ))}
      </div>
      {said && <FieldError id={`${idOf(path)}-said`}>{said}</FieldError>}
    </FieldGroup>
  );
}
