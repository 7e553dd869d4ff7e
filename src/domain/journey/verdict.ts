import type { PelvicSymptom } from "../shared/findings.ts";
import type { PainSite, RedFlagSign } from "../shared/vocabulary.ts";
import type { RedFlagTier } from "./journey.ts";

export type Light = "green" | "amber" | "red";

/** What a set of findings means. Pelvic symptoms and red flags have no number and no tolerance. */
export type Verdict = {
  readonly light: Light;
  readonly pelvic: readonly PelvicSymptom[];
  readonly redFlags: readonly { readonly sign: RedFlagSign; readonly tier: RedFlagTier }[];
  readonly worstPain: { readonly site: PainSite; readonly level: number; readonly light: Light } | null;
  readonly bleeding: "none" | "period" | "lochia" | "lochia_late" | "other";
  readonly doming: boolean;
};
