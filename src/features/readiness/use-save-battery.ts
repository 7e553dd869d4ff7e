"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BatteryKind } from "@/domain/journey/reasons.ts";
import { batteryOf, DEFAULT_BATTERY } from "@/domain/readiness/batteries.ts";
import { type Day, isDay } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { type BatteryDraft, EMPTY_SIDE, isTouched, problemsOf, resultsOf, type SideDraft } from "./draft.ts";

type Drafts = Readonly<Record<BatteryKind, BatteryDraft>>;
const NOTHING: Drafts = { load_impact: {}, strength: {} };

/**
 * The sheet as it is written, and the saving of it. One key for one sheet: pressed twice, or sent again after a lost
 * answer, it makes one record; other words under it are another sheet.
 */
export function useSaveBattery(clientId: string, first: BatteryKind, onSaved: () => void) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [kind, setKind] = useState(first);
  const [drafts, setDrafts] = useState(NOTHING);
  /** Null: today, whatever day that is when the dialog is opened. */
  const [day, setDay] = useState<string | null>(null);
  const [key, setKey] = useState(() => crypto.randomUUID());
  /** Presses of save that found something to mend; the form looks for it each time. */
  const [tries, setTries] = useState(0);
  const save = useMutation(
    trpc.readiness.record.mutationOptions({
      onSuccess: () => {
        setDrafts((before) => ({ ...before, [kind]: {} }));
        setDay(null);
        setTries(0);
        setKey(crypto.randomUUID());
        onSaved();
        // A symptom changes more than the tests: holds, the queue, her timeline.
        return cache.invalidateQueries();
      },
    }),
  );
  const draft = drafts[kind];
  const chosen = useQuery(trpc.clients.byId.queryOptions({ clientId })).data?.journey.batteries[kind];
  const battery = (chosen && batteryOf(chosen.battery, chosen.version)) ?? DEFAULT_BATTERY[kind];
  const touched = Object.values(draft).filter(isTouched);

  const change = (work: () => void) => {
    work();
    if (save.isError) {
      setKey(crypto.randomUUID());
      save.reset();
    }
  };

  return {
    kind,
    battery,
    draft,
    day,
    tries,
    isPending: save.isPending,
    error: save.error,
    isEmpty: touched.length === 0,
    setKind: (next: BatteryKind) =>
      change(() => {
        setKind(next);
        setTries(0);
      }),
    setDay: (next: string) => change(() => setDay(next)),
    setSide: (at: string, part: Partial<SideDraft>) =>
      change(() =>
        setDrafts((before) => ({
          ...before,
          [kind]: { ...before[kind], [at]: { ...EMPTY_SIDE, ...before[kind][at], ...part } },
        })),
      ),
    submit: (today: Day) => {
      if (save.isPending) return;
      const doneOn = day ?? today;
      const isWhole = touched.length > 0 && touched.every((row) => problemsOf(row).length === 0);
      if (!isWhole || !isDay(doneOn) || doneOn > today) return setTries(tries + 1);
      save.mutate({
        key,
        clientId,
        battery: battery.id,
        version: battery.version,
        doneOn,
        results: resultsOf(battery, draft),
      });
    },
  };
}

export type Saving = ReturnType<typeof useSaveBattery>;
