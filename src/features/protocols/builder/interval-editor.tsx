"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { type Interval, type IntervalBlock, MOVES } from "@/domain/protocols/blocks.ts";
import { nextInterval } from "@/domain/protocols/draft-pieces.ts";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/select.tsx";
import { blockInWords } from "../in-words.ts";
import { useErrorAt, useProtocolWords } from "./context.tsx";
import { NumberBox } from "./number-box.tsx";
import { PartSelect } from "./part-select.tsx";

type Items = IntervalBlock["items"];

/** Walking and running by turns: each turn, and how often all of it is done. */
export function IntervalEditor(props: {
  readonly block: IntervalBlock;
  readonly path: readonly (string | number)[];
  readonly onChange: (block: IntervalBlock, field: string) => void;
}) {
  const { block, path, onChange } = props;
  const t = useTranslations("protocols.builder");
  const errorAt = useErrorAt();
  const empty = errorAt([...path, "items"]);
  const set = (items: Items, field: string) => onChange({ ...block, items }, field);
  const replace = (at: number, item: Items[number]) =>
    set(
      block.items.map((each, index) => (index === at ? item : each)),
      `item ${at}`,
    );
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <NumberBox
          label={t("repeats")}
          value={block.repeats}
          path={[...path, "repeats"]}
          onChange={(repeats) => onChange({ ...block, repeats }, "repeats")}
        />
        <PartSelect value={block.part} onChange={(part) => onChange({ ...block, part }, "part")} />
      </div>
      {empty && <p className="font-semibold text-stop">{empty}</p>}
      <ol className="space-y-4">
        {block.items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: intervals have no id; their place is what they are
          <li key={at} className="rounded-control border border-line p-3">
            {item.type === "interval" ? (
              <IntervalFields
                interval={item}
                path={[...path, "items", at]}
                onChange={(next) => replace(at, next)}
              />
            ) : (
              <Group block={{ ...block, repeats: 1, items: [item] }} />
            )}
            <Button
              variant="quiet"
              size="compact"
              className="mt-2"
              onClick={() =>
                set(
                  block.items.filter((_, index) => index !== at),
                  "items",
                )
              }
            >
              {t("removeInterval", { number: at + 1 })}
            </Button>
          </li>
        ))}
      </ol>
      <Button
        variant="secondary"
        size="compact"
        icon={<Plus aria-hidden />}
        onClick={() => set([...block.items, nextInterval(block.items)], "items")}
      >
        {t("addInterval")}
      </Button>
    </div>
  );
}

/** Intervals inside intervals come from files; here they are read. */
function Group({ block }: { block: IntervalBlock }) {
  return <p>{blockInWords(useProtocolWords(), block).how}</p>;
}

function IntervalFields(props: {
  readonly interval: Interval;
  readonly path: readonly (string | number)[];
  readonly onChange: (interval: Interval) => void;
}) {
  const { interval, path, onChange } = props;
  const t = useTranslations("protocols");
  const { length } = interval;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-4">
      <Select
        label={t("builder.what")}
        value={interval.move}
        onChange={(event) => onChange({ ...interval, move: event.target.value as Interval["move"] })}
        options={MOVES.map((value) => ({ value, label: t(`move.${value}`) }))}
      />
      <Select
        label={t("builder.length.by")}
        value={length.by}
        onChange={(event) =>
          onChange({
            ...interval,
            length:
              event.target.value === "time" ? { by: "time", seconds: 60 } : { by: "distance", metres: 400 },
          })
        }
        options={(["time", "distance"] as const).map((value) => ({
          value,
          label: t(`builder.length.${value}`),
        }))}
      />
      {length.by === "time" ? (
        <NumberBox
          label={t("builder.length.time")}
          unit={t("builder.seconds")}
          value={length.seconds}
          path={[...path, "length", "seconds"]}
          onChange={(seconds) => onChange({ ...interval, length: { by: "time", seconds } })}
        />
      ) : (
        <NumberBox
          label={t("builder.length.distance")}
          unit={t("builder.metres")}
          value={length.metres}
          path={[...path, "length", "metres"]}
          onChange={(metres) => onChange({ ...interval, length: { by: "distance", metres } })}
        />
      )}
    </div>
  );
}
