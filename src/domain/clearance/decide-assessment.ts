import type { CommandOf } from "../journey/commands.ts";
import { firstOf, sinceBirth } from "../journey/day-checks.ts";
import { accept, type Deciding, type Decision, event, type Refusal, refuse } from "../journey/decision.ts";
import type { JourneyEvent, Request } from "../journey/facts.ts";
import { addDays } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import { closingOf } from "./requests.ts";

/** The physio's findings and advice. Only the physio who was asked; it closes step 1 and answers the request. */
export function recordAssessment(command: CommandOf<"recordAssessment">, deciding: Deciding): Decision {
  const { id, requestId, physioId, assessedOn, restorationOk, findings, homeProgramme, measures } = command;
  const { record, today, newId } = deciding;
  const request = record.request.find((row) => row.id === requestId);
  if (!request) return refuse({ code: "unknown", subject: "request" });
  if (request.physioId !== physioId) return refuse({ code: "not_your_request" });
  const wrong = firstOf(
    closedRefusal(request, deciding),
    sinceBirth("assessedOn", assessedOn, deciding),
    tooOld(assessedOn, deciding),
  );
  if (wrong) return refuse(wrong);
  const isAnswered = record.requestStep.some((row) => row.requestId === requestId && row.step === "answered");
  return accept(
    event("assessment", {
      id,
      requestId,
      physioId,
      assessedOn,
      restorationOk,
      findings,
      homeProgramme,
      measures,
    }),
    ...(isAnswered ? [] : [event("requestStep", { id: newId(), requestId, step: "answered", on: today })]),
    ...closesVisit(deciding),
  );
}

/** An answered request may get a second, amended assessment from the same physio; a cancelled one gets none. */
function closedRefusal(request: Request, { record, today }: Deciding): Refusal | null {
  const closing = closingOf(record, request);
  if (closing?.step === "cancelled" || closing?.step === "declined")
    return { code: "request_closed", how: closing.step };
  return !closing && request.expiresOn < today ? { code: "request_closed", how: "expired" } : null;
}

function tooOld(
  assessedOn: CommandOf<"recordAssessment">["assessedOn"],
  { today }: Deciding,
): Refusal | null {
  const oldest = addDays(today, -ruleValue("assessment_oldest_days"));
  return assessedOn < oldest ? { code: "too_long_ago", field: "assessedOn", day: assessedOn, oldest } : null;
}

function closesVisit({ journey, today, newId }: Deciding): readonly JourneyEvent[] {
  const last = journey.steps.find((step) => step.id === "assessment")?.visits.at(-1);
  if (!last || last.id === null || last.closedOn !== null) return [];
  return [
    event("stepVisitClosing", {
      id: newId(),
      visitId: last.id,
      closedOn: today,
      how: "criteria_met",
      note: null,
    }),
  ];
}
