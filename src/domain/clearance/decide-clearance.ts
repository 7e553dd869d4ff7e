import type { CommandOf } from "../journey/commands.ts";
import { accept, type Deciding, type Decision, event, type Refusal, refuse } from "../journey/decision.ts";
import type { Assessment, JourneyEvent } from "../journey/facts.ts";
import { addDays } from "../shared/day.ts";
import { newest } from "../shared/newest.ts";
import { ruleValue } from "../shared/rules.ts";
import { newestClearance } from "./standing.ts";

type Signing = CommandOf<"signClearance">;

/**
 * The physio signs her decision. It is sealed: amending is a new one that supersedes. Rests on her own newest
 * assessment. What it means for running (pending, standing) is derived; signing alone opens nothing.
 */
export function signClearance(command: Signing, deciding: Deciding): Decision {
  const { record, today } = deciding;
  const assessment = record.assessment.find((row) => row.id === command.assessmentId);
  if (!assessment) return refuse({ code: "unknown", subject: "assessment" });
  const wrong =
    whoseRefusal(command, assessment, deciding) ?? contentRefusal(command) ?? dayRefusal(command, deciding);
  if (wrong) return refuse(wrong);
  const { type: _, ...fields } = command;
  return accept(
    event("clearance", {
      ...fields,
      assessedOn: assessment.assessedOn,
      signedOn: today,
      supersedesId: newestClearance(record)?.id ?? null,
    }),
    ...(command.decision === "not_yet" ? [] : liftsBySigning(deciding)),
  );
}

function whoseRefusal(
  command: Signing,
  assessment: Assessment,
  { record, journey }: Deciding,
): Refusal | null {
  if (assessment.physioId !== command.physioId) return { code: "not_your_request" };
  const latest = newest(record.assessment);
  if (latest && latest.id !== assessment.id) return { code: "assessment_not_newest" };
  if (journey.bornOn !== null && assessment.assessedOn < journey.bornOn) {
    return {
      code: "day_before_birth",
      field: "assessedOn",
      day: assessment.assessedOn,
      bornOn: journey.bornOn,
    };
  }
  return null;
}

function contentRefusal(command: Signing): Refusal | null {
  const { decision, scope, conditions } = command;
  if (decision === "not_yet") {
    if (scope.length > 0) return { code: "scope_not_expected" };
    return conditions.length > 0 ? { code: "conditions_not_expected" } : null;
  }
  if (scope.length === 0) return { code: "scope_missing" };
  if (decision === "cleared" && conditions.length > 0) return { code: "conditions_not_expected" };
  if (decision === "cleared_with_conditions" && conditions.length === 0)
    return { code: "conditions_missing" };
  // Covered and forbidden at once: whichever was meant, nobody could keep to it.
  if (scope.includes("buggy") && conditions.some((row) => row.kind === "no_buggy"))
    return { code: "scope_against_condition" };
  return command.earliestRunOn !== null && !command.earliestRunReason ? { code: "reason_missing" } : null;
}

function dayRefusal({ reviewBy, earliestRunOn }: Signing, { journey, today }: Deciding): Refusal | null {
  if (reviewBy <= today) return { code: "day_in_past", field: "reviewBy", day: reviewBy };
  const latest = addDays(today, ruleValue("clearance_longest_days"));
  if (reviewBy > latest) return { code: "day_too_far", field: "reviewBy", day: reviewBy, latest };
  if (earliestRunOn === null || journey.bornOn === null) return null;
  // Nobody brings running forward of three weeks, a physio included.
  const oldest = addDays(journey.bornOn, ruleValue("hard_floor_days"));
  return earliestRunOn < oldest
    ? { code: "too_long_ago", field: "earliestRunOn", day: earliestRunOn, oldest }
    : null;
}

/**
 * Signing "cleared" ends what only a physio can end by a lift: a hold for surgery she has now looked at, and one for
 * a pregnancy that ended. Running stays shut until this sign-off stands (mum's yes, the credential).
 */
function liftsBySigning({ record, today, newId }: Deciding): readonly JourneyEvent[] {
  const lifted = new Set(record.holdLift.map((lift) => lift.holdId));
  const hasEnded = (since: string) =>
    record.lifeEvent.some((row) => row.kind === "pregnancy_ended" && row.startsOn >= since);
  return record.hold
    .filter((hold) => !lifted.has(hold.id))
    .filter(
      (hold) => hold.reason === "surgery" || (hold.reason === "new_pregnancy" && hasEnded(hold.placedOn)),
    )
    .map((hold) => event("holdLift", { id: newId(), holdId: hold.id, liftedOn: today, reason: "clearance" }));
}

/** Mum says whether she saw this physio. The newest answer counts; a no is never counted away by the coach. */
export function confirmClearance(command: CommandOf<"confirmClearance">, { record }: Deciding): Decision {
  const { id, clearanceId, saw } = command;
  const clearance = record.clearance.find((row) => row.id === clearanceId);
  if (!clearance) return refuse({ code: "unknown", subject: "clearance" });
  if (clearance.decision === "not_yet") return refuse({ code: "nothing_to_confirm" });
  if (newestClearance(record)?.id !== clearanceId) return refuse({ code: "clearance_not_newest" });
  if (record.clearanceWithdrawal.some((row) => row.clearanceId === clearanceId)) {
    return refuse({ code: "clearance_withdrawn" });
  }
  const present = newest(record.clearanceConfirmation, (row) => row.clearanceId === clearanceId);
  return present?.saw === saw ? accept() : accept(event("clearanceConfirmation", { id, clearanceId, saw }));
}

/** The physio takes her sign-off back, at any time, with a reason. Running is shut from this moment. */
export function withdrawClearance(
  command: CommandOf<"withdrawClearance">,
  { record, today }: Deciding,
): Decision {
  const { id, clearanceId, physioId, reason } = command;
  const clearance = record.clearance.find((row) => row.id === clearanceId);
  if (!clearance) return refuse({ code: "unknown", subject: "clearance" });
  if (clearance.physioId !== physioId) return refuse({ code: "not_your_clearance" });
  if (record.clearanceWithdrawal.some((row) => row.clearanceId === clearanceId)) return accept();
  return accept(event("clearanceWithdrawal", { id, clearanceId, withdrawnOn: today, reason }));
}
