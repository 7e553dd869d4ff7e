"use client";

import { ChevronRight, Footprints, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { Block } from "@/domain/protocols/blocks.ts";
import { newExerciseBlock, newIntervalBlock } from "@/domain/protocols/draft-pieces.ts";
import type { ShortMinutes } from "@/domain/protocols/grammar.ts";
import { Button } from "@/ui/button.tsx";
import { blockInWords } from "../in-words.ts";
import { idOf, useBuilder, useErrorAt, useProtocolWords } from "./context.tsx";
import { ExerciseEditor } from "./exercise-editor.tsx";
import { ExercisePicker } from "./exercise-picker.tsx";
import { IntervalEditor } from "./interval-editor.tsx";
import { Row } from "./row.tsx";
import { RowMenu } from "./row-menu.tsx";
import { Sortable } from "./sortable.tsx";

/** Where blocks stand: in a session, or in a shorter version of it that is written by hand. */
export type Place = {
  readonly level: number;
  readonly session: number;
  readonly shorter: ShortMinutes | null;
};

/** The blocks of one session in their order, and what adds one more. */
export function Blocks(
  props: Place & { readonly blocks: readonly Block[]; readonly path: readonly (string | number)[] },
) {
  const { blocks, path, level, session, shorter } = props;
  const { step } = useBuilder();
  const w = useProtocolWords();
  const errorAt = useErrorAt();
  const said = errorAt(path);
  const place = { on: "blocks", level, session, shorter } as const;
  return (
    <>
      {said && (
        <p id={idOf(path)} className="mt-2 font-semibold text-stop">
          {said}
        </p>
      )}
      <Sortable
        className="mt-3 space-y-2"
        items={blocks}
        nameOf={(block) => blockInWords(w, block).title}
        onMove={(at, to) => step({ ...place, do: "move", at, to })}
        row={(block, at, handle) => (
          <BlockRow
            block={block}
            path={[...path, at]}
            handle={handle}
            onChange={(item, field) => step({ ...place, do: "change", at, item, field })}
            onDuplicate={() => step({ ...place, do: "duplicate", at })}
            onRemove={() => step({ ...place, do: "remove", at })}
          />
        )}
      />
      <AddBlock {...{ level, session, shorter }} count={blocks.length} />
    </>
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
    <div className="rounded-control border border-line bg-surface p-[4px]">
      <Row handle={handle} menu={<RowMenu name={title} onDuplicate={onDuplicate} onRemove={onRemove} />}>
        <details id={idOf(path)}>
          <summary className="flex min-h-12 cursor-pointer list-none items-start gap-2 rounded-control px-2 py-1.5 [&::-webkit-details-marker]:hidden">
            <ChevronRight
              aria-hidden
              className="mt-0.5 size-5 shrink-0 text-primary transition-transform [[open]>summary>&]:rotate-90"
            />
            <span className="min-w-0">
              <span className="block font-semibold [overflow-wrap:anywhere]">{title}</span>
              <span className="block text-ink-soft text-sm">{how}</span>
              {isWrong && (
                <span className="block font-semibold text-sm text-stop">{w.say("builder.mend")}</span>
              )}
            </span>
          </summary>
          <div className="px-[6px] pt-3 pb-2 @max-[24rem]:-ms-11 @max-[24rem]:-me-13 @max-[15rem]:mx-0!">
            {block.type === "exercise" ? (
              <ExerciseEditor block={block} path={path} onChange={onChange} />
            ) : (
              <IntervalEditor block={block} path={path} onChange={onChange} />
            )}
          </div>
        </details>
      </Row>
    </div>
  );
}

function AddBlock({ count, ...place }: Place & { readonly count: number }) {
  const t = useTranslations("protocols.builder");
  const { draft, step } = useBuilder();
  const [isPicking, setIsPicking] = useState(false);
  const insert = (item: Block) => step({ on: "blocks", ...place, do: "insert", at: count, item });
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
