import { randomUUID } from "node:crypto";
import type { Command } from "../../domain/journey/commands.ts";
import { decide } from "../../domain/journey/decide.ts";
import type { ClientRecord, JourneyEvent, ProtocolOutline } from "../../domain/journey/facts.ts";
import { withLadders } from "../../domain/journey/ladders.ts";
import { todayIn } from "../clock.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { loadRecord } from "./load-record.ts";
import { record } from "./record.ts";

type Extras = {
  /** Protocol versions the command speaks of that no plan of hers uses yet. */
  readonly outlines?: readonly ProtocolOutline[];
  /** Columns that only the shell can fill in (a seal, hashes of files), added to the facts as they are written. */
  readonly complete?: (event: JourneyEvent) => JourneyEvent;
};

/**
 * The one way a fact comes to be: lock her row, load her record, let the domain decide, write what it says.
 * @throws Refused with the domain's refusal · NOT_FOUND when the actor has no business with her
 * @returns her record after the change
 */
export async function act(
  shell: Shell,
  clientId: string,
  command: Command,
  extras: Extras = {},
): Promise<ClientRecord> {
  const loaded = await loadRecord(shell.tx, clientId, { lock: true });
  if (!loaded || !shell.actor.practiceId) throw notFound();
  const before = extras.outlines ? withLadders(loaded, extras.outlines) : loaded;
  const today = todayIn(before.client.zone, shell.now);
  const decision = decide(before, command, { today, newId: randomUUID });
  if (!decision.ok) throw new Refused(decision.refusal);
  const events = extras.complete ? decision.events.map(extras.complete) : decision.events;
  return record(shell.tx, before, shell.actor.practiceId, events, today);
}

/** Her record for reading, with her own today. */
export async function recordOf(shell: Shell, clientId: string) {
  const found = await loadRecord(shell.tx, clientId, { lock: false });
  if (!found) throw notFound();
  return { record: found, today: todayIn(found.client.zone, shell.now) };
}
