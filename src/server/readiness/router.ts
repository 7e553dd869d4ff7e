import { z } from "zod";
import type { TestResult } from "../../domain/journey/facts.ts";
import { recordBatterySchema } from "../../domain/readiness/commands.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { ACTOR_KINDS } from "../../domain/shared/vocabulary.ts";
import { act, recordOf } from "../journey/act.ts";
import { shape, t } from "../trpc/base.ts";
import { change, read, type Shell } from "../trpc/procedures.ts";

/** Every time she was tested, newest first. */
async function runsOf(shell: Shell, { clientId }: { clientId: string }) {
  const { record } = await recordOf(shell, clientId);
  const runs = record.batteryRun.map(({ id, battery, version, doneOn, results, recordedBy }) => ({
    id,
    battery,
    version,
    doneOn,
    results,
    byKind: recordedBy.kind,
    byId: recordedBy.id,
  }));
  return { runs: runs.toSorted((a, b) => (a.doneOn < b.doneOn ? 1 : a.doneOn > b.doneOn ? -1 : 0)) };
}

export const readinessRouter = t.router({
  ofClient: read(
    "readiness.ofClient",
    {
      input: { clientId: z.uuid() },
      output: z.object({
        runs: z.array(
          z.object({
            id: z.uuid(),
            battery: z.string(),
            version: z.int(),
            doneOn: daySchema,
            results: shape<readonly TestResult[]>(),
            byKind: z.enum(ACTOR_KINDS),
            byId: z.string().nullable(),
          }),
        ),
      }),
    },
    runsOf,
  ),
  record: change(
    "readiness.record",
    {
      input: { ...recordBatterySchema.omit({ type: true, id: true }).shape, clientId: z.uuid() },
      output: z.object({ ok: z.literal(true) }),
    },
    async (shell, { key, clientId, ...run }) => {
      await act(shell, clientId, { type: "recordBattery", id: key, ...run });
      return { ok: true as const };
    },
  ),
});
