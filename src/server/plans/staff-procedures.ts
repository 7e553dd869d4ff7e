import { z } from "zod";
import { PROTOCOL_KINDS } from "../../domain/journey/steps.ts";
import { assignPlanSchema, changePlanSchema, showWeeksSchema } from "../../domain/plans/commands.ts";
import type { Refusal } from "../../domain/journey/decision.ts";
import { placingSchema, type Restoring } from "../../domain/plans/placing.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { shape } from "../trpc/base.ts";
import { change, read } from "../trpc/procedures.ts";
import { assignMany, type BulkRow, previewAssign, undoAssign } from "./bulk-assign.ts";
import { type CopiedRow, copyWeek, placeSession } from "./calendar-commands.ts";
import { calendar } from "./calendar-queries.ts";
import { type LogDetail, logOf } from "./log-detail.ts";
import { assignPlan, changePlan, showWeeks } from "./staff-commands.ts";
import { type LogEntry, ofClient } from "./staff-log.ts";

const ofHer = { clientId: z.uuid() };
/** Mums of one bulk action. */
const MOST_AT_ONCE = 50;
const manySchema = {
  protocolVersionId: z.uuid(),
  clientIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
  level: z.int().min(0).max(200),
  startsOn: daySchema.nullable(),
};
const bulkSchema = z.object({
  title: z.string(),
  kind: z.enum(PROTOCOL_KINDS),
  rows: shape<readonly BulkRow[]>(),
});
const resultsSchema = z.object({
  rows: shape<readonly { readonly clientId: string; readonly refusal: Refusal | null }[]>(),
});

/** What a coach asks of this room. */
export const staffProcedures = {
  assign: change(
    "plans.assign",
    {
      // The kind is the version's; nobody says it twice.
      input: { ...assignPlanSchema.omit({ type: true, id: true, kind: true }).shape, ...ofHer },
      output: z.object({ planId: z.uuid(), kind: z.enum(PROTOCOL_KINDS) }),
    },
    assignPlan,
  ),
  change: change(
    "plans.change",
    {
      input: { ...changePlanSchema.omit({ type: true, id: true }).shape, ...ofHer },
      output: z.object({ ok: z.literal(true) }),
    },
    changePlan,
  ),
  previewAssign: read("plans.previewAssign", { input: manySchema, output: bulkSchema }, previewAssign),
  assignMany: change("plans.assignMany", { input: manySchema, output: bulkSchema }, assignMany),
  undoAssign: change(
    "plans.undoAssign",
    {
      input: {
        plans: z
          .array(z.strictObject({ clientId: z.uuid(), planId: z.uuid() }))
          .min(1)
          .max(MOST_AT_ONCE),
      },
      output: resultsSchema,
    },
    undoAssign,
  ),
  calendar: read(
    "plans.calendar",
    {
      input: { ...ofHer, fromDay: daySchema, days: z.int().min(1).max(42) },
      output: shape<Awaited<ReturnType<typeof calendar>>>(),
    },
    calendar,
  ),
  place: change(
    "plans.place",
    { input: { ...ofHer, placing: placingSchema }, output: z.object({ back: shape<Restoring | null>() }) },
    placeSession,
  ),
  copyWeek: change(
    "plans.copyWeek",
    {
      input: {
        ...ofHer,
        fromDay: daySchema,
        toDay: daySchema,
        toClientIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
      },
      output: z.object({ rows: shape<readonly CopiedRow[]>() }),
    },
    copyWeek,
  ),
  showWeeks: change(
    "plans.showWeeks",
    {
      input: { ...showWeeksSchema.omit({ type: true, id: true }).shape, ...ofHer },
      output: z.object({ shownUntil: daySchema.nullable() }),
    },
    showWeeks,
  ),
  logOf: read("plans.logOf", { input: { ...ofHer, logId: z.uuid() }, output: shape<LogDetail>() }, logOf),
  ofClient: read(
    "plans.ofClient",
    {
      input: { ...ofHer, cursor: daySchema.nullish() },
      output: z.object({ entries: shape<readonly LogEntry[]>(), next: daySchema.nullable() }),
    },
    ofClient,
  ),
};
