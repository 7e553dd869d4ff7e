import type { RedFlagTier } from "../journey/journey.ts";
import type { RedFlagSign } from "../shared/vocabulary.ts";

/**
 * Red flags as data. One sign is enough; they are never scored. `tier` chooses the words and numbers shown first:
 * emergency = call now; same_day = a doctor or midwife today; mental_health = a person to talk to now.
 */
export type RedFlagRow = { readonly sign: RedFlagSign; readonly tier: RedFlagTier; readonly source: string };

const POST_BIRTH = "AWHONN / CDC post-birth warning signs";
const PRESCREEN = "Davenport et al. 2025 (prescreening Delphi)";

export const RED_FLAG_ROWS: readonly RedFlagRow[] = [
  { sign: "chest_pain", tier: "emergency", source: POST_BIRTH },
  { sign: "breathing_difficulty", tier: "emergency", source: POST_BIRTH },
  { sign: "seizure_or_fainting", tier: "emergency", source: POST_BIRTH },
  { sign: "heavy_bleeding", tier: "emergency", source: POST_BIRTH },
  { sign: "severe_headache", tier: "emergency", source: POST_BIRTH },
  { sign: "stroke_signs", tier: "emergency", source: POST_BIRTH },
  { sign: "saddle_numbness", tier: "emergency", source: PRESCREEN },
  { sign: "one_sided_calf", tier: "same_day", source: POST_BIRTH },
  { sign: "fever", tier: "same_day", source: POST_BIRTH },
  { sign: "wound_or_discharge", tier: "same_day", source: POST_BIRTH },
  { sign: "severe_abdominal_pain", tier: "same_day", source: PRESCREEN },
  { sign: "harm_thoughts", tier: "mental_health", source: "PHQ-9 item 9 practice; POST-BIRTH" },
  { sign: "confusion_or_voices", tier: "mental_health", source: "Perinatal mental health practice" },
];

const TIERS: ReadonlyMap<string, RedFlagTier> = new Map(RED_FLAG_ROWS.map((row) => [row.sign, row.tier]));

/** How fast a human is needed for a sign. A sign without a row is an emergency: erring that way harms nobody. */
export function tierOf(sign: RedFlagSign): RedFlagTier {
  return TIERS.get(sign) ?? "emergency";
}
