import { type PracticeChoices, problemsOf } from "../../domain/journey/practice-rules.ts";
import { refreshStatuses } from "../journey/refresh.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { presentClients, rules } from "./rules-queries.ts";

type Save = { readonly key: string; readonly version: number; readonly choices: PracticeChoices };

/** Somebody saved in between: who, by her membership. */
async function grownOld({ tx, actor }: Shell): Promise<Refused> {
  const [newest] = await tx.$queryRaw<{ by: string | null }[]>`
    SELECT recorded_by_id AS by FROM practice_rules WHERE practice_id = ${actor.practiceId}::uuid
     ORDER BY version DESC LIMIT 1`;
  return new Refused({ code: "stale", by: newest?.by ?? null });
}

/**
 * Saves the practice's choices as the next version; `version` is the one they were made from. Every present client is
 * derived anew, or marked to be. Refused when they make no sense, or somebody else saved in between.
 */
export async function saveRules(shell: Shell, { key, version, choices }: Save): Promise<{ version: number }> {
  const { tx, actor } = shell;
  if (!actor.practiceId) throw notFound();
  const [problem] = problemsOf(choices);
  if (problem) throw new Refused(problem);
  if ((await rules(shell)).version !== version) throw await grownOld(shell);
  const next = version + 1;
  // Postgres stamps who and when; two at once meet at the unique version.
  const written = await tx.$executeRaw`
    INSERT INTO practice_rules (id, practice_id, version, choices)
    VALUES (${key}::uuid, ${actor.practiceId}::uuid, ${next}, ${JSON.stringify(choices)}::jsonb)
    ON CONFLICT (practice_id, version) DO NOTHING`;
  if (written === 0) throw await grownOld(shell);
  await tx.$executeRaw`SELECT app.audit('rules.saved', NULL, 'practice_rules', ${key}, ${JSON.stringify({ version: next })}::jsonb)`;
  await refreshStatuses(shell, await presentClients(shell));
  return { version: next };
}
