"use client";

import { Footprints, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { Block } from "@/domain/protocols/blocks.ts";
import { newExerciseBlock, newIntervalBlock } from "@/domain/protocols/draft-pieces.ts";
import { type ProtocolSession, sessionSchema } from "@/domain/protocols/grammar.ts";
import { Button } from "@/ui/button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { blockInWords, totalsInWords } from "../in-words.ts";
import { idOf, useBuilder, useErrorAt, useProtocolWords } from "./context.tsx";
import { ExerciseEditor } from "./exercise-editor.tsx";
import { ExercisePicker } from "./exercise-picker.tsx";
import { IntervalEditor } from "./interval-editor.tsx";
import { RowMenu } from "./row-menu.tsx";
import { Sortable } from "./sortable.tsx";

type Place = { readonly level: number; readonly session: number };

/** One session of a level: its name, what it asks in all, its blocks in their order. */
export function SessionEditor(
  props: Place & { readonly value: ProtocolSession; readonly handle: ReactNode },
) {
  const { level, session: at, value, handle } = props;
  const { step, settle } = useBuilder();
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  const path = ["levels", level, "sessions", at];
  const said = errorAt([...path, "blocks"]);
  return (
    <section className="rounded-card border border-line bg-raised p-3 sm:p-5">
      <div className="mb-3 flex items-start gap-2">
        <span className="pt-7.5">{handle}</span>
        <TextInput
          id={idOf([...path, "title"])}
          className="min-w-0 flex-1"
          label={t("sessionTitle", { number: at + 1 })}
          value={value.title}
          maxLength={200}
          error={errorAt([...path, "title"])}
          onBlur={settle}
          onChange={(event) =>
            step({
              on: "sessions",
              level,
              do: "change",
              at,
              item: { ...value, title: event.target.value },
              field: "title",
            })
          }
        />
        <span className="pt-7.5">
          <RowMenu
            name={value.title}
            onDuplicate={() => step({ on: "sessions", level, do: "duplicate", at })}
            onRemove={() => step({ on: "sessions", level, do: "remove", at })}
          />
        </span>
      </div>
      <Totals session={value} />
      {said && (
        <p id={idOf([...path, "blocks"])} className="mt-2 font-semibold text-stop">
          {said}
        </p>
      )}
      <Blocks level={level} session={at} blocks={value.blocks} />
      <AddBlock level={level} session={at} count={value.blocks.length} />
    </section>
  );
}

/** Live, as soon as every figure of it can be. */
function Totals({ session }: { session: ProtocolSession }) {
  const w = useProtocolWords();
  const isSound = sessionSchema.safeParse(session).success;
  return (
    <p className="text-ink-soft">
      {isSound ? totalsInWords(w, session).join(" · ") : w.say("builder.notCounted")}
    </p>
  );
}

function Blocks({ level, session, blocks }: Place & { readonly blocks: readonly Block[] }) {
  const { step } = useBuilder();
  const w = useProtocolWords();
  const place = { on: "blocks", level, session } as const;
  return (
    <Sortable
      className="mt-3 space-y-2"
      items={blocks}
      nameOf={(block) => blockInWords(w, block).title}
      onMove={(at, to) => step({ ...place, do: "move", at, to })}
      row={(block, at, handle) => (
        <BlockRow
          block={block}
          path={["levels", level, "sessions", session, "blocks", at]}
          handle={handle}
          onChange={(item, field) => step({ ...place, do: "change", at, item, field })}
          onDuplicate={() => step({ ...place, do: "duplicate", at })}
          onRemove={() => step({ ...place, do: "remove", at })}
        />
      )}
    />
  );
}

function BlockRow(props: {
  readonly block: Block;
  readonly path: readonly (string | number)[];
  readonly handle: ReactNode;
  readonly onChange: (block: Block, field: string) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}) {
  const { block, path, handle, onChange, onDuplicate, onRemove } = props;
  const { problems } = useBuilder();
  const w = useProtocolWords();
  const { title, how } = blockInWords(w, block);
  const isWrong = problems.some((row) => idOf(row.path).startsWith(`${idOf(path)}-`));
  return (
    <div className="flex items-start gap-1 rounded-control border border-line bg-surface p-1.5">
      {handle}
      <details className="min-w-0 flex-1" id={idOf(path)}>
        <summary className="min-h-12 cursor-pointer rounded-control px-2 py-1.5">
          <span className="font-semibold [overflow-wrap:anywhere]">{title}</span>{" "}
          <span className="text-ink-soft text-sm">{how}</span>
          {isWrong && <span className="block font-semibold text-sm text-stop">{w.say("builder.mend")}</span>}
        </summary>
        <div className="px-2 pt-3 pb-2">
          {block.type === "exercise" ? (
            <ExerciseEditor block={block} path={path} onChange={onChange} />
          ) : (
            <IntervalEditor block={block} path={path} onChange={onChange} />
          )}
        </div>
      </details>
      <RowMenu name={title} onDuplicate={onDuplicate} onRemove={onRemove} />
    </div>
  );
}

function AddBlock({ level, session, count }: Place & { readonly count: number }) {
  const t = useTranslations("protocols.builder");
  const { draft, step } = useBuilder();
  const [isPicking, setIsPicking] = useState(false);
  const insert = (item: Block) => step({ on: "blocks", level, session, do: "insert", at: count, item });
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button
        variant="secondary"
        size="compact"
        icon={<Plus aria-hidden />}
        onClick={() => setIsPicking(true)}
      >
        {t("addExercise")}
      </Button>
      <Button
        variant="secondary"
        size="compact"
        icon={<Footprints aria-hidden />}
        onClick={() => insert(newIntervalBlock(draft.kind))}
      >
        {t("addIntervals")}
      </Button>
      <ExercisePicker
        open={isPicking}
        onClose={() => setIsPicking(false)}
        onPick={(exercise) => {
          setIsPicking(false);
          insert(newExerciseBlock(exercise));
        }}
      />
    </div>
  );
}
