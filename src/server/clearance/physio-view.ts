import type { z } from "zod";
import { clearanceState } from "../../domain/clearance/standing.ts";
import { requestState } from "../../domain/clearance/request-state.ts";
import { dayOf, todayIn } from "../clock.ts";
import { recordOf } from "../journey/act.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { physioRequest } from "./physio-request.ts";
import type { assessmentSchema, forPhysioSchema, signedSchema } from "./physio-view-schema.ts";
import { seenOf, shownOf } from "./evidence.ts";

type View = z.input<typeof forPhysioSchema>;
const newestFirst = [{ recordedAt: "desc" as const }, { id: "desc" as const }];

/** Everything on the physio's page. */
export async function forPhysio(
  shell: Shell,
  { requestId }: { requestId?: string | undefined },
): Promise<View> {
  const { tx, actor, now } = shell;
  const { request, physioId } = await physioRequest(shell, requestId);
  const { client, physio } = request;
  const today = todayIn(client.zone, now);
  const clientId = client.id;
  const practice = await tx.practice.findFirst({
    where: { id: actor.practiceId ?? "" },
    select: { name: true, isDemo: true },
  });
  if (!practice) throw notFound();
  const dates = { askedOn: dayOf(request.askedOn), expiresOn: dayOf(request.expiresOn) };
  const shared = await shownOf(shell, request, today);
  const steps = request.steps.map(({ step, on }) => ({ step, on: dayOf(on) }));
  return {
    today,
    practice,
    client: { name: client.name, country: client.country },
    request: {
      id: request.id,
      kind: request.kind,
      reason: request.reason,
      askedBy: await askedBy(shell, request),
      askedOn: dates.askedOn,
      dueOn: dayOf(request.dueOn),
      state: requestState(dates, steps, today),
    },
    physio: {
      name: physio.name,
      email: physio.email,
      clinic: physio.clinic,
      title: physio.title,
      regulator: physio.regulator,
      registrationNumber: physio.registrationNumber,
      hasAccount: physio.userId !== null,
    },
    ...shared,
    seen: seenOf(shared),
    lastAssessment: await lastAssessment(shell, clientId, physioId),
    signed: await signedBy(shell, clientId, physioId),
    passportId: await standingId(shell, clientId),
  };
}

export async function askedBy(
  { tx, actor }: Shell,
  { recordedById, client }: { recordedById: string | null; client: { name: string } },
): Promise<string> {
  if (!recordedById || !actor.practiceId) return client.name;
  const member = await tx.member.findFirst({
    where: { practiceId: actor.practiceId, id: recordedById },
    select: { name: true },
  });
  return member?.name ?? client.name;
}

async function lastAssessment(
  { tx }: Shell,
  clientId: string,
  physioId: string,
): Promise<z.input<typeof assessmentSchema> | null> {
  const row = await tx.assessment.findFirst({
    where: { clientId, physioId },
    select: {
      id: true,
      assessedOn: true,
      restorationOk: true,
      findings: true,
      homeProgramme: true,
      measures: true,
    },
    orderBy: newestFirst,
  });
  // The declared output checks what the column holds.
  return row && { ...row, assessedOn: dayOf(row.assessedOn), measures: row.measures as never };
}

async function signedBy(
  { tx }: Shell,
  clientId: string,
  physioId: string,
): Promise<z.input<typeof signedSchema>[]> {
  const rows = await tx.clearance.findMany({
    where: { clientId, physioId },
    include: {
      withdrawals: { select: { withdrawnOn: true } },
      sealChecks: { select: { fits: true }, orderBy: [{ checkedAt: "desc" as const }], take: 1 },
      confirmations: { select: { saw: true }, orderBy: newestFirst, take: 1 },
    },
    orderBy: newestFirst,
  });
  return rows.map((row, index) => ({
    clearanceId: row.id,
    decision: row.decision,
    scope: row.scope,
    conditions: row.conditions as never,
    assessedOn: dayOf(row.assessedOn),
    signedOn: dayOf(row.signedOn),
    reviewBy: dayOf(row.reviewBy),
    earliestRunOn: row.earliestRunOn && dayOf(row.earliestRunOn),
    earliestRunReason: row.earliestRunReason,
    earlierTestsCount: row.earlierTestsCount,
    signer: {
      name: row.signerName,
      title: row.signerTitle,
      regulator: row.regulator,
      registrationNumber: row.registrationNumber,
      practisingYear: row.practisingYear,
    },
    passportCode: row.passportCode,
    withdrawnOn: row.withdrawals[0] ? dayOf(row.withdrawals[0].withdrawnOn) : null,
    saw: row.confirmations[0]?.saw ?? null,
    isNewest: index === 0,
    isBroken: row.sealChecks[0]?.fits === false,
  }));
}

/** The sign-off that stands today, or null. */
export async function standingId(shell: Shell, clientId: string): Promise<string | null> {
  const { record, today } = await recordOf(shell, clientId);
  const state = clearanceState(record, today);
  return state.status === "standing" ? state.clearanceId : null;
}
