import { z } from "zod";
import { REQUEST_STATES, isWaiting, requestState, waitingOf } from "../../domain/clearance/request-state.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { REQUEST_KINDS, type Shared } from "../../domain/shared/vocabulary.ts";
import { dayOf, todayIn } from "../clock.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

export const sharingSchema = z.object({
  birth: z.boolean(),
  symptoms: z.boolean(),
  tests: z.boolean(),
  plan: z.boolean(),
});
export type Sharing = z.infer<typeof sharingSchema>;

/** What she shares now: her newest word for each category; no word is no. */
export async function sharingOf({ tx }: Shell, clientId: string): Promise<Sharing> {
  const rows = await tx.consent.findMany({
    where: { clientId },
    select: { purpose: true, given: true },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const said = new Map<string, boolean>(rows.map((row) => [row.purpose, row.given]));
  const shares = (category: Shared) => said.get(`share_${category}`) ?? false;
  return {
    birth: shares("birth"),
    symptoms: shares("symptoms"),
    tests: shares("tests"),
    plan: shares("plan"),
  };
}

export const requestLineSchema = z.object({
  requestId: z.uuid(),
  clientId: z.uuid(),
  clientName: z.string(),
  physio: z.object({ id: z.uuid(), name: z.string(), clinic: z.string().nullable() }),
  kind: z.enum(REQUEST_KINDS),
  reason: z.string(),
  askedBy: z.enum(["client", "coach", "owner", "physio", "system"]),
  askedOn: daySchema,
  dueOn: daySchema,
  expiresOn: daySchema,
  state: z.enum(REQUEST_STATES),
  waitingDays: z.int(),
  /** A reminder is due: nobody answered for a while and none was sent since. */
  remindNow: z.boolean(),
  isOverdue: z.boolean(),
});
export type RequestLine = z.infer<typeof requestLineSchema>;

/** Every request of the practice, or of one client: what waits first, the longest wait on top. */
export async function requestLines({ tx, now }: Shell, clientId: string | undefined): Promise<RequestLine[]> {
  if (clientId !== undefined) {
    const client = await tx.client.findFirst({ where: { id: clientId }, select: { id: true } });
    if (!client) throw notFound();
  }
  const rows = await tx.request.findMany({
    where: { client: { archivedAt: null, ...(clientId === undefined ? {} : { id: clientId }) } },
    select: {
      id: true,
      kind: true,
      reason: true,
      recordedByKind: true,
      askedOn: true,
      dueOn: true,
      expiresOn: true,
      client: { select: { id: true, name: true, zone: true } },
      physio: { select: { id: true, name: true, clinic: true } },
      steps: { select: { step: true, on: true }, orderBy: [{ recordedAt: "asc" }, { id: "asc" }] },
    },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: 500,
  });
  const lines = rows.map(({ id, client, physio, recordedByKind, steps, ...row }) => {
    const today = todayIn(client.zone, now);
    const asked = { askedOn: dayOf(row.askedOn), dueOn: dayOf(row.dueOn), expiresOn: dayOf(row.expiresOn) };
    const happened = steps.map((step) => ({ step: step.step, on: dayOf(step.on) }));
    const state = requestState(asked, happened, today);
    const { days, remindOn } = waitingOf(asked, happened, today);
    return {
      requestId: id,
      clientId: client.id,
      clientName: client.name,
      physio,
      kind: row.kind,
      reason: row.reason,
      askedBy: recordedByKind,
      ...asked,
      state,
      waitingDays: days,
      remindNow: remindOn !== null && remindOn <= today,
      isOverdue: remindOn !== null && asked.dueOn < today,
    };
  });
  const waits = (line: RequestLine) => isWaiting(line.state);
  return lines.toSorted(
    (a, b) => Number(waits(b)) - Number(waits(a)) || (waits(a) ? b.waitingDays - a.waitingDays : 0),
  );
}
