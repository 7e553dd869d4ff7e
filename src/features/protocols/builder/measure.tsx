"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { beyondLimit } from "@/domain/plans/limits.ts";
import { jumpOver } from "@/domain/plans/longest-run.ts";
import type { Draft } from "@/domain/protocols/draft.ts";
import { levelSchema } from "@/domain/protocols/grammar.ts";
import { outlineOf } from "@/domain/protocols/outline.ts";
import { useTRPC } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { Select } from "@/ui/select.tsx";

type Measure = Outputs["protocols"]["measureOf"];

/** A mum to hold the levels against: her limits, and the longest she ran lately. Nothing of her is in the protocol. */
export function MeasureAgainst({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const t = useTranslations("protocols.builder.measure");
  const trpc = useTRPC();
  const clients = useQuery(
    trpc.clients.list.queryOptions({
      search: "",
      step: null,
      status: null,
      running: null,
      show: "with_us",
      sort: "name",
    }),
  );
  const measure = useMeasure(chosen);
  return (
    <div>
      <Select
        label={t("label")}
        hint={t("hint")}
        value={chosen}
        placeholder={t("nobody")}
        onChange={(event) => onChoose(event.target.value)}
        options={(clients.data?.rows ?? []).map((row) => ({ value: row.clientId, label: row.name }))}
      />
      {measure && (
        <p className="mt-2 text-ink-soft text-sm">
          {measure.longestRunMinutes === null
            ? t("noRun")
            : t("longest", { minutes: Math.round(measure.longestRunMinutes) })}{" "}
          {t("limits", { count: measure.limits.length })}
        </p>
      )}
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
