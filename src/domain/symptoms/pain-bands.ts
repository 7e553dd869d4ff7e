import type { ClientRecord } from "../journey/facts.ts";
import { ruleValue } from "../shared/rules.ts";

/** The traffic light of pain in muscles and joints: up to the first figure green, up to the second amber, above it red. */
export type PainBands = { readonly greenMax: number; readonly amberMax: number };

/** Silbernagel 2007: 0-3 green, 4-5 amber, above 5 red. Nobody's own bands are looser. */
export const HOUSE_BANDS: PainBands = {
  greenMax: ruleValue("pain_green_max"),
  amberMax: ruleValue("pain_amber_max"),
};

/**
 * The bands that count for her: her own, else the house's.
 * @param at the instant something was told; what came later does not judge it anew. Null: now.
 */
export function painBandsOf({ painBands }: ClientRecord, at: string | null = null): PainBands {
  const own = painBands.findLast((row) => at === null || row.recordedAt <= at);
  if (!own) return HOUSE_BANDS;
  return {
    greenMax: Math.min(own.greenMax, HOUSE_BANDS.greenMax),
    amberMax: Math.min(own.amberMax, HOUSE_BANDS.amberMax),
  };
}
