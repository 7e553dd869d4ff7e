import type { z } from "zod";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { logSessionSchema } from "../../domain/plans/commands.ts";
import { performanceRefusal } from "../../domain/journey/performance.ts";
import { todayIn } from "../clock.ts";
import { act } from "../journey/act.ts";
import { ownId } from "../journey/self.ts";
import { Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { plannedSession } from "./log-detail.ts";

type Start = {
  readonly key: string;
  readonly sessionId: string;
  readonly planId: string;
  readonly note: string | null;
};

/** She pressed start. Postgres asks its own gate on the row that this writes. */
export async function startSession(shell: Shell, { key, ...start }: Start) {
  await act(shell, ownId(shell).clientId, { type: "startSession", id: key, ...start });
  return { ok: true as const };
}

type Log = Omit<z.output<typeof logSessionSchema>, "type" | "id"> & { readonly key: string };

/**
 * What she did, and the one line that pays her back for telling: where she stands now.
 * @throws Refused when what she says she did is not what the plan has, before anything is written
 */
export async function logSession(shell: Shell, { key, ...log }: Log) {
  if (log.performance?.exercises?.length) {
    const refusal = performanceRefusal(log.performance, await plannedSession(shell, log));
    if (refusal) throw new Refused(refusal);
  }
  const record = await act(shell, ownId(shell).clientId, { type: "logSession", id: key, ...log });
  const journey = deriveJourney(record, todayIn(record.client.zone, shell.now));
  const plan = journey.plans.find((row) => row.planId === log.planId);
  return {
    logId: key,
    walking: journey.walking,
    advice: plan?.advice ?? null,
    echoDueOn: journey.echo?.logId === key ? journey.echo.dueOn : null,
    holds: journey.holds,
    redFlags: journey.redFlags.filter((flag) => flag.acknowledgedAt === null),
  };
}
