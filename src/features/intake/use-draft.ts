"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { IntakeDraft } from "@/domain/clients/intake-draft.ts";
import { useTRPCClient } from "@/trpc/react.tsx";
import { dropLocal, readLocal, writeLocal } from "./draft-store.ts";

/** Sent so long after the last keystroke. */
const REST_MS = 500;

export type Keeping = "kept" | "keeping" | "here" | "stale";

/**
 * The draft, kept on the phone at every keystroke and on the server shortly after, one save at a time so that none
 * overtakes another.
 */
export function useDraft(owner: string, initial: { answers: IntakeDraft; version: number }) {
  const client = useTRPCClient();
  const [answers, setAnswers] = useState(initial.answers);
  const [keeping, setKeeping] = useState<Keeping>("kept");
  const latest = useRef(initial.answers);
  const version = useRef(initial.version);
  const saved = useRef(initial.answers);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isBusy = useRef(false);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (isBusy.current || saved.current === latest.current) return;
    isBusy.current = true;
    setKeeping("keeping");
    const sending = latest.current;
    try {
      const answer = await client.clients.saveIntakeDraft.mutate({
        key: crypto.randomUUID(),
        answers: sending,
        version: version.current,
      });
      version.current = answer.version;
      saved.current = sending;
      writeLocal(owner, { answers: latest.current, version: answer.version });
      setKeeping("kept");
    } catch (error) {
      const isStale =
        (error as { data?: { refusal?: { code: string } | null } }).data?.refusal?.code === "stale";
      setKeeping(isStale ? "stale" : "here");
      return;
    } finally {
      isBusy.current = false;
    }
    if (saved.current !== latest.current) await save();
  }, [client, owner]);

  // What this phone still had when the page was thrown away, unless another window has gone on since.
  useEffect(() => {
    const local = readLocal(owner);
    if (!local || local.version !== initial.version) return;
    latest.current = local.answers;
    setAnswers(local.answers);
    void save();
    // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival
  }, []);

  useEffect(() => {
    const again = () => void save();
    window.addEventListener("online", again);
    window.addEventListener("pagehide", again);
    return () => {
      window.removeEventListener("online", again);
      window.removeEventListener("pagehide", again);
      clearTimeout(timer.current);
    };
  }, [save]);

  const write = (change: Partial<IntakeDraft>) => {
    latest.current = { ...latest.current, ...change };
    setAnswers(latest.current);
    writeLocal(owner, { answers: latest.current, version: version.current });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), REST_MS);
  };

  return { answers, write, save, keeping, forget: () => dropLocal(owner) };
}
