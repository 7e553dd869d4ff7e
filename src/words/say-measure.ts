import type { Measure } from "../domain/clearance/measures.ts";
import { dayInWords } from "./days.ts";

/** A measured value as people read it: a chosen word, a day, or the figure with its unit. `word` says a choice. */
export function sayMeasure(
  measure: Measure,
  value: number | string,
  word: (choice: string) => string,
): string {
  if (measure.kind === "choice") return word(String(value));
  if (measure.kind === "day") return dayInWords(String(value), "year");
  const figure = String(value).replace("-", "\u2212");
  return measure.kind === "number" && measure.unit
    ? `${figure} ${measure.unit}`
    : measure.kind === "text"
      ? String(value)
      : figure;
}
