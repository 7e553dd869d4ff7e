/** A cue as it is being written; the id keeps its box when another one is taken away. */
export type CueDraft = { readonly id: string; readonly text: string };

export type ReviewDraft = {
  readonly observations: string;
  readonly cues: readonly CueDraft[];
  /** Null: today, whatever day that is when the dialog is opened. */
  readonly day: string | null;
  readonly closed: boolean;
};

/** More than five nobody remembers on a run. */
export const MOST_CUES = 5;
export const LONGEST_CUE = 300;
export const LONGEST_OBSERVATIONS = 4000;

/** A sheet with one empty cue. */
export function emptyReview(newId: () => string): ReviewDraft {
  return { observations: "", cues: [{ id: newId(), text: "" }], day: null, closed: true };
}

/** The cues that say something, as they will be read. */
export function cuesOf(draft: ReviewDraft): string[] {
  return draft.cues.map((cue) => cue.text.trim()).filter((text) => text !== "");
}

/** One more box after `afterId` (or at the end); the list itself when it is full. */
export function withCueAfter(
  cues: readonly CueDraft[],
  afterId: string | null,
  added: CueDraft,
): readonly CueDraft[] {
  if (cues.length >= MOST_CUES) return cues;
  const at = cues.findIndex((cue) => cue.id === afterId);
  return at < 0 ? [...cues, added] : cues.toSpliced(at + 1, 0, added);
}

/** Without one; the last box stays and is emptied. */
export function withoutCue(cues: readonly CueDraft[], id: string): readonly CueDraft[] {
  return cues.length > 1 ? cues.filter((cue) => cue.id !== id) : cues.map((cue) => ({ ...cue, text: "" }));
}
