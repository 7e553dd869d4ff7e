import { randomUUID } from "node:crypto";
import { gateReasons } from "../../domain/clearance/gate.ts";
import { lastingReasons } from "../../domain/plans/assignable.ts";
import { calendarScheduling } from "../../domain/journey/calendar.ts";
import type { Refusal } from "../../domain/journey/decision.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import { layWeek, weekPattern } from "../../domain/plans/copy-week.ts";
import { type Hand, laid, place, type Placed, wayBack } from "../../domain/plans/place.ts";
import type { Placing, Restoring } from "../../domain/plans/placing.ts";
import { type Day, weekStart } from "../../domain/shared/day.ts";
import { todayIn } from "../clock.ts";
import { loadRecord } from "../journey/load-record.ts";
import { askOf } from "../journey/record.ts";
import { sessionsFrom, settle } from "../journey/settle.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

type Ready = { readonly record: ClientRecord; readonly today: Day; readonly hand: Hand };

/** Her row locked, her calendar as it stands, and what a hand in it is judged by. */
async function handOf(shell: Shell, clientId: string): Promise<Ready> {
  const record = await loadRecord(shell.tx, clientId, { lock: true });
  if (!record) throw notFound();
  const today = todayIn(record.client.zone, shell.now);
  const ask = askOf(shell.tx);
  // What is about to be moved stands there for sure: laid out first, should a day have turned since.
  await settle(ask, record, today);
  const journey = deriveJourney(record, today);
  const hand: Hand = {
    scheduling: calendarScheduling(record, journey),
    stored: await sessionsFrom(ask, clientId, today),
    lockOn: (day, kind) => {
      const lasting = lastingReasons(kind === "walk_run" ? journey.lock : journey.techniqueLock);
      return lasting.length > 0 ? lasting : gateReasons(record, day, kind);
    },
  };
  return { record, today, hand };
}

async function take(shell: Shell, { record, today }: Ready, result: Placed, what: string, detail: object) {
  if (!result.ok) throw new Refused(result.refusal);
  await settle(askOf(shell.tx), { ...record, placed: result.placed }, today);
  const { id } = record.client;
  await shell.tx
    .$executeRaw`SELECT app.audit(${`session.${what}`}, ${id}::uuid, 'session', ${id}, ${JSON.stringify(detail)}::jsonb)`;
  return wayBack(record.placed, result.placed);
}

type Place = { readonly key: string; readonly clientId: string; readonly placing: Placing };

/**
 * A coach's hand in the calendar: moved, added, eased, taken out, shifted, put back. A row changes, the audit trail has it,
 * and the answer is the way back.
 */
export async function placeSession(shell: Shell, { clientId, placing }: Place) {
  const ready = await handOf(shell, clientId);
  return { back: await take(shell, ready, place(placing, ready.hand), placing.type, placing) };
}

type Copy = {
  readonly key: string;
  readonly clientId: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  /** Whose week is made like it; herself among them or not. */
  readonly toClientIds: readonly string[];
};

/** What a week that was copied became for one mum, and the way back from it. */
export type CopiedRow = {
  readonly clientId: string;
  readonly refusal: Refusal | null;
  readonly back: Restoring | null;
};

/** A week of hers laid into another week, of herself or of other mums; each of them is judged, and answered, by herself. */
export async function copyWeek(shell: Shell, { clientId, fromDay, toDay, toClientIds }: Copy) {
  const [from, to] = [weekStart(fromDay), weekStart(toDay)];
  const source = await handOf(shell, clientId);
  const pattern = weekPattern(await sessionsFrom(askOf(shell.tx), clientId, from), from);
  const results: CopiedRow[] = [];
  // In the order of their ids, so that two such changes cannot wait for each other.
  for (const id of [...new Set(toClientIds)].toSorted()) {
    const ready = id === clientId ? source : await handOf(shell, id);
    const { hand, today } = ready;
    const plans = hand.scheduling.plans;
    const week = layWeek(pattern, to, {
      stored: hand.stored,
      placed: hand.scheduling.placed,
      planOf: (kind) => plans.find((plan) => plan.kind === kind)?.planId ?? null,
      today,
      newId: randomUUID,
    });
    const result = laid(week.touched, week.placed, hand);
    const back = result.ok ? await take(shell, ready, result, "week_copied", { from, to }) : null;
    results.push({ clientId: id, refusal: result.ok ? null : result.refusal, back });
  }
  return { rows: results };
}
