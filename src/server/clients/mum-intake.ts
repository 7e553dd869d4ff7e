import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { CONSENT_WORDING } from "../../domain/clients/consent-wording.ts";
import { intakeDraftSchema, type IntakeDraft } from "../../domain/clients/intake-draft.ts";
import type { ConsentPurpose } from "../../domain/journey/facts.ts";
import type { birthFields, goalFields } from "../../domain/journey/own-commands.ts";
import { act } from "../journey/act.ts";
import { ownId } from "../journey/self.ts";
import { Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** What she has filled in so far, with the number the next save must name. Version 0: nothing yet. */
export async function intakeDraft(shell: Shell): Promise<{ answers: IntakeDraft | null; version: number }> {
  const { clientId } = ownId(shell);
  const row = await shell.tx.intakeDraft.findUnique({ where: { clientId } });
  // A draft from before a change of the questionnaire that no longer fits is begun again, not a broken page.
  const answers = intakeDraftSchema.safeParse(row?.answers);
  return { answers: answers.success ? answers.data : null, version: row?.version ?? 0 };
}

/**
 * Keeps the draft. Throws `stale` when another of her windows saved in between: the newer answers are not overwritten.
 * @returns the version to name next time
 */
export async function saveIntakeDraft(
  shell: Shell,
  { answers, version }: { answers: IntakeDraft; version: number },
): Promise<{ version: number }> {
  const { practiceId, clientId } = ownId(shell);
  const written =
    version === 0
      ? await shell.tx.$executeRaw`
          INSERT INTO intake_draft (client_id, practice_id, answers, version, updated_at)
          VALUES (${clientId}::uuid, ${practiceId}::uuid, ${JSON.stringify(answers)}::jsonb, 1, now())
          ON CONFLICT DO NOTHING`
      : await shell.tx.$executeRaw`
          UPDATE intake_draft SET answers = ${JSON.stringify(answers)}::jsonb, version = version + 1, updated_at = now()
           WHERE client_id = ${clientId}::uuid AND version = ${version}`;
  if (written === 0) throw new Refused({ code: "stale", by: null });
  return { version: version + 1 };
}

export type ConsentAnswer = { readonly purpose: ConsentPurpose; readonly given: boolean };

/** Writes each answer as a new row; an answer that stands already writes nothing (the domain sees to it). */
export async function giveConsents(shell: Shell, { consents }: { consents: readonly ConsentAnswer[] }) {
  const { clientId } = ownId(shell);
  for (const { purpose, given } of consents) {
    await act(shell, clientId, {
      type: "setConsent",
      id: randomUUID(),
      purpose,
      given,
      wordingVersion: CONSENT_WORDING,
    });
  }
  return { ok: true as const };
}

export type CompleteIntake = {
  readonly key: string;
  readonly births: readonly z.output<typeof birthFields>[];
  readonly goal: z.output<typeof goalFields>;
  readonly ranBeforeKmPerWeek: number;
  readonly feeding: "breast" | "mixed" | "formula" | "weaned" | "not_said";
  readonly pelvicHistory: boolean;
  readonly words: string | null;
  readonly consents: readonly ConsentAnswer[];
};

/**
 * The whole questionnaire at once: consents, births from the oldest, answers and goal, in one transaction. The draft
 * goes with it.
 */
export async function completeIntake(shell: Shell, input: CompleteIntake) {
  const { clientId } = ownId(shell);
  await giveConsents(shell, input);
  const births = input.births.toSorted((a, b) => (a.bornOn < b.bornOn ? -1 : 1));
  const latest = births.pop() ?? null;
  for (const birth of births) await act(shell, clientId, { type: "recordBirth", id: randomUUID(), ...birth });
  const { ranBeforeKmPerWeek, feeding, pelvicHistory, words, goal } = input;
  await act(shell, clientId, {
    type: "completeIntake",
    id: input.key,
    ranBeforeKmPerWeek,
    feeding,
    pelvicHistory,
    words,
    birth: latest,
    goal,
    findings: null,
  });
  await shell.tx.intakeDraft.deleteMany({ where: { clientId } });
  return { ok: true as const };
}
