import { z } from "zod";
import { confirmClearanceSchema } from "../../domain/clearance/commands.ts";
import { REQUEST_STATES } from "../../domain/clearance/request-state.ts";
import { measuresSchema } from "../../domain/clearance/measures.ts";
import type { ClearanceState } from "../../domain/journey/journey.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { reasonSchema } from "../../domain/shared/fields.ts";
import {
  CLEARANCE_DECISIONS,
  conditionSchema,
  REQUEST_KINDS,
  SCOPES,
} from "../../domain/shared/vocabulary.ts";
import { emailSchema } from "../../lib/email-address.ts";
import { act } from "../journey/act.ts";
import { ownId } from "../journey/self.ts";
import { shape } from "../trpc/base.ts";
import { change, read, type Shell } from "../trpc/procedures.ts";
import { beforeRequest, beforeRequestSchema } from "./before-request.ts";
import { myClearance } from "./mum-queries.ts";
import { askMyself, cancelRequest, sendMineAgain } from "./request-commands.ts";

const mineSchema = z.object({
  day: daySchema,
  state: shape<ClearanceState>(),
  requests: z.array(
    z.object({
      requestId: z.uuid(),
      kind: z.enum(REQUEST_KINDS),
      physio: z.string().nullable(),
      reason: z.string(),
      /** She asked herself: hers to send again, and to take back. */
      isMine: z.boolean(),
      askedOn: daySchema,
      dueOn: daySchema,
      state: z.enum(REQUEST_STATES),
      /** The next day the physio is reminded on, while she has not answered. */
      remindOn: daySchema.nullable(),
      expiresOn: daySchema,
      steps: z.array(
        z.object({
          step: z.enum(["opened", "reminded", "answered", "declined", "cancelled"]),
          on: daySchema,
        }),
      ),
    }),
  ),
  assessments: z.array(
    z.object({
      assessmentId: z.uuid(),
      physio: z.string().nullable(),
      assessedOn: daySchema,
      restorationOk: z.boolean(),
      findings: z.string().nullable(),
      homeProgramme: z.string().nullable(),
      measures: measuresSchema.nullable(),
    }),
  ),
  /** What the printed passport says, while the sign-off stands; else null. */
  passport: z
    .object({
      name: z.string(),
      code: z.string(),
      signer: z.object({
        name: z.string(),
        title: z.string(),
        regulator: z.string(),
        number: z.string(),
      }),
      scope: z.array(z.enum(SCOPES)),
      reviewBy: daySchema,
      hasConditions: z.boolean(),
    })
    .nullable(),
  clearances: z.array(
    z.object({
      clearanceId: z.uuid(),
      decision: z.enum(CLEARANCE_DECISIONS),
      scope: z.array(z.enum(SCOPES)),
      conditions: z.array(conditionSchema),
      signer: z.string(),
      assessedOn: daySchema,
      signedOn: daySchema,
      reviewBy: daySchema,
      withdrawnOn: daySchema.nullable(),
      saw: z.boolean().nullable(),
    }),
  ),
});

const aboutMine = { input: { requestId: z.uuid() }, output: z.object({ requestId: z.uuid() }) };

type Confirm = { readonly key: string; readonly clearanceId: string; readonly saw: boolean };

/** Yes, I saw this physio; or no. Until yes a sign-off opens nothing. */
async function confirmClearance(shell: Shell, { key, ...answer }: Confirm) {
  await act(shell, ownId(shell).clientId, { type: "confirmClearance", id: key, ...answer });
  return { ok: true as const };
}

/** What a mum asks of this room. */
export const mumProcedures = {
  beforeAsking: read("clearance.beforeAsking", { input: {}, output: beforeRequestSchema }, (shell) =>
    beforeRequest(shell, ownId(shell)),
  ),
  ask: change(
    "clearance.ask",
    {
      input: {
        physio: z.union([
          z.strictObject({ physioId: z.uuid() }),
          z.strictObject({
            name: z.string().trim().min(1, "required").max(120, "too_long"),
            email: emailSchema,
            clinic: z.string().trim().max(120, "too_long").nullable(),
          }),
        ]),
        kind: z.enum(REQUEST_KINDS),
        reason: reasonSchema,
        dueOn: daySchema,
      },
      output: z.object({ requestId: z.uuid() }),
    },
    askMyself,
  ),
  cancelMine: change("clearance.cancelMine", aboutMine, cancelRequest),
  sendMineAgain: change("clearance.sendMineAgain", aboutMine, sendMineAgain),
  mine: read("clearance.mine", { input: {}, output: mineSchema }, myClearance),
  confirm: change(
    "clearance.confirm",
    {
      input: confirmClearanceSchema.omit({ type: true, id: true }).shape,
      output: z.object({ ok: z.literal(true) }),
    },
    confirmClearance,
  ),
};
