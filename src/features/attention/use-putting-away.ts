"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Day } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";

type Row = Outputs["attention"]["today"]["rows"][number];

/** What was done last: to be said, and to be taken back. */
export type Done = {
  readonly kind: "handled" | "snoozed" | "undone" | "failed";
  readonly clientId: string;
  readonly name: string;
  /** Null until the server has answered; then it can be undone. */
  readonly taskIds: readonly string[] | null;
};

/** Puts rows away at once and tells the server behind; what the server did not take is back in the list and said. */
export function usePuttingAway() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Done | null>(null);
  const handle = useMutation(trpc.attention.handle.mutationOptions());
  const takeBack = useMutation(trpc.attention.undo.mutationOptions());

  const show = (clientId: string) => setAway((ids) => new Set([...ids].filter((id) => id !== clientId)));
  const refresh = () => cache.invalidateQueries(trpc.attention.today.queryFilter());

  const putAway = (row: Row, until: Day | null) => {
    const { clientId, name } = row;
    const kind = until === null ? "handled" : "snoozed";
    setAway((ids) => new Set([...ids, clientId]));
    setDone({ kind, clientId, name, taskIds: null });
    const seen = row.reasons.map(({ code, source }) => ({ code, source }));
    handle.mutate(
      { key: crypto.randomUUID(), clientId, seen, until },
      {
        onSuccess: ({ taskIds }) =>
          setDone((last) => (last?.clientId === clientId ? { ...last, taskIds } : last)),
        onError: () => {
          show(clientId);
          setDone({ kind: "failed", clientId, name, taskIds: null });
        },
      },
    );
  };

  const undo = () => {
    if (!done?.taskIds || done.kind === "undone") return;
    const { clientId, name, taskIds } = done;
    setDone({ kind: "undone", clientId, name, taskIds: null });
    takeBack.mutate(
      { key: crypto.randomUUID(), clientId, taskIds: [...taskIds] },
      {
        onSuccess: async () => {
          await refresh();
          show(clientId);
        },
        onError: () => setDone({ kind: "failed", clientId, name, taskIds: null }),
      },
    );
  };

  return { away, done, putAway, undo, close: () => setDone(null) };
}
