import { babyPrompt, hasBabyPrompts } from "../../domain/journey/baby-prompt.ts";
import { contextOf } from "../../domain/journey/context.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord, SessionLog } from "../../domain/journey/facts.ts";
import type { Journey, PlanState } from "../../domain/journey/journey.ts";
import { isAllowed } from "../../domain/plans/allowed.ts";
import { isShown } from "../../domain/plans/shown-weeks.ts";
import { weekOf } from "../../domain/plans/week.ts";
import { addDays, type Day, weekday } from "../../domain/shared/day.ts";
import { ruleValue } from "../../domain/shared/rules.ts";
import { recordOf } from "../journey/act.ts";
import { type CalendarRow, calendarRows } from "../journey/calendar-rows.ts";
import { namesOf, ownId, whoIsSelf } from "../journey/self.ts";
import type { Shell } from "../trpc/procedures.ts";

const DAYS_IN_WEEK = 7;

/** A plan as a line in a list: where she stands. */
export function lineOf({ planId, kind, title, level, levelTitle, minutesTotal }: PlanState) {
  return { planId, kind, title, level, levelTitle, minutes: minutesTotal };
}

/** What she did, as a line in a list. */
export function doneOf({
  id,
  planId,
  kind,
  doneOn,
  minutesTotal,
  minutesRun,
  effort,
  completion,
}: SessionLog) {
  return { logId: id, planId, kind, doneOn, minutes: minutesTotal, minutesRun, effort, completion };
}

/** A session of her calendar as a line in a list, with the word of her coach. */
export function dueLine({ sessionId, plan, level, line, note }: CalendarRow) {
  const { planId, kind, title } = plan;
  const { title: levelTitle, minutesTotal: minutes } = line;
  return { sessionId, planId, kind, title, level, levelTitle, minutes, note };
}

/** Everything her Today needs in one answer: what is due, what was done, what waits, and what comes next. */
export async function today(shell: Shell) {
  const { practiceId, clientId } = ownId(shell);
  const { record, today: day } = await recordOf(shell, clientId);
  const journey = deriveJourney(record, day);
  const names = await namesOf(shell, practiceId);
  const [request] = journey.requests;
  return {
    day,
    self: await whoIsSelf(shell),
    next: journey.next.mum,
    sessions: (await calendarRows(shell, record, journey, 1)).map(dueLine),
    done: contextOf(record, day)
      .logs.filter((log) => log.doneOn === day)
      .map(doneOf),
    echo: journey.echo && { ...journey.echo, kind: kindOfLog(record, journey.echo.logId) },
    holds: journey.holds,
    redFlags: journey.redFlags,
    steps: journey.steps.map(({ id, status }) => ({ id, status })),
    isRunOpen: journey.lock.open,
    hasRunPlan: journey.plans.some((plan) => plan.kind === "walk_run"),
    awaited: request
      ? { physio: names.get(request.physioId) ?? null, askedOn: request.askedOn, days: request.waitingDays }
      : null,
    confirm: confirmOf(journey),
    walking: journey.walking,
    isCheckInDue: isCheckInDue(record, day),
    // Nothing that counts her baby's age is shown to a family that switched it off.
    weeksSinceBirth: hasBabyPrompts(record) ? journey.weeksSinceBirth : null,
    babyMonths: babyPrompt(record, day),
  };
}

function kindOfLog(record: ClientRecord, logId: string) {
  return record.sessionLog.find((log) => log.id === logId)?.kind ?? "walk_run";
}

function confirmOf({ clearance }: Journey) {
  if (clearance.status !== "pending" || !clearance.waitsForMum) return null;
  return { clearanceId: clearance.clearanceId, signer: clearance.signer, signedOn: clearance.signedOn };
}

/** Once a week is asked, and never before she has told of herself. */
function isCheckInDue(record: ClientRecord, day: Day): boolean {
  const since = addDays(day, -ruleValue("check_in_counts_days"));
  return record.intake.length > 0 && !record.checkIn.some((row) => row.day > since);
}

/** Monday to Sunday: what was done, what is planned. */
export async function week(shell: Shell) {
  const { record, today: day } = await recordOf(shell, ownId(shell).clientId);
  const journey = deriveJourney(record, day);
  const ahead = await calendarRows(shell, record, journey, DAYS_IN_WEEK + 1 - weekday(day));
  const days = weekOf(ahead, contextOf(record, day).logs, day);
  return {
    day,
    days: days.map((row) => ({
      day: row.day,
      /** False: her coach still writes it, which is not the same as a day of rest. */
      isShown: isShown(record, row.day),
      planned: row.planned.map(dueLine),
      done: row.done.map(doneOf),
    })),
    walking: journey.walking,
    plans: journey.plans.map((plan) => ({
      ...lineOf(plan),
      levels: plan.levels,
      paused: plan.paused,
      isAllowed: isAllowed(journey, plan),
      advice: plan.advice,
      cleanSessions: plan.cleanSessions,
      cleanNeeded: plan.cleanNeeded,
    })),
  };
}
