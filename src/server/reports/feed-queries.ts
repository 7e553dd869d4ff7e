import { z } from "zod";
import type { Day } from "../../domain/shared/day.ts";
import { dayOf, todayIn } from "../clock.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** Her own feed as her screen shows it. The address itself is not among it: nobody here knows it. */
export const feedSchema = z.object({ isOn: z.boolean(), minuteOfDay: z.int().nullable() });

/** Whose feed: a mum's or a member's, never both. NOT_FOUND for everybody else. */
export function feedOwner({ actor }: Shell): {
  practiceId: string;
  clientId: string | null;
  memberId: string | null;
} {
  const { practiceId, clientId, memberId } = actor;
  if (!practiceId || (!clientId && !memberId)) throw notFound();
  return { practiceId, clientId, memberId };
}

/** The row of her feed, or null while she never switched it on. */
export async function ownFeed(shell: Shell) {
  return shell.tx.calendarFeed.findFirst({
    where: feedOwner(shell),
    select: { id: true, tokenHash: true, minuteOfDay: true, revision: true, changedAt: true, told: true },
  });
}

/** Whether her feed is on, and at what hour it puts her sessions. */
export async function feed(shell: Shell) {
  const row = await ownFeed(shell);
  return { isOn: row?.tokenHash !== null && row !== null, minuteOfDay: row?.minuteOfDay ?? null };
}

/** How many of a coach's mums have something on a day. */
export type Count = { readonly day: Day; readonly count: number };

type CountRow = { day: Date; count: number };
const counted = (rows: readonly CountRow[]): readonly Count[] =>
  rows.map(({ day, count }) => ({ day: dayOf(day), count }));

/**
 * A coach's days from today in the practice's zone: sessions of her mums, and reviews of sign-offs that fall due.
 * Numbers, because her calendar may lie with somebody who has no business knowing who her mums are.
 */
export async function coachDays(
  shell: Shell,
): Promise<{ today: Day; sessions: readonly Count[]; reviews: readonly Count[] }> {
  const { practiceId, memberId } = feedOwner(shell);
  const practice = await shell.tx.practice.findUnique({ where: { id: practiceId }, select: { zone: true } });
  if (!practice) throw notFound();
  const today = todayIn(practice.zone, shell.now);
  const sessions = await shell.tx.$queryRaw<CountRow[]>`
    SELECT s.day, count(*)::int AS count
      FROM session s JOIN client c ON c.practice_id = s.practice_id AND c.id = s.client_id
      LEFT JOIN client_status k ON k.client_id = c.id
     WHERE c.coach_id = ${memberId}::uuid AND c.archived_at IS NULL
       AND s.day BETWEEN ${today}::date AND ${today}::date + 55
       AND (s.kind NOT IN ('walk_run', 'technique') OR k.run_open)
     GROUP BY s.day ORDER BY s.day`;
  const reviews = await shell.tx.$queryRaw<CountRow[]>`
    SELECT review_by AS day, count(*)::int AS count FROM (
      SELECT DISTINCT ON (k.client_id) k.id, k.review_by FROM clearance k
        JOIN client c ON c.practice_id = k.practice_id AND c.id = k.client_id
       WHERE c.coach_id = ${memberId}::uuid AND c.archived_at IS NULL
       ORDER BY k.client_id, k.recorded_at DESC) newest
     WHERE review_by BETWEEN ${today}::date AND ${today}::date + 366
       AND NOT EXISTS (SELECT 1 FROM clearance_withdrawal w WHERE w.clearance_id = newest.id)
     GROUP BY review_by ORDER BY review_by`;
  return { today, sessions: counted(sessions), reviews: counted(reviews) };
}

/** The zone her days are counted in. */
export async function ownZone(shell: Shell, clientId: string): Promise<string> {
  const row = await shell.tx.client.findFirst({ where: { id: clientId }, select: { zone: true } });
  if (!row) throw notFound();
  return row.zone;
}
