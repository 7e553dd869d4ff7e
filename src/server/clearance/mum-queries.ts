import { reminderDays } from "../../domain/clearance/reminders.ts";
import { requestState } from "../../domain/clearance/request-state.ts";
import { openRequests } from "../../domain/clearance/requests.ts";
import type { ClearanceState } from "../../domain/journey/journey.ts";
import { clearanceState } from "../../domain/clearance/standing.ts";
import { recordOf } from "../journey/act.ts";
import { namesOf, ownId } from "../journey/self.ts";
import type { Shell } from "../trpc/procedures.ts";

/** What stands on the printed page: as little as the check of its code tells, and her own name. */
async function passportOf({ tx }: Shell, state: ClearanceState) {
  if (state.status !== "standing") return null;
  const row = await tx.clearance.findFirst({
    where: { id: state.clearanceId },
    select: {
      passportCode: true,
      signerTitle: true,
      regulator: true,
      registrationNumber: true,
      client: { select: { name: true } },
    },
  });
  if (!row) return null;
  return {
    name: row.client.name,
    code: row.passportCode,
    signer: {
      name: state.signer,
      title: row.signerTitle,
      regulator: row.regulator,
      number: row.registrationNumber,
    },
    scope: [...state.scope],
    reviewBy: state.reviewBy,
    hasConditions: state.conditions.length > 0,
  };
}

/** Her physios' part as she may read it: where the sign-off stands, what it says, and what is asked of whom. */
export async function myClearance(shell: Shell) {
  const { practiceId, clientId } = ownId(shell);
  const { record, today } = await recordOf(shell, clientId);
  const names = await namesOf(shell, practiceId);
  const open = new Set(openRequests(record, today).map((row) => row.requestId));
  const nameOf = (physioId: string) => names.get(physioId) ?? null;
  const state = clearanceState(record, today);
  return {
    day: today,
    state,
    passport: await passportOf(shell, state),
    requests: record.request.toReversed().map((row) => ({
      requestId: row.id,
      kind: row.kind,
      physio: nameOf(row.physioId),
      reason: row.reason,
      isMine: row.recordedBy.kind === "client",
      askedOn: row.askedOn,
      dueOn: row.dueOn,
      expiresOn: row.expiresOn,
      remindOn: open.has(row.id)
        ? (reminderDays(row).find((on) => on > today && on <= row.expiresOn) ?? null)
        : null,
      state: requestState(
        row,
        record.requestStep.filter((step) => step.requestId === row.id),
        today,
      ),
      steps: record.requestStep
        .filter((step) => step.requestId === row.id)
        .map(({ step, on }) => ({ step, on })),
    })),
    assessments: record.assessment.toReversed().map((row) => ({
      assessmentId: row.id,
      physio: nameOf(row.physioId),
      assessedOn: row.assessedOn,
      restorationOk: row.restorationOk,
      // Hers to read: it is about her, and the law says she is told.
      findings: row.findings,
      homeProgramme: row.homeProgramme,
      measures: row.measures,
    })),
    clearances: record.clearance.toReversed().map((row) => ({
      clearanceId: row.id,
      decision: row.decision,
      scope: [...row.scope],
      conditions: [...row.conditions],
      signer: row.signerName,
      assessedOn: row.assessedOn,
      signedOn: row.signedOn,
      reviewBy: row.reviewBy,
      withdrawnOn:
        record.clearanceWithdrawal.find((back) => back.clearanceId === row.id)?.withdrawnOn ?? null,
      saw: record.clearanceConfirmation.findLast((said) => said.clearanceId === row.id)?.saw ?? null,
    })),
  };
}
