import { z } from "zod";
import { MOST_REMINDERS } from "../../domain/clearance/reminders.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { reasonSchema } from "../../domain/shared/fields.ts";
import { REQUEST_KINDS } from "../../domain/shared/vocabulary.ts";
import { change, read } from "../trpc/procedures.ts";
import { beforeRequest, beforeRequestSchema } from "./before-request.ts";
import { cancelRequest, requestAssessment, sendAgain } from "./request-commands.ts";
import { requestLineSchema, requestLines } from "./request-queries.ts";

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
        kind: z.enum(REQUEST_KINDS),
        reason: reasonSchema,
        dueOn: daySchema,
        /** Until when she may answer; without it two weeks beyond the day an answer would help by. */
        expiresOn: daySchema.optional(),
        /** Days on which she is reminded while she has not answered; without it the house's. */
        remindOn: z.array(daySchema).max(MOST_REMINDERS).optional(),
      },
      output: z.object({ requestId: z.uuid() }),
    },
    requestAssessment,
  ),
  cancelRequest: change("clearance.cancelRequest", about, cancelRequest),
  sendAgain: change("clearance.sendAgain", about, sendAgain),
};
