import { todayIn } from "../clock.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { loadRecord } from "./load-record.ts";
import { statusOf } from "./status.ts";

/**
 * Derives the status of clients anew after something about them changed that is no fact of theirs (a physio's credential).
 * Locks them one after the other in the order of their ids, so that two such changes cannot wait for each other.
 */
export async function refreshStatuses(shell: Shell, clientIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(clientIds)].toSorted()) {
    const record = await loadRecord(shell.tx, id, { lock: true });
    if (!record) throw notFound();
    const status = JSON.stringify(statusOf(record, todayIn(record.client.zone, shell.now)));
    await shell.tx.$executeRaw`SELECT app.put_status(${id}::uuid, ${status}::jsonb)`;
  }
}
