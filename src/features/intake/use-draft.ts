"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { IntakeDraft } from "@/domain/clients/intake-draft.ts";
import { useOnArrival } from "@/lib/use-on-phone.ts";
import { useTRPCClient } from "@/trpc/react.tsx";
import { refusalOf } from "@/words/use-say.ts";
import { draftIn, dropLocal, readLocalText, writeLocal } from "./draft-store.ts";

/** Sent so long after the last keystroke. */
const REST_MS = 500;

export type Keeping = "kept" | "keeping" | "here" | "stale";

/**
 * The draft, kept on the phone at every keystroke and on the server shortly after, one save at a time so that none
 * overtakes another.
 */
export function useDraft(owner: string, initial: { answers: IntakeDraft; version: number }) {
  const client = useTRPCClient();
  const [typed, setTyped] = useState<IntakeDraft | null>(null);
  const [keeping, setKeeping] = useState<Keeping>("kept");
  // What this phone still had when the page was thrown away, unless another window has gone on since.
  const left = useOnArrival(() => draftIn(readLocalText(owner)), null);
  const unsent = left && left.version === initial.version ? left.answers : null;
  const answers = typed ?? unsent ?? initial.answers;

  const latest = useRef<IntakeDraft | null>(null);
  const saved = useRef<IntakeDraft | null>(null);
  const version = useRef(initial.version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isBusy = useRef(false);

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      while (latest.current !== null && latest.current !== saved.current) {
        const sending = latest.current;
        setKeeping("keeping");
        const input = { key: crypto.randomUUID(), answers: sending, version: version.current };
        // One after the other on purpose: the next save must name the version of this one.
        version.current = (await client.clients.saveIntakeDraft.mutate(input)).version;
        saved.current = sending;
        writeLocal(owner, { answers: latest.current, version: version.current });
        setKeeping("kept");
      }
    } catch (error) {
      setKeeping(refusalOf(error)?.code === "stale" ? "stale" : "here");
    } finally {
      isBusy.current = false;
    }
  }, [client, owner]);

  useEffect(() => {
    if (unsent && latest.current === null) {
      latest.current = unsent;
      timer.current = setTimeout(() => void save(), 0);
    }
    const again = () => void save();
    window.addEventListener("online", again);
    window.addEventListener("pagehide", again);
    return () => {
      window.removeEventListener("online", again);
      window.removeEventListener("pagehide", again);
      clearTimeout(timer.current);
    };
  }, [save, unsent]);

  const write = (change: Partial<IntakeDraft>) => {
    const next = { ...(latest.current ?? answers), ...change };
    latest.current = next;
    setTyped(next);
    writeLocal(owner, { answers: next, version: version.current });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), REST_MS);
  };

  return { answers, write, save, keeping, forget: () => dropLocal(owner) };
}
