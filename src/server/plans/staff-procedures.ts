import { z } from "zod";
import { PROTOCOL_KINDS } from "../../domain/journey/steps.ts";
import { assignPlanSchema, changePlanSchema } from "../../domain/plans/commands.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { shape } from "../trpc/base.ts";
import { change, read } from "../trpc/procedures.ts";
import { assignPlan, changePlan } from "./staff-commands.ts";
import { type LogEntry, ofClient } from "./staff-log.ts";

const ofHer = { clientId: z.uuid() };

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
  ofClient: read(
    "plans.ofClient",
    {
      input: { ...ofHer, cursor: daySchema.nullish() },
      output: z.object({ entries: shape<readonly LogEntry[]>(), next: daySchema.nullable() }),
    },
    ofClient,
  ),
};
