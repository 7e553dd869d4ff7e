import { certificateEndOfYear, registerOf } from "./registers.ts";
import type { Day } from "../shared/day.ts";

/** The sentence a physio signs, by id: its words never change under one id, so that a seal keeps its meaning. */
export const SIGNING_STATEMENT = "signing_2026_11";

/** Weeks until a re-check when she does not say otherwise (trust.md 4.2: e.g. 12). */
export const REVIEW_DEFAULT_WEEKS = 12;

/** Who signs, as she writes it. Facts about her, not about the client. */
export type Signer = {
  readonly title: string;
  /** The year her practising certificate runs until. */
  readonly practisingYear: number;
};

/** Why this person cannot sign in this country today, or null when she can as far as her own words go. */
export function signerProblem(
  { title, practisingYear }: Signer,
  country: string,
  today: Day,
): "title_not_protected" | "certificate_ended" | null {
  const { titles } = registerOf(country);
  // Where we know no list of titles, the register decides what this one is worth.
  if (titles.length > 0 && !titles.includes(title)) return "title_not_protected";
  return certificateEndOfYear(country, practisingYear) < today ? "certificate_ended" : null;
}
