import { z } from "zod";
import type { RequestStep } from "../../domain/journey/facts.ts";
import { REQUEST_STATES, requestState } from "../../domain/clearance/request-state.ts";
import { type Day, daySchema } from "../../domain/shared/day.ts";
import { REQUEST_KINDS } from "../../domain/shared/vocabulary.ts";
import { dayOf, todayIn } from "../clock.ts";
import type { Shell } from "../trpc/procedures.ts";

export const askedSchema = z.object({
  /** False for somebody who came by a link and keeps no account: she sees what that link is about. */
  hasAccount: z.boolean(),
  lines: z.array(
    z.object({
      requestId: z.uuid(),
      practice: z.object({ id: z.uuid(), name: z.string() }),
      clientName: z.string(),
      kind: z.enum(REQUEST_KINDS),
      askedOn: daySchema,
      dueOn: daySchema,
      state: z.enum(REQUEST_STATES),
      /** Her way in is live: what she sees behind it follows the mum's consents. */
      canOpen: z.boolean(),
    }),
  ),
});
type Asked = z.input<typeof askedSchema>;
type Line = Asked["lines"][number];

/** What was asked of this physio, the newest first: of her link's practice, or with an account of all practices. */
export async function askedOfMe(shell: Shell): Promise<Asked> {
  const hasAccount = shell.actor.userId !== null;
  return { hasAccount, lines: hasAccount ? await ofPerson(shell) : await ofLink(shell) };
}

type Row = {
  requestId: string;
  practiceId: string;
  practiceName: string;
  clientName: string;
  zone: string;
  kind: Line["kind"];
  askedOn: Date;
  dueOn: Date;
  expiresOn: Date;
  steps: { step: RequestStep["step"]; on: Day }[];
  isLive: boolean;
};

async function ofPerson({ tx, now }: Shell): Promise<Line[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT request_id AS "requestId", practice_id AS "practiceId", practice_name AS "practiceName", client_name AS "clientName",
           zone, kind::text AS kind, asked_on AS "askedOn", due_on AS "dueOn", expires_on AS "expiresOn", steps, is_live AS "isLive"
      FROM app.asked_of_person()`;
  return rows.map(
    ({ requestId, practiceId, practiceName, clientName, zone, kind, steps, isLive, ...row }) => {
      const dates = { askedOn: dayOf(row.askedOn), expiresOn: dayOf(row.expiresOn) };
      return {
        requestId,
        practice: { id: practiceId, name: practiceName },
        clientName,
        kind,
        askedOn: dates.askedOn,
        dueOn: dayOf(row.dueOn),
        state: requestState(dates, steps, todayIn(zone, now)),
        canOpen: isLive,
      };
    },
  );
}

async function ofLink({ tx, actor, now }: Shell): Promise<Line[]> {
  const practice = await tx.practice.findFirst({
    where: { id: actor.practiceId ?? "" },
    select: { id: true, name: true },
  });
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
  if (!practice) return [];
  return rows.map(({ id, kind, client, steps, ...row }) => {
    const dates = { askedOn: dayOf(row.askedOn), expiresOn: dayOf(row.expiresOn) };
    const happened = steps.map(({ step, on }) => ({ step, on: dayOf(on) }));
    return {
      requestId: id,
      practice,
      clientName: client.name,
      kind,
      askedOn: dates.askedOn,
      dueOn: dayOf(row.dueOn),
      state: requestState(dates, happened, todayIn(client.zone, now)),
      canOpen: true,
    };
  });
}
