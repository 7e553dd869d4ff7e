import type { z } from "zod";
import type { assignPlanSchema, changePlanSchema, showWeeksSchema } from "../../domain/plans/commands.ts";
import { shownUntil } from "../../domain/plans/shown-weeks.ts";
import { act } from "../journey/act.ts";
import { ensureLibrary } from "../protocols/library.ts";
import { outlineOfVersion } from "../protocols/queries.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

type Assign = Omit<z.output<typeof assignPlanSchema>, "type" | "id" | "kind"> & {
  readonly key: string;
  readonly clientId: string;
};

/** Assigns a version to a mum. Running is refused while it is locked: here by the rules, below by Postgres. */
export async function assignPlan(shell: Shell, { key, clientId, ...wish }: Assign) {
  const { tx, actor } = shell;
  if (!actor.practiceId) throw notFound();
  const client = await tx.client.findFirst({ where: { id: clientId }, select: { id: true } });
  if (!client) throw notFound();
  await ensureLibrary(tx, actor.practiceId);
  const outline = await outlineOfVersion(shell, wish.protocolVersionId);
  const { kind } = outline;
  await act(shell, clientId, { type: "assignPlan", id: key, kind, ...wish }, { outlines: [outline] });
  return { planId: key, kind };
}

type Change = Omit<z.output<typeof changePlanSchema>, "type" | "id"> & {
  readonly key: string;
  readonly clientId: string;
};

/** Level, pause, resume, mode or end of a plan that is going on, each with its because. */
export async function changePlan(shell: Shell, { key, clientId, ...wish }: Change) {
  await act(shell, clientId, { type: "changePlan", id: key, ...wish });
  return { ok: true as const };
}

type Show = Omit<z.output<typeof showWeeksSchema>, "type" | "id"> & {
  readonly key: string;
  readonly clientId: string;
};

/** Her weeks are published up to and with the week of a day; later ones are drafts. Null: she sees all of them. */
export async function showWeeks(shell: Shell, { key, clientId, week }: Show) {
  return { shownUntil: shownUntil(await act(shell, clientId, { type: "showWeeks", id: key, week })) };
}
