import { z } from "zod";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { Journey } from "../../domain/journey/journey.ts";
import { shape } from "../trpc/base.ts";
import { read, type Shell } from "../trpc/procedures.ts";
import { recordOf } from "./act.ts";
import { namesOf, ownId, whoIsSelf } from "./self.ts";

/** Her journey as it stands today, who looks after her, and the names behind the ids in it. */
async function mine(shell: Shell) {
  const { practiceId, clientId } = ownId(shell);
  const { record, today } = await recordOf(shell, clientId);
  const [self, names] = [await whoIsSelf(shell), await namesOf(shell, practiceId)];
  return { journey: deriveJourney(record, today), self, names: Object.fromEntries(names) };
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
};
