"use client";

import { Plus, Repeat, Ungroup } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Interval, IntervalBlock } from "@/domain/protocols/blocks.ts";
import { applyToList, type ListStep } from "@/domain/protocols/draft.ts";
import { nextInterval } from "@/domain/protocols/draft-pieces.ts";
import { GROUP_FORM, INTERVAL_FORM, INTERVALS_FORM } from "@/domain/protocols/form.ts";
import { Button } from "@/ui/button.tsx";
import { itemInWords } from "../in-words.ts";
import { idOf, useBuilder, useErrorAt, useProtocolWords } from "./context.tsx";
import { Fields } from "./fields.tsx";
import { Row } from "./row.tsx";
import { RowMenu } from "./row-menu.tsx";
import { Sortable } from "./sortable.tsx";

type Path = readonly (string | number)[];
type Item = IntervalBlock["items"][number];
type Group = Extract<Item, { type: "group" }>;

/** Walking and running by turns: each turn, turns that are repeated together, and how often all of it is done. */
export function IntervalEditor(props: {
  readonly block: IntervalBlock;
  readonly path: Path;
  readonly onChange: (block: IntervalBlock, field: string) => void;
}) {
  const { block, path, onChange } = props;
  const { draft } = useBuilder();
  return (
    <div className="space-y-5">
      <Fields form={INTERVALS_FORM} value={block} path={path} onChange={onChange} />
      <Items
        items={block.items}
        path={[...path, "items"]}
        onStep={(step) =>
          onChange({ ...block, items: applyToList(block.items, step) }, `items ${nameOfStep(step)}`)
        }
        onReplace={(at, items) =>
          onChange({ ...block, items: block.items.toSpliced(at, 1, ...items) }, "items")
        }
        last={nextInterval(block.items, draft.kind)}
      />
    </div>
  );
}

function nameOfStep(step: ListStep<Item>): string {
  return step.do === "change" ? `${step.at} ${step.field}` : step.do;
}

function Items<T extends Item>(props: {
  readonly items: readonly T[];
  readonly path: Path;
  readonly onStep: (step: ListStep<T | Interval>) => void;
  /** Puts others in the place of one: into a group, or out of it. Not inside a group: nested once and no deeper. */
  readonly onReplace?: (at: number, items: Item[]) => void;
  /** What comes when one more is added. */
  readonly last: Interval;
}) {
  const { items, path, onStep, onReplace, last } = props;
  const t = useTranslations("protocols.builder");
  const w = useProtocolWords();
  const errorAt = useErrorAt();
  const empty = errorAt(path);
  return (
    <div>
      {empty && (
        <p id={idOf(path)} className="mb-2 font-semibold text-stop">
          {empty}
        </p>
      )}
      <Sortable
        className="space-y-2"
        items={items}
        nameOf={(item) => itemInWords(w, item)}
        onMove={(at, to) => onStep({ do: "move", at, to })}
        row={(item, at, handle) => (
          <ItemRow
            item={item}
            handle={handle}
            path={[...path, at]}
            onChange={(next, field) => onStep({ do: "change", at, item: next as T, field })}
            onDuplicate={() => onStep({ do: "duplicate", at })}
            onRemove={() => onStep({ do: "remove", at })}
            onReplace={onReplace && ((next) => onReplace(at, next))}
          />
        )}
      />
      <Button
        variant="secondary"
        size="compact"
        className="mt-3"
        icon={<Plus aria-hidden />}
        onClick={() => onStep({ do: "insert", at: items.length, item: last })}
      >
        {t("addInterval")}
      </Button>
    </div>
  );
}

function ItemRow(props: {
  readonly item: Item;
  readonly handle: ReactNode;
  readonly path: Path;
  readonly onChange: (item: Item, field: string) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  readonly onReplace: ((items: Item[]) => void) | undefined;
}) {
  const { item, handle, path, onChange, onDuplicate, onRemove, onReplace } = props;
  const t = useTranslations("protocols.builder");
  const w = useProtocolWords();
  const turn =
    item.type === "group"
      ? { label: t("takeApart"), icon: <Ungroup aria-hidden />, items: item.intervals }
      : {
          label: t("repeatThis"),
          icon: <Repeat aria-hidden />,
          items: [{ type: "group" as const, repeats: 2, intervals: [item] }],
        };
  return (
    <div className="rounded-control border border-line bg-raised p-[4px]">
      <Row
        handle={handle}
        menu={
          <RowMenu
            name={itemInWords(w, item)}
            onDuplicate={onDuplicate}
            onRemove={onRemove}
            more={
              onReplace
                ? [{ id: "turn", label: turn.label, icon: turn.icon, onSelect: () => onReplace(turn.items) }]
                : []
            }
          />
        }
      >
        <p className="py-3.5 text-ink-soft text-sm [overflow-wrap:anywhere]">{itemInWords(w, item)}</p>
      </Row>
      <div className="px-[6px] pb-2 sm:ps-11">
        {item.type === "interval" ? (
          <Fields form={INTERVAL_FORM} value={item} path={path} onChange={onChange} />
        ) : (
          <GroupFields group={item} path={path} onChange={onChange} />
        )}
      </div>
    </div>
  );
}

/** Intervals that are done several times inside a block that may itself repeat. */
function GroupFields(props: {
  readonly group: Group;
  readonly path: Path;
  readonly onChange: (group: Group, field: string) => void;
}) {
  const { group, path, onChange } = props;
  const { draft } = useBuilder();
  return (
    <div className="space-y-3">
      <Fields form={GROUP_FORM} value={group} path={path} onChange={onChange} />
      <Items
        items={group.intervals}
        path={[...path, "intervals"]}
        onStep={(step) =>
          onChange(
            { ...group, intervals: applyToList(group.intervals, step) },
            `intervals ${nameOfStep(step)}`,
          )
        }
        last={nextInterval(group.intervals, draft.kind)}
      />
    </div>
  );
}
