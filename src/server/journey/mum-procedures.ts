import { z } from "zod";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { Journey } from "../../domain/journey/journey.ts";
import { reasonSchema } from "../../domain/shared/fields.ts";
import { shape } from "../trpc/base.ts";
import { change, read, type Shell } from "../trpc/procedures.ts";
import { act, recordOf } from "./act.ts";
import { namesOf, ownId, whoIsSelf } from "./self.ts";

/** Her journey as it stands today, who looks after her, and the names behind the ids in it. */
async function mine(shell: Shell) {
  const { practiceId, clientId } = ownId(shell);
  const { record, today } = await recordOf(shell, clientId);
  const [self, names] = [await whoIsSelf(shell), await namesOf(shell, practiceId)];
  return { journey: deriveJourney(record, today), self, names: Object.fromEntries(names) };
}

/** She ends a break that is hers to end: an illness that is over, a rest she asked for. */
async function liftMine(
  shell: Shell,
  { key, holdId, reason }: { key: string; holdId: string; reason: string },
) {
  const { clientId } = ownId(shell);
  await act(shell, clientId, { type: "liftHold", id: key, holdId, reason, by: "client", physioId: null });
  return { ok: true as const };
}

const selfSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  country: z.string(),
  zone: z.string(),
  coach: z.string(),
  practice: z.string(),
  isDemo: z.boolean(),
});

/** What a mum asks of this room. */
export const mumProcedures = {
  mine: read(
    "journey.mine",
    {
      input: {},
      output: z.object({
        journey: shape<Journey>(),
        self: selfSchema,
        names: z.record(z.string(), z.string()),
      }),
    },
    mine,
  ),
  liftMine: change(
    "journey.liftMine",
    { input: { holdId: z.uuid(), reason: reasonSchema }, output: z.object({ ok: z.literal(true) }) },
    liftMine,
  ),
};
