import { z } from "zod";
import type { OpenHold } from "../../domain/journey/journey.ts";
import type { Verdict } from "../../domain/journey/verdict.ts";
import {
  acknowledgeRedFlagSchema,
  checkInSchema,
  checkSymptomsSchema,
  setPainBandsSchema,
} from "../../domain/symptoms/commands.ts";
import { shape, t } from "../trpc/base.ts";
import { change } from "../trpc/procedures.ts";
import { acknowledgeRedFlag, checkIn, checkSymptoms, setPainBands } from "./commands.ts";

const done = z.object({ ok: z.literal(true) });
const checkedSchema = z.object({
  verdict: shape<Verdict>(),
  holds: shape<readonly OpenHold[]>(),
  isRunOpen: z.boolean(),
  country: z.string(),
});

export const symptomsRouter = t.router({
  check: change(
    "symptoms.check",
    { input: checkSymptomsSchema.omit({ type: true, id: true }).shape, output: checkedSchema },
    checkSymptoms,
  ),
  checkIn: change(
    "symptoms.checkIn",
    { input: checkInSchema.omit({ type: true, id: true }).shape, output: done },
    checkIn,
  ),
  acknowledge: change(
    "symptoms.acknowledge",
    {
      input: { ...acknowledgeRedFlagSchema.omit({ type: true, id: true }).shape, clientId: z.uuid() },
      output: done,
    },
    acknowledgeRedFlag,
  ),
  setPainBands: change(
    "symptoms.setPainBands",
    {
      input: { ...setPainBandsSchema.omit({ type: true, id: true }).shape, clientId: z.uuid() },
      output: done,
    },
    setPainBands,
  ),
});
