import type { CommandOf } from "../journey/commands.ts";
import { firstOf, notInPast } from "../journey/day-checks.ts";
import { accept, type Deciding, type Decision, event, type Refusal, refuse } from "../journey/decision.ts";
import type { JourneyEvent } from "../journey/facts.ts";
import type { Day } from "../shared/day.ts";
import type { RequestKind } from "../shared/vocabulary.ts";
import { closingOf } from "./requests.ts";

/** Asks a physio for an assessment or a re-check. One open request a physio; asking again is a reminder, not a request. */
export function requestAssessment(command: CommandOf<"requestAssessment">, deciding: Deciding): Decision {
  const { id, kind, physioId, reason, dueOn, expiresOn, remindOn = null } = command;
  const { journey, today } = deciding;
  const wrong = firstOf(
    journey.steps.some((step) => step.id === "assessment" && step.status === "locked")
      ? { code: "intake_missing" }
      : null,
    notInPast("dueOn", dueOn, deciding),
    expiresOn < dueOn
      ? { code: "days_out_of_order", field: "expiresOn", earlier: expiresOn, later: dueOn }
      : null,
    reminderProblem(remindOn ?? [], expiresOn, deciding),
  );
  if (wrong) return refuse(wrong);
  const open = journey.requests.find((request) => request.physioId === physioId);
  if (open) return refuse({ code: "request_already_open", requestId: open.requestId });
  return accept(
    event("request", { id, kind, physioId, reason, askedOn: today, dueOn, expiresOn, remindOn }),
    ...assessmentAgain(kind, deciding),
  );
}

/** A reminder lies between now and the end of what it reminds of. */
function reminderProblem(days: readonly Day[], expiresOn: Day, deciding: Deciding): Refusal | null {
  const late = days.find((on) => on > expiresOn);
  if (late) return { code: "day_too_far", field: "remindOn", day: late, latest: expiresOn };
  return firstOf(...days.map((on) => notInPast("remindOn", on, deciding)));
}

/** A re-check is another visit to step 1. */
function assessmentAgain(kind: RequestKind, { journey, today, newId }: Deciding): readonly JourneyEvent[] {
  const step = journey.steps.find((row) => row.id === "assessment");
  if (step?.status !== "done") return [];
  const isSymptom =
    kind === "symptom" || journey.proposals.some((proposal) => proposal.trigger === "pelvic_symptom");
  const reason = isSymptom ? "revisit_symptom" : "coach_decision";
  const visit = { step: "assessment", cycle: step.cycle + 1, openedOn: today, reason, note: null } as const;
  return [event("stepVisit", { id: newId(), ...visit })];
}

/** What happens to a request on its way. Opening consumes nothing and may happen many times; it is told once. */
export function markRequest(command: CommandOf<"markRequest">, { record, today }: Deciding): Decision {
  const { id, requestId, step } = command;
  const request = record.request.find((row) => row.id === requestId);
  if (!request) return refuse({ code: "unknown", subject: "request" });
  const isTold = record.requestStep.some(
    (row) => row.requestId === requestId && row.step === step && (step !== "reminded" || row.on === today),
  );
  if (isTold) return accept();
  const closing = closingOf(record, request);
  // A physio who comes back to a request she answered reads it again; nothing is to be noted.
  if (closing && step === "opened") return accept();
  if (closing) return refuse({ code: "request_closed", how: closing.step });
  if (request.expiresOn < today && step !== "cancelled")
    return refuse({ code: "request_closed", how: "expired" });
  return accept(event("requestStep", { id, requestId, step, on: today }));
}
