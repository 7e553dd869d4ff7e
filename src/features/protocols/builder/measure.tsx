"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { beyondLimit } from "@/domain/plans/limits.ts";
import { jumpOver } from "@/domain/plans/longest-run.ts";
import type { Draft } from "@/domain/protocols/draft.ts";
import { levelSchema } from "@/domain/protocols/grammar.ts";
import { outlineOf } from "@/domain/protocols/outline.ts";
import { useTRPC } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { useBuilder } from "./context.tsx";

type Measure = Outputs["protocols"]["measureOf"];

export type Measured = { readonly clientId: string; readonly name: string };

/** As many as are shown before more of a name is written. */
const SHOWN = 6;

/** A mum to hold the levels against: her limits, and the longest she ran lately. Nothing of her is in the protocol. */
export function MeasureAgainst(props: {
  readonly chosen: Measured | null;
  readonly onChoose: (who: Measured | null) => void;
}) {
  const { chosen, onChoose } = props;
  const { draft } = useBuilder();
  const t = useTranslations("protocols.builder.measure");
  const measure = useMeasure(chosen?.clientId ?? "");
  if (!chosen) return <Search onChoose={onChoose} />;
  return (
    <section aria-label={t("label")} className="rounded-control border border-line bg-raised p-3">
      <div className="flex items-center justify-between gap-2">
        <p className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          {t("heldAgainst", { name: chosen.name })}
        </p>
        <Button variant="quiet" size="compact" onClick={() => onChoose(null)}>
          {t("other")}
        </Button>
      </div>
      {measure && (
        <p className="text-ink-soft text-sm">
          {measure.longestRunMinutes === null
            ? t("noRun")
            : t("longest", { minutes: Math.round(measure.longestRunMinutes) })}{" "}
          {t("limits", { count: measure.limits.length })}
          {measure.shut.some((kind) => kind === draft.kind) && (
            <span className="block font-semibold text-stop">{t("shut")}</span>
          )}
        </p>
      )}
    </section>
  );
}

/** Finds her by a part of her name; until one is written, nobody's is shown. */
function Search({ onChoose }: { onChoose: (who: Measured) => void }) {
  const t = useTranslations("protocols.builder.measure");
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const clients = useQuery({
    ...useTRPC().clients.list.queryOptions({
      search,
      step: null,
      status: null,
      running: null,
      show: "with_us",
      sort: "name",
    }),
    enabled: search !== "",
    placeholderData: keepPreviousData,
  });
  const rows = search === "" ? [] : (clients.data?.rows.slice(0, SHOWN) ?? []);
  const total = clients.data?.total ?? rows.length;
  return (
    <div>
      <TextInput
        type="search"
        autoComplete="off"
        label={t("label")}
        hint={t("hint")}
        placeholder={t("search")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {search !== "" && clients.data && (
        <p role="status" className="mt-2 text-ink-soft text-sm">
          {total > SHOWN ? t("more", { number: SHOWN, of: total }) : t("found", { count: total })}
        </p>
      )}
      <ul className="mt-1">
        {rows.map(({ clientId, name }) => (
          <li key={clientId}>
            <Button
              variant="quiet"
              className="w-full justify-start! px-3! text-start [overflow-wrap:anywhere]"
              onClick={() => onChoose({ clientId, name })}
            >
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function useMeasure(clientId: string): Measure | null {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.protocols.measureOf.queryOptions({ clientId }),
    enabled: clientId !== "",
  });
  return clientId === "" ? null : (data ?? null);
}

/** What a level would be for her: beyond a limit of her sign-off, or much further than she ran lately. */
export function LevelWarning({ draft, at, measure }: { draft: Draft; at: number; measure: Measure }) {
  const t = useTranslations("protocols.builder.measure");
  const level = draft.levels[at];
  if (!level || !levelSchema.safeParse(level).success) return null;
  const [asked] = outlineOf("", { ...draft, levels: [level] }).levels;
  if (!asked) return null;
  const beyond = beyondLimit(measure.limits, { kind: draft.kind, ...asked });
  const { band, percent } = jumpOver(measure.longestRunMinutes, asked.minutesRun);
  return (
    <>
      {beyond && (
        <span className="block font-semibold text-sm text-stop">
          {t(`beyond.${beyond.condition}`, { minutes: beyond.minutes })}
        </span>
      )}
      {band !== "fine" && <span className="block text-sm text-wait">{t(`band.${band}`, { percent })}</span>}
    </>
  );
}
