"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { addDays, type Day, laterOf, weekStart } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { CopiedRows } from "./copied-rows.tsx";
import type { ToolProps } from "./plan-tools.tsx";
import { DaySelect, ToolDialog } from "./tool-dialog.tsx";

const DAYS_IN_WEEK = 7;
const WEEKS_AHEAD = 11;
/** As many as one change may touch. */
const MOST = 50;

/** A week of hers laid into another, of herself or of others: what each of them may have of it is said one by one. */
export function CopyWeek({ clientId, data, from, onClose }: ToolProps) {
  const t = useTranslations("coach.calendar.tools");
  const trpc = useTRPC();
  const copy = useChange(trpc.plans.copyWeek.mutationOptions());
  const thisWeek = weekStart(data.today);
  const [fromDay, setFromDay] = useState<Day>(laterOf(weekStart(from), thisWeek));
  const [toDay, setToDay] = useState<Day>(addDays(laterOf(weekStart(from), thisWeek), DAYS_IN_WEEK));
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map([[clientId, t("herself")]]));
  const others = useQuery({
    ...trpc.clients.list.queryOptions({
      search: search.trim(),
      step: null,
      status: null,
      running: null,
      show: "with_us",
      sort: "name",
    }),
    enabled: search.trim().length > 1,
  });
  const found = (others.data?.rows ?? []).filter((row) => row.clientId !== clientId).slice(0, 8);
  const legend = useId();
  const toggle = (id: string, name: string) =>
    setChosen((before) => {
      const next = new Map(before);
      if (!next.delete(id)) next.set(id, name);
      return next;
    });
  if (copy.answer)
    return (
      <ToolDialog tool="copy" error={null} isBusy={false} onClose={onClose}>
        <CopiedRows rows={copy.answer.rows} nameOf={(id) => chosen.get(id) ?? ""} onBack={onClose} />
      </ToolDialog>
    );
  const shown = new Map([...chosen, ...found.map((row) => [row.clientId, row.name] as const)]);
  const mayCopy = chosen.size > 0 && chosen.size <= MOST;
  return (
    <ToolDialog
      tool="copy"
      error={copy.error}
      isBusy={copy.isBusy}
      onClose={onClose}
      onSubmit={() => {
        if (mayCopy) copy.send({ clientId, fromDay, toDay, toClientIds: [...chosen.keys()] });
      }}
    >
      <DaySelect
        label={t("fromWeek")}
        value={fromDay}
        from={thisWeek}
        days={WEEKS_AHEAD * DAYS_IN_WEEK}
        step={DAYS_IN_WEEK}
        onChoose={setFromDay}
      />
      <DaySelect
        label={t("toWeek")}
        value={toDay}
        from={thisWeek}
        days={WEEKS_AHEAD * DAYS_IN_WEEK}
        step={DAYS_IN_WEEK}
        onChoose={setToDay}
      />
      <fieldset aria-describedby={legend}>
        <legend className="font-semibold">{t("forWhom")}</legend>
        <p id={legend} className="text-ink-soft text-sm">
          {mayCopy ? t("chosen", { count: chosen.size }) : t("nobody", { most: MOST })}
        </p>
        <TextInput
          label={t("search")}
          type="search"
          value={search}
          className="mt-3"
          onChange={(event) => setSearch(event.target.value)}
        />
        <div className="mt-2">
          {[...shown].map(([id, name]) => (
            <Checkbox key={id} label={name} checked={chosen.has(id)} onChange={() => toggle(id, name)} />
          ))}
        </div>
      </fieldset>
    </ToolDialog>
  );
}
