"use client";

import type { Criterion } from "@/domain/protocols/grammar.ts";
import { CRITERIA, CRITERION_FORM, fieldsOf } from "@/domain/protocols/form.ts";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/select.tsx";
import { criterionInWords } from "../in-words.ts";
import { idOf, useBuilder, useErrorAt, useProtocolWords } from "./context.tsx";
import { Fields } from "./fields.tsx";

type Path = readonly (string | number)[];

/** What has to be true before something opens, or before it is done: each with its figure and where that is from. */
export function CriteriaEditor(props: {
  readonly heading: string;
  readonly rows: readonly Criterion[];
  readonly path: Path;
  readonly onChange: (rows: Criterion[], field: string) => void;
}) {
  const { heading, rows, path, onChange } = props;
  const w = useProtocolWords();
  const errorAt = useErrorAt();
  const isThere = (code: Criterion["code"]) => rows.some((row) => row.code === code);
  return (
    <section aria-label={heading} className="rounded-control border border-line p-3">
      <p className="font-semibold">{heading}</p>
      {rows.length > 0 && (
        <ul className="my-2 divide-y divide-line">
          {rows.map((row, at) => (
            // A criterion has no name but its place: what it says changes while it is written.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={at} className="py-2">
              <CriterionRow
                row={row}
                path={[...path, at]}
                onChange={(next, field) => onChange(rows.with(at, next), `${at} ${field}`)}
                onRemove={() => onChange(rows.toSpliced(at, 1), `without ${at}`)}
              />
            </li>
          ))}
        </ul>
      )}
      <Select
        id={idOf(path)}
        label={w.say("builder.addTo", { to: heading })}
        placeholder={w.say("builder.choose")}
        value=""
        error={errorAt(path)}
        onChange={(event) => {
          const criterion = CRITERIA.find((row) => row.code === event.target.value);
          if (criterion) onChange([...rows, criterion], `with ${rows.length}`);
        }}
        options={CRITERIA.flatMap((row) =>
          // One that can say several things may be asked several times.
          isThere(row.code) && fieldsOf(CRITERION_FORM, row).has.length === 0
            ? []
            : [{ value: row.code, label: criterionInWords(w, row) }],
        )}
      />
    </section>
  );
}

function CriterionRow(props: {
  readonly row: Criterion;
  readonly path: Path;
  readonly onChange: (row: Criterion, field: string) => void;
  readonly onRemove: () => void;
}) {
  const { row, path, onChange, onRemove } = props;
  const { draft } = useBuilder();
  const w = useProtocolWords();
  const errorAt = useErrorAt();
  const said = criterionInWords(w, row);
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <span className="min-w-0">{said}</span>
        <Button
          variant="quiet"
          size="compact"
          aria-label={w.say("builder.leaveOut", { what: said })}
          onClick={onRemove}
        >
          {w.say("builder.remove")}
        </Button>
      </div>
      <Fields form={CRITERION_FORM} value={row} path={path} onChange={onChange}>
        {(row.source !== undefined || fieldsOf(CRITERION_FORM, row).has.length > 0) && (
          <Select
            id={idOf([...path, "source"])}
            className="min-w-[min(10rem,100%)] max-w-full"
            label={w.say("builder.sourceOf")}
            mark={w.say("builder.optional")}
            placeholder={w.say("builder.noSource")}
            value={row.source ?? ""}
            error={errorAt([...path, "source"])}
            onChange={(event) => {
              const { source: _, ...rest } = row;
              onChange(event.target.value === "" ? rest : { ...row, source: event.target.value }, "source");
            }}
            options={[
              ...draft.sources.map((source) => ({ value: source.key, label: source.title || source.key })),
              ...(row.source !== undefined && !draft.sources.some((source) => source.key === row.source)
                ? [{ value: row.source, label: row.source }]
                : []),
            ]}
          />
        )}
      </Fields>
    </>
  );
}
