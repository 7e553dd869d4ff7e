import type { z } from "zod";
import { requestState } from "../../domain/clearance/request-state.ts";
import { addDays, type Day, daysBetween } from "../../domain/shared/day.ts";
import { dayOf, todayIn } from "../clock.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { physioRequest } from "./physio-request.ts";
import type { assessmentSchema, ForPhysio, forPhysioSchema, signedSchema } from "./physio-view-schema.ts";
import { sharingOf } from "./request-queries.ts";

type View = z.input<typeof forPhysioSchema>;
type Part<K extends keyof ForPhysio> = View[K];

/** The days of symptoms and load a physio sees before her appointment. */
const DAYS_BACK = 14;
const MOST_TESTS = 10;
const oldestFirst = [{ recordedAt: "asc" as const }, { id: "asc" as const }];
const newestFirst = [{ recordedAt: "desc" as const }, { id: "desc" as const }];

/**
 * Everything on the physio's page. Each category is read through the policies, which ask the mum's consent again: the
 * `sharing` here only decides between "she has not shared this" and an empty list.
 */
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
  const sharing = await sharingOf(shell, clientId);
  const dates = { askedOn: dayOf(request.askedOn), expiresOn: dayOf(request.expiresOn) };
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
    },
    sharing,
    birth: sharing.birth ? await birthOf(shell, clientId, today) : null,
    symptoms: sharing.symptoms ? await symptomsOf(shell, clientId, today) : null,
    tests: sharing.tests ? await testsOf(shell, clientId) : null,
    plan: sharing.plan ? await planOf(shell, clientId, today) : null,
    lastAssessment: await lastAssessment(shell, clientId, physioId),
    signed: await signedBy(shell, clientId, physioId),
  };
}

async function askedBy(
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

async function birthOf({ tx }: Shell, clientId: string, today: Day): Promise<Part<"birth">> {
  const row = await tx.birth.findFirst({
    where: { clientId },
    orderBy: [{ bornOn: "desc" }, { recordedAt: "desc" }],
  });
  if (!row) return null;
  const intake = await tx.intake.findFirst({ where: { clientId }, orderBy: newestFirst });
  const bornOn = dayOf(row.bornOn);
  return {
    bornOn,
    daysSince: daysBetween(bornOn, today),
    mode: row.mode,
    tear: row.tear,
    babies: row.babies,
    gestationWeeks: row.gestationWeeks,
    pelvicHistory: intake?.pelvicHistory ?? null,
    ranBeforeKmPerWeek: intake?.ranBeforeKmPerWeek ?? null,
    herWords: intake?.words ?? null,
  };
}

async function symptomsOf({ tx }: Shell, clientId: string, today: Day): Promise<Part<"symptoms">> {
  const fromDay = addDays(today, -DAYS_BACK);
  const checks = await tx.symptomCheck.findMany({
    where: { clientId, day: { gte: new Date(fromDay) } },
    select: { id: true, day: true, moment: true, findings: true, note: true },
    orderBy: oldestFirst,
  });
  const lifted = await tx.holdLift.findMany({ where: { clientId }, select: { holdId: true } });
  const holds = await tx.hold.findMany({
    where: { clientId, id: { notIn: lifted.map((row) => row.holdId) } },
    select: { id: true, covers: true, reason: true, placedOn: true },
    orderBy: oldestFirst,
  });
  const told = checks.filter(
    (row) => (Array.isArray(row.findings) && row.findings.length > 0) || row.note !== null,
  );
  return {
    fromDay,
    // The declared output checks what the column holds.
    checks: told.map((row) => ({ ...row, day: dayOf(row.day), findings: row.findings as never })),
    clear: checks.length - told.length,
    holds: holds.map((row) => ({ ...row, placedOn: dayOf(row.placedOn) })),
  };
}

async function testsOf({ tx }: Shell, clientId: string): Promise<Part<"tests">> {
  const runs = await tx.batteryRun.findMany({
    where: { clientId },
    select: { id: true, battery: true, doneOn: true, results: true },
    orderBy: newestFirst,
    take: MOST_TESTS,
  });
  return runs.map((run) => ({ ...run, doneOn: dayOf(run.doneOn), results: run.results as never }));
}

async function planOf({ tx }: Shell, clientId: string, today: Day): Promise<Part<"plan">> {
  const goal = await tx.goal.findFirst({
    where: { clientId },
    select: { daysPerWeek: true, minutesPerRun: true },
    orderBy: newestFirst,
  });
  const plans = await tx.plan.findMany({
    where: { clientId },
    select: {
      id: true,
      kind: true,
      level: true,
      startsOn: true,
      protocolVersion: { select: { title: true } },
      changes: { select: { change: true, level: true }, orderBy: oldestFirst },
    },
    orderBy: oldestFirst,
  });
  const logs = await tx.sessionLog.findMany({
    where: { clientId, doneOn: { gte: new Date(addDays(today, -DAYS_BACK)) } },
    select: {
      id: true,
      doneOn: true,
      kind: true,
      minutesTotal: true,
      minutesRun: true,
      effort: true,
      supersedesId: true,
    },
    orderBy: [{ doneOn: "asc" }, { recordedAt: "asc" }],
  });
  const replaced = new Set(logs.map((row) => row.supersedesId));
  return {
    goal,
    plans: plans
      .filter((row) => !row.changes.some(({ change }) => change === "end"))
      .map(({ changes, protocolVersion, startsOn, ...row }) => ({
        ...row,
        title: protocolVersion.title,
        startsOn: dayOf(startsOn),
        level: changes.findLast(({ change }) => change === "level")?.level ?? row.level,
      })),
    load: logs
      .filter((row) => !replaced.has(row.id))
      .map(({ doneOn, kind, minutesTotal, minutesRun, effort }) => ({
        day: dayOf(doneOn),
        kind,
        minutesTotal,
        minutesRun,
        effort,
      })),
  };
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
  }));
}
