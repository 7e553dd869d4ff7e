import { intakeDraftSchema, type IntakeDraft } from "@/domain/clients/intake-draft.ts";

/**
 * The newest keystrokes, on this phone, until the server has them: a reload in the middle of a word loses nothing.
 * `version` is the server's version they were typed on; a newer one there wins.
 */
const keyOf = (owner: string) => `sevenstride.intake.${owner}`;

export type LocalDraft = { readonly answers: IntakeDraft; readonly version: number };

/** What is kept, as text: the same text is the same draft. Null when there is nothing. */
export function readLocalText(owner: string): string | null {
  return localStorage.getItem(keyOf(owner));
}

/** The draft in a text, or null for none and for what this edition of the questionnaire does not understand. */
export function draftIn(text: string | null): LocalDraft | null {
  try {
    const parsed = JSON.parse(text ?? "null") as { answers: unknown; version: number } | null;
    const answers = intakeDraftSchema.safeParse(parsed?.answers);
    return parsed && answers.success ? { answers: answers.data, version: parsed.version } : null;
  } catch {
    return null;
  }
}

export function writeLocal(owner: string, draft: LocalDraft): void {
  localStorage.setItem(keyOf(owner), JSON.stringify(draft));
}

export function dropLocal(owner: string): void {
  localStorage.removeItem(keyOf(owner));
}
