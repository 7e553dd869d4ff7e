import { randomUUID } from "node:crypto";
import { decide } from "../../domain/journey/decide.ts";
import type { Command } from "../../domain/journey/commands.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import { todayIn } from "../clock.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { loadRecord } from "./load-record.ts";
import { record } from "./record.ts";

/**
 * The one way a fact comes to be: lock her row, load her record, let the domain decide, write what it says.
 * @throws Refused with the domain's refusal · NOT_FOUND when the actor has no business with her
 * @returns her record after the change
 */
export async function act(shell: Shell, clientId: string, command: Command): Promise<ClientRecord> {
  const before = await loadRecord(shell.tx, clientId, { lock: true });
  if (!before || !shell.actor.practiceId) throw notFound();
  const today = todayIn(before.client.zone, shell.now);
  const decision = decide(before, command, { today, newId: randomUUID });
  if (!decision.ok) throw new Refused(decision.refusal);
  return record(shell.tx, before, shell.actor.practiceId, decision.events, today);
}

/** Her record for reading, with her own today. */
export async function recordOf(shell: Shell, clientId: string) {
  const found = await loadRecord(shell.tx, clientId, { lock: false });
  if (!found) throw notFound();
  return { record: found, today: todayIn(found.client.zone, shell.now) };
}
