import type { JudgedCheck } from "../../domain/journey/context.ts";
import type { SymptomCheck } from "../../domain/journey/facts.ts";
import type { Verdict } from "../../domain/journey/verdict.ts";
import type { Day } from "../../domain/shared/day.ts";

/** One answer of hers on symptoms, with what it means. */
export type ToldCheck = {
  readonly checkId: string;
  readonly moment: SymptomCheck["moment"];
  readonly day: Day;
  readonly findings: SymptomCheck["findings"];
  readonly note: string | null;
  readonly verdict: Verdict;
};

export function told({ check, verdict }: JudgedCheck): ToldCheck {
  const { id: checkId, moment, day, findings, note } = check;
  return { checkId, moment, day, findings, note, verdict };
}
