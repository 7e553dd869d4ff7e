import { z } from "zod";
import { intakeDraftSchema } from "../../domain/clients/intake-draft.ts";
import { CONSENT_PURPOSES, LIFE_EVENTS } from "../../domain/journey/facts.ts";
import { birthFields, goalFields } from "../../domain/journey/own-commands.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { wordsSchema } from "../../domain/shared/fields.ts";
import { ACTOR_KINDS, SHARED } from "../../domain/shared/vocabulary.ts";
import { painSchema } from "../journey/self.ts";
import { change, read } from "../trpc/procedures.ts";
import { completeIntake, giveConsents, intakeDraft, saveIntakeDraft } from "./mum-intake.ts";
import { me, myConsents, recordLifeEvent, setGoal, whoLooked } from "./mum-record.ts";

const done = z.object({ ok: z.literal(true) });
const versionSchema = z.int().min(0);
const consentsSchema = z
  .array(z.strictObject({ purpose: z.enum(CONSENT_PURPOSES), given: z.boolean() }))
  .min(1)
  .max(CONSENT_PURPOSES.length)
  .refine((rows) => new Set(rows.map((row) => row.purpose)).size === rows.length, "twice");

/** What a mum asks of this room. */
export const mumProcedures = {
  me: read(
    "clients.me",
    {
      input: {},
      output: z.object({
        id: z.uuid(),
        name: z.string(),
        country: z.string(),
        zone: z.string(),
        coach: z.string(),
        practice: z.string(),
        isDemo: z.boolean(),
        pain: painSchema,
        day: daySchema,
      }),
    },
    me,
  ),
  intakeDraft: read(
    "clients.intakeDraft",
    { input: {}, output: z.object({ answers: intakeDraftSchema.nullable(), version: versionSchema }) },
    intakeDraft,
  ),
  saveIntakeDraft: change(
    "clients.saveIntakeDraft",
    {
      input: { answers: intakeDraftSchema, version: versionSchema },
      output: z.object({ version: versionSchema }),
    },
    saveIntakeDraft,
  ),
  completeIntake: change(
    "clients.completeIntake",
    {
      input: {
        births: z.array(birthFields).min(1).max(8),
        goal: goalFields,
        ranBeforeKmPerWeek: z.int().min(0).max(300),
        feeding: z.enum(["breast", "mixed", "formula", "weaned", "not_said"]),
        pelvicHistory: z.boolean(),
        words: wordsSchema,
        // Without it nobody may work with what she writes, so there is nothing to complete.
        consents: consentsSchema.refine(
          (rows) => rows.some((row) => row.purpose === "coach_care" && row.given),
          "coach_care_needed",
        ),
      },
      output: done,
    },
    completeIntake,
  ),
  consents: read(
    "clients.consents",
    {
      input: {},
      output: z.object({
        answers: z.array(
          z.object({
            purpose: z.enum(CONSENT_PURPOSES),
            given: z.boolean(),
            at: z.string(),
            wordingVersion: z.string(),
          }),
        ),
        babyPromptsOff: z.boolean(),
      }),
    },
    myConsents,
  ),
  giveConsents: change(
    "clients.giveConsents",
    { input: { consents: consentsSchema }, output: done },
    giveConsents,
  ),
  recordLifeEvent: change(
    "clients.recordLifeEvent",
    {
      input: {
        kind: z.enum(LIFE_EVENTS),
        startsOn: daySchema,
        endsOn: daySchema.nullable(),
        note: wordsSchema,
      },
      output: done,
    },
    recordLifeEvent,
  ),
  setGoal: change("clients.setGoal", { input: goalFields.shape, output: done }, setGoal),
  whoLooked: read(
    "clients.whoLooked",
    {
      input: {},
      output: z.object({
        looks: z.array(
          z.object({
            at: z.date(),
            kind: z.enum(ACTOR_KINDS),
            name: z.string().nullable(),
            what: z.string(),
            /** Which of what she shares it held; null where it was not a physio's page or a letter. */
            seen: z.array(z.enum(SHARED)).nullable(),
          }),
        ),
      }),
    },
    whoLooked,
  ),
};
