import { randomUUID } from "node:crypto";
import { diffOf } from "../../domain/protocols/diff.ts";
import type { Draft } from "../../domain/protocols/draft.ts";
import { EXERCISE_IDS, exerciseOf } from "../../domain/protocols/exercises.ts";
import type { ProtocolContent } from "../../domain/protocols/grammar.ts";
import { outlineOf } from "../../domain/protocols/outline.ts";
import { type Problem, readProtocol } from "../../domain/protocols/problems.ts";
import { notFound, Refused } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { freeSlug } from "./commands.ts";
import { type Conflict, lockDraft } from "./draft-queries.ts";
import { ensureLibrary, shippedRows } from "./library.ts";

/** Who writes: drafts are a coach's, and every save carries her name. */
function writer({ actor }: Shell): { practiceId: string; memberId: string } {
  const { practiceId, memberId } = actor;
  if (!practiceId || !memberId) throw notFound();
  return { practiceId, memberId };
}

async function audit({ tx }: Shell, what: string, draftId: string): Promise<void> {
  await tx.$executeRaw`SELECT app.audit(${what}, NULL, 'protocol_draft', ${draftId}, '{}'::jsonb)`;
}

export type Beginning =
  /** The next version of a protocol; where one is being written already, that very draft. */
  | { readonly as: "next"; readonly versionId: string }
  /** A protocol of its own, from any version. */
  | { readonly as: "copy"; readonly versionId: string; readonly title: string }
  /** A protocol of its own, from nothing, or from what could not be saved where it was. */
  | { readonly as: "content"; readonly content: Draft };

/** Begins a draft, or finds the one that is open. NOT_FOUND for another practice's version. */
export async function startDraft(
  shell: Shell,
  { key, from }: { key: string; from: Beginning },
): Promise<{ draftId: string }> {
  const { tx } = shell;
  const { practiceId, memberId } = writer(shell);
  if (from.as === "content") return create(shell, key, null, await ownSlug(shell, from.content));
  if (shippedRows(practiceId).some((row) => row.version_id === from.versionId))
    await ensureLibrary(tx, practiceId);
  const version = await tx.protocolVersion.findUnique({
    where: { practiceId_id: { practiceId, id: from.versionId } },
    select: { content: true, protocolId: true },
  });
  if (!version) throw notFound();
  const content = version.content as unknown as ProtocolContent;
  if (from.as === "copy") {
    return create(shell, key, null, await ownSlug(shell, { ...content, title: from.title }));
  }
  const { protocolId } = version;
  // Two who press at once: the second waits here, and finds the draft of the first.
  await tx.$executeRaw`
    INSERT INTO protocol_draft (id, practice_id, protocol_id, title, content, saved_by)
    VALUES (${key}::uuid, ${practiceId}::uuid, ${protocolId}::uuid, ${content.title}, ${JSON.stringify(content)}::jsonb, ${memberId}::uuid)
    ON CONFLICT (practice_id, protocol_id) WHERE ended_at IS NULL DO NOTHING`;
  const open = await tx.protocolDraft.findFirst({
    where: { practiceId, protocolId, endedAt: null },
    select: { id: true },
  });
  if (!open) throw notFound();
  if (open.id === key) await audit(shell, "protocol.draft_started", key);
  return { draftId: open.id };
}

async function ownSlug(shell: Shell, content: Draft): Promise<Draft> {
  const { practiceId } = writer(shell);
  return { ...content, slug: await freeSlug(shell, practiceId, content.slug) };
}

async function create(shell: Shell, id: string, protocolId: string | null, content: Draft) {
  const { practiceId, memberId } = writer(shell);
  const { title } = content;
  await shell.tx.protocolDraft.create({
    data: { id, practiceId, protocolId, title, content, savedBy: memberId },
    select: { id: true },
  });
  await audit(shell, "protocol.draft_started", id);
  return { draftId: id };
}

export type Saved =
  | { readonly ok: true; readonly revision: number; readonly savedAt: Date }
  | ({ readonly ok: false } & Conflict);

/** Keeps what was written since `revision`. When somebody else saved in between, nothing is kept and her words come back. */
export async function saveDraft(
  shell: Shell,
  wish: { draftId: string; revision: number; content: Draft },
): Promise<Saved> {
  const { memberId } = writer(shell);
  const { conflict } = await lockDraft(shell, wish);
  if (conflict) return { ok: false, ...conflict };
  const { draftId, content } = wish;
  const { revision, savedAt } = await shell.tx.protocolDraft.update({
    where: { id: draftId },
    data: { title: content.title, content, savedBy: memberId },
    select: { revision: true, savedAt: true },
  });
  return { ok: true, revision, savedAt };
}

/**
 * Throws a draft away, or brings it back. Refused when it was published meanwhile, or when its protocol has another
 * open draft by now.
 */
export async function throwDraft(
  shell: Shell,
  { draftId, isThrown }: { draftId: string; isThrown: boolean },
): Promise<{ ok: true }> {
  const { tx, now } = shell;
  const { practiceId, memberId } = writer(shell);
  const row = await tx.protocolDraft.findFirst({
    where: { practiceId, id: draftId },
    select: { versionId: true, protocolId: true, endedAt: true },
  });
  if (!row) throw notFound();
  if (row.versionId) throw new Refused({ code: "draft_published" });
  if ((row.endedAt !== null) === isThrown) return { ok: true };
  if (!isThrown && row.protocolId) {
    const other = await tx.protocolDraft.count({
      where: { practiceId, protocolId: row.protocolId, endedAt: null },
    });
    if (other > 0) throw new Refused({ code: "draft_of_protocol_open" });
  }
  await tx.protocolDraft.update({
    where: { id: draftId },
    data: { endedAt: isThrown ? now : null, savedBy: memberId },
    select: { id: true },
  });
  await audit(shell, isThrown ? "protocol.draft_thrown" : "protocol.draft_brought_back", draftId);
  return { ok: true };
}

export type Published =
  | { readonly ok: true; readonly versionId: string; readonly number: number }
  | { readonly ok: false; readonly reason: "problems"; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly reason: "same" }
  | ({ readonly ok: false } & Conflict);

/**
 * Makes the draft a version, which nobody changes any more: the schema and the rules must pass, and it must differ from
 * the version before. Plans on earlier versions stay where they are.
 */
export async function publishDraft(
  shell: Shell,
  wish: { key: string; draftId: string; revision: number },
): Promise<Published> {
  const { tx, now } = shell;
  const { practiceId, memberId } = writer(shell);
  const { conflict, content: kept, protocolId } = await lockDraft(shell, wish);
  if (conflict) return { ok: false, ...conflict };
  const place = await placeOf(shell, protocolId, kept);
  const reading = readProtocol({ ...kept, slug: place.slug, kind: place.kind }, EXERCISE_IDS);
  if (!reading.ok) return { ok: false, reason: "problems", problems: reading.problems };
  const { content } = reading;
  if (place.before && diffOf(place.before, content).length === 0) return { ok: false, reason: "same" };
  const { key, draftId } = wish;
  const { number } = place;
  if (!protocolId)
    await tx.protocol.create({
      data: { id: place.id, practiceId, kind: content.kind, slug: content.slug },
      select: { id: true },
    });
  await tx.protocolVersion.create({
    data: {
      id: key,
      practiceId,
      protocolId: place.id,
      number,
      title: content.title,
      content,
      outline: outlineOf(key, content, exerciseOf),
    },
    select: { id: true },
  });
  await tx.protocolDraft.update({
    where: { id: draftId },
    data: { endedAt: now, versionId: key, savedBy: memberId },
    select: { id: true },
  });
  await tx.$executeRaw`SELECT app.audit('protocol.published', NULL, 'protocol_version', ${key}, ${JSON.stringify({ number })}::jsonb)`;
  return { ok: true, versionId: key, number };
}

/** Where the new version goes: behind the newest of its protocol, or first in a protocol of its own. */
async function placeOf(shell: Shell, protocolId: string | null, content: Draft) {
  const { practiceId } = writer(shell);
  if (!protocolId) {
    const slug = await freeSlug(shell, practiceId, content.slug);
    return { id: randomUUID(), slug, kind: content.kind, number: 1, before: null };
  }
  const protocol = await shell.tx.protocol.findUnique({
    where: { practiceId_id: { practiceId, id: protocolId } },
    select: {
      slug: true,
      kind: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, content: true } },
    },
  });
  if (!protocol) throw notFound();
  const { slug, kind, versions } = protocol;
  const [newest] = versions;
  return {
    id: protocolId,
    slug,
    kind,
    number: (newest?.number ?? 0) + 1,
    before: newest ? (newest.content as unknown as ProtocolContent) : null,
  };
}
