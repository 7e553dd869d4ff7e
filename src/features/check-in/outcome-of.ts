import type { RedFlagTier } from "@/domain/journey/journey.ts";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { judge } from "@/domain/symptoms/judge.ts";
import type { PainBands } from "@/domain/symptoms/pain-bands.ts";

export type Outcome =
  | { readonly kind: "red_flag"; readonly tier: RedFlagTier }
  | { readonly kind: "stop" }
  | { readonly kind: "noted"; readonly what: "green" | "amber" | "pain" | "bleeding" | "else" };

const URGENCY: readonly RedFlagTier[] = ["emergency", "mental_health", "same_day"];

/**
 * Which screen answers what she told: the domain's own judgement, asked on the phone so that it needs no network. The
 * most urgent wins, pain by her own traffic light: a red flag before a pelvic symptom before anything else.
 */
export function outcomeOf(findings: readonly Finding[], bands: PainBands): Outcome {
  if (findings.length === 0) return { kind: "noted", what: "else" };
  // Her weeks since birth are not asked here; they only tell early from late lochia, amber both.
  const { redFlags, pelvic, worstPain, bleeding, light } = judge(findings, null, bands);
  const tier = URGENCY.find((one) => redFlags.some((flag) => flag.tier === one));
  if (tier) return { kind: "red_flag", tier };
  if (pelvic.length > 0) return { kind: "stop" };
  if (bleeding === "other") return { kind: "noted", what: "bleeding" };
  if (worstPain?.light === "red") return { kind: "noted", what: "pain" };
  return { kind: "noted", what: light === "green" ? "green" : "amber" };
}
