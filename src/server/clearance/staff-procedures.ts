import { z } from "zod";
import { daySchema } from "../../domain/shared/day.ts";
import { reasonSchema } from "../../domain/shared/fields.ts";
import { change, read } from "../trpc/procedures.ts";
import { cancelRequest, requestAssessment, sendAgain } from "./request-commands.ts";
import { beforeRequest, beforeRequestSchema, requestLineSchema, requestLines } from "./request-queries.ts";

const about = { input: { requestId: z.uuid() }, output: z.object({ requestId: z.uuid() }) };

/** What a coach asks of this room: to ask a physio, never to answer for one. */
export const staffProcedures = {
  requests: read(
    "clearance.requests",
    { input: { clientId: z.uuid().optional() }, output: z.array(requestLineSchema) },
    (shell, { clientId }) => requestLines(shell, clientId),
  ),
  beforeRequest: read(
    "clearance.beforeRequest",
    { input: { clientId: z.uuid() }, output: beforeRequestSchema },
    beforeRequest,
  ),
  request: change(
    "clearance.request",
    {
      input: {
        clientId: z.uuid(),
        physioId: z.uuid(),
        kind: z.enum(["assessment", "recheck"]),
        reason: reasonSchema,
        dueOn: daySchema,
      },
      output: z.object({ requestId: z.uuid() }),
    },
    requestAssessment,
  ),
  cancelRequest: change("clearance.cancelRequest", about, cancelRequest),
  sendAgain: change("clearance.sendAgain", about, sendAgain),
};
