import type { ClientRecord, Hold, SymptomCheck } from "../journey/facts.ts";
import { firstPelvicSymptom, type PelvicSymptom, redFlagSigns } from "../shared/findings.ts";
import type { RedFlagSign } from "../shared/vocabulary.ts";
import { answeredUntil } from "./standing.ts";

export type Unanswered = {
  readonly pelvic: readonly { readonly check: SymptomCheck; readonly symptom: PelvicSymptom }[];
  readonly redFlags: readonly { readonly check: SymptomCheck; readonly signs: readonly RedFlagSign[] }[];
};

/**
 * Checks with a pelvic symptom or a red flag that no physio has answered. Answered means: a confirmed sign-off was
 * recorded after it, or a hold it caused that only a physio lifts was lifted. The coach's "she was seen", which ends the
 * rest of a red flag's stop, is no answer about running. Time alone answers nothing. Read from the checks themselves
 * and not from the holds, so that a check that arrived without its hold still shuts running.
 */
export function unansweredSigns(record: ClientRecord): Unanswered {
  const until = answeredUntil(record);
  const lifted = new Set(record.holdLift.map((lift) => lift.holdId));
  const answeredSources = new Set<string>();
  for (const hold of record.hold)
    if (hold.sourceId && isPhysiosAlone(hold) && lifted.has(hold.id)) answeredSources.add(hold.sourceId);

  const pelvic: { check: SymptomCheck; symptom: PelvicSymptom }[] = [];
  const redFlags: { check: SymptomCheck; signs: readonly RedFlagSign[] }[] = [];
  for (const check of record.symptomCheck) {
    if (check.findings.length === 0) continue;
    if ((until !== null && until > check.recordedAt) || answeredSources.has(check.id)) continue;
    const symptom = firstPelvicSymptom(check.findings);
    if (symptom) pelvic.push({ check, symptom });
    const signs = redFlagSigns(check.findings);
    if (signs.length > 0) redFlags.push({ check, signs });
  }
  return { pelvic, redFlags };
}

/** Holds for what a body said about running or impact: `wayOutOf` gives them to the physio and to nobody else. */
function isPhysiosAlone({ reason, covers }: Hold): boolean {
  return (reason === "pelvic_symptom" || reason === "red_flag") && covers !== "everything";
}
