/** Stands in a sentence where a word belongs that only the browser will know (an object is missing here, says Unicode). */
export const GAP = "\uFFFC";

/**
 * A sentence the server said with one gap, made whole. For the few pages that must stay light: their sentences are said
 * on the server, so that the browser needs no ICU.
 */
export function filled(sentence: string, word: string): string {
  return sentence.replace(GAP, () => word);
}
