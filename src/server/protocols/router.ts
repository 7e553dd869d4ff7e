import { z } from "zod";
import { shape, t } from "../trpc/base.ts";
import { change, read } from "../trpc/procedures.ts";
import type { ProtocolContent } from "../../domain/protocols/grammar.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { SENT_LONGEST } from "../../domain/protocols/file.ts";
import { draftSchema } from "../../domain/protocols/draft-schema.ts";
import { type Imported, noteReview, takeIn } from "./commands.ts";
import {
  type Published,
  publishDraft,
  type Saved,
  saveDraft,
  startDraft,
  throwDraft,
} from "./draft-commands.ts";
import { type DraftLine, draftLines, type OpenDraft, openDraft } from "./draft-queries.ts";
import { type Moved, moveMany, undoMoves } from "./move-commands.ts";
import { type Measure, measureOf, movable, type Movables } from "./move-queries.ts";
import { type NotedReview, type ProtocolLine, protocolLines, protocolVersion } from "./queries.ts";

const ofDraft = { draftId: z.uuid() };
/** What was known when this was written: a save that is based on an older one overwrites nothing. */
const based = { ...ofDraft, revision: z.int().min(1) };
const beginning = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("next"), versionId: z.uuid() }),
  z.strictObject({
    as: z.literal("copy"),
    versionId: z.uuid(),
    title: z.string().trim().min(1, "required").max(80, "too_long"),
  }),
  z.strictObject({ as: z.literal("content"), content: draftSchema }),
]);

/** Protocols while they are written. */
const drafts = {
  drafts: read("protocols.drafts", { input: {}, output: shape<readonly DraftLine[]>() }, draftLines),
  draft: read("protocols.draft", { input: ofDraft, output: shape<OpenDraft>() }, openDraft),
  startDraft: change(
    "protocols.startDraft",
    { input: { from: beginning }, output: z.object(ofDraft) },
    startDraft,
  ),
  saveDraft: change(
    "protocols.saveDraft",
    { input: { ...based, content: draftSchema }, output: shape<Saved>() },
    saveDraft,
  ),
  throwDraft: change(
    "protocols.throwDraft",
    { input: { ...ofDraft, isThrown: z.boolean() }, output: z.object({ ok: z.literal(true) }) },
    throwDraft,
  ),
  publishDraft: change("protocols.publishDraft", { input: based, output: shape<Published>() }, publishDraft),
};

/** Mums of one move. */
const MOST_AT_ONCE = 50;
const movedSchema = z.object({ rows: shape<readonly Moved[]>() });

/** Mums from one version of a protocol to the next. */
const moving = {
  movable: read("protocols.movable", { input: { versionId: z.uuid() }, output: shape<Movables>() }, movable),
  moveMany: change(
    "protocols.moveMany",
    {
      input: {
        versionId: z.uuid(),
        clients: z
          .array(z.strictObject({ clientId: z.uuid(), level: z.int().min(0).max(200) }))
          .min(1)
          .max(MOST_AT_ONCE),
      },
      output: movedSchema,
    },
    moveMany,
  ),
  undoMoves: change(
    "protocols.undoMoves",
    {
      input: {
        plans: z
          .array(z.strictObject({ clientId: z.uuid(), planId: z.uuid() }))
          .min(1)
          .max(MOST_AT_ONCE),
      },
      output: movedSchema,
    },
    undoMoves,
  ),
};

export const protocolsRouter = t.router({
  ...drafts,
  measureOf: read(
    "protocols.measureOf",
    { input: { clientId: z.uuid() }, output: shape<Measure>() },
    measureOf,
  ),
  ...moving,
  list: read("protocols.list", { input: {}, output: shape<readonly ProtocolLine[]>() }, protocolLines),
  byId: read(
    "protocols.byId",
    {
      input: { versionId: z.uuid() },
      output: z.object({
        versionId: z.uuid(),
        number: z.int(),
        isDraft: z.boolean(),
        review: shape<NotedReview | null>(),
        mayReview: z.boolean(),
        content: shape<ProtocolContent>(),
      }),
    },
    protocolVersion,
  ),
  takeIn: change(
    "protocols.takeIn",
    {
      input: {
        text: z.string().max(SENT_LONGEST, "too_long"),
        title: z.string().trim().min(1, "required").max(80, "too_long"),
      },
      output: shape<Imported>(),
    },
    takeIn,
  ),
  review: change(
    "protocols.review",
    {
      input: {
        versionId: z.uuid(),
        by: z
          .strictObject({
            physioName: z.string().trim().min(2, "required").max(120, "too_long"),
            reviewedOn: daySchema,
          })
          .nullable(),
        note: z.string().trim().min(1, "required").max(1000, "too_long").nullable(),
      },
      output: z.object({ reviewId: z.uuid() }),
    },
    noteReview,
  ),
});
