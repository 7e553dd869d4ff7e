import type { Light, Verdict } from "../journey/verdict.ts";
import { pelvicSymptomOf, redFlagSigns } from "../shared/findings.ts";
import { ruleValue } from "../shared/rules.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { HOUSE_BANDS, type PainBands } from "./pain-bands.ts";
import { tierOf } from "./red-flags.ts";

const RANK: { readonly [K in Light]: number } = { green: 0, amber: 1, red: 2 };

function worse(a: Light, b: Light): Light {
  return RANK[a] >= RANK[b] ? a : b;
}

/** The light of a pain in muscles or joints, 0 to 10. */
export function painLight(level: number, { greenMax, amberMax }: PainBands = HOUSE_BANDS): Light {
  if (level <= greenMax) return "green";
  return level <= amberMax ? "amber" : "red";
}

/** Most answers by far. */
const NOTHING_FELT: Verdict = {
  light: "green",
  pelvic: [],
  redFlags: [],
  worstPain: null,
  bleeding: "none",
  doming: false,
};

/**
 * What findings mean, the published way. Pelvic symptoms and red flags are red whatever else was said.
 * `daysSinceBirth` tells lochia that is expected from bleeding that has gone on too long; `bands` are her own light of pain.
 */
export function judge(
  findings: readonly Finding[],
  daysSinceBirth: number | null,
  bands: PainBands = HOUSE_BANDS,
): Verdict {
  if (findings.length === 0) return NOTHING_FELT;
  const pelvic = findings.flatMap((finding) => pelvicSymptomOf(finding) ?? []);
  const redFlags = redFlagSigns(findings).map((sign) => ({ sign, tier: tierOf(sign) }));
  const worstPain = worstPainOf(findings, bands);
  const bleeding = bleedingOf(findings, daysSinceBirth);
  const doming = findings.some((finding) => finding.kind === "symptom" && finding.symptom === "doming");

  let light: Light = pelvic.length > 0 || redFlags.length > 0 || bleeding === "other" ? "red" : "green";
  if (worstPain) light = worse(light, worstPain.light);
  if (doming || bleeding === "lochia" || bleeding === "lochia_late") light = worse(light, "amber");
  return { light, pelvic, redFlags, worstPain, bleeding, doming };
}

function worstPainOf(findings: readonly Finding[], bands: PainBands): Verdict["worstPain"] {
  let worst: Verdict["worstPain"] = null;
  for (const finding of findings) {
    if (finding.kind !== "pain" || finding.level <= (worst?.level ?? -1)) continue;
    worst = { site: finding.site, level: finding.level, light: painLight(finding.level, bands) };
  }
  return worst;
}

/** Lochia, period and anything else are never one thing. The most serious one named decides. */
function bleedingOf(findings: readonly Finding[], daysSinceBirth: number | null): Verdict["bleeding"] {
  const named = new Set(findings.flatMap((finding) => (finding.kind === "symptom" ? [finding.symptom] : [])));
  if (named.has("bleeding_other")) return "other";
  if (named.has("bleeding_lochia")) {
    const isLate = daysSinceBirth !== null && daysSinceBirth > ruleValue("lochia_expected_days");
    return isLate ? "lochia_late" : "lochia";
  }
  return named.has("bleeding_period") ? "period" : "none";
}
