"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "@/trpc/react.tsx";
import { problemOf, type UploadProblem } from "./problems.ts";
import { forgetLetter, type Sending, sendLetter } from "./send-letter.ts";

type Looked = { readonly isLate: boolean };
/** How far a letter is, as its line shows it. `half`: some of it is there, and the file is to be chosen again. */
export type LetterState =
  | { readonly at: "going"; readonly part: number }
  | { readonly at: "dropped"; readonly part: number }
  | { readonly at: "half"; readonly part: number }
  | ({ readonly at: "received" } & Looked)
  | ({ readonly at: "scanned" } & Looked)
  | ({ readonly at: "rendered" } & Looked)
  | { readonly at: "ready" }
  | { readonly at: "refused"; readonly problem: UploadProblem };
export type LetterLine = { readonly key: string; readonly name: string; readonly state: LetterState };

/** A file she has in hand on this page. */
type Held = {
  readonly key: string;
  readonly file: File;
  readonly id: string | null;
  readonly here: number;
  readonly at: "going" | "dropped" | "sent" | UploadProblem;
};

const LOOK_AGAIN_MS = 1_000;
/** Whoever waits longer for the check waits for a scanner that is away. */
const LATE_MS = 8_000;
const LATE_AGAIN_MS = 5_000;

type Step = { readonly step: string; readonly at: Date; readonly reason: string | null };
const isOver = (states: readonly Step[]) =>
  states.some(({ step }) => step === "ready" || step === "rejected");
const isLate = (states: readonly Step[]) => {
  const last = states.at(-1);
  return last !== undefined && Date.now() - last.at.getTime() > LATE_MS;
};

/** What the server's rows say of a letter. */
function stateOf(states: readonly Step[]): LetterState {
  const last = states.at(-1);
  if (last?.step === "ready") return { at: "ready" };
  if (last?.step === "rejected") return { at: "refused", problem: problemOf(last.reason) };
  const at = last?.step === "scanned" || last?.step === "rendered" ? last.step : "received";
  return { at, isLate: isLate(states) };
}

/** The letters of a request on their way: those of this page, and those that were begun before it was loaded. */
export function useLetters(requestId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [held, setHeld] = useState<readonly Held[]>([]);
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const sendings = useRef(new Map<string, Sending>());
  const asked = trpc.documents.underway.queryOptions({ requestId });
  const underway = useQuery({
    ...asked,
    refetchInterval: ({ state }) => {
      const waiting = (state.data ?? []).filter(({ states }) => states.length > 0 && !isOver(states));
      if (waiting.length === 0) return false;
      return waiting.every(({ states }) => isLate(states)) ? LATE_AGAIN_MS : LOOK_AGAIN_MS;
    },
  });
  const rows = underway.data ?? [];

  // A letter that has become ready is a file of this request now.
  const readyCount = rows.filter(({ states }) => states.at(-1)?.step === "ready").length;
  const listed = trpc.documents.forRequest.queryFilter({ requestId });
  const known = useRef(0);
  useEffect(() => {
    if (readyCount === known.current) return;
    known.current = readyCount;
    void queries.invalidateQueries(listed);
  });

  const change = (key: string, next: Partial<Held>) =>
    setHeld((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const start = async (key: string, file: File) => {
    const sending = sendLetter(file, requestId, {
      onBegun: (id) => {
        change(key, { id });
        // Whoever signs meanwhile is to know that one is on its way.
        void queries.invalidateQueries(trpc.documents.underway.queryFilter({ requestId }));
      },
      onProgress: (here) => change(key, { here }),
      onDropped: (isDropped) => change(key, { at: isDropped ? "dropped" : "going" }),
    });
    sendings.current.set(key, sending);
    const end = await sending.done;
    sendings.current.delete(key);
    if (end === "stopped") setHeld((all) => all.filter((one) => one.key !== key));
    else change(key, { at: end });
    await queries.invalidateQueries(trpc.documents.underway.queryFilter({ requestId }));
  };

  const ofRow = (id: string | null) => rows.find((row) => row.id === id);
  const mine = held.map((one): LetterLine => {
    const { key, file, here, at } = one;
    const row = ofRow(one.id);
    const line = (state: LetterState) => ({ key, name: file.name, state });
    if (at === "going" || at === "dropped") return line({ at, part: here / file.size });
    if (at !== "sent") return line({ at: "refused", problem: at });
    return line(row && row.states.length > 0 ? stateOf(row.states) : { at: "received", isLate: false });
  });
  const before = rows
    .filter(({ id, states }) => !held.some((one) => one.id === id) && states.at(-1)?.step !== "ready")
    .map(({ id, fileName, length, here, states }): LetterLine => {
      const state: LetterState = states.length > 0 ? stateOf(states) : { at: "half", part: here / length };
      return { key: id, name: fileName, state };
    });

  return {
    lines: [...before, ...mine].filter(({ key }) => !away.has(key)),
    take: (files: FileList | null) => {
      for (const file of files ?? []) {
        const key = crypto.randomUUID();
        setHeld((all) => [...all, { key, file, id: null, here: 0, at: "going" }]);
        void start(key, file);
      }
    },
    /** Stops one that is coming in, or forgets what came of it; one that has ended is put out of sight. */
    drop: async ({ key, state }: LetterLine) => {
      // Under its own name and under the server's: what was asked a moment ago may still tell of it.
      const id = held.find((one) => one.key === key)?.id ?? key;
      setAway((all) => new Set([...all, key, id]));
      if (state.at === "going" || state.at === "dropped") return sendings.current.get(key)?.stop();
      if (state.at === "half") await forgetLetter(key);
    },
    again: ({ key }: LetterLine) => {
      const one = held.find((other) => other.key === key);
      if (!one) return;
      change(key, { at: "going", here: 0 });
      void start(key, one.file);
    },
  };
}
