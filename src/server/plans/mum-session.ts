import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import type { Journey, PlanState } from "../../domain/journey/journey.ts";
import { isAllowed } from "../../domain/plans/allowed.ts";
import type { LockReason } from "../../domain/journey/reasons.ts";
import { levelLine } from "../../domain/plans/level-line.ts";
import { permitFor } from "../../domain/plans/permit-for.ts";
import { isShown } from "../../domain/plans/shown-weeks.ts";
import { nextTurn } from "../../domain/plans/turn.ts";
import { protocolContentSchema } from "../../domain/protocols/grammar.ts";
import { levelAt } from "../../domain/protocols/ladder.ts";
import { recordOf } from "../journey/act.ts";
import { calendarRows } from "../journey/calendar-rows.ts";
import { ownId, whoIsSelf } from "../journey/self.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { lineOf } from "./mum-today.ts";
import { signPermit } from "./permit.ts";

/** Why a session may not be started now: the lock's reasons for running, else the hold that covers it. */
function lockOf(journey: Journey, plan: PlanState): readonly LockReason[] {
  if (plan.kind === "walk_run") return journey.lock.reasons;
  if (plan.kind === "technique") return journey.techniqueLock.reasons;
  const hold = journey.holds.find(
    (row) => row.covers === "everything" || (plan.impact && row.covers === "impact"),
  );
  const holdId = hold?.ids[0];
  return hold && holdId !== undefined
    ? [{ point: 5, code: "hold", reason: hold.reason, on: hold.since, holdId }]
    : [];
}

/** The coach's newest cues on her running, for sessions in which she runs. */
function cuesOf(record: ClientRecord, kind: PlanState["kind"]): readonly string[] {
  if (kind !== "walk_run" && kind !== "technique") return [];
  return record.techniqueReview.findLast((row) => row.closed)?.cues ?? [];
}

/** One session to do now: what it asks, inside which limits, and whether it may start. */
export async function session(shell: Shell, { planId }: { planId: string }) {
  const { practiceId, clientId } = ownId(shell);
  const { record, today } = await recordOf(shell, clientId);
  const journey = deriveJourney(record, today);
  const plan = journey.plans.find((row) => row.planId === planId);
  // A week that her coach still writes has no page yet.
  if (!plan || !isShown(record, today)) throw notFound();
  const version = await shell.tx.protocolVersion.findUnique({
    where: { practiceId_id: { practiceId, id: plan.protocolVersionId } },
    select: { content: true },
  });
  const [row = null] = (await calendarRows(shell, record, journey, 1)).filter((due) => due.plan === plan);
  const at = row?.level ?? (plan.advice.kind === "regress" ? plan.advice.to : plan.level);
  const level = version && levelAt(protocolContentSchema.parse(version.content), at);
  if (!level) throw notFound();
  const turn = row?.turn ?? nextTurn(record.sessionLog, planId, at, level.sessions.length);
  const next = level.sessions[turn];
  if (!next) throw notFound();
  const { title: levelTitle, minutesTotal: minutes } = levelLine(record, plan, at);
  const isRun = plan.kind === "walk_run" || plan.kind === "technique";
  const permit = isRun ? permitFor(record, { planId, level: at }, today) : null;
  return {
    ...lineOf(plan),
    level: at,
    levelTitle,
    minutes,
    sessionId: row?.sessionId ?? null,
    coachNote: row?.note ?? null,
    day: today,
    self: await whoIsSelf(shell),
    phase: level.phase ?? null,
    note: level.note ?? null,
    session: next,
    turn,
    impact: plan.impact,
    paused: plan.paused,
    mayStart: !plan.paused && isAllowed(journey, plan),
    lockedBy: lockOf(journey, plan),
    limits: isRun ? journey.limits : [],
    cues: cuesOf(record, plan.kind),
    jump: plan.jump,
    permit: permit && signPermit(permit),
    isDoneToday: plan.lastDoneOn === today,
  };
}
