"use client";

import { useEffect, useRef, useState } from "react";
import { isSameDraft } from "@/domain/protocols/diff.ts";
import type { Draft, DraftStep } from "@/domain/protocols/draft.ts";
import { beginHistory, doStep, redo, settle, undo } from "@/domain/protocols/draft-history.ts";
import { useTRPCClient } from "@/trpc/react.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { dropKeptDraft, type KeptDraft, readKeptDraft, writeKeptDraft } from "./kept-draft.ts";

export type OpenDraft = Outputs["protocols"]["draft"];
type Answer = Outputs["protocols"]["saveDraft"];
export type Conflict = Extract<Answer, { ok: false }>;

/** Saved with the practice; on its way; only here, because the way is cut; nowhere, because this browser keeps nothing. */
export type Keeping = "saved" | "saving" | "here" | "nowhere";

/** After the last letter, before it is sent. */
const WAIT_MS = 800;
/** Before it is tried again without a connection. */
const AGAIN_MS = 5_000;

/**
 * A draft with its history, kept as it is written: in this browser at once, with the practice a moment later. A save
 * that was overtaken stops everything until the coach has chosen.
 */
export function useDraft(open: OpenDraft) {
  const { draftId } = open;
  const trpc = useTRPCClient();
  const [history, setHistory] = useState(() => beginHistory(open.content));
  const [base, setBase] = useState<KeptDraft>({ revision: open.revision, content: open.content });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [keeping, setKeeping] = useState<Keeping>("saved");
  const [attempt, setAttempt] = useState(0);
  const sending = useRef<{ readonly content: Draft; readonly key: string; busy: boolean } | null>(null);
  const { present } = history;
  const isWritten = present !== base.content;

  useEffect(() => {
    const kept = readKeptDraft(draftId);
    if (!kept) return;
    setHistory((now) => ({ ...beginHistory(kept.content), past: [now.present] }));
    if (kept.revision === open.revision) return;
    const { savedBy: by, savedAt: at, revision, content } = open;
    if (!isSameDraft(content, kept.content))
      setConflict({ ok: false, reason: "stale", by, at, revision, content });
  }, [draftId, open]);

  useEffect(() => {
    if (!isWritten) return;
    const isHere = writeKeptDraft(draftId, { revision: base.revision, content: present });
    if (conflict) return;
    const fail = () => {
      setKeeping(isHere ? "here" : "nowhere");
      setTimeout(() => setAttempt((count) => count + 1), AGAIN_MS);
    };
    const take = (answer: Answer, content: Draft) => {
      if (answer.ok) setBase({ revision: answer.revision, content });
      // An answer that was lost on the way: what stands there is what was sent from here.
      else if (answer.reason === "stale" && isSameDraft(answer.content, content))
        setBase({ revision: answer.revision, content });
      else setConflict(answer);
    };
    const send = async () => {
      if (sending.current?.busy) return;
      const again = sending.current?.content === present ? sending.current : null;
      const request = { content: present, key: again?.key ?? crypto.randomUUID(), busy: true };
      sending.current = request;
      setKeeping("saving");
      try {
        const { key, content } = request;
        take(
          await trpc.protocols.saveDraft.mutate({ key, draftId, revision: base.revision, content }),
          content,
        );
      } catch {
        fail();
      } finally {
        request.busy = false;
      }
    };
    const timer = setTimeout(() => void send(), WAIT_MS);
    return () => clearTimeout(timer);
  }, [present, base, isWritten, conflict, attempt, draftId, trpc]);

  useEffect(() => {
    if (isWritten || conflict) return;
    dropKeptDraft(draftId);
    setKeeping("saved");
  }, [isWritten, conflict, draftId]);

  return {
    draft: present,
    revision: base.revision,
    keeping: isWritten && keeping === "saved" ? ("saving" as const) : keeping,
    conflict,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    step: (step: DraftStep) => setHistory((now) => doStep(now, step)),
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    settle: () => setHistory(settle),
    /** Goes on with what the other coach saved; what was written here is gone. */
    takeTheirs: () => {
      if (conflict?.reason !== "stale") return;
      const { revision, content } = conflict;
      setHistory(beginHistory(content));
      setBase({ revision, content });
      setConflict(null);
    },
  };
}

export type DraftInHand = ReturnType<typeof useDraft>;
