import { z } from "zod";
import type { Advice, OpenHold, OpenRedFlag, RunJump, WalkingMeter } from "../../domain/journey/journey.ts";
import type { LockReason, MumNext } from "../../domain/journey/reasons.ts";
import { PROTOCOL_KINDS, STEP_IDS, type StepStatus } from "../../domain/journey/steps.ts";
import { logSessionSchema, startSessionSchema } from "../../domain/plans/commands.ts";
import type { ProtocolSession } from "../../domain/protocols/grammar.ts";
import { daySchema } from "../../domain/shared/day.ts";
import type { Condition } from "../../domain/shared/vocabulary.ts";
import { painSchema } from "../journey/self.ts";
import { shape } from "../trpc/base.ts";
import { change, read } from "../trpc/procedures.ts";
import { type LogDetail, myLog } from "./log-detail.ts";
import { logSession, startSession } from "./mum-commands.ts";
import { session } from "./mum-session.ts";
import { recordedWay, recordings, recordingSchema } from "./recording-queries.ts";
import { today, week } from "./mum-today.ts";

const kindSchema = z.enum(PROTOCOL_KINDS);
const lineSchema = z.object({
  planId: z.uuid(),
  kind: kindSchema,
  title: z.string(),
  level: z.int(),
  levelTitle: z.string(),
  minutes: z.number(),
});
const dueSchema = lineSchema.extend({
  /** The row in her calendar; null until it is laid out. */
  sessionId: z.uuid().nullable(),
  /** A word of her coach with it. */
  note: z.string().nullable(),
});
const doneSchema = z.object({
  logId: z.uuid(),
  planId: z.uuid().nullable(),
  kind: kindSchema,
  doneOn: daySchema,
  minutes: z.number(),
  minutesRun: z.number(),
  effort: z.int().nullable(),
  completion: z.enum(["as_planned", "shorter", "stopped", "extra"]),
});
const selfSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  country: z.string(),
  zone: z.string(),
  coach: z.string(),
  practice: z.string(),
  isDemo: z.boolean(),
  pain: painSchema,
});
const todaySchema = z.object({
  day: daySchema,
  self: selfSchema,
  next: shape<MumNext>(),
  sessions: z.array(dueSchema),
  done: z.array(doneSchema),
  echo: z.object({ logId: z.uuid(), doneOn: daySchema, dueOn: daySchema, kind: kindSchema }).nullable(),
  holds: shape<readonly OpenHold[]>(),
  redFlags: shape<readonly OpenRedFlag[]>(),
  steps: z.array(z.object({ id: z.enum(STEP_IDS), status: shape<StepStatus>() })),
  isRunOpen: z.boolean(),
  hasRunPlan: z.boolean(),
  awaited: z.object({ physio: z.string().nullable(), askedOn: daySchema, days: z.int() }).nullable(),
  confirm: z.object({ clearanceId: z.uuid(), signer: z.string(), signedOn: daySchema }).nullable(),
  walking: shape<WalkingMeter>(),
  isCheckInDue: z.boolean(),
  weeksSinceBirth: z.int().nullable(),
  /** Her baby's age in months when a word on sleep is due. */
  babyMonths: z.int().nullable(),
});
const weekSchema = z.object({
  day: daySchema,
  days: z.array(
    z.object({
      day: daySchema,
      isShown: z.boolean(),
      planned: z.array(dueSchema),
      done: z.array(doneSchema),
    }),
  ),
  walking: shape<WalkingMeter>(),
  plans: z.array(
    lineSchema.extend({
      levels: z.int(),
      paused: z.boolean(),
      isAllowed: z.boolean(),
      advice: shape<Advice>(),
      cleanSessions: z.int(),
      cleanNeeded: z.int(),
    }),
  ),
});
const sessionSchema = lineSchema.extend({
  /** Its row in her calendar, when it is due today: what the start and the log name. */
  sessionId: z.uuid().nullable(),
  coachNote: z.string().nullable(),
  day: daySchema,
  self: selfSchema,
  phase: z.string().nullable(),
  note: z.string().nullable(),
  session: shape<ProtocolSession>(),
  /** Which of its level's sessions this is. */
  turn: z.int(),
  impact: z.boolean(),
  paused: z.boolean(),
  mayStart: z.boolean(),
  lockedBy: shape<readonly LockReason[]>(),
  limits: shape<readonly Condition[]>(),
  cues: shape<readonly string[]>(),
  jump: shape<RunJump | null>(),
  /** What lets a run begin on her phone without a connection; null for other kinds, and while running is locked. */
  permit: z.object({ text: z.string(), signature: z.string(), publicKey: z.string() }).nullable(),
  isDoneToday: z.boolean(),
});
const loggedSchema = z.object({
  logId: z.uuid(),
  walking: shape<WalkingMeter>(),
  advice: shape<Advice | null>(),
  echoDueOn: daySchema.nullable(),
  holds: shape<readonly OpenHold[]>(),
  redFlags: shape<readonly OpenRedFlag[]>(),
});

/** What a mum asks of this room. */
export const mumProcedures = {
  recordings: read("plans.recordings", { input: {}, output: z.array(recordingSchema) }, recordings),
  recordedWay: read(
    "plans.recordedWay",
    { input: { recordingId: z.uuid() }, output: z.array(z.object({ x: z.number(), y: z.number() })) },
    recordedWay,
  ),
  today: read("plans.today", { input: {}, output: todaySchema }, today),
  week: read("plans.week", { input: {}, output: weekSchema }, week),
  session: read("plans.session", { input: { planId: z.uuid() }, output: sessionSchema }, session),
  myLog: read("plans.myLog", { input: { logId: z.uuid() }, output: shape<LogDetail>() }, myLog),
  start: change(
    "plans.start",
    {
      input: startSessionSchema.omit({ type: true, id: true }).shape,
      output: z.object({ ok: z.literal(true) }),
    },
    startSession,
  ),
  log: change(
    "plans.log",
    { input: logSessionSchema.omit({ type: true, id: true }).shape, output: loggedSchema },
    logSession,
  ),
};
