import { todayIn } from "../clock.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { loadRecord } from "./load-record.ts";
import { askOf } from "./record.ts";
import { settle } from "./settle.ts";

/** So many are derived at once: a small practice sees the change with the answer, a large one does not wait for it. */
const AT_ONCE = 20;

/**
 * Derives the status of clients anew after something about them changed that is no fact of theirs (a physio's
 * credential, the practice's rules). What goes beyond the first twenty is marked and derived within seconds by
 * `attention/day-turns.ts`. Locks clients in the order of their ids, so that two such changes cannot wait for each other.
 */
export async function refreshStatuses(shell: Shell, clientIds: readonly string[]): Promise<void> {
  const ids = [...new Set(clientIds)].toSorted();
  for (const id of ids.slice(0, AT_ONCE)) {
    const record = await loadRecord(shell.tx, id, { lock: true });
    if (!record) throw notFound();
    await settle(askOf(shell.tx), record, todayIn(record.client.zone, shell.now));
  }
  const later = ids.slice(AT_ONCE);
  if (later.length > 0) await shell.tx.$executeRaw`SELECT app.mark_stale(${later}::uuid[])`;
}
