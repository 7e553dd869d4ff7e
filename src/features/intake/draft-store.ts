import { intakeDraftSchema, type IntakeDraft } from "@/domain/clients/intake-draft.ts";

/**
 * The newest keystrokes, on this phone, until the server has them: a reload in the middle of a word loses nothing.
 * `version` is the server's version they were typed on; a newer one there wins.
 */
const keyOf = (owner: string) => `sevenstride.intake.${owner}`;

export type LocalDraft = { readonly answers: IntakeDraft; readonly version: number };

export function readLocal(owner: string): LocalDraft | null {
  try {
    const parsed = JSON.parse(localStorage.getItem(keyOf(owner)) ?? "null") as {
      answers: unknown;
      version: number;
    } | null;
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
