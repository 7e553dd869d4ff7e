import { calendarScheduling, calendarOf } from "../../domain/journey/calendar.ts";
import { contextOf } from "../../domain/journey/context.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import type { Journey } from "../../domain/journey/journey.ts";
import { type Forecast, forecast } from "../../domain/plans/forecast.ts";
import { levelLine } from "../../domain/plans/level-line.ts";
import type { StoredSession } from "../../domain/plans/reconcile.ts";
import { addDays, type Day } from "../../domain/shared/day.ts";
import { recordOf } from "../journey/act.ts";
import { askOf } from "../journey/record.ts";
import { sessionsFrom } from "../journey/settle.ts";
import type { Shell } from "../trpc/procedures.ts";

type Ask = { readonly clientId: string; readonly fromDay: Day; readonly days: number };

/** A session as the coach's calendar draws it. */
export type CalendarSession = Pick<
  StoredSession,
  "planId" | "kind" | "slot" | "level" | "turn" | "chosenLevel" | "chosenTurn" | "note"
> & {
  readonly sessionId: string;
  readonly day: Day;
  readonly title: string;
  readonly levelTitle: string;
  readonly minutes: number;
  readonly minutesRun: number;
  readonly byHand: boolean;
  /** Behind her: what was planned then, done or not. It can no longer be moved. */
  readonly isOver: boolean;
};

/** The calendar of one mum between two days: what is planned, what was done, what was felt, and what holds. */
export async function calendar(shell: Shell, { clientId, fromDay, days }: Ask) {
  const { record, today } = await recordOf(shell, clientId);
  const journey = deriveJourney(record, today);
  const to = addDays(fromDay, days - 1);
  const isIn = (day: Day | null): day is Day => day !== null && day >= fromDay && day <= to;
  const stored = await sessionsFrom(askOf(shell.tx), clientId, fromDay);
  const { logs, checks } = contextOf(record, today);
  const due = new Set(
    calendarOf(record, journey).map((row) => row.placed?.id ?? `${row.planId} ${row.slot}`),
  );
  return {
    today,
    /** The last day she sees; null: all. What lies behind it is a draft. */
    shownUntil: journey.shownUntil,
    sessions: stored.flatMap((row): CalendarSession[] => {
      const isOver = row.day !== null && row.day < today;
      // From today on only what may be done is drawn; who rests or is held has nothing there to be late for.
      const isShown = isOver || due.has(row.id) || due.has(`${row.planId} ${row.slot}`);
      return isIn(row.day) && isShown ? [drawn(row, row.day, record, journey, isOver)] : [];
    }),
    done: logs
      .filter((log) => isIn(log.doneOn))
      .map(
        ({ id: logId, doneOn, kind, minutesTotal: minutes, minutesRun, effort, completion, sessionId }) => ({
          logId,
          day: doneOn,
          kind,
          minutes,
          minutesRun,
          effort,
          completion,
          sessionId,
        }),
      ),
    felt: checks
      .filter(({ check, verdict }) => isIn(check.day) && verdict.light !== "green")
      .map(({ check, verdict }) => ({ checkId: check.id, day: check.day, light: verdict.light })),
    holds: journey.holds,
    plans: journey.plans.map(({ planId, kind, title, level, levels, levelTitle, weekdays, paused }) => {
      const levelTitles = record.protocols
        .find(
          (row) => row.versionId === journey.plans.find((plan) => plan.planId === planId)?.protocolVersionId,
        )
        ?.levels.slice(0, levels)
        .map((row) => row.title);
      return {
        planId,
        kind,
        title,
        level,
        levels,
        levelTitle,
        weekdays,
        paused,
        levelTitles: levelTitles ?? [],
      };
    }),
    forecast: runForecast(record, journey),
  };
}

function drawn(
  row: StoredSession,
  day: Day,
  record: ClientRecord,
  journey: Journey,
  isOver: boolean,
): CalendarSession {
  const {
    id: sessionId,
    planId,
    kind,
    slot,
    level,
    turn,
    chosenLevel,
    chosenTurn,
    note,
    pinned: byHand,
  } = row;
  const plan = journey.plans.find((each) => each.planId === planId);
  const version = record.plan.find((each) => each.id === planId)?.protocolVersionId;
  const outline = record.protocols.find((each) => each.versionId === version);
  const line = plan ? levelLine(record, plan, level) : outline?.levels[level];
  return {
    sessionId,
    planId,
    kind,
    day,
    slot,
    level,
    turn,
    chosenLevel,
    chosenTurn,
    note,
    byHand,
    isOver,
    title: outline?.title ?? "",
    levelTitle: line?.title ?? "",
    minutes: line?.minutesTotal ?? 0,
    minutesRun: line?.minutesRun ?? 0,
  };
}

/** When she will run as long as she wants to, as a range; null when she does already, or nobody can say. */
function runForecast(
  record: ClientRecord,
  journey: Journey,
): (Forecast & { readonly levelTitle: string }) | null {
  const plan = journey.plans.find((row) => row.kind === "walk_run");
  if (!plan) return null;
  const level = plan.levels - 1;
  const range = forecast(plan, level, calendarScheduling(record, journey));
  return range && { ...range, levelTitle: levelLine(record, plan, level).title };
}
