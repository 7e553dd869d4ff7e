import { REQUEST_STATES } from "../../domain/clearance/request-state.ts";
import { measuresSchema } from "../../domain/clearance/measures.ts";
import { z } from "zod";
import { daySchema } from "../../domain/shared/day.ts";
import {
  BIRTH_MODES,
  CLEARANCE_DECISIONS,
  conditionSchema,
  findingSchema,
  REQUEST_KINDS,
  SCOPES,
  SIDES,
  TEARS,
} from "../../domain/shared/vocabulary.ts";
import { PROTOCOL_KINDS } from "../../domain/journey/steps.ts";
import { sharingSchema } from "./request-queries.ts";

const words = z.string().nullable();

export const assessmentSchema = z.object({
  id: z.uuid(),
  assessedOn: daySchema,
  restorationOk: z.boolean(),
  findings: words,
  homeProgramme: words,
  measures: measuresSchema.nullable(),
});

export const signedSchema = z.object({
  clearanceId: z.uuid(),
  decision: z.enum(CLEARANCE_DECISIONS),
  scope: z.array(z.enum(SCOPES)),
  conditions: z.array(conditionSchema),
  assessedOn: daySchema,
  signedOn: daySchema,
  reviewBy: daySchema,
  earliestRunOn: daySchema.nullable(),
  earliestRunReason: words,
  earlierTestsCount: z.boolean(),
  signer: z.object({
    name: z.string(),
    title: z.string(),
    regulator: z.string(),
    registrationNumber: z.string(),
    practisingYear: z.int(),
  }),
  passportCode: z.string(),
  withdrawnOn: daySchema.nullable(),
  /** The mum's word: she saw this physio, she did not, or nothing yet. */
  saw: z.boolean().nullable(),
  isNewest: z.boolean(),
  /** What is stored is no longer what she signed. */
  isBroken: z.boolean(),
});

/** All a physio sees on her page. A category the mum has not shared is null, never an empty list. */
export const forPhysioSchema = z.object({
  today: daySchema,
  /** Of how many days she sees symptoms and training. */
  daysBack: z.int(),
  practice: z.object({ name: z.string(), isDemo: z.boolean() }),
  client: z.object({ name: z.string(), country: z.string() }),
  request: z.object({
    id: z.uuid(),
    kind: z.enum(REQUEST_KINDS),
    reason: z.string(),
    askedBy: z.string(),
    askedOn: daySchema,
    dueOn: daySchema,
    state: z.enum(REQUEST_STATES),
  }),
  physio: z.object({
    name: z.string(),
    email: z.string(),
    clinic: words,
    title: words,
    regulator: words,
    registrationNumber: words,
    /** She keeps a list of all her requests. */
    hasAccount: z.boolean(),
  }),
  sharing: sharingSchema,
  /** SHA-256 of what follows about her: goes back with the signature, so that what is signed is what was seen. */
  seen: z.string(),
  birth: z
    .object({
      bornOn: daySchema,
      daysSince: z.int(),
      mode: z.enum(BIRTH_MODES),
      tear: z.enum(TEARS),
      babies: z.int(),
      gestationWeeks: z.int().nullable(),
      pelvicHistory: z.boolean().nullable(),
      ranBeforeKmPerWeek: z.number().nullable(),
      herWords: words,
    })
    .nullable(),
  symptoms: z
    .object({
      fromDay: daySchema,
      checks: z.array(
        z.object({
          id: z.uuid(),
          day: daySchema,
          moment: z.string(),
          findings: z.array(findingSchema),
          note: words,
        }),
      ),
      /** Checks in these days that found nothing. */
      clear: z.int(),
      holds: z.array(z.object({ id: z.uuid(), covers: z.string(), reason: z.string(), placedOn: daySchema })),
    })
    .nullable(),
  tests: z
    .array(
      z.object({
        id: z.uuid(),
        battery: z.string(),
        doneOn: daySchema,
        results: z.array(
          z.object({
            test: z.string(),
            side: z.enum(SIDES),
            value: z.number().nullable(),
            symptoms: z.array(findingSchema),
            incomplete: z.enum(["form_loss", "stopped_early", "declined"]).nullable(),
          }),
        ),
      }),
    )
    .nullable(),
  plan: z
    .object({
      goal: z.object({ daysPerWeek: z.int(), minutesPerRun: z.int() }).nullable(),
      /** What a sign-off in force allows no more than: her plans keep to it. */
      limits: z.array(conditionSchema),
      plans: z.array(
        z.object({
          id: z.uuid(),
          kind: z.enum(PROTOCOL_KINDS),
          title: z.string(),
          level: z.int(),
          startsOn: daySchema,
        }),
      ),
      load: z.array(
        z.object({
          day: daySchema,
          kind: z.string(),
          minutesTotal: z.number(),
          minutesRun: z.number(),
          effort: z.int().nullable(),
        }),
      ),
    })
    .nullable(),
  /** Her own last word about this client, to carry forward. */
  lastAssessment: assessmentSchema.nullable(),
  signed: z.array(signedSchema),
  /** The sign-off a return passport can be made of now: the newest one, while it stands. */
  passportId: z.uuid().nullable(),
});
export type ForPhysio = z.infer<typeof forPhysioSchema>;
