import type { z } from "zod";
import { deriveJourney } from "../../domain/journey/derive.ts";
import { DAYS_BACK } from "../../domain/clearance/requests.ts";
import { addDays, type Day, daysBetween } from "../../domain/shared/day.ts";
import { SHARED, type Shared } from "../../domain/shared/vocabulary.ts";
import { dayOf } from "../clock.ts";
import { recordOf } from "../journey/act.ts";
import type { Shell } from "../trpc/procedures.ts";
import type { ForPhysio, forPhysioSchema } from "./physio-view-schema.ts";
import { sharingOf } from "./request-queries.ts";

type View = z.input<typeof forPhysioSchema>;
type Part<K extends keyof ForPhysio> = View[K];
export type SharedView = Pick<View, "sharing" | "daysBack" | "birth" | "symptoms" | "tests" | "plan">;

const MOST_TESTS = 10;
const oldestFirst = [{ recordedAt: "asc" as const }, { id: "asc" as const }];
const newestFirst = [{ recordedAt: "desc" as const }, { id: "desc" as const }];

/**
 * What the mum shares with a physio: the one source of the physio's page and of every letter to her, whoever asks for
 * it. For a physio each category is read through the policies too, which ask the mum's consent again. A category she does
 * not share is null, never an empty list.
 */
export async function sharedOf(
  shell: Shell,
  clientId: string,
  today: Day,
  daysBack: number = DAYS_BACK,
): Promise<SharedView> {
  const sharing = await sharingOf(shell, clientId);
  const fromDay = addDays(today, -daysBack);
  return {
    sharing,
    daysBack,
    birth: sharing.birth ? await birthOf(shell, clientId, today) : null,
    symptoms: sharing.symptoms ? await symptomsOf(shell, clientId, fromDay) : null,
    tests: sharing.tests ? await testsOf(shell, clientId) : null,
    plan: sharing.plan ? await planOf(shell, clientId, fromDay) : null,
  };
}

/** The categories an answer really held, for the trail the mum can read. */
export function categoriesIn(view: Omit<SharedView, "sharing" | "daysBack">): readonly Shared[] {
  return SHARED.filter((category) => view[category] !== null);
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

async function symptomsOf({ tx }: Shell, clientId: string, fromDay: Day): Promise<Part<"symptoms">> {
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

async function planOf(shell: Shell, clientId: string, fromDay: Day): Promise<Part<"plan">> {
  const { tx } = shell;
  const { record, today } = await recordOf(shell, clientId);
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
    where: { clientId, doneOn: { gte: new Date(fromDay) } },
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
    limits: [...deriveJourney(record, today).limits],
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
