import { z } from "zod";
import { REQUEST_STATES, requestState } from "../../domain/clearance/request-state.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { dayOf, todayIn } from "../clock.ts";
import type { Shell } from "../trpc/procedures.ts";

export const askedLineSchema = z.object({
  requestId: z.uuid(),
  clientName: z.string(),
  kind: z.enum(["assessment", "recheck"]),
  askedOn: daySchema,
  dueOn: daySchema,
  state: z.enum(REQUEST_STATES),
});

/** What was asked of this physio and is open to her now, the newest first. */
export async function askedOfMe({ tx, actor, now }: Shell): Promise<z.input<typeof askedLineSchema>[]> {
  const rows = await tx.request.findMany({
    where: { physioId: actor.physioId ?? "" },
    select: {
      id: true,
      kind: true,
      askedOn: true,
      dueOn: true,
      expiresOn: true,
      client: { select: { name: true, zone: true } },
      steps: { select: { step: true, on: true } },
    },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.map(({ id, kind, client, steps, ...row }) => {
    const dates = { askedOn: dayOf(row.askedOn), expiresOn: dayOf(row.expiresOn) };
    const happened = steps.map(({ step, on }) => ({ step, on: dayOf(on) }));
    return {
      requestId: id,
      clientName: client.name,
      kind,
      askedOn: dates.askedOn,
      dueOn: dayOf(row.dueOn),
      state: requestState(dates, happened, todayIn(client.zone, now)),
    };
  });
}
