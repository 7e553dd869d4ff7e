import { addDays, type Day } from "../../domain/shared/day.ts";
import {
  inOrderOfRisk,
  messageReason,
  type QueueReason,
  waitingReasons,
} from "../../domain/attention/queue.ts";
import type { AttentionReason } from "../../domain/attention/rank.ts";
import type { StepStatus } from "../../domain/journey/steps.ts";
import { todayIn } from "../clock.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** One mum in the queue. */
export type QueueRow = {
  readonly clientId: string;
  readonly name: string;
  readonly coach: string;
  readonly steps: readonly StepStatus[];
  readonly isRunOpen: boolean;
  readonly lastLogOn: Day | null;
  readonly reasons: readonly QueueReason[];
};

type Stored = {
  id: string;
  name: string;
  coach: string;
  steps: StepStatus[] | null;
  runOpen: boolean | null;
  lastLogOn: Day | null;
  reasons: AttentionReason[] | null;
  marks: { reason: string; source: string; state: "handled" | "snoozed"; until: Day | null }[] | null;
  messages: number;
  newestMessage: string | null;
};

/** One statement: who has a reason or an unread message, and what was done about it. Row-level security picks the practice. */
async function storedRows({ tx }: Shell, practiceId: string): Promise<Stored[]> {
  return tx.$queryRaw<Stored[]>`
    SELECT c.id, c.name, k.name AS coach, s.steps, s.run_open AS "runOpen", s.last_log_on::text AS "lastLogOn", s.reasons,
           m.marks, coalesce(u.messages, 0)::int AS messages, u.newest AS "newestMessage"
      FROM client c
      JOIN member k ON k.practice_id = c.practice_id AND k.id = c.coach_id
      LEFT JOIN client_status s ON s.practice_id = c.practice_id AND s.client_id = c.id
      LEFT JOIN (SELECT client_id, count(*) AS messages, (array_agg(id::text ORDER BY sent_at DESC, id DESC))[1] AS newest
                   FROM message WHERE practice_id = ${practiceId}::uuid AND from_kind = 'client' AND read_at IS NULL
                  GROUP BY client_id) u ON u.client_id = c.id
      LEFT JOIN (SELECT client_id, jsonb_agg(jsonb_build_object('reason', reason, 'source', fact_id, 'state', state, 'until', until)) AS marks
                   FROM task WHERE practice_id = ${practiceId}::uuid GROUP BY client_id) m ON m.client_id = c.id
     WHERE c.practice_id = ${practiceId}::uuid AND c.archived_at IS NULL AND (s.attention_rank > 0 OR u.messages > 0)`;
}

/** The day it is in the practice: what "snooze until tomorrow" is counted from. */
async function practiceToday(shell: Shell, practiceId: string): Promise<Day> {
  const practice = await shell.tx.practice.findUnique({
    where: { id: practiceId },
    select: { zone: true },
  });
  if (!practice) throw notFound();
  return todayIn(practice.zone, shell.now);
}

/** The coach's morning: who needs her, in order of risk, and how many mums there are at all. */
export async function today(shell: Shell) {
  const { practiceId } = shell.actor;
  if (!practiceId) throw notFound();
  const day = await practiceToday(shell, practiceId);
  const stored = await storedRows(shell, practiceId);
  const rows = stored.flatMap(({ id, name, coach, steps, runOpen, lastLogOn, ...row }): QueueRow[] => {
    const reasons = waitingReasons(
      [
        ...(row.reasons ?? []),
        ...(row.newestMessage ? [messageReason(row.messages, row.newestMessage)] : []),
      ],
      row.marks ?? [],
      day,
    );
    if (reasons.length === 0) return [];
    return [
      { clientId: id, name, coach, steps: steps ?? [], isRunOpen: runOpen ?? false, lastLogOn, reasons },
    ];
  });
  const clients = await shell.tx.client.count({ where: { practiceId, archivedAt: null } });
  const invited = await shell.tx.client.count({ where: { practiceId, archivedAt: null, userId: null } });
  return { day, tomorrow: addDays(day, 1), rows: inOrderOfRisk(rows), clients, invited };
}
