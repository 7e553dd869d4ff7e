import { z } from "zod";
import {
  acceptRevisitSchema,
  closeStepSchema,
  liftHoldSchema,
  openStepSchema,
  placeHoldSchema,
} from "../../domain/journey/own-commands.ts";
import { explain } from "../../domain/journey/as-of.ts";
import type { TimelineEntry } from "../../domain/journey/timeline.ts";
import { timelineOf } from "../../domain/journey/timeline.ts";
import { type Day, daySchema } from "../../domain/shared/day.ts";
import { todayIn } from "../clock.ts";
import { shape } from "../trpc/base.ts";
import { change, read, type Shell } from "../trpc/procedures.ts";
import { act, recordOf } from "./act.ts";

const ofHer = { clientId: z.uuid() };
const done = z.object({ ok: z.literal(true) });
const bare = { type: true, id: true } as const;
const OK = { ok: true } as const;

/** Entries of one page of the timeline. */
const PAGE = 80;

/** Who did what and when, newest first; `cursor` is where the last page ended. */
async function timeline(
  shell: Shell,
  { clientId, cursor }: { clientId: string; cursor?: number | null | undefined },
) {
  const { record } = await recordOf(shell, clientId);
  const all = timelineOf(record);
  const end = Math.min(cursor ?? all.length, all.length);
  const start = Math.max(0, end - PAGE);
  return { entries: all.slice(start, end).toReversed(), next: start > 0 ? start : null };
}

/** Her journey as of the end of a day, today when none is named; a day that has not come is answered with today. */
async function explainAsOf(shell: Shell, { clientId, on }: { clientId: string; on: Day | null }) {
  const { record, today } = await recordOf(shell, clientId);
  const day = on === null || on > today ? today : on;
  const { zone } = record.client;
  return { day, today, zone, ...explain(record, day, (at) => todayIn(zone, new Date(at))) };
}

/** What a coach asks of this room. */
export const staffProcedures = {
  timeline: read(
    "journey.timeline",
    {
      input: { ...ofHer, cursor: z.int().min(0).nullish() },
      output: z.object({ entries: shape<readonly TimelineEntry[]>(), next: z.int().nullable() }),
    },
    timeline,
  ),
  explain: read(
    "journey.explain",
    {
      input: { ...ofHer, on: daySchema.nullable() },
      output: shape<Awaited<ReturnType<typeof explainAsOf>>>(),
    },
    explainAsOf,
  ),
  openStep: change(
    "journey.openStep",
    { input: { ...openStepSchema.omit(bare).shape, ...ofHer }, output: done },
    async (shell, { key, clientId, ...wish }) => {
      await act(shell, clientId, { type: "openStep", id: key, ...wish });
      return OK;
    },
  ),
  closeStep: change(
    "journey.closeStep",
    { input: { ...closeStepSchema.omit(bare).shape, ...ofHer }, output: done },
    async (shell, { key, clientId, ...wish }) => {
      await act(shell, clientId, { type: "closeStep", id: key, ...wish });
      return OK;
    },
  ),
  acceptRevisit: change(
    "journey.acceptRevisit",
    { input: { ...acceptRevisitSchema.omit(bare).shape, ...ofHer }, output: done },
    async (shell, { key, clientId, ...wish }) => {
      await act(shell, clientId, { type: "acceptRevisit", id: key, ...wish });
      return OK;
    },
  ),
  placeHold: change(
    "journey.placeHold",
    {
      // A coach speaks for herself: what a physio or the mum decides is placed by them.
      input: {
        ...placeHoldSchema.omit(bare).shape,
        reason: z.enum(["coach_decision", "pain", "illness"]),
        ...ofHer,
      },
      output: done,
    },
    async (shell, { key, clientId, ...wish }) => {
      await act(shell, clientId, { type: "placeHold", id: key, ...wish });
      return OK;
    },
  ),
  liftHold: change(
    "journey.liftHold",
    {
      input: { ...liftHoldSchema.omit({ ...bare, by: true, physioId: true }).shape, ...ofHer },
      output: done,
    },
    async (shell, { key, clientId, ...wish }) => {
      const by = shell.actor.role === "owner" ? "owner" : "coach";
      await act(shell, clientId, { type: "liftHold", id: key, ...wish, by, physioId: null });
      return OK;
    },
  ),
};
