import { z } from "zod";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import type { Journey } from "../../domain/journey/journey.ts";
import { addDays, daySchema } from "../../domain/shared/day.ts";
import { ruleValue } from "../../domain/shared/rules.ts";
import { REQUEST_KINDS, type RequestKind } from "../../domain/shared/vocabulary.ts";
import { recordOf } from "../journey/act.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { forPhysioSchema } from "./physio-view-schema.ts";
import { sharingSchema } from "./request-queries.ts";
import { sharedOf } from "./shared-view.ts";

export const beforeRequestSchema = z.object({
  clientName: z.string(),
  today: daySchema,
  physios: z.array(
    z.object({ id: z.uuid(), name: z.string(), clinic: z.string().nullable(), hasOpenRequest: z.boolean() }),
  ),
  /** The one who knows her: who signed last, or was asked last. */
  herPhysioId: z.uuid().nullable(),
  sharing: sharingSchema,
  kind: z.enum(REQUEST_KINDS),
  /** Why a way back, or a hold, proposes this request, or null when it is an ordinary one: the words are pre-written from it. */
  because: z
    .object({
      trigger: z.string(),
      /** Null as well when she does not share her symptoms: the letter must not name it then. */
      symptom: z.string().nullable(),
      on: daySchema,
    })
    .nullable(),
  /** The last 14 days as the physio will see them, to stand in the letter; null where she does not share them. */
  symptoms: forPhysioSchema.shape.symptoms,
  plan: forPhysioSchema.shape.plan,
  dueOn: daySchema,
});

type Because = z.infer<typeof beforeRequestSchema>["because"];

/** What asks for this letter: a way back that proposes it, or a hold after a warning sign that only a physio ends. */
function becauseOf({ proposals, holds }: Journey, sharesSymptoms: boolean): Because {
  const proposal = proposals.find((row) => row.request !== null);
  if (proposal?.request) {
    const { symptom, on } = proposal.request;
    return { trigger: proposal.trigger, symptom: sharesSymptoms ? symptom : null, on };
  }
  const hold = holds.find((row) => row.reason === "red_flag" && row.wayOut === "physio_decides");
  return hold ? { trigger: "red_flag", symptom: null, on: hold.since } : null;
}

function physioOf(record: ClientRecord): string | null {
  return record.clearance.at(-1)?.physioId ?? record.request.at(-1)?.physioId ?? null;
}

/** What her body said asks for a look at that, whatever was seen before. */
function kindOf(because: Because, record: ClientRecord): RequestKind {
  if (because?.trigger === "pelvic_symptom" || because?.trigger === "red_flag") return "symptom";
  return record.assessment.length > 0 ? "recheck" : "assessment";
}

/** What the coach needs before she asks: whom she can ask, what the mum shares, and a request that is written already. */
export async function beforeRequest(shell: Shell, { clientId }: { clientId: string }) {
  const { tx } = shell;
  const { record, today } = await recordOf(shell, clientId);
  const journey = deriveJourney(record, today);
  const client = await tx.client.findFirst({ where: { id: clientId }, select: { name: true } });
  if (!client) throw notFound();
  const physios = await tx.physio.findMany({
    where: { practiceId: shell.actor.practiceId ?? "" },
    select: { id: true, name: true, clinic: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const { sharing, symptoms, plan } = await sharedOf(shell, clientId, today);
  const because = becauseOf(journey, sharing.symptoms);
  const kind = kindOf(because, record);
  return {
    clientName: client.name,
    today,
    physios: physios.map((row) => ({
      ...row,
      hasOpenRequest: journey.requests.some((request) => request.physioId === row.id),
    })),
    herPhysioId: physioOf(record),
    sharing,
    kind,
    because,
    symptoms,
    plan,
    // A body that complained should not wait two weeks for a date.
    dueOn: addDays(today, ruleValue(kind === "symptom" ? "physio_wait_days" : "request_due_days")),
  };
}
