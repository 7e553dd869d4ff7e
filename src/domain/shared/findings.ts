import type { Finding, RedFlagSign, Symptom } from "./vocabulary.ts";

/**
 * Symptoms of the pelvic floor. There is no acceptable number of any of them during a run: running is held at once
 * and a physio decides. The gate in Postgres holds the same list. Source: Deering 2024 (86.9 % stop and walk);
 * Donnelly, Brockwell (BJSM infographic); Giagio 2023 (refer at one symptom).
 */
export const PELVIC_SYMPTOMS = [
  "urine_leak_drops",
  "urine_leak_more",
  "urgency_leak",
  "bowel_or_wind_leak",
  "heaviness",
  "bulge",
] as const satisfies readonly Symptom[];
export type PelvicSymptom = (typeof PELVIC_SYMPTOMS)[number];

const PELVIC: ReadonlySet<string> = new Set(PELVIC_SYMPTOMS);

/** The pelvic symptom a finding names, or null. */
export function pelvicSymptomOf(finding: Finding): PelvicSymptom | null {
  return finding.kind === "symptom" && PELVIC.has(finding.symptom)
    ? (finding.symptom as PelvicSymptom)
    : null;
}

/** The first pelvic symptom among findings, or null. */
export function firstPelvicSymptom(findings: readonly Finding[]): PelvicSymptom | null {
  for (const finding of findings) {
    const symptom = pelvicSymptomOf(finding);
    if (symptom) return symptom;
  }
  return null;
}

/** Every red flag sign among findings. One is enough; they are never counted or averaged. */
export function redFlagSigns(findings: readonly Finding[]): readonly RedFlagSign[] {
  return findings.flatMap((finding) => (finding.kind === "red_flag" ? [finding.sign] : []));
}
