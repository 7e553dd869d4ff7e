import type { Draft } from "@/domain/protocols/draft.ts";

/** What was written here and has not reached the practice yet, and the revision it was written on. */
export type KeptDraft = { readonly revision: number; readonly content: Draft };

const keyOf = (draftId: string) => `sevenstride.protocol.${draftId}`;

/** What a closed window or a lost connection left behind, or null. */
export function readKeptDraft(draftId: string): KeptDraft | null {
  try {
    const raw = localStorage.getItem(keyOf(draftId));
    return raw ? (JSON.parse(raw) as KeptDraft) : null;
  } catch {
    return null;
  }
}

/** False when this browser keeps nothing (full, or told not to). */
export function writeKeptDraft(draftId: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(draftId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function dropKeptDraft(draftId: string): void {
  localStorage.removeItem(keyOf(draftId));
}
