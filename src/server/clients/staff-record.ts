import { z } from "zod";
import { attentionOf } from "../../domain/attention/rank.ts";
import { type QueueReason, waitingReasons } from "../../domain/attention/queue.ts";
import { hasBabyPrompts } from "../../domain/journey/baby-prompt.ts";
import { contextOf } from "../../domain/journey/context.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type {
  Assessment,
  Birth,
  ClientRecord,
  Intake,
  PainBandsSet,
  ProtocolOutline,
} from "../../domain/journey/facts.ts";
import type { Journey } from "../../domain/journey/journey.ts";
import { newest } from "../../domain/shared/newest.ts";
import { daySchema, type Day } from "../../domain/shared/day.ts";
import { ACTOR_KINDS } from "../../domain/shared/vocabulary.ts";
import { type PainBands, painBandsOf } from "../../domain/symptoms/pain-bands.ts";
import { dayOf } from "../clock.ts";
import { recordOf } from "../journey/act.ts";
import { namesOf } from "../journey/self.ts";
import { shape } from "../trpc/base.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { lastChangedBy } from "./staff-update.ts";

export const clientSchema = z.object({
  client: z.object({
    clientId: z.uuid(),
    name: z.string(),
    email: z.string(),
    zone: z.string(),
    country: z.string(),
    coachId: z.uuid(),
    coach: z.string(),
    joinedOn: daySchema,
    version: z.int(),
    /** The member who changed these details last. */
    changedBy: z.uuid().nullable(),
    isArchived: z.boolean(),
    hasJoined: z.boolean(),
    invitedAt: z.date().nullable(),
    invitationEndsAt: z.date().nullable(),
  }),
  viewer: z.object({ role: z.enum(["coach", "owner"]), memberId: z.uuid().nullable() }),
  coaches: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** The practice's calendar and hers can differ: this is hers. */
  day: daySchema,
  journey: shape<Journey>(),
  about: z.object({
    birth: shape<Pick<Birth, "bornOn" | "mode" | "tear" | "babies" | "gestationWeeks"> | null>(),
    births: z.int(),
    intake: shape<Pick<
      Intake,
      "completedOn" | "ranBeforeKmPerWeek" | "feeding" | "pelvicHistory" | "words"
    > | null>(),
  }),
  /** What the physio found and advises, newest. */
  assessment: shape<
    | (Pick<Assessment, "assessedOn" | "physioId" | "restorationOk" | "findings" | "homeProgramme"> & {
        readonly hasSigned: boolean;
      })
    | null
  >(),
  /** Levels of the versions her plans use, by version. */
  levels: shape<Readonly<Record<string, ProtocolOutline["levels"]>>>(),
  reviews: z.array(
    z.object({
      id: z.uuid(),
      reviewedOn: daySchema,
      observations: z.string().nullable(),
      cues: z.array(z.string()),
      closed: z.boolean(),
      byKind: z.enum(ACTOR_KINDS),
      byId: z.string().nullable(),
    }),
  ),
  reasons: shape<readonly QueueReason[]>(),
  /** Names behind ids: coaches and physios of the practice. */
  names: z.record(z.string(), z.string()),
  unread: z.int(),
  /** Her own traffic light of pain and every change of it, newest first. */
  pain: z.object({
    bands: shape<PainBands>(),
    changes: shape<readonly (Omit<PainBandsSet, "recordedBy"> & { readonly by: string | null })[]>(),
  }),
  /** False once she, or her coach for her, switched them off for good. */
  hasBabyPrompts: z.boolean(),
});

async function clientRow({ tx }: Shell, practiceId: string, clientId: string) {
  const row = await tx.client.findUnique({
    where: { practiceId_id: { practiceId, id: clientId } },
    select: {
      name: true,
      email: true,
      zone: true,
      country: true,
      coachId: true,
      coach: { select: { name: true } },
      joinedOn: true,
      version: true,
      archivedAt: true,
      userId: true,
      invitations: {
        where: { voidedAt: null, purpose: "client" },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { createdAt: true, expiresAt: true },
      },
      _count: { select: { messages: { where: { fromKind: "client", readAt: null } } } },
    },
  });
  if (!row) throw notFound();
  return row;
}

function reviewsOf(record: ClientRecord) {
  return record.techniqueReview
    .map(({ id, reviewedOn, observations, cues, closed, recordedBy }) => ({
      id,
      reviewedOn,
      observations,
      cues: [...cues],
      closed,
      byKind: recordedBy.kind,
      byId: recordedBy.id,
    }))
    .toReversed();
}

function aboutOf(record: ClientRecord, today: Day) {
  const { birth, intake } = contextOf(record, today);
  return {
    birth: birth && {
      bornOn: birth.bornOn,
      mode: birth.mode,
      tear: birth.tear,
      babies: birth.babies,
      gestationWeeks: birth.gestationWeeks,
    },
    births: record.birth.length,
    intake: intake && {
      completedOn: intake.completedOn,
      ranBeforeKmPerWeek: intake.ranBeforeKmPerWeek,
      feeding: intake.feeding,
      pelvicHistory: intake.pelvicHistory,
      words: intake.words,
    },
  };
}

function assessmentOf(record: ClientRecord) {
  const found = newest(record.assessment);
  if (!found) return null;
  const { assessedOn, physioId, restorationOk, findings, homeProgramme } = found;
  const hasSigned = record.clearance.some((row) => row.assessmentId === found.id);
  return { assessedOn, physioId, restorationOk, findings, homeProgramme, hasSigned };
}

async function reasonsOf(shell: Shell, journey: Journey, record: ClientRecord, today: Day) {
  const marks = await shell.tx.task.findMany({
    where: { clientId: record.client.id },
    select: { reason: true, factId: true, state: true, until: true },
  });
  return waitingReasons(
    attentionOf(journey, record, today).reasons,
    marks.map(({ reason, factId, state, until }) => ({
      reason,
      source: factId,
      state,
      until: until && dayOf(until),
    })),
    today,
  );
}

/** One mum as her coach sees her: who she is, her journey with every reason, what is planned, found and signed. */
export async function clientById(shell: Shell, { clientId }: { clientId: string }) {
  const { practiceId, role, memberId } = shell.actor;
  if (!practiceId) throw notFound();
  const row = await clientRow(shell, practiceId, clientId);
  const { record, today } = await recordOf(shell, clientId);
  const journey = deriveJourney(record, today);
  const [invitation] = row.invitations;
  const coaches = await shell.tx.member.findMany({
    where: { practiceId, leftAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  return {
    client: {
      clientId,
      name: row.name,
      email: row.email,
      zone: row.zone,
      country: row.country,
      coachId: row.coachId,
      coach: row.coach.name,
      joinedOn: dayOf(row.joinedOn),
      version: row.version,
      changedBy: await lastChangedBy(shell, clientId),
      isArchived: row.archivedAt !== null,
      hasJoined: row.userId !== null,
      invitedAt: invitation?.createdAt ?? null,
      invitationEndsAt: invitation?.expiresAt ?? null,
    },
    viewer: { role: role === "owner" ? ("owner" as const) : ("coach" as const), memberId },
    coaches,
    day: today,
    journey,
    about: aboutOf(record, today),
    assessment: assessmentOf(record),
    levels: Object.fromEntries(record.protocols.map((outline) => [outline.versionId, outline.levels])),
    reviews: reviewsOf(record),
    reasons: await reasonsOf(shell, journey, record, today),
    names: Object.fromEntries(await namesOf(shell, practiceId)),
    unread: row._count.messages,
    pain: {
      bands: painBandsOf(record),
      changes: record.painBands.map(({ recordedBy, ...row }) => ({ ...row, by: recordedBy.id })).toReversed(),
    },
    hasBabyPrompts: hasBabyPrompts(record),
  };
}
