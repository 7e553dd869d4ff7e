import { z } from "zod";
import { reviewTechniqueSchema } from "../../domain/plans/commands.ts";
import { act } from "../journey/act.ts";
import { t } from "../trpc/base.ts";
import { change } from "../trpc/procedures.ts";

export const techniqueRouter = t.router({
  review: change(
    "technique.review",
    {
      input: { ...reviewTechniqueSchema.omit({ type: true, id: true }).shape, clientId: z.uuid() },
      output: z.object({ ok: z.literal(true) }),
    },
    async (shell, { key, clientId, ...review }) => {
      await act(shell, clientId, { type: "reviewTechnique", id: key, ...review });
      return { ok: true as const };
    },
  ),
});
