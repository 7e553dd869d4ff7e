import type { Draft } from "../../domain/protocols/draft.ts";
import type { ProtocolContent } from "../../domain/protocols/grammar.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

/** A draft as the list names it. */
export type DraftLine = {
  readonly draftId: string;
  readonly title: string;
  readonly kind: Draft["kind"];
  /** The version it will follow; null when a protocol begins with it. */
  readonly follows: number | null;
  readonly savedAt: Date;
  readonly savedBy: string;
};

const SAVER = { select: { name: true } } as const;
const NEWEST = {
  select: {
    slug: true,
    kind: true,
    versions: {
      orderBy: { number: "desc" },
      take: 1,
      select: { id: true, number: true, content: true },
    },
  },
} as const;

/** The practice's open drafts, the one written at last first. */
export async function draftLines({ tx, actor }: Shell): Promise<readonly DraftLine[]> {
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  const rows = await tx.protocolDraft.findMany({
    where: { practiceId, endedAt: null },
    orderBy: { savedAt: "desc" },
    select: { id: true, title: true, content: true, savedAt: true, saver: SAVER, protocol: NEWEST },
  });
  return rows.map(({ id, title, content, savedAt, saver, protocol }) => ({
    draftId: id,
    title,
    kind: (content as unknown as Draft).kind,
    follows: protocol?.versions[0]?.number ?? null,
    savedAt,
    savedBy: saver.name,
  }));
}

/** A draft whole, and the version it will follow. */
export type OpenDraft = {
  readonly draftId: string;
  readonly revision: number;
  readonly savedAt: Date;
  readonly savedBy: string;
  readonly content: Draft;
  readonly before: {
    readonly versionId: string;
    readonly number: number;
    readonly content: ProtocolContent;
  } | null;
};

/** One open draft. NOT_FOUND for another practice's, and for one that has ended. */
export async function openDraft({ tx, actor }: Shell, { draftId }: { draftId: string }): Promise<OpenDraft> {
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  const row = await tx.protocolDraft.findFirst({
    where: { practiceId, id: draftId, endedAt: null },
    select: { revision: true, savedAt: true, content: true, saver: SAVER, protocol: NEWEST },
  });
  if (!row) throw notFound();
  const { revision, savedAt, saver, protocol } = row;
  const [newest] = protocol?.versions ?? [];
  return {
    draftId,
    revision,
    savedAt,
    savedBy: saver.name,
    content: row.content as unknown as Draft,
    before: newest
      ? {
          versionId: newest.id,
          number: newest.number,
          content: newest.content as unknown as ProtocolContent,
        }
      : null,
  };
}

/** Why a save or a publication was not taken: somebody else was here. Nothing was overwritten. */
export type Conflict =
  | {
      readonly reason: "stale";
      readonly by: string;
      readonly at: Date;
      readonly revision: number;
      readonly content: Draft;
    }
  | {
      readonly reason: "ended";
      readonly by: string;
      readonly at: Date;
      /** The version it became; null when it was thrown away. */
      readonly versionId: string | null;
    };

export type LockedDraft = {
  readonly protocolId: string | null;
  readonly revision: number;
  readonly content: Draft;
  readonly conflict: Conflict | null;
};

/**
 * The draft for a change that was based on `revision`, held until the transaction ends; with what came in between, if
 * anything did. NOT_FOUND for another practice's.
 */
export async function lockDraft(
  { tx, actor }: Shell,
  { draftId, revision }: { draftId: string; revision: number },
): Promise<LockedDraft> {
  const { practiceId } = actor;
  if (!practiceId) throw notFound();
  await tx.$queryRaw`SELECT id FROM protocol_draft WHERE id = ${draftId}::uuid FOR UPDATE`;
  const row = await tx.protocolDraft.findFirst({
    where: { practiceId, id: draftId },
    select: {
      protocolId: true,
      revision: true,
      content: true,
      savedAt: true,
      endedAt: true,
      versionId: true,
      saver: SAVER,
    },
  });
  if (!row) throw notFound();
  const content = row.content as unknown as Draft;
  return {
    protocolId: row.protocolId,
    revision: row.revision,
    content,
    conflict: conflictOf({ ...row, content }, revision),
  };
}

function conflictOf(
  row: {
    revision: number;
    content: Draft;
    savedAt: Date;
    endedAt: Date | null;
    versionId: string | null;
    saver: { name: string };
  },
  based: number,
): Conflict | null {
  const by = row.saver.name;
  if (row.endedAt) return { reason: "ended", by, at: row.endedAt, versionId: row.versionId };
  if (row.revision === based) return null;
  return { reason: "stale", by, at: row.savedAt, revision: row.revision, content: row.content };
}
